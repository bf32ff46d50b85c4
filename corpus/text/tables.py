"""Tables whose rows have no visible separator: a row begins at the next number."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.excerpt import Excerpt, compact, join

Row = tuple[Excerpt, ...]
CELL_BREAK = "\t"
"""Between the cells of a row that is a line of a text; what is shown keeps them apart."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell keeps its line breaks. Without a header, each row is one cell.

    `repeats` are the copies of the header that open further pages; `from_above` the rows and columns,
    from 0, of the cells that a merged one reaches over from above.
    """

    header: Row
    rows: tuple[Row, ...]
    repeats: tuple[Excerpt, ...] = ()
    grid: bool = False
    """True when the format itself says which cell stands in which row and column."""
    from_above: frozenset[tuple[int, int]] = frozenset()
    page: int | None = None
    """The page that it begins on, from 1; None where the format has no pages."""
    row_pages: tuple[int, ...] = ()
    """The page of each row, from 1; empty where all rows stand on `page`."""

    def pages_of_rows(self) -> tuple[int | None, ...]:
        """The page of each row."""
        return self.row_pages or (self.page,) * len(self.rows)


def read_tabbed(lines: Sequence[Excerpt]) -> Table:
    """A table from lines of which those that start with a tab open a cell."""
    cells = _cells(lines)
    words = [compact(cell.text) for cell in cells]
    if "1" not in words or not words[0].startswith(("序号", "编号")):
        return Table((), tuple((cell,) for cell in cells if cell.text.strip()))
    width = words.index("1")
    header = words[:width]
    rows: list[list[Excerpt]] = []
    repeats: list[Excerpt] = []
    position = width
    while position < len(cells):
        if words[position : position + width] == header:
            repeats.extend(cells[position : position + width])
            position += width
            continue
        if words[position] == str(len(rows) + 1):
            rows.append([])
        rows[-1].append(cells[position])
        position += 1
    return Table(tuple(cells[:width]), tuple(tuple(row) for row in rows), tuple(repeats))


def table_cells(table: Table) -> list[Excerpt]:
    """All cells in reading order, header first."""
    rows: list[Row] = [table.header, *table.rows]
    return [cell for row in rows for cell in row if cell.text.strip()]


def columns(table: Table, row: Row) -> tuple[Row, Row]:
    """A row as (levels, cells): cells stand under the last headers, levels under the second one.

    A column of several levels prints more cells than the header has; the surplus is read there.
    """
    fixed = max(len(table.header) - 2, 0)
    inner = row[1:]
    cut = max(len(inner) - fixed, 0)
    return inner[:cut], inner[cut:]


def _cells(lines: Sequence[Excerpt]) -> list[Excerpt]:
    cells: list[list[Excerpt]] = []
    for line in lines:
        parts = _split_tabs(line)
        if line.text.startswith("\t") or not cells:
            cells.extend([part] for part in parts)
        else:
            cells[-1].append(line)
    return [join(lines_of_cell, "").strip() for lines_of_cell in cells]


def _split_tabs(line: Excerpt) -> list[Excerpt]:
    """The cells of a line that starts with a tab and may hold more of them."""
    parts: list[Excerpt] = []
    start = 1 if line.text.startswith("\t") else 0
    while (end := line.text.find("\t", start)) != -1:
        parts.append(line[start:end])
        start = end + 1
    return [*parts, line[start:]]
