#!/usr/bin/env bash
# cpca 0.5.5 finds the municipality of Chongqing in every text that holds the word 县 (county) and no county that it
# knows, without an error. Among the names of its table stands 县 itself: 500200 is how GB/T 2260 groups the counties
# of Chongqing, and no place that anybody writes. Documented is to take province, city and district out of an address.
#   我县对新引进的企业给予补贴   -> 重庆市, 县, 500200         expected: no place
#   江苏省徐州市铜山县           -> as printed, 铜山县 left over, no code of a county (abolished in 2010)
#   铜山县                       -> 重庆市, 县, 500200         expected: 江苏省, or no place
#   各县（市、区）人民政府       -> 重庆市, 县, 500200         expected: no place
#   江宁县                       -> 甘肃省, 庆阳市, 宁县       expected: 江苏省 (abolished in 2000), or no place
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cpca==0.5.5
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import cpca

print("cpca", version("cpca"))
expected = {
    "我县对新引进的企业给予补贴": ("重庆市", "县", "", "500200"),
    "各县（市、区）人民政府": ("重庆市", "县", "", "500200"),
    "铜山县": ("重庆市", "县", "", "500200"),
    "江苏省徐州市铜山县": ("江苏省", "徐州市", "", "320300"),
    "江宁县": ("甘肃省", "庆阳市", "宁县", "621026"),
    "吉林省松原市乾安县": ("吉林省", "松原市", "乾安县", "220723"),
    "我市对新引进的企业给予补贴": ("", "", "", ""),
}
table = cpca.transform(list(expected))[["省", "市", "区", "adcode"]].fillna("")
seen = dict(zip(expected, map(tuple, table.values.tolist()), strict=True))
for text, place in seen.items():
    print(text, "->", *place)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
