"""The words of a web page as a plain parser hands them out, tag by tag."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from corpus.reading.encodings import decode

_SILENT = ("script", "style", "noscript", "template", "title", "head", "rp", "annotation", "annotation-xml")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*(gb2312|gbk|gb18030|big5)", re.IGNORECASE)
_SAMPLE = 4096
_PART_OF_SITE = re.compile(r"\ufeff?\s*<template[^<>]*>")
"""A file that begins so is all template: one part of a site, which its program puts into a page."""


def words_of_page(name: str, data: bytes) -> Iterator[str]:
    """The pieces of text between the tags of the body; scripts and styles hold none.

    Raises:
        UnknownFormatError: no encoding gives readable text.
    """
    parser = _PageWords()
    parser.feed(_without_opening(_decoded(name, data)))
    parser.close()
    return iter(parser.found)


def _without_opening(text: str) -> str:
    opening = _PART_OF_SITE.match(text)
    return text[opening.end() :] if opening else text


def _decoded(name: str, data: bytes) -> str:
    """The page as UTF-8 where it is that, whatever it declares; else as it declares."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_SAMPLE])
    if declared:
        encoding = "big5" if declared[1].lower() == b"big5" else "gb18030"
        return data.decode(encoding, "replace")
    return decode(name, data)


class _PageWords(HTMLParser):
    """Collects what stands between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that holds no words silences all up to its end; the body ends a head left open."""
        if not self._silent and tag in _SILENT:
            self._silent = tag
        elif self._silent == "head" and tag == "body":
            self._silent = ""

    def handle_endtag(self, tag: str) -> None:
        """The end of a silent tag."""
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if not self._silent and data.strip():
            self.found.append(data)
