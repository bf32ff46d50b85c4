"""Text objects of an OFD page as glyphs: the words of TextCode, however a font draws them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from xml.etree.ElementTree import Element

from corpus.reading.drawn_page import DrawnGlyph
from corpus.reading.ofd.ofd_package import children
from corpus.reading.ofd.placement import Affine, UnusableNumberError, number

_ASCENT, _DESCENT = 0.88, 0.12
"""Shares of its size by which a Chinese glyph stands above and below its line."""
_NARROW = 0.5
_BROAD = {**dict.fromkeys("mwMW@%", 0.9), **dict.fromkeys("ABCDEGHKNOPQRUVXYZ&", 0.7)}
"""Widths in glyph sizes; fonts differ by a tenth, a space between words is a quarter."""
_SET_APART = 0.3
"""Glyph sizes by which the letters of a word may be set apart, as in a line that fills its measure."""
_BREAK = re.compile(r"\s*\n\s*")
_ASTRAL = 0xFFFF
_FIGURES = 9
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
        for words, left, base, width in _set(text, code, pen, (x, y)):
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


def _set(
    text: Element, code: Element, pen: _Pen, start: tuple[float, float]
) -> Iterator[tuple[str, float, float, float]]:
    """The pieces of a TextCode, each with its origin and its width."""
    words = _words_of(code)
    right, down = (list(_deltas(code.get(axis), len(words))) for axis in ("DeltaX", "DeltaY"))
    pieces = _pieces(text, words, max(len(right), len(down)))
    x, y = start
    for position, piece in enumerate(pieces):
        natural = sum(map(_width, piece)) * pen.size * pen.stretch
        forth, fall = natural, 0.0
        if position < len(right) or position < len(down) or (down and not right):
            forth = right[position] if position < len(right) else 0.0
            fall = down[position] if position < len(down) else 0.0
        near = 0 < forth <= natural + _SET_APART * pen.size
        yield piece, x, y, forth if near and not fall else natural
        x, y = x + forth, y + fall


def _words_of(code: Element) -> str:
    """The words; a line break with the indents around it, put in to lay out the XML, is one blank."""
    words = code.text or ""
    return _BREAK.sub(" ", words).strip() if "\n" in words else words


def _deltas(written: str | None, most: int) -> Iterator[float]:
    """The distances from glyph to glyph; `g 3 2.5` stands for three times 2.5.

    Raises:
        UnusableNumberError: one is no number.
    """
    tokens = (written or "").split()
    position = given = 0
    while position < len(tokens) and given < 2 * most:
        times = 1
        if tokens[position] == "g":
            if position + 2 >= len(tokens):
                raise UnusableNumberError(written)
            times = min(_count(tokens[position + 1]), 2 * most - given)
            position += 2
        value = number(tokens[position])
        for _ in range(times):
            yield value
        position, given = position + 1, given + times


def _count(token: str) -> int:
    """A count of the format; one of more than nine figures is a thousand millions.

    Raises:
        UnusableNumberError: it is none.
    """
    if not (token.isascii() and token.isdigit()):
        raise UnusableNumberError(token)
    return int(token) if len(token) <= _FIGURES else 10**_FIGURES


def _pieces(text: Element, words: str, deltas: int) -> Sequence[str]:
    """What each distance leads to the next of: mostly a character, else as the number of distances tells.

    A character of four bytes may count as two; characters that one glyph draws (CGTransform) count as one.
    """
    if not deltas or deltas == len(words) - 1:
        return words
    doubled = [piece for sign in words for piece in ((sign, "") if ord(sign) > _ASTRAL else (sign,))]
    if deltas == len(doubled) - 1:
        return doubled
    joined = list(_ligatures(text, words))
    return joined if deltas == len(joined) - 1 else words


def _ligatures(text: Element, words: str) -> Iterator[str]:
    """The characters, those that become one glyph together."""
    lengths: dict[int, int] = {}
    for transform in children(text, "CGTransform"):
        codes = int(number(transform.get("CodeCount") or "1"))
        if codes > 1 and transform.get("GlyphCount", "1") == "1":
            lengths[int(number(transform.get("CodePosition") or "0"))] = min(codes, len(words))
    position = 0
    while position < len(words):
        length = lengths.get(position, 1)
        yield words[position : position + length]
        position += length


@lru_cache(_CACHED)
def _width(sign: str) -> float:
    """The usual width of a character in glyph sizes."""
    if sign.isascii():
        return _BROAD.get(sign, _NARROW)
    return 1.0 if unicodedata.east_asian_width(sign) in "WFA" else _NARROW
