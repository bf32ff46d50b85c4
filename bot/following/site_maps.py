"""Sitemaps and feeds (RSS, Atom): the addresses that they list, each with the time of its last change."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, XMLParser

from corpus.reading.archives import DECLARES

_ROOTS = ("urlset", "sitemapindex", "rss", "feed", "rdf")
_ENTRIES = ("url", "item", "entry")
_STAMPS = ("lastmod", "pubdate", "updated", "published", "date")


@dataclass(frozen=True, slots=True)
class MappedAddress:
    """An address of a sitemap or feed."""

    url: str
    title: str = ""
    stamp: str = ""
    """When it was changed, as printed."""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """What a sitemap or feed lists."""

    pages: tuple[MappedAddress, ...]
    maps: tuple[str, ...] = ()
    """Addresses of other sitemaps."""


def is_site_map(data: bytes) -> bool:
    """Whether a file is XML of such a kind."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<") and any(
        re.search(rb"<(?:\w+:)?" + r.encode() + rb"\b", head) for r in _ROOTS
    )


def read_site_map(data: bytes) -> SiteMap | None:
    """What it lists; None where it is broken or not to be trusted."""
    if DECLARES.search(data):
        return None
    parser = XMLParser()
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        return None
    maps = tuple(_words(entry, ("loc",)) for entry in root.iter() if _name(entry) == "sitemap")
    pages = [_page(entry) for entry in root.iter() if _name(entry) in _ENTRIES]
    return SiteMap(tuple(page for page in pages if page.url), tuple(filter(None, maps)))


def _page(entry: Element) -> MappedAddress:
    hrefs = [
        e.get("href", "") for e in entry if _name(e) == "link" and e.get("rel", "alternate") == "alternate"
    ]
    url = _words(entry, ("loc", "link")) or next(filter(None, hrefs), "")
    return MappedAddress(url, _words(entry, ("title",)), _words(entry, _STAMPS))


def _words(entry: Element, names: tuple[str, ...]) -> str:
    found = (" ".join((child.text or "").split()) for child in entry if _name(child) in names)
    return next(filter(None, found), "")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
