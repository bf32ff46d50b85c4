#!/usr/bin/env bash
# openpyxl 3.1.5 gives a serial number for a date, without an error, where a Chinese, Japanese or Korean Excel
# wrote the cell: it knows the built-in number formats of English only. ECMA-376 part 1, 18.8.30, lists those
# of other languages (27 to 36, 50 to 58); a file holds their number and no code. 31 is yyyy"年"m"月"d"日".
#   cell 46082 in format 31  -> 46082, General, no date   expected: 2026-03-01, a date
# Row by row (read_only) it also drops the looks of words that stand in the cell itself, which rich_text=True is
# documented to keep: struck words cannot be told from others.
#   每人<strike>300</strike>450元  -> 每人300450元          expected: a CellRichText, as without read_only
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

print("openpyxl", version("openpyxl"))


def saved(value):
    book, file = Workbook(), io.BytesIO()
    book.active["A1"] = value
    book.save(file)
    return file


def in_chinese_format(file):
    """The same file with the cell in the built-in format 31."""
    changed = io.BytesIO()
    style = b'<xf numFmtId="31" fontId="0" fillId="0" borderId="0"/></cellXfs>'
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"</cellXfs>", style)
            new.writestr(name, data.replace(b'<c r="A1"', b'<c s="1" r="A1"'))
    return changed


date = load_workbook(in_chinese_format(saved(46082))).active["A1"]
print("date:", date.value, date.number_format, date.is_date)
struck = saved(CellRichText("每人", TextBlock(InlineFont(strike=True), "300"), "450元"))
whole = load_workbook(struck, rich_text=True).active["A1"].value
by_row = load_workbook(struck, rich_text=True, read_only=True).active["A1"].value
print("struck:", type(whole).__name__, "read_only:", repr(by_row))
seen = (date.value, date.is_date, type(whole).__name__, by_row)
expected = (46082, False, "CellRichText", "每人300450元")
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
