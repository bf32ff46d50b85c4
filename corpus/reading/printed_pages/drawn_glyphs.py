"""The glyphs of a drawn page that a reader sees as its text, and those that are something else."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from corpus.reading.printed_pages.drawn_page import WHITE, Box, DrawnGlyph, DrawnPage
from corpus.reading.printed_pages.print_lines import Glyph
from corpus.reading.printed_pages.struck_glyphs import struck_in
from corpus.reading.symbols import signs
from corpus.text.losses import Loss, LossKind
from corpus.text.radicals import plain_characters

_SLOPE = 0.1
"""Scanned pages are a degree or two askew, watermarks thirty and more."""
_PALE = 0.6
"""Least brightness, from 0 to 1, of a colour that only a watermark is printed in over other words."""
_LARGE = 1.6
"""Sizes of the usual glyph; the title of a page is as large, but no other words stand inside it."""
_MAJORITY = 0.5
_TURNS = ("up", "down", "back")
_SMALL = 36.0
"""Points; a smaller picture is a sign or a rule."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The glyphs of the text, and what a page holds beside them."""

    glyphs: tuple[Glyph, ...]
    losses: tuple[Loss, ...]


def turn_of(glyphs: Sequence[DrawnGlyph]) -> str:
    """Where the most words of a page run: `up`, `down`, `back`, or "" where they are level and forward."""
    counts = Counter(map(_runs, glyphs))
    most = max(_TURNS, key=lambda turn: counts[turn])
    return most if counts[most] > _MAJORITY * len(glyphs) else ""


def sort_out(page: DrawnPage) -> Sorted:
    """The glyphs of a page that are its text; turned, unseen and overprinted ones are losses."""
    level = [glyph for glyph in page.glyphs if _is_level(glyph)]
    losses = list(_losses(LossKind.TURNED, [glyph for glyph in page.glyphs if not _is_level(glyph)]))
    seen = _seen(page, level)
    losses.extend(_losses(LossKind.HIDDEN, _without(level, seen)))
    printed = _without(seen, _overprinted(seen))
    losses.extend(_losses(LossKind.WATERMARK, _without(seen, printed)))
    struck = struck_in(page.strokes, printed)
    losses.extend(_losses(LossKind.STRUCK, struck))
    printed = _without(printed, struck) if struck else printed
    losses.extend(Loss(LossKind.PICTURE) for box in page.pictures if _is_large(box))
    glyphs = (glyph for glyph in map(_as_printed, printed) if glyph.text)
    return Sorted(tuple(glyphs), tuple(losses))


def _is_large(box: Box) -> bool:
    x0, top, x1, bottom = box
    return min(x1 - x0, bottom - top) >= _SMALL


def _as_printed(glyph: DrawnGlyph) -> Glyph:
    # Some fonts name their hyphen by the character of one that is not printed.
    text = plain_characters(signs(glyph.font, glyph.text).replace("\xad", "-"))
    return Glyph(text, glyph.x0, glyph.x1, glyph.top, glyph.bottom, glyph.size)


def _runs(glyph: DrawnGlyph) -> str:
    """Where a glyph's line runs."""
    along, slope = glyph.along, glyph.slope
    if abs(slope) < _SLOPE * abs(along):
        return "back" if along < 0 else ""
    if abs(along) >= _SLOPE * abs(slope):
        return ""
    return "up" if slope > 0 else "down"


def _is_level(glyph: DrawnGlyph) -> bool:
    return glyph.along > 0 and abs(glyph.slope) < _SLOPE * glyph.along


def _without(glyphs: Sequence[DrawnGlyph], others: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    known = set(map(id, others))
    return [glyph for glyph in glyphs if id(glyph) not in known]


def _losses(kind: LossKind, glyphs: Sequence[DrawnGlyph]) -> Iterator[Loss]:
    """The words of glyphs in the order of their drawing, a loss for each line."""
    for _, group in groupby(glyphs, key=lambda glyph: (round(glyph.size), _line_of(glyph))):
        words = "".join(glyph.text for glyph in group)
        if words.strip():
            yield Loss(kind, words)


def _line_of(glyph: DrawnGlyph) -> float:
    """What the glyphs of one level line share; turned ones count as one line."""
    return round(glyph.top) if _is_level(glyph) else 0.0


def _seen(page: DrawnPage, glyphs: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs that a viewer shows; of a scan made searchable, which shows none, all of them."""
    drawn = [glyph for glyph in glyphs if glyph.seen]
    if len(drawn) < _MAJORITY * len(glyphs):
        drawn = list(glyphs)
    x0, top, x1, bottom = page.visible
    return [
        glyph
        for glyph in drawn
        if x0 <= _middle(glyph)[0] <= x1
        and top <= _middle(glyph)[1] <= bottom
        and (glyph.brightness < WHITE or page.pictures or any(_holds(box, glyph) for box in page.grounds))
    ]


def _overprinted(glyphs: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs of watermarks: pale or large ones with other words inside or under them, whole lines."""
    if not glyphs:
        return []
    usual = median(glyph.size for glyph in glyphs)
    doubtful = [glyph for glyph in glyphs if glyph.size >= _LARGE * usual or glyph.brightness >= _PALE]
    if not doubtful or len(doubtful) > _MAJORITY * len(glyphs):
        return []
    others = _without(glyphs, doubtful)
    lines: dict[tuple[float, int], list[DrawnGlyph]] = {}
    for glyph in doubtful:
        lines.setdefault((_line_of(glyph), round(glyph.size)), []).append(glyph)
    covered = _Covering(others)
    over = [line for line in lines.values() if any(map(covered.by, line))]
    return [glyph for line in over for glyph in line]


class _Covering:
    """Words that other glyphs may be printed over, by height."""

    def __init__(self, glyphs: Sequence[DrawnGlyph]) -> None:
        self._middles = sorted(_middle(glyph)[::-1] for glyph in glyphs)
        self._heights = [height for height, _ in self._middles]

    def by(self, glyph: DrawnGlyph) -> bool:
        """Whether the middle of a word lies inside a glyph."""
        near = self._middles[
            bisect_right(self._heights, glyph.top) : bisect_left(self._heights, glyph.bottom)
        ]
        return any(glyph.x0 < x < glyph.x1 for _, x in near)


def _holds(box: Box, glyph: DrawnGlyph) -> bool:
    x, y = _middle(glyph)
    return box[0] < x < box[2] and box[1] < y < box[3]


def _middle(glyph: DrawnGlyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
