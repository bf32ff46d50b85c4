#!/usr/bin/env bash
# xlwt 1.3.0 cannot write a head or foot of the print under Python 3, unless it is bytes of ASCII: the setter takes
# a str for bytes of Python 2 and decodes it; bytes of UTF-8 are kept and fail when the workbook is saved, also in
# Workbook(encoding="utf-8"). Cells take Chinese words. Python 3 is named among its classifiers.
#   sheet.header_str = "青禾县"           -> TypeError                expected: the head 青禾县
#   sheet.header_str = "Page"             -> TypeError                expected: the head Page
#   sheet.header_str = "青禾县" in UTF-8  -> UnicodeDecodeError at save
#
# Seen on 2026-11-29 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet xlwt==1.3.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from importlib.metadata import metadata, version

import xlwt

print("xlwt", version("xlwt"))
print([line for line in metadata("xlwt").get_all("Classifier") if line.endswith(":: 3.6")])


def outcome(head):
    """What comes of a workbook with a Chinese word in a cell and this head."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "青禾县")
    try:
        if head is not None:
            sheet.header_str = head
        book.save(io.BytesIO())
    except (TypeError, UnicodeDecodeError) as error:
        return type(error).__name__
    return "saved"


seen = [outcome(head) for head in (None, "青禾县", "Page", "青禾县".encode(), b"Page")]
print(seen)
expected = ["saved", "TypeError", "TypeError", "UnicodeDecodeError", "saved"]
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
