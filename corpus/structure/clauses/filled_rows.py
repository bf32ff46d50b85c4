"""The rows of a table with real cells, with what a blank cell says because a merged one reaches over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.text.column_contents import told_roles
from corpus.text.excerpt import compact
from corpus.text.ledger_columns import Cell, ColumnRole, inherited, lists_calls, roles_of
from corpus.text.tables import Row, Table


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row as printed, and its words with what it inherits from the rows above.

    `shared` are the columns, from 0, whose words a merged cell gives this row as its own text, or the row
    above in a list of whom to call; `ordinal` is what a merged cell numbers it with from above, else empty.
    """

    row: Row
    words: tuple[str, ...]
    shared: frozenset[int] = frozenset()
    ordinal: str = ""


def filled_rows(table: Table, headers: Sequence[str]) -> Iterator[FilledRow]:
    """The rows of a table whose columns are called so."""
    roles, calls = roles_of(headers), lists_calls(headers)
    words = inherited([[cell.text for cell in row] for row in table.rows], headers, table.from_above)
    for number, (row, inner) in enumerate(zip(table.rows, words, strict=True)):
        shared = _shared(number, row, roles, table) or (_named_above(row, inner, roles) if calls else ())
        yield FilledRow(row, inner, frozenset(shared), _ordinal_above(number, inner, roles, table))


def cells_under(filled: FilledRow, headers: Sequence[str], roles: Sequence[ColumnRole]) -> tuple[Cell, ...]:
    """The cells of a row that say something, under their columns."""
    columns = zip(roles, headers, filled.words, strict=True)
    return tuple(Cell(role, header, inner.strip()) for role, header, inner in columns if inner.strip())


def cells_of(table: Table) -> list[tuple[Cell, ...]]:
    """The cells of each row under their columns; none in a table without names of columns."""
    headers = tuple(compact(cell.text) for cell in table.header)
    filled = list(filled_rows(table, headers)) if headers else []
    roles = told_roles(headers, [row.words for row in filled])
    return [cells_under(row, headers, roles) for row in filled]


def _ordinal_above(number: int, words: Sequence[str], roles: Sequence[ColumnRole], table: Table) -> str:
    merged = (
        words[column]
        for column, role in enumerate(roles)
        if role is ColumnRole.ORDINAL and (number, column) in table.from_above
    )
    return compact(next(merged, ""))


def _named_above(row: Row, words: Sequence[str], roles: Sequence[ColumnRole]) -> list[int]:
    """The columns that say of a row with an office or a phone alone whose it is and where; else none."""
    texts = [column for column, role in enumerate(roles) if role is ColumnRole.TEXT]
    if any(row[column].text.strip() for column in texts):
        return []
    named = [column for column, role in enumerate(roles) if role in (ColumnRole.TEXT, ColumnRole.OFFICE)]
    return [column for column in named if words[column].strip() and not row[column].text.strip()]


def _shared(number: int, row: Row, roles: Sequence[ColumnRole], table: Table) -> frozenset[int]:
    """The columns of text that a merged cell reaches over from above, right of the row's own first text.

    Left of it such a cell is the heading of its rows.
    """
    texts = [column for column, role in enumerate(roles) if role is ColumnRole.TEXT]
    own = next((column for column in texts if row[column].text.strip()), len(roles))
    return frozenset(column for column in texts if column > own and (number, column) in table.from_above)
