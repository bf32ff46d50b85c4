#!/usr/bin/env bash
# markitdown 0.1.9 (with mammoth 1.13.0) moves a sum into another column of a Word table, without an error: a cell
# merged over two rows stands in the first of them, and in the second all that follows moves to the left. mammoth
# alone writes rowspan="2" and loses nothing. The head of the table becomes a row of its body; above it stand empty
# names. Fee tables and phone lists of offices are merged so as a rule.
#   档次 | 金额 | 承办        | 档次 | 金额 | 承办 |
#   一档 | 300元 | 民政局  ->  | 一档 | 300元 | 民政局 |
#   (一档) | 450元 | 人社局    | 450元 | 人社局 |         expected: | 一档 or nothing | 450元 | 人社局 |
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the packages behave so, 1 when they do not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "markitdown[docx]==0.1.9" mammoth==1.13.0 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from importlib.metadata import version

import docx
import mammoth
from markitdown import MarkItDown

print("markitdown", version("markitdown"), "mammoth", version("mammoth"))
document = docx.Document()
table = document.add_table(3, 3)
rows = [["档次", "金额", "承办"], ["一档", "300元", "民政局"], ["", "450元", "人社局"]]
for number, row in enumerate(rows):
    for column, words in enumerate(row):
        table.cell(number, column).text = words
table.cell(1, 0).merge(table.cell(2, 0))
buffer = io.BytesIO()
document.save(buffer)
html = mammoth.convert_to_html(io.BytesIO(buffer.getvalue())).value
written = MarkItDown().convert_stream(io.BytesIO(buffer.getvalue()), file_extension=".docx").text_content
print(written)
seen = [[cell.strip() for cell in line.strip(" |").split("|")] for line in written.splitlines() if "元" in line]
expected = [["一档", "300元", "民政局"], ["450元", "人社局"]]
if seen != expected or 'rowspan="2"' not in html:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
