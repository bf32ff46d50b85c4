#!/usr/bin/env bash
# dateparser 1.5.0 reads a deadline of Chinese, "before the 31st of December", as a span of time that has passed:
# 12月31日前 is taken for "12 months and 31 days ago". 月 and 日 name a month and a day of the calendar; a span is
# written 12个月 and 31天. Without an error, also out of a sentence, seen from 2026-11-30:
#   12月31日前                        -> 2025-10-30   expected 2026-12-31, or None
#   6月30日前                         -> 2026-04-30   expected a 30th of June, or None
#   请于12月31日前到区民政局办理      -> 12月31日前, 2025-10-30
#   3月12日, 明年3月1日               -> None          (2025年3月12日 is read)
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dateparser==1.5.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

print("dateparser", version("dateparser"))
settings = {"RELATIVE_BASE": datetime(2026, 11, 30)}
seen = []
for words in ("12月31日前", "6月30日前", "3月12日", "明年3月1日", "2025年3月12日"):
    day = dateparser.parse(words, languages=["zh"], settings=settings)
    seen.append(str(day and day.date()))
    print(words, seen[-1])
found = search_dates("请于12月31日前到区民政局办理", languages=["zh"], settings=settings)
seen.append(" ".join(f"{words} {day.date()}" for words, day in found or ()))
print(seen[-1])
expected = ["2025-10-30", "2026-04-30", "None", "None", "2025-03-12", "12月31日前 2025-10-30"]
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
