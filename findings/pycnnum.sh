#!/usr/bin/env bash
# pycnnum 2.1.1 does not read back what it writes: a number of hundreds or thousands of 万 becomes another
# number, without an error. Its own `num2cn(36000000)` is 三千六百万, which its `cn2num` reads as 3006000000.
# Expected: 36000000 (三千 and 六百 together count 万). The power behind decimals is dropped as well:
# 一点五亿 is 1.5, expected 150000000.
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pycnnum==2.1.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from pycnnum import cn2num, num2cn

print("pycnnum", version("pycnnum"))
seen = {}
for number in (36_000_000, 12_000_000, 1_200_000):
    seen[num2cn(number)] = cn2num(num2cn(number))
    print(f"num2cn({number}) = {num2cn(number)}; cn2num of that = {seen[num2cn(number)]}")
seen["一点五亿"] = cn2num("一点五亿")
print("cn2num(一点五亿) =", seen["一点五亿"])
expected = {"三千六百万": 3006000000, "一千二百万": 1002000000, "一百二十万": 10200000, "一点五亿": 1.5}
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
