#!/usr/bin/env bash
# htmldate 1.11.0 gives the first of January for a page that prints its day in Chinese, without an error: it reads
# 2025年3月12日 no further than the year and fills the rest. The day it names stands nowhere in the page. A day of a
# Korean page in the same form and one in figures are read whole.
#   发布日期：2025年3月12日   -> 2025-01-01   expected 2025-03-12, or None
#   2025년 3월 12일            -> 2025-03-12   right
#   发布日期：2025-03-12      -> 2025-03-12   right
# With original_date=True the year of a rule inside the text is taken for the day of the page:
#   发布日期：2025年3月12日 and 2019年6月1日前建成的住宅   -> 2019-01-01   expected 2025-03-12
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet htmldate==1.11.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from htmldate import find_date

print("htmldate", version("htmldate"))


def page(*paragraphs):
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return f'<html lang="zh-CN"><head><title>关于印发补贴办法的通知</title></head><body>{body}</body></html>'


DAY = "发布日期：2025年3月12日"
seen = [
    find_date(page(DAY)),
    find_date(page("2025년 3월 12일")),
    find_date(page("发布日期：2025-03-12")),
    find_date(page(DAY, "对2019年6月1日前建成的住宅给予补助。"), original_date=True),
]
print(*seen, sep=" | ")
expected = ["2025-01-01", "2025-03-12", "2025-03-12", "2019-01-01"]
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
