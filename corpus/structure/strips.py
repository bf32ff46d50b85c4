"""Lists of contacts set in several strips beside each other, so that they fill the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.text.excerpt import compact
from corpus.text.ledger_columns import ColumnRole, roles_of
from corpus.text.source_text import Block
from corpus.text.tables import Table

_NARROWEST = 2
"""Columns of a strip: whom to call, and the phone."""


def with_strips_stacked(block: Block) -> Block:
    """A table whose columns begin again in the middle as one with each strip below the one before.

    Example: 单位, 电话, 单位, 电话 over two rows -> 单位, 电话 over four; other blocks stay
    """
    if not isinstance(block, Table) or not block.grid:
        return block
    width = _width([compact(cell.text) for cell in block.header])
    return _stacked(block, width) if width else block


def _width(headers: Sequence[str]) -> int:
    """How many columns a strip has; 0 where a table has no strips or they print no phones."""
    for width in range(_NARROWEST, len(headers) // 2 + 1):
        strip = headers[:width]
        if [*strip] * (len(headers) // width) == [*headers]:
            return width if all(strip) and ColumnRole.PHONE in roles_of(strip) else 0
    return 0


def _stacked(table: Table, width: int) -> Table:
    """The rows of all strips, without those that are blank in a strip."""
    kept = [
        (number, start)
        for start in range(0, len(table.header), width)
        for number, row in enumerate(table.rows)
        if any(cell.text.strip() for cell in row[start : start + width])
    ]
    return replace(
        table,
        header=table.header[:width],
        rows=tuple(table.rows[number][start : start + width] for number, start in kept),
        repeats=(*table.repeats, *table.header[width:]),
        from_above=frozenset(_covered(table, width, kept)),
        row_pages=tuple(table.row_pages[number] for number, _ in kept) if table.row_pages else (),
    )


def _covered(table: Table, width: int, kept: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The covered cells by their new rows and columns."""
    for position, (number, start) in enumerate(kept):
        for column in range(width):
            if (number, start + column) in table.from_above:
                yield position, column
