"""Text objects of an OFD page as glyphs: the words of TextCode, however a font draws them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from xml.etree.ElementTree import Element

from corpus.reading.ofd.glyph_steps import distances_in, joins_next, pieces_of, step_after
from corpus.reading.ofd.ofd_package import children
from corpus.reading.ofd.placement import Affine, number
from corpus.reading.printed_pages.drawn_page import DrawnGlyph

_ASCENT, _DESCENT = 0.88, 0.12
"""Shares of its size by which a Chinese glyph stands above and below its line."""
_NARROW = 0.5
_BROAD = {**dict.fromkeys("mwMW@%", 0.9), **dict.fromkeys("ABCDEGHKNOPQRUVXYZ&", 0.7)}
"""Widths in glyph sizes; fonts differ by a tenth, a space between words is a quarter."""
_BREAK = re.compile(r"\s*\n\s*")
_CACHED = 8192


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a text object shows: the name of its font, how bright, and whether at all."""

    font: str
    brightness: float
    seen: bool


@dataclass(frozen=True, slots=True)
class _Pen:
    """How the glyphs of one text object lie: their size, a step along their line, their reach across it."""

    size: float
    stretch: float
    step: tuple[float, float]
    across: tuple[float, float]
    """Least and greatest x of a glyph's sides, from its origin, in points."""
    up: tuple[float, float]
    """The same of y."""


def glyphs_of(text: Element, place: Affine, look: TextLook) -> Iterator[DrawnGlyph]:
    """The glyphs of a text object in points; `place` maps its own coordinates.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    pen = _pen(text, place)
    height = pen.size * place.height
    along, fall = pen.step
    x = y = 0.0
    for code in children(text, "TextCode"):
        x, y = number(code.get("X") or str(x)), number(code.get("Y") or str(y))
        for words, left, base, width in set_pieces(text, code, (pen.size, pen.stretch), (x, y)):
            across, down = place.at(left, base)
            right, fallen = width * along, width * fall
            yield DrawnGlyph(
                words,
                across + min(0.0, right) + pen.across[0],
                across + max(0.0, right) + pen.across[1],
                down + min(0.0, fallen) + pen.up[0],
                down + max(0.0, fallen) + pen.up[1],
                height,
                along,
                -fall,
                look.brightness,
                look.seen,
                look.font,
            )


def glyphs_without_words(text: Element) -> Iterator[str]:
    """The numbers of the glyphs that a text object without words draws, as its font counts them."""
    for transform in children(text, "CGTransform"):
        for glyphs in children(transform, "Glyphs"):
            yield from (glyphs.text or "").split()


def _pen(text: Element, place: Affine) -> _Pen:
    size = number(text.get("Size") or "0")
    turn = radians(number(text.get("CharDirection") or "0"))
    sides = [
        place.along(-sin(turn) * reach, cos(turn) * reach) for reach in (-_ASCENT * size, _DESCENT * size)
    ]
    across, up = zip(*sides, strict=True)
    return _Pen(
        size,
        number(text.get("HScale") or "1"),
        place.along(cos(turn), sin(turn)),
        (min(across), max(across)),
        (min(up), max(up)),
    )


def set_pieces(
    text: Element, code: Element, look: tuple[float, float], start: tuple[float, float]
) -> Iterator[tuple[str, float, float, float]]:
    """The pieces of a TextCode, each with its origin and its width in the object's own coordinates.

    `look`: the size of the glyphs and how much they are stretched.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    size, stretch = look
    words = _words_of(code)
    right, down = (list(distances_in(code.get(axis), len(words))) for axis in ("DeltaX", "DeltaY"))
    pieces = pieces_of(text, words, max(len(right), len(down)))
    usual = [sum(map(_width, piece)) * size * stretch for piece in pieces]
    steps = [step_after(position, width, right, down) for position, width in enumerate(usual)]
    x, y = start
    for position, (piece, width) in enumerate(zip(pieces, usual, strict=True)):
        forth, fall = steps[position]
        joins = fall == 0 and joins_next(steps, position, width, size)
        yield piece, x, y, forth if joins else width
        x, y = x + forth, y + fall


def _words_of(code: Element) -> str:
    """The words; a line break with the indents around it, put in to lay out the XML, is one blank."""
    words = code.text or ""
    return _BREAK.sub(" ", words).strip() if "\n" in words else words


@lru_cache(_CACHED)
def _width(sign: str) -> float:
    """The usual width of a character in glyph sizes."""
    if sign.isascii():
        return _BROAD.get(sign, _NARROW)
    return 1.0 if unicodedata.east_asian_width(sign) in "WFA" else _NARROW
