#!/usr/bin/env bash
# urllib.robotparser of Python 3.11 does not read robots.txt as RFC 9309 does: the first rule that matches
# decides, where the RFC says the longest; and `*` and `$` within a path are taken as they are. A polite reader
# that relies on it fetches what a site forbids. Expected (RFC 9309, 2.2.2 and 2.2.3; protego 0.4.0 says so too):
# /search and /files/a.zip are forbidden by the rules below.
#
# Seen on 2026-11-29 with Python 3.11.7. Exits 0 while it behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet protego==0.4.0
"$folder/venv/bin/python" - <<'PYTHON'
import platform
import sys
from importlib.metadata import version
from urllib.robotparser import RobotFileParser

from protego import Protego

RULES = "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /*.zip$\n"
print("Python", platform.python_version(), "protego", version("protego"))
parser = RobotFileParser()
parser.parse(RULES.splitlines())
reference = Protego.parse(RULES)
seen = {}
for path in ("/search", "/files/a.zip"):
    url = f"http://www.example.org{path}"
    seen[path] = (parser.can_fetch("reader", url), reference.can_fetch(url, "reader"))
    print(f"{path}: robotparser {seen[path][0]}, protego {seen[path][1]}")
if seen != {"/search": (True, False), "/files/a.zip": (True, False)}:
    sys.exit("changed: was allowed by robotparser, forbidden by protego")
print("as recorded")
PYTHON
