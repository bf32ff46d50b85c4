"""The glyphs of a PDF page that a reader sees as its text, and those that are something else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Any

from corpus.reading.pdf_pages import UNSEEN, PlumberPage
from corpus.reading.pdf_strikes import struck_in
from corpus.reading.print_lines import Glyph
from corpus.reading.symbols import signs
from corpus.text.losses import Loss, LossKind
from corpus.text.radicals import plain_characters

_SLOPE = 0.1
"""Scanned pages are a degree or two askew, watermarks thirty and more."""
_PALE = 0.6
"""Least brightness, from 0 to 1, of a colour that only a watermark is printed in over other words."""
_WHITE = 0.98
_LARGE = 1.6
"""Sizes of the usual glyph; the title of a page is as large, but no other words stand inside it."""
_MAJORITY = 0.5
_TURNS = ("up", "down", "back")
_SMALL = 36.0
"""Points; a smaller picture is a sign or a rule."""

Char = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The glyphs of the text, and what a page holds beside them."""

    glyphs: tuple[Glyph, ...]
    losses: tuple[Loss, ...]


def turn_of(chars: Sequence[Char]) -> str:
    """Where the most words of a page run: `up`, `down`, `back`, or "" where they are level and forward."""
    counts = Counter(map(_runs, chars))
    most = max(_TURNS, key=lambda turn: counts[turn])
    return most if counts[most] > _MAJORITY * len(chars) else ""


def sort_out(page: PlumberPage) -> Sorted:
    """The glyphs of a page that are its text; turned, unseen and overprinted ones are losses."""
    level = [char for char in page.chars if _is_level(char)]
    losses = list(_losses(LossKind.TURNED, [char for char in page.chars if not _is_level(char)]))
    seen = _seen(page, level)
    losses.extend(_losses(LossKind.HIDDEN, _without(level, seen)))
    printed = _without(seen, _overprinted(seen))
    losses.extend(_losses(LossKind.WATERMARK, _without(seen, printed)))
    struck = struck_in(page, printed)
    losses.extend(_losses(LossKind.STRUCK, struck))
    printed = _without(printed, struck) if struck else printed
    large = [image for image in page.images if min(image["width"], image["height"]) >= _SMALL]
    losses.extend(Loss(LossKind.PICTURE) for _ in large)
    glyphs = (glyph for glyph in map(_glyph, printed) if glyph.text)
    return Sorted(tuple(glyphs), tuple(losses))


def _glyph(char: Char) -> Glyph:
    # Some fonts name their hyphen by the character of one that is not printed.
    text = plain_characters(signs(char["fontname"], char["text"]).replace("\xad", "-"))
    return Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], char["size"])


def _runs(char: Char) -> str:
    """Where a glyph's line runs; its matrix is (a, b, c, d, e, f), (a, b) the direction."""
    along, slope = char["matrix"][:2]
    if abs(slope) < _SLOPE * abs(along):
        return "back" if along < 0 else ""
    if abs(along) >= _SLOPE * abs(slope):
        return ""
    return "up" if slope > 0 else "down"


def _is_level(char: Char) -> bool:
    along, slope = char["matrix"][:2]
    return bool(along > 0 and abs(slope) < _SLOPE * along)


def _without(chars: Sequence[Char], others: Sequence[Char]) -> list[Char]:
    known = set(map(id, others))
    return [char for char in chars if id(char) not in known]


def _losses(kind: LossKind, chars: Sequence[Char]) -> Iterator[Loss]:
    """The words of glyphs in the order of their drawing, a loss for each line."""
    for _, group in groupby(chars, key=lambda char: (round(char["size"]), _line_of(char))):
        words = "".join(char["text"] for char in group)
        if words.strip():
            yield Loss(kind, words)


def _line_of(char: Char) -> float:
    """What the glyphs of one level line share; turned ones count as one line."""
    return round(char["top"]) if _is_level(char) else 0.0


def _seen(page: PlumberPage, chars: Sequence[Char]) -> list[Char]:
    """The glyphs that a viewer shows; of a scan made searchable, which shows none, all of them."""
    drawn = [char for char in chars if char.get("tag") != UNSEEN]
    if len(drawn) < _MAJORITY * len(chars):
        drawn = list(chars)
    x0, top, x1, bottom = page.cropbox
    coloured = [rect for rect in page.rects if rect.get("fill") and _brightness(rect) < _WHITE]
    return [
        char
        for char in drawn
        if x0 <= _middle(char)[0] <= x1
        and top <= _middle(char)[1] <= bottom
        and (_brightness(char) < _WHITE or page.images or any(_holds(rect, char) for rect in coloured))
    ]


def _overprinted(chars: Sequence[Char]) -> list[Char]:
    """The glyphs of watermarks: pale or large ones with other words inside or under them, whole lines."""
    if not chars:
        return []
    usual = median(char["size"] for char in chars)
    doubtful = [char for char in chars if char["size"] >= _LARGE * usual or _brightness(char) >= _PALE]
    if not doubtful or len(doubtful) > _MAJORITY * len(chars):
        return []
    others = _without(chars, doubtful)
    lines: dict[tuple[float, int], list[Char]] = {}
    for char in doubtful:
        lines.setdefault((_line_of(char), round(char["size"])), []).append(char)
    over = [line for line in lines.values() if any(_covers(char, other) for char in line for other in others)]
    return [char for line in over for char in line]


def _covers(char: Char, other: Char) -> bool:
    x, y = _middle(other)
    return bool(char["x0"] < x < char["x1"] and char["top"] < y < char["bottom"])


def _holds(rect: Char, char: Char) -> bool:
    return _covers(rect, char)


def _middle(char: Char) -> tuple[float, float]:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _brightness(drawn: Char) -> float:
    """From 0, black, to 1, white; a colour that is not understood is black."""
    colour = drawn.get("non_stroking_color")
    parts = [part for part in colour if isinstance(part, (int, float))] if isinstance(colour, tuple) else []
    if len(parts) == 4:
        return (1 - parts[3]) * (1 - sum(parts[:3]) / 3)
    if len(parts) == 3:
        red, green, blue = parts
        return 0.3 * red + 0.59 * green + 0.11 * blue
    return parts[0] if len(parts) == 1 else 0.0
