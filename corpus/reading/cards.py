"""Tables that describe one thing, a label and its value beside each other, as guides to a service do.

A handbook prints one such table for each of its policies, with the same labels in all of them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.reading.grids import Cells, Grid, is_usual_name
from corpus.text.excerpt import compact
from corpus.text.markers import find_marker

_WIDTHS = (2, 4)
_MIN_PAIRS = 3
_LONGEST_LABEL = 12
_USUAL = 0.7
"""Least share of labels that are usual column names; the first column of a list holds other words."""
_MIN_CARDS = 3
"""Tables that share a label before it is one of a handbook."""
_MIN_LABELS = 3
_FULL = 0.85
"""Share of the longest line of a cell: a line that is wrapped reaches it, the indented first one nearly."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; `closed`: its paragraph ends here; `row`: the row of the grid, from 0."""

    text: str
    closed: bool = True
    row: int = 0


def lines_of_card(grid: Grid) -> list[CardLine]:
    """A line for each pair; none where the grid is a table of columns.

    Example: `办理时限` beside `即办` -> `办理时限：即办`
    """
    if not grid.rows or len(grid.rows[0]) not in _WIDTHS:
        return []
    pairs = [(number, *pair) for number, row in enumerate(grid.rows) for pair in _pairs(row)]
    labels = [compact(label) for _, label, _ in pairs]
    usual = sum(len(label) <= _LONGEST_LABEL and is_usual_name(label) for label in labels)
    if len(pairs) < max(_MIN_PAIRS, len(grid.rows)) or usual < _USUAL * len(pairs):
        return []
    texts = ((row, f"{label}：{value.strip()}") for label, (row, _, value) in zip(labels, pairs, strict=True))
    return [CardLine(line, row=row) for row, text in texts for line in text.splitlines() if line.strip()]


def _pairs(row: Cells) -> Iterator[tuple[str, str]]:
    """The filled pairs of a row. Example: `办理时限`, `即办`, `收费`, `无` -> two pairs."""
    for label, value in zip(row[::2], row[1::2], strict=True):
        if label and value:
            yield label, value


def labels_of_book(grids: Sequence[Grid]) -> frozenset[str]:
    """The labels that the cards of a handbook share; none where the tables are no cards.

    Example: three tables with 政策依据, 支持内容, 联系电话 down their first column -> these three
    """
    counts: Counter[str] = Counter()
    for grid in grids:
        own = _first_column(grid)
        if len(set(own)) == len(own):
            counts.update(own)
    shared = {label for label, count in counts.items() if count >= _MIN_CARDS}
    usual = sum(map(is_usual_name, shared))
    return frozenset(shared) if len(shared) >= _MIN_LABELS and 2 * usual >= len(shared) else frozenset()


def _first_column(grid: Grid) -> list[str]:
    """What a grid of labels and values has for labels; none where its rows have more columns filled."""
    narrow = all(
        len(row) > 1 and sum(bool((cell or "").strip()) for cell in row) <= max(_WIDTHS) for row in grid.rows
    )
    labels = [compact(row[0] or "") for row in grid.rows]
    return [label for label in labels if _is_label(label)] if narrow else []


def _is_label(words: str) -> bool:
    return bool(words) and len(words) <= _LONGEST_LABEL and not words[0].isdigit()


def lines_of_book(grid: Grid, labels: frozenset[str], following: Grid | None = None) -> list[CardLine]:
    """The lines of a card of a handbook, or of the part of one that stands on a page; else none.

    A row without a label goes on with the value above it; so does the first one of the grid `following`.

    Example: `政策依据` beside `《…办法》`, nothing beside `…` -> `政策依据：《…办法》`, `…`
    """
    known = [compact(row[0] or "") in labels for row in grid.rows]
    if not any(known) or 2 * sum(known) < sum(bool(compact(row[0] or "")) for row in grid.rows):
        return []
    after = [*grid.rows[1:], *(following.rows[:1] if following else [])]
    torn = [not compact(row[0] or "") for row in after]
    return [
        replace(line, row=number)
        for number, (row, goes_on) in enumerate(zip_longest(grid.rows, torn, fillvalue=False))
        if isinstance(row, tuple)
        for line in _lines_of_row(row, labels, goes_on=bool(goes_on))
    ]


def _lines_of_row(row: Cells, labels: frozenset[str], *, goes_on: bool) -> Iterator[CardLine]:
    """The lines of one row: those of each value, the first behind its label; a title alone is none."""
    filled = [compact(cell) for cell in row if cell and cell.strip()]
    if len(filled) == 1 and row[0] and filled[0] not in labels:
        yield from _lines_of_value("", row[0].strip(), goes_on=False)
        return
    label = ""
    for position, cell in enumerate(row):
        words = (cell or "").strip()
        if compact(words) in labels or (position == 0 and _is_label(compact(words))):
            if label:
                yield CardLine(f"{label}：")
            label = compact(words)
        elif words:
            yield from _lines_of_value(label, words, goes_on=goes_on)
            label = ""
    if label:
        yield CardLine(f"{label}：")


def _lines_of_value(label: str, words: str, *, goes_on: bool) -> Iterator[CardLine]:
    """The lines of a value; one that reaches the longest may go on in the next."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    longest = max(map(len, lines))
    before = f"{label}：" if label else ""
    if before and find_marker(lines[0]):
        yield CardLine(before)
        before = ""
    for line in lines[:-1]:
        yield CardLine(before + line, closed=len(line) < _FULL * longest)
        before = ""
    yield CardLine(before + lines[-1], closed=not goes_on)
