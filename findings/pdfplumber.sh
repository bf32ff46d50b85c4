#!/usr/bin/env bash
# pdfplumber 0.11.10 reads the words of an annotation (a note typed onto the page) as UTF-8, and where that fails
# as UTF-16 without a byte order mark. A text string of a PDF without the mark FE FF is in PDFDocEncoding
# (ISO 32000-1, 7.9.2.2); its own utils.decode_text reads it so, `annots` does not use it. Without an error:
#   (caf\351 \200 90\240), that is "café • 90€"  -> 慣 and four more   expected: café • 90€
#   (caf\351 90), of an odd length               -> UnicodeDecodeError, for every annotation of the page
#
# Seen on 2026-11-28 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pdfplumber==0.11.10
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from importlib.metadata import version

import pdfplumber
from pdfplumber.utils import decode_text

print("pdfplumber", version("pdfplumber"))


def page_with(words):
    """A page of one note."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Annots [4 0 R] >>",
        b"<< /Type /Annot /Subtype /FreeText /Rect [10 10 90 40] /Contents (" + words + b") >>",
    )
    body, starts = b"%PDF-1.7\n", []
    for number, data in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    tail = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return pdfplumber.open(io.BytesIO(body + b"xref\n0 5\n0000000000 65535 f \n" + table + tail)).pages[0]


def contents(words):
    try:
        return page_with(words).annots[0]["contents"]
    except UnicodeDecodeError as error:
        return type(error).__name__


right = decode_text(b"caf\xe9 \x80 90\xa0")
seen = (contents(b"caf\\351 \\200 90\\240"), contents(b"caf\\351 90"), right)
print(*seen, sep=" | ")
expected = ("\u6163\ue966\u8020\u3920\ua030", "UnicodeDecodeError", "café • 90€")
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
