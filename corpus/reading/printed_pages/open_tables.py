"""Tables without upright rules at their edges: the outer columns that only level rules bound."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.reading.printed_pages.drawn_page import Box, DrawnGlyph, Rule

_NEAR = 3.0
"""Points by which rules that meet may miss each other."""
_NARROWEST = 10.0
"""Points; rules that reach out less only overshoot."""
_LEAST_RULES = 3


def outer_cells(
    inner: Box, cells: Sequence[Box], rules: Sequence[Rule], glyphs: Sequence[DrawnGlyph]
) -> list[Box]:
    """The cells left and right of the table that upright rules bound, where words stand between level rules.

    `inner` is the box of the table, `cells` are its cells.
    """
    level = [rule for rule in rules if rule.level and inner[1] - _NEAR <= rule.top <= inner[3] + _NEAR]
    tops = sorted({cell[1] for cell in cells} | {cell[3] for cell in cells})
    sides = (_left(inner, level), _right(inner, level))
    return [cell for side in sides if side for cell in _column(side, tops, glyphs)]


def _left(inner: Box, level: Sequence[Rule]) -> tuple[float, float, list[float]] | None:
    meeting = [rule for rule in level if rule.x0 < inner[0] - _NARROWEST and rule.x1 >= inner[0] - _NEAR]
    if len(meeting) < _LEAST_RULES:
        return None
    return min(rule.x0 for rule in meeting), inner[0], [rule.top for rule in meeting]


def _right(inner: Box, level: Sequence[Rule]) -> tuple[float, float, list[float]] | None:
    meeting = [rule for rule in level if rule.x1 > inner[2] + _NARROWEST and rule.x0 <= inner[2] + _NEAR]
    if len(meeting) < _LEAST_RULES:
        return None
    return inner[2], max(rule.x1 for rule in meeting), [rule.top for rule in meeting]


def _column(
    side: tuple[float, float, list[float]], tops: Sequence[float], glyphs: Sequence[DrawnGlyph]
) -> list[Box]:
    """The cells of an outer column from rule to rule; none where nothing is printed in it."""
    left, right, rules = side
    heights = sorted(set(_snapped(rules, tops)))
    column = [(left, above, right, below) for above, below in pairwise(heights)]
    return column if any(_holds(cell, glyph) for cell in column for glyph in glyphs) else []


def _snapped(rules: Sequence[float], tops: Sequence[float]) -> Iterator[float]:
    """The heights of rules as the cells beside them have them."""
    for rule in rules:
        nearest = min(tops, key=lambda top: abs(top - rule))
        yield nearest if abs(nearest - rule) <= _NEAR else rule


def _holds(cell: Box, glyph: DrawnGlyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return cell[0] < x < cell[2] and cell[1] < y < cell[3] and not glyph.text.isspace()
