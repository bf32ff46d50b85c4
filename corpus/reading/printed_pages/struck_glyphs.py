"""Words of a page with a line drawn through them: a rule, a thin bar, a mark of whoever read it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.reading.printed_pages.drawn_page import Box, DrawnGlyph

_Bar = tuple[float, float, float]
"""Left, right, height, in points from the upper left corner."""

_MIDDLE = (0.25, 0.75)
"""The part of a glyph's height in which a line through it stands; one under it stands lower."""
_BEYOND = 0.6
"""Glyph sizes by which such a line may be longer than its words; the rules of tables are longer still."""
_THIN = 3.0
"""Points; a bar that is higher is the ground of a table's cell."""
_STEP = 8.0
"""Points."""


def struck_in(strokes: Sequence[Box], glyphs: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs that one of the strokes of their page strikes through."""
    bars = list(_bars(strokes))
    if not bars:
        return []
    levels: dict[int, list[DrawnGlyph]] = defaultdict(list)
    for glyph in glyphs:
        levels[int(glyph.top // _STEP)].append(glyph)
    struck = [glyph for bar in bars for glyph in _through(bar, levels)]
    return list({id(glyph): glyph for glyph in struck}.values())


def _bars(strokes: Sequence[Box]) -> Iterator[_Bar]:
    for x0, top, x1, bottom in strokes:
        if bottom - top <= _THIN and x1 - x0 > bottom - top:
            yield x0, x1, (top + bottom) / 2


def _through(bar: _Bar, levels: dict[int, list[DrawnGlyph]]) -> list[DrawnGlyph]:
    """The glyphs that a bar strikes; none where it is longer than they are."""
    left, right, height = bar
    level = int(height // _STEP)
    near = [glyph for row in range(level - 6, level + 1) for glyph in levels.get(row, ())]
    hit = [glyph for glyph in near if left < (glyph.x0 + glyph.x1) / 2 < right and _crosses(height, glyph)]
    if not hit:
        return []
    room = _BEYOND * max(glyph.size for glyph in hit)
    fits = min(glyph.x0 for glyph in hit) - left <= room and right - max(glyph.x1 for glyph in hit) <= room
    return hit if fits else []


def _crosses(height: float, glyph: DrawnGlyph) -> bool:
    low, high = (glyph.top + share * (glyph.bottom - glyph.top) for share in _MIDDLE)
    return low < height < high
