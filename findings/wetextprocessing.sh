#!/usr/bin/env bash
# WeTextProcessing 1.2.0 (inverse text normalisation, Chinese) reads numerals in part and leaves the rest
# in the middle of the figures, without an error:
#   二〇二四年   -> 二〇24年    expected 2024年, which 二零二四年 gives; 〇 is the sign that official texts print
#   壹万贰仟元   -> 12000仟元   expected 12000元 or no change: ten million in the place of twelve thousand
#   一百〇五     -> 100〇五     expected 105
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet WeTextProcessing==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import logging
import sys
from importlib.metadata import version

logging.disable(logging.INFO)
from itn.chinese.inverse_normalizer import InverseNormalizer

print("WeTextProcessing", version("WeTextProcessing"))
expected = {
    "二零二四年": "2024年",
    "二〇二四年": "二〇24年",
    "壹万贰仟元": "12000仟元",
    "一百〇五": "100〇五",
}
normalizer = InverseNormalizer()
seen = {text: normalizer.normalize(text) for text in expected}
for text, read in seen.items():
    print(text, "->", read)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
