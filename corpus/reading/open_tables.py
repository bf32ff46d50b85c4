"""Tables without upright rules at their edges: the outer columns that only level rules bound."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner."""
Edge = dict[str, Any]
Char = dict[str, Any]

_NEAR = 3.0
"""Points by which rules that meet may miss each other."""
_NARROWEST = 10.0
"""Points; rules that reach out less only overshoot."""
_LEAST_RULES = 3


def outer_cells(inner: Box, cells: Sequence[Box], edges: Sequence[Edge], chars: Sequence[Char]) -> list[Box]:
    """The cells left and right of the table that upright rules bound, where words stand between level rules.

    `inner` is the box of the table, `cells` are its cells.
    """
    level = [e for e in edges if e["orientation"] == "h" and inner[1] - _NEAR <= e["top"] <= inner[3] + _NEAR]
    tops = sorted({cell[1] for cell in cells} | {cell[3] for cell in cells})
    sides = (_left(inner, level), _right(inner, level))
    return [cell for side in sides if side for cell in _column(side, tops, chars)]


def _left(inner: Box, level: Sequence[Edge]) -> tuple[float, float, list[float]] | None:
    meeting = [e for e in level if e["x0"] < inner[0] - _NARROWEST and e["x1"] >= inner[0] - _NEAR]
    if len(meeting) < _LEAST_RULES:
        return None
    return min(e["x0"] for e in meeting), inner[0], [e["top"] for e in meeting]


def _right(inner: Box, level: Sequence[Edge]) -> tuple[float, float, list[float]] | None:
    meeting = [e for e in level if e["x1"] > inner[2] + _NARROWEST and e["x0"] <= inner[2] + _NEAR]
    if len(meeting) < _LEAST_RULES:
        return None
    return inner[2], max(e["x1"] for e in meeting), [e["top"] for e in meeting]


def _column(
    side: tuple[float, float, list[float]], tops: Sequence[float], chars: Sequence[Char]
) -> list[Box]:
    """The cells of an outer column from rule to rule; none where nothing is printed in it."""
    left, right, rules = side
    heights = sorted(set(_snapped(rules, tops)))
    column = [(left, above, right, below) for above, below in pairwise(heights)]
    return column if any(_holds(cell, char) for cell in column for char in chars) else []


def _snapped(rules: Sequence[float], tops: Sequence[float]) -> Iterator[float]:
    """The heights of rules as the cells beside them have them."""
    for rule in rules:
        nearest = min(tops, key=lambda top: abs(top - rule))
        yield nearest if abs(nearest - rule) <= _NEAR else rule


def _holds(cell: Box, char: Char) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(cell[0] < x < cell[2] and cell[1] < y < cell[3] and not char["text"].isspace())
