#!/usr/bin/env bash
# python-stdnum 2.2 says of ID numbers that many people carry that they are not valid. `stdnum.cn.ric` asks whether
# the district of a number existed in the year of birth. Numbers are given since 1984 (GB 11643: the first six digits
# are where somebody is registered, not where born), so whoever was older when the district was set up fails. Its
# numbers of Hong Kong, Macao and Taiwan fail for every year: it knows the province and no county below. Residence
# permits have such numbers since 2018 (State Council Office, 国办发〔2018〕81号). Check digits are right in all.
#   370306 (周村区), born 1990     -> valid
#   370306, born 1970              -> InvalidComponent     expected: valid; the table has "[1983-]周村区"
#   371202 (莱城区), born 1985     -> InvalidComponent     expected: valid; "[1992-2018]莱城区"
#   810000, 820000, 830000         -> InvalidComponent     expected: valid
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-stdnum==2.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from stdnum.cn import ric
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

print("python-stdnum", version("python-stdnum"))


def outcome(district, year):
    """What is said of an invented number with this district and year, its check digit right."""
    start = f"{district}{year}0101123"
    try:
        return "valid" if ric.validate(start + mod_11_2.calc_check_digit(start)) else ""
    except ValidationError as error:
        return type(error).__name__


expected = {
    ("110108", 1970): "valid",
    ("370306", 1990): "valid",
    ("370306", 1970): "InvalidComponent",
    ("371202", 1995): "valid",
    ("371202", 1985): "InvalidComponent",
    ("810000", 1990): "InvalidComponent",
    ("820000", 1990): "InvalidComponent",
    ("830000", 1990): "InvalidComponent",
}
seen = {number: outcome(*number) for number in expected}
for number, said in seen.items():
    print(*number, "->", said)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
