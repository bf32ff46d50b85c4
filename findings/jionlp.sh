#!/usr/bin/env bash
# jionlp 1.5.31 counts the larger unit twice when it reads a sum whose figures are written in two steps, without an
# error and marked "accurate". parse_money is documented for sums such as these; the same sum in numerals of Chinese
# is right. Whoever sorts subsidies by amount gets almost twice the sum.
#   2亿3000万元   -> 430030000.00   expected 230000000
#   3万5000元     -> 65005.00       expected 35000
#   2万3千元      -> 43000.00       expected 23000
#   一亿两千万元  -> 120000000.00   right
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jionlp==1.5.31
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import jionlp

print("jionlp", version("jionlp"))
expected = {
    "2亿3000万元": "430030000.00",
    "3万5000元": "65005.00",
    "2万3千元": "43000.00",
    "一亿两千万元": "120000000.00",
}
seen = {}
for words in expected:
    read = jionlp.parse_money(words)
    seen[words] = read["num"]
    print(words, read)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
