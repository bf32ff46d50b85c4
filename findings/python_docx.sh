#!/usr/bin/env bash
# python-docx 1.2.0 leaves words of a paragraph out of Paragraph.text, without an error, and whole paragraphs out
# of Document.paragraphs, though every print shows them:
#   words that a tracked change inserts   每户<ins>补贴450元</ins>     -> 每户       expected: 每户补贴450元
#   a formula                             补贴额=(500×2)元             -> 补贴额=元   expected: the formula's words
#   a symbol, here ≤                      能耗≤1.2吨                   -> 能耗1.2吨   expected: ≤, or an error
#   a paragraph in a content control      一、申报条件                 -> not there   expected: a paragraph
# Words that are struck through or hidden, which a print strikes or does not show, are in the text like any others.
# A relationship to a picture that is missing (Target="../NULL", which Office and its converters write) is a
# KeyError: nothing of the document can be read.
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml

print("python-docx", version("python-docx"))
OFFICE = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:m="{OFFICE}/officeDocument/2006/math"'
)


def run(words, looks=""):
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{words}</w:t></w:r>"


BLOCKS = (
    f'<w:p {NAMES}>{run("每户")}<w:ins w:id="1">{run("补贴450元")}</w:ins></w:p>',
    f"<w:p {NAMES}>{run('补贴额=')}<m:oMath><m:r><m:t>500×2</m:t></m:r></m:oMath>{run('元')}</w:p>",
    f'<w:p {NAMES}>{run("能耗")}<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>{run("1.2吨")}</w:p>',
    f"<w:sdt {NAMES}><w:sdtContent><w:p>{run('一、申报条件')}</w:p></w:sdtContent></w:sdt>",
    f"<w:p {NAMES}>{run('每户')}{run('300', '<w:strike/>')}{run('（不公开）', '<w:vanish/>')}{run('450元')}</w:p>",
)
document = Document()
for position, block in enumerate(BLOCKS):
    document.element.body.insert(position, parse_xml(block))
texts = [paragraph.text for paragraph in document.paragraphs]
print(texts)

whole, dangling = io.BytesIO(), io.BytesIO()
document.save(whole)
relation = f'<Relationship Id="rId99" Type="{OFFICE}/officeDocument/2006/relationships/image" Target="../NULL"/>'
with zipfile.ZipFile(whole) as old, zipfile.ZipFile(dangling, "w") as new:
    for name in old.namelist():
        data = old.read(name)
        if name == "word/_rels/document.xml.rels":
            data = data.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
        new.writestr(name, data)
try:
    Document(dangling)
    refused = ""
except KeyError as error:
    refused = str(error)
print("dangling:", refused)
expected = ["每户", "补贴额=元", "能耗1.2吨", "每户300（不公开）450元"]
if texts != expected or "NULL" not in refused:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
