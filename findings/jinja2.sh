#!/usr/bin/env bash
# Jinja2 3.1.6 makes links that lead nowhere of addresses in a Chinese sentence, without an error. `urlize` is
# documented to leave trailing punctuation (periods, commas, closing parentheses) out of a link; it knows that of
# English only, and ends a link at a blank, which Chinese does not set. Before the address it is the same: no blank,
# no link, and the words before a mail address become part of it. linkify-it-py 2.2.0 (the links of markdown-it-py),
# "full unicode support", also takes what follows into the address.
#   请登录 https://example.org/a。      -> link to https://example.org/a。     expected: https://example.org/a
#   请登录https://example.org/a 办理    -> no link                             expected: https://example.org/a
#   邮箱zcq@example.org                 -> mailto:邮箱zcq@example.org          expected: mailto:zcq@example.org
#   https://example.org/a；下载附件     -> both: a link to all of it           expected: https://example.org/a
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the packages behave so, 1 when they do not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jinja2==3.1.6 linkify-it-py==2.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import re
import sys
from importlib.metadata import version

from jinja2 import Environment
from linkify_it import LinkifyIt

print("Jinja2", version("Jinja2"), "linkify-it-py", version("linkify-it-py"))
template = Environment(autoescape=True).from_string("{{ text | urlize }}")


def by_jinja(text):
    return re.findall('href="([^"]*)"', template.render(text=text))


def by_linkify(text):
    return [match.url for match in LinkifyIt().match(text) or []]


there = "https://example.org/a"
expected = {
    f"see {there}.": ([there], [there]),
    f"请登录 {there}。": ([f"{there}。"], [f"{there}。"]),
    f"请登录{there} 办理": ([], []),
    f"{there}；下载附件": ([f"{there}；下载附件"], [f"{there}；下载附件"]),
    "邮箱zcq@example.org": (["mailto:邮箱zcq@example.org"], []),
}
seen = {text: (by_jinja(text), by_linkify(text)) for text in expected}
for text, links in seen.items():
    print(text, "->", *links)
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
