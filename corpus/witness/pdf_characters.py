"""The characters of a PDF as its parser hands them out. The only importer of pdfminer."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTItem, LTPage

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_DOUBLED = 0.2
"""Share of its size by which a glyph is shifted that is printed twice to look bold."""


def lines_of_pdf(data: bytes) -> Iterator[str]:
    """A stretch for each run of characters of one height, in the order of their drawing."""
    for page in extract_pages(BytesIO(data)):
        yield from _lines(page)


def _lines(page: LTPage) -> Iterator[str]:
    words, height = "", 0.0
    for char in _once(_chars(page)):
        if abs(char.y0 - height) > char.size / 2:
            yield words
            words, height = "", char.y0
        words += _UNKNOWN.sub("", char.get_text())
    yield words


def _chars(item: Iterable[LTItem]) -> Iterator[LTChar]:
    for part in item:
        if isinstance(part, LTChar):
            yield part
        elif isinstance(part, LTContainer):
            yield from _chars(part)


def _once(chars: Iterable[LTChar]) -> Iterator[LTChar]:
    """Each glyph once; bold is often printed by the same glyph twice, a little shifted."""
    known: dict[str, list[tuple[float, float]]] = {}
    for char in chars:
        spots = known.setdefault(char.get_text(), [])
        near = _DOUBLED * char.size
        if not any(abs(char.x0 - x) < near and abs(char.y0 - y) < near for x, y in spots):
            spots.append((char.x0, char.y0))
            yield char
