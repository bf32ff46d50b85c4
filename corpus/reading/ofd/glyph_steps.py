"""How far apart the glyphs of an OFD text object stand: its distances, and what each of them leads to.

Source: GB/T 33190-2016, 11.3 (text positions), 11.4 (glyphs).
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from corpus.reading.ofd.ofd_package import children
from corpus.reading.ofd.placement import UnusableNumberError, number

_SET_APART = 0.3
"""Glyph sizes by which the letters of a word may be set apart, as in a line that fills its measure."""
_EVEN = 0.01
"""Glyph sizes by which distances may differ that are meant to be the same."""
_LETTERSPACED = 2.1
"""Widths of a character: digits set like Chinese characters stand two apart, and so does a head set wide."""
_ASTRAL = 0xFFFF
_FIGURES = 9


def step_after(
    position: int, width: float, right: Sequence[float], down: Sequence[float]
) -> tuple[float, float]:
    """How far to the right and down the next piece stands; beside it where nothing is given."""
    if position < len(right) or position < len(down):
        return (
            right[position] if position < len(right) else 0.0,
            down[position] if position < len(down) else 0.0,
        )
    return (0.0, 0.0) if down and not right else (width, 0.0)


def joins_next(steps: Sequence[tuple[float, float]], position: int, width: float, size: float) -> bool:
    """Whether a piece reaches up to the next: it stands near, or all stand apart evenly."""
    forth = steps[position][0]
    if 0 < forth <= width + _SET_APART * size:
        return True
    beside = (*steps[max(position - 1, 0) : position], *steps[position + 1 : position + 2])
    even = any(abs(other - forth) <= _EVEN * size for other, _ in beside)
    return even and 0 < forth <= _LETTERSPACED * width


def distances_in(written: str | None, most: int) -> Iterator[float]:
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


def pieces_of(text: Element, words: str, deltas: int) -> Sequence[str]:
    """The pieces that a number of distances stands between: mostly one character each.

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
