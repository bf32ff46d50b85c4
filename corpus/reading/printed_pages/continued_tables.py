"""Tables that continue on the next page."""

import re
from collections.abc import Sequence

from corpus.reading.grids import Cells, Grid, shape_of
from corpus.reading.printed_pages.page_order import RuledTable
from corpus.text.excerpt import compact

_SAME_EDGE = 6.0
"""Points by which the edges of a column may differ from page to page."""
_NUMBERS = re.compile(r"序号?|编号|顺序")


def goes_on(before: RuledTable, after: RuledTable) -> bool:
    """Whether the second table, first on its page, has the columns of the first, last on its own."""
    pairs = list(zip(before.edges, after.edges, strict=False))
    return len(before.edges) == len(after.edges) and all(abs(a - b) <= _SAME_EDGE for a, b in pairs)


def append_rows(rows: Sequence[Cells], more: Sequence[Cells]) -> list[Cells]:
    """The rows of both pages; a row cut by the page's end is one again.

    Where all rows are numbered, the first row of a page without a number is the rest of the one before.
    """
    shape = shape_of(Grid(tuple(rows)))
    repeats = 0
    while repeats < len(more) and shape.repeats(more[repeats]):
        repeats += 1
    rest = list(more[repeats:])
    joined = [*rows, *more[:repeats]]
    if rest and _numbered(shape.header, shape.rows) and not (rest[0][0] or "").strip():
        return [*_with_rest(list(rows), rest[0]), *more[:repeats], *rest[1:]]
    return [*joined, *rest]


def _numbered(header: Sequence[Cells], rows: Sequence[Cells]) -> bool:
    return bool(header and rows and _NUMBERS.fullmatch(compact(header[0][0] or ""))) and all(
        (row[0] or "").strip() for row in rows
    )


def _with_rest(rows: list[Cells], rest: Cells) -> list[Cells]:
    """The rows with the rest of the last one added; a merged cell takes it where it stands."""
    for column, words in enumerate(rest):
        if words:
            position = len(rows) - 1
            while position and rows[position][column] is None:
                position -= 1
            row = list(rows[position])
            row[column] = f"{row[column]}\n{words}" if row[column] else words
            rows[position] = tuple(row)
    return rows
