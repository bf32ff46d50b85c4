#!/usr/bin/env bash
# chinese2digits 6.0.2 adds up digits that stand in a row, without an error. It is documented to take numbers
# out of sentences, also where the sentence has none:
#   十四五规划    -> 55规划               expected: no number (the 14th five-year plan), at most 14 or 15
#   十五六万元    -> 660000元             expected: 150000 to 160000
#   三四十岁      -> 340岁                expected: 30 to 40
#   1亿2000万元   -> 10000000020000000元  expected: 120000000元; two numbers are printed side by side
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet chinese2digits==6.0.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from chinese2digits import takeNumberFromString

print("chinese2digits", version("chinese2digits"))
expected = {
    "十四五规划": "55规划",
    "十五六万元": "660000元",
    "三四十岁": "340岁",
    "1亿2000万元": "10000000020000000元",
}
seen = {text: takeNumberFromString(text)["replacedText"] for text in expected}
for text, read in seen.items():
    print(text, "->", read)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
