#!/usr/bin/env bash
# courlan 1.4.0 drops pages of Chinese government sites when it is asked for pages in Chinese, without an error. With
# `language="zh"` (documented: language-aware filtering of internationalised addresses) a folder of two letters is
# read as a language. Such sites name folders by the first letters of the pinyin, and many of these are codes of
# ISO 639-1: 水利 (water) sl is Slovene, 办事 (services) bs Bosnian, 民生 ms Malay, 公安 (police) ga Irish. Other
# departments of the same site are kept, so nobody sees that some are missing.
#   https://www.example.org/sl/202407/t20240722_1.html, zh   -> None       expected: the address
#   https://www.example.org/mz/202407/t20240722_1.html, zh   -> kept (民政; no such language)
#   the first without a language                            -> kept
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet courlan==1.4.0 babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from courlan import check_url, extract_links

print("courlan", version("courlan"))
SITE = "https://www.example.org"
folders = {
    "sl": "dropped",
    "bs": "dropped",
    "ms": "dropped",
    "ga": "dropped",
    "mz": "kept",
    "zw": "kept",
    "slj": "kept",
}
pages = {folder: f"{SITE}/{folder}/202407/t20240722_1.html" for folder in folders}
seen = {folder: "kept" if check_url(page, language="zh") else "dropped" for folder, page in pages.items()}
print(seen)
listing = '<html lang="zh"><body>' + "".join(f'<a href="{page}">通知</a>' for page in pages.values())
whole = extract_links(f"{listing}</body></html>", SITE)
chinese = extract_links(f"{listing}</body></html>", SITE, language="zh")
print("of a list of", len(pages), "pages:", len(whole), "and with zh", sorted(chinese))
kept = {pages[folder] for folder, outcome in folders.items() if outcome == "kept"}
if (seen, whole, chinese) != (folders, set(pages.values()), kept):
    sys.exit(f"changed: was {folders}, all pages, {sorted(kept)}")
print("as recorded")
PYTHON
