"""Words of a PDF page with a line drawn through them: a rule, a thin bar, a mark of whoever read it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.reading.pdf_pages import PlumberPage, resolve

Char = dict[str, Any]
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


def struck_in(page: PlumberPage, chars: Sequence[Char]) -> list[Char]:
    """The glyphs of a page that a line strikes through."""
    bars = [*_ruled(page), *_marked(page)]
    if not bars:
        return []
    levels: dict[int, list[Char]] = defaultdict(list)
    for char in chars:
        levels[int(char["top"] // _STEP)].append(char)
    struck = [char for bar in bars for char in _through(bar, levels)]
    return list({id(char): char for char in struck}.values())


def _ruled(page: PlumberPage) -> Iterator[_Bar]:
    for line in (*page.lines, *page.rects):
        if line["height"] <= _THIN and line["width"] > line["height"]:
            yield line["x0"], line["x1"], (line["top"] + line["bottom"]) / 2


def _marked(page: PlumberPage) -> Iterator[_Bar]:
    """The marks of the kind StrikeOut. Source: ISO 32000-1, 12.5.6.10."""
    for annotation in map(resolve, resolve(page.page_obj.annots) or ()):
        if getattr(resolve(annotation.get("Subtype")), "name", "") != "StrikeOut" or page.rotation:
            continue
        points = [float(resolve(point)) for point in resolve(annotation.get("QuadPoints")) or ()]
        for start in range(0, len(points) - 7, 8):
            across, up = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
            yield min(across), max(across), float(page.height) - (min(up) + max(up)) / 2


def _through(bar: _Bar, levels: dict[int, list[Char]]) -> list[Char]:
    """The glyphs that a bar strikes; none where it is longer than they are."""
    left, right, height = bar
    level = int(height // _STEP)
    near = [char for row in range(level - 6, level + 1) for char in levels.get(row, ())]
    hit = [char for char in near if left < (char["x0"] + char["x1"]) / 2 < right and _crosses(height, char)]
    if not hit:
        return []
    room = _BEYOND * max(char["size"] for char in hit)
    fits = min(char["x0"] for char in hit) - left <= room and right - max(char["x1"] for char in hit) <= room
    return hit if fits else []


def _crosses(height: float, char: Char) -> bool:
    low, high = (char["top"] + share * (char["bottom"] - char["top"]) for share in _MIDDLE)
    return bool(low < height < high)
