#!/usr/bin/env bash
# opencc-python-reimplemented 0.1.7 turns the 乾 of places into 干 when it makes simplified characters (t2s), without
# an error: five places that exist become names that do not, and a name that is already simplified is damaged too.
# 乾 read qian is not simplified (简化字总表, note on 干: 乾坤, 乾隆); its own list keeps 乾縣, 乾元 and 乾隆. Whoever
# turns a question into simplified characters before looking for the place looks for another one.
#   乾安縣 -> 干安县   expected 乾安县 (Jilin)       乾潭鎮 -> 干潭镇   expected 乾潭镇 (Jiande)
#   乾務鎮 -> 干务镇   expected 乾务镇 (Zhuhai)      乾驛鎮 -> 干驿镇   expected 乾驿镇 (Tianmen)
#   乾州街道 -> 干州街道   expected 乾州街道 (Jishou)   乾安县 -> 干安县   expected no change
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet opencc-python-reimplemented==0.1.7
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from opencc import OpenCC

print("opencc-python-reimplemented", version("opencc-python-reimplemented"))
expected = {
    "乾安縣": "干安县",
    "乾潭鎮": "干潭镇",
    "乾務鎮": "干务镇",
    "乾驛鎮": "干驿镇",
    "乾州街道": "干州街道",
    "乾安县": "干安县",
    "乾縣": "乾县",
    "乾元鎮": "乾元镇",
    "乾隆": "乾隆",
    "乾燥": "干燥",
}
converter = OpenCC("t2s")
seen = {name: converter.convert(name) for name in expected}
for name, simplified in seen.items():
    print(name, "->", simplified)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
