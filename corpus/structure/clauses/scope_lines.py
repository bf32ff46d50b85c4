"""The lines of a scope of a document: its paragraphs, and the rows of tables that are part of its text."""

from collections.abc import Iterator

from corpus.structure.clauses.filled_rows import cells_of
from corpus.structure.clauses.headings import find_headings
from corpus.structure.clauses.segment import Clause, grow
from corpus.structure.scopes import Scope
from corpus.structure.table_kinds import TableKind, calls_offices, is_timetable, kind_of
from corpus.text.excerpt import Excerpt, join
from corpus.text.ledger_columns import Cell
from corpus.text.tables import CELL_BREAK, Row, Table


def grow_scope(scope: Scope) -> Clause:
    """The clause tree of a scope's text, with the rows of the tables that belong to its sentences."""
    lines = text_lines(scope)
    rows = {line.offsets[0] for line in _row_lines(scope)}
    headings = find_headings(lines)
    return grow(lines, {p: marker for p, marker in headings.items() if lines[p].offsets[0] not in rows})


def text_lines(scope: Scope) -> list[Excerpt]:
    """The paragraphs of a scope and, a line each, the rows of the tables that are part of its text."""
    lines: list[Excerpt] = []
    for element in scope.body:
        if isinstance(element, Excerpt):
            lines.append(element)
        elif kind_within(scope, element) is TableKind.TEXT:
            lines.extend(_row_line(row) for row in (element.header, *element.rows) if row)
    return [line for line in lines if line.text]


def _row_lines(scope: Scope) -> Iterator[Excerpt]:
    """The rows that are lines of the text."""
    for element in scope.body:
        if not isinstance(element, Excerpt) and kind_within(scope, element) is TableKind.TEXT:
            lines = (_row_line(row) for row in (element.header, *element.rows) if row)
            yield from (line for line in lines if line.text)


def _row_line(row: Row) -> Excerpt:
    return join([cell for cell in row if cell.text], CELL_BREAK)


def kind_within(scope: Scope, table: Table) -> TableKind:
    """How a table is read where it stands.

    In a text of questions it is part of an answer; a timetable, or the phones of the offices of whoever
    writes, belong to the text that announces them.
    """
    announced = scope.has_label() and (is_timetable(table) or calls_offices(table))
    within = scope.answers or announced
    return TableKind.TEXT if within and table.grid else kind_of(table)


def rows_by_line(scope: Scope) -> dict[int, tuple[Cell, ...]]:
    """The cells of the rows that are lines of a text, by the offset at which their line begins."""
    texts = [table for table in scope.tables if kind_within(scope, table) is TableKind.TEXT]
    rows = (pair for table in texts for pair in zip(table.rows, cells_of(table), strict=False))
    lines = ((_row_line(row), cells) for row, cells in rows if cells)
    return {line.offsets[0]: cells for line, cells in lines if line.text}
