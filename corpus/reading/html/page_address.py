"""The address that a saved page was published at, as the page itself states it."""

import re
from collections.abc import Iterator

from corpus.reading.html.chrome import Node
from corpus.text.web_address import is_web_address

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S+)\s*-->", re.IGNORECASE)
"""What browsers write at the top of a page that they save."""
_TOP = 2000
"""Characters at the beginning of a page among which that stands."""


def find_address(page: Node, text: str) -> str:
    """The address of a page, whose source is `text`; empty where it states none that can be opened.

    Source: 政府网站网页标签规范, Url; RFC 6596, canonical.
    """
    return next((stated for stated in _stated(page, text) if is_web_address(stated)), "")


def _stated(page: Node, text: str) -> Iterator[str]:
    """What may be the address, the surest first."""
    metas = [
        ((meta.get("name") or meta.get("property") or "").lower(), meta.get("content") or "")
        for meta in page.iter("meta")
    ]
    yield from (content.strip() for name, content in metas if name == "url")
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (link.get("href") or "").strip()
    yield from (content.strip() for name, content in metas if name == "og:url")
    saved = _SAVED_FROM.search(text[:_TOP])
    if saved:
        yield saved[1]
