"""Tables that describe one thing, a label and its value beside each other, as guides to a service do."""

from collections.abc import Iterator

from corpus.reading.grids import Cells, Grid, is_usual_name
from corpus.text.excerpt import compact

_WIDTHS = (2, 4)
_MIN_PAIRS = 3
_LONGEST_LABEL = 12
_USUAL = 0.7
"""Least share of labels that are usual column names; the first column of a list holds other words."""


def lines_of_card(grid: Grid) -> list[str]:
    """A line for each pair; none where the grid is a table of columns.

    Example: `办理时限` beside `即办` -> `办理时限：即办`
    """
    if not grid.rows or len(grid.rows[0]) not in _WIDTHS:
        return []
    pairs = [pair for row in grid.rows for pair in _pairs(row)]
    labels = [compact(label) for label, _ in pairs]
    usual = sum(len(label) <= _LONGEST_LABEL and is_usual_name(label) for label in labels)
    if len(pairs) < max(_MIN_PAIRS, len(grid.rows)) or usual < _USUAL * len(pairs):
        return []
    return [f"{label}：{value.strip()}" for label, (_, value) in zip(labels, pairs, strict=True)]


def _pairs(row: Cells) -> Iterator[tuple[str, str]]:
    """The filled pairs of a row. Example: `办理时限`, `即办`, `收费`, `无` -> two pairs."""
    for label, value in zip(row[::2], row[1::2], strict=True):
        if label and value:
            yield label, value
