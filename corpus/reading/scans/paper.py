"""A picture of a page made ready and read: evened, without seals, upright and straight, by two readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from corpus.reading.printed_pages.drawn_page import Rule
from corpus.reading.scans.drawn_rules import rules_of
from corpus.reading.scans.ink import Seal, evened, seals_of, without_seals
from corpus.reading.scans.pictures import Picture, turned
from corpus.reading.scans.recognition import SeenLine, read_closely, read_quickly
from corpus.reading.scans.second_reading import surer
from corpus.reading.scans.skew import skew_of
from corpus.reading.scans.turns import PageTurn

_UPRIGHT = 0.85
"""The mean score of a page that is read the right way up; measured: upright 0.93 to 1, else 0.35 to 0.65."""
_HALF_FIRST, _QUARTERS_FIRST = (2, 1, 3), (1, 3, 2)
_INSIDE = 0.6
"""Heights of a line that stand on both sides of a rule that cuts it."""
_TALL = 1.6
"""Heights of a line that a rule has which cuts it; the strokes of its own characters are shorter."""
_MARGIN = 3
"""Pixels beside a rule that are left out with it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page shows, in pixels of the page as it was straightened."""

    turn: PageTurn
    lines: Sequence[SeenLine]
    others: Sequence[SeenLine]
    """The lines as the quick reader has them."""
    rules: Sequence[Rule]
    seals: Sequence[Seal]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A page laid straight in one of four ways, and what the quick reader sees in it."""

    picture: Picture
    turn: PageTurn
    seals: list[Seal]
    lines: list[SeenLine]

    @property
    def is_level(self) -> bool:
        """Whether most characters stand in lines that are wider than high."""
        level = sum(len(line.text) for line in self.lines if line.x1 - line.x0 >= line.bottom - line.top)
        return 2 * level >= sum(len(line.text) for line in self.lines)

    @property
    def score(self) -> float:
        """How sure the reader is, by character; it is not where the lines run up or down."""
        if not self.is_level:
            return 0.0
        count = sum(len(line.text) for line in self.lines)
        return sum(len(line.text) * line.score for line in self.lines) / count if count else 0.0


def look_at(picture: Picture) -> Paper:
    """Reads a picture of a page."""
    laid = _upright(evened(picture))
    rules = rules_of(laid.picture)
    seen = read_closely(laid.picture) if laid.lines else []
    whole = (surer(line, laid.lines) for line in seen)
    lines = [part for line in whole for part in _uncrossed(line, rules, laid.picture)]
    return Paper(laid.turn, lines, laid.lines, rules, laid.seals)


def _upright(picture: Picture) -> _Laid:
    """The page the right way up: where it reads badly as it lies, as the turn that reads best."""
    laid = _laid(picture, 0)
    if laid.score >= _UPRIGHT or not laid.lines:
        return laid
    turns = [laid]
    for quarters in _HALF_FIRST if laid.is_level else _QUARTERS_FIRST:
        turns.append(_laid(np.ascontiguousarray(np.rot90(picture, quarters)), quarters))
        if turns[-1].score >= _UPRIGHT:
            break
    return max(turns, key=lambda turn: turn.score)


def _laid(picture: Picture, quarters: int) -> _Laid:
    skew = skew_of(picture)
    straight = turned(picture, -skew) if skew else picture
    seals = seals_of(straight)
    clean = without_seals(straight, seals)
    height, width = clean.shape[:2]
    return _Laid(clean, PageTurn(quarters, skew, width, height), seals, read_quickly(clean))


def _uncrossed(line: SeenLine, rules: Sequence[Rule], picture: Picture) -> list[SeenLine]:
    """The line, or where upright rules cut it, what stands between them, each read for itself."""
    inside = _INSIDE * (line.bottom - line.top)
    cuts = sorted(
        rule.x0
        for rule in rules
        if not rule.level
        and rule.bottom - rule.top >= _TALL * (line.bottom - line.top)
        and rule.top < line.middle < rule.bottom
        and line.x0 + inside < rule.x0 < line.x1 - inside
    )
    if not cuts:
        return [line]
    bounds = [line.x0, *cuts, line.x1]
    return [
        part
        for left, right in pairwise(bounds)
        if (part := _part(picture, left + _MARGIN, right - _MARGIN, line))
    ]


def _part(picture: Picture, left: float, right: float, line: SeenLine) -> SeenLine | None:
    """What stands in a part of a line's width; None for nothing."""
    top, bottom = max(0, round(line.top) - 2), round(line.bottom) + 2
    cut = picture[top:bottom, round(left) : round(right)]
    room = bottom - top
    seen = read_closely(np.pad(cut, ((room, room), (room, room), (0, 0)), constant_values=255))
    if not seen:
        return None
    seen.sort(key=lambda piece: piece.x0)
    words = "".join(piece.text for piece in seen)
    start, end = seen[0].x0 - room + left, seen[-1].x1 - room + left
    return SeenLine(words, min(piece.score for piece in seen), start, line.top, end, line.bottom)
