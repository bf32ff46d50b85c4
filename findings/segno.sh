#!/usr/bin/env bash
# segno 1.6.6 and OpenCV 5.0.0: the code of one Chinese address can be read and that of another cannot. Without an
# encoding segno takes the first of ISO 8859-1, Shift JIS and UTF-8 that holds all characters, and writes nowhere
# which it was. 周村 and 政策 exist in Japanese and become Shift JIS; 淄博 does not and becomes UTF-8. OpenCV reads
# bytes without a mark as ISO 8859-1 or UTF-8, so an address of a place comes out in other characters, without an error.
#   https://example.org/周村                       -> https://example.org/ and four others   expected: as written
#   https://example.org/周村, encoding="utf-8"     -> as written
#   https://example.org/淄博                       -> as written
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the packages behave so, 1 when they do not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet segno==1.6.6 opencv-python-headless==5.0.0.93
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from importlib.metadata import version

import cv2
import numpy
import segno

print("segno", version("segno"), "opencv", version("opencv-python-headless"))


def read(address, encoding=None):
    picture = io.BytesIO()
    segno.make_qr(address, encoding=encoding).save(picture, kind="png", scale=8, border=4)
    pixels = cv2.imdecode(numpy.frombuffer(picture.getvalue(), numpy.uint8), cv2.IMREAD_GRAYSCALE)
    return cv2.QRCodeDetector().detectAndDecodeBytes(pixels)[0].decode("utf-8", "replace")


there, other = "https://example.org/周村", "https://example.org/淄博"
seen = [read(there), read(there, "utf-8"), read(other)]
print(*map(ascii, seen), sep=" | ")
expected = ["https://example.org/\x8e\xfc\x91\xba", there, other]
if seen != expected:
    sys.exit(f"changed: was {expected!a}")
print("as recorded")
PYTHON
