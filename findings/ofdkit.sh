#!/usr/bin/env bash
# ofdkit 0.2.0 hands out the words of text objects that an OFD page does not show, without a mark: of objects with
# Visible="false" (GB/T 33190-2016, 8.5: the object is not drawn) and with Alpha="0" (fully transparent). Its text
# runs carry neither, so that a caller cannot tell them from printed words. Without an error, of a page with three
# text objects, of which one is seen:
#   extract_text -> 补贴标准300元, 旧稿标准200元, 内部上限900元        expected: 补贴标准300元
#
# Seen on 2026-11-29 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ofdkit==0.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

import ofdkit

print("ofdkit", version("ofdkit"))
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def written(words, y, looks=""):
    """A text object of one line."""
    return (
        f'<ofd:TextObject ID="{y}" Boundary="20 {y} 60 8" Font="3" Size="5" {looks}>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(words) - 1} 5">{words}</ofd:TextCode></ofd:TextObject>'
    )


objects = (
    written("补贴标准300元", 50)
    + written("旧稿标准200元", 70, 'Visible="false"')
    + written("内部上限900元", 90, 'Alpha="0"')
)
area = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
members = {
    "OFD.xml": f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}'
    "</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>"
    f"{area}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
    '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/PublicRes.xml": f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="SimSun"/>'
    "</ofd:Fonts></ofd:Res>",
    "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {SPACE}><ofd:Area>{area}</ofd:Area><ofd:Content>"
    f'<ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>',
}
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    for name, xml in members.items():
        archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + xml)
seen = ofdkit.extract_text(io.BytesIO(buffer.getvalue())).split()
print(*seen, sep=" | ")
expected = ["补贴标准300元", "旧稿标准200元", "内部上限900元"]
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
