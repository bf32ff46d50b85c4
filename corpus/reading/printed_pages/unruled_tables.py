"""Tables without upright rules: a row of column names, and under it words that keep to the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.reading.grids import Cells, names_columns
from corpus.reading.printed_pages.page_order import Page, RuledTable
from corpus.reading.printed_pages.print_lines import PrintLine

Row = tuple[PrintLine, ...]

_FEWEST_COLUMNS = 3
"""Two names side by side also head a pair of addresses or signatures."""
_FEWEST_ROWS = 2
_MAX_GAP = 3.0
"""Glyph sizes between two lines of a table; more ends it."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The stretches of the page's width that the columns take so far, left to right."""

    spans: tuple[tuple[float, float], ...]

    def taking(self, row: Row) -> "_Columns | None":
        """The columns widened by a row; None where a piece of it does not keep to one column."""
        spans = list(self.spans)
        for piece in row:
            touched = [n for n, (left, right) in enumerate(spans) if piece.x0 < right and piece.x1 > left]
            if len(touched) > 1:
                return None
            column = touched[0] if touched else self.nearest(piece)
            spans[column] = min(spans[column][0], piece.x0), max(spans[column][1], piece.x1)
        ordered = all(a[1] <= b[0] for a, b in pairwise(spans))
        return _Columns(tuple(spans)) if ordered else None

    def nearest(self, piece: PrintLine) -> int:
        """The column that a piece stands in or is nearest to."""
        return min(
            range(len(self.spans)),
            key=lambda n: max(self.spans[n][0] - piece.x1, piece.x0 - self.spans[n][1]),
        )


def with_unruled(page: Page, rules: Sequence[float]) -> Page:
    """The page with its unruled tables taken out of its lines; `rules` are the heights of level rules."""
    rows: list[Row] = []
    tables: list[RuledTable] = list(page.tables)
    position = 0
    while position < len(page.rows):
        end, columns = _stretch(page.rows, position)
        if end - position <= _FEWEST_ROWS:
            rows.append(page.rows[position])
            position += 1
            continue
        tables.append(_table(page.rows[position:end], columns, rules))
        position = end
    return replace(page, rows=tuple(rows), tables=tuple(tables)) if len(tables) > len(page.tables) else page


def _stretch(rows: Sequence[Row], start: int) -> tuple[int, _Columns]:
    """Where the table ends that a row of column names opens, and its columns; `start` where none opens."""
    head = rows[start]
    columns = _Columns(tuple((piece.x0, piece.x1) for piece in head))
    if len(head) < _FEWEST_COLUMNS or not names_columns(tuple(piece.text for piece in head), None):
        return start, columns
    end = start + 1
    while end < len(rows) and rows[end][0].top - rows[end - 1][0].bottom <= _MAX_GAP * rows[end][0].size:
        wider = columns.taking(rows[end])
        if wider is None:
            break
        columns, end = wider, end + 1
    while end > start + 1 and len(rows[end - 1]) == 1 and _is_loose(rows[end - 1], columns):
        end -= 1
    return end, columns


def _is_loose(row: Row, columns: _Columns) -> bool:
    """Whether a last line of one piece stands in the first column: the paragraph after the table does."""
    return columns.nearest(row[0]) == 0


def _table(rows: Sequence[Row], columns: _Columns, rules: Sequence[float]) -> RuledTable:
    between = [_is_parted(before, after, rules) for before, after in pairwise(rows)]
    ruled = sum(between) >= _FEWEST_ROWS
    lines = [_cells(row, columns) for row in rows]
    cells: list[list[str]] = []
    for ordinal, line in enumerate(lines):
        begins = between[ordinal - 1] if ruled and ordinal > 1 else bool(line[0]) or all(line)
        if ordinal < 2 or begins:
            cells.append(line)
        else:
            cells[-1] = ["\n".join(filter(None, pair)) for pair in zip(cells[-1], line, strict=True)]
    left, right = columns.spans[0][0], columns.spans[-1][1]
    top, bottom = min(p.top for p in rows[0]), max(p.bottom for p in rows[-1])
    edges = tuple(round(span[0], 1) for span in columns.spans)
    return RuledTable(left, right, top, bottom, edges, tuple(_finished(cells)))


def _finished(cells: Sequence[Sequence[str]]) -> Iterator[Cells]:
    return (tuple(row) for row in cells)


def _is_parted(before: Row, after: Row, rules: Sequence[float]) -> bool:
    low = max(piece.middle for piece in before)
    return any(low < rule < min(piece.middle for piece in after) for rule in rules)


def _cells(row: Row, columns: _Columns) -> list[str]:
    cells = [""] * len(columns.spans)
    for piece in row:
        column = columns.nearest(piece)
        cells[column] = f"{cells[column]} {piece.text}".strip()
    return cells
