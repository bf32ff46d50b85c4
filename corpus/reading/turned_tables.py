"""Tables whose first column names what their rows hold: 事项|高龄津贴|临时救助 over 电话|5550101|5550102."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.reading.grids import is_usual_name
from corpus.text.excerpt import compact
from corpus.text.phones import find_phones
from corpus.text.tables import Row, Table

_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_LONGEST_NAME = 12
_CALLING = re.compile(r".*(?:电话|热线|手机|号码)|.*(?:咨询|联系)(?:方式|渠道)?")
"""What a row of phones is called."""
_ASIDE = re.compile(r"监督|举报|投诉|传真")
"""What one is called that nobody asks at."""


def upright(table: Table) -> Table:
    """The table with the names of its first column as its header, where these name its rows; else itself.

    Each phone is that of the desk above it. Cells that are merged are not turned.

    Example: `事项`, `主管`, `咨询` above one another, with `高龄津贴`, `县民政局`, `5550101` beside them ->
    one row of three columns
    """
    rows = [row for row in (table.header, *table.rows) if row]
    if table.from_above or table.repeats or not _is_turned(rows):
        return table
    header, *columns = zip(*rows, strict=True)
    return replace(table, header=header, rows=tuple(columns), row_pages=())


def _is_turned(rows: Sequence[Row]) -> bool:
    """Whether the first cells of rows are names, and rows with phones to ask at print one in each cell."""
    width = len(rows[0]) if len(rows) >= _LEAST_ROWS else 0
    if width < _LEAST_COLUMNS or any(len(row) != width for row in rows):
        return False
    words = [[compact(cell.text) for cell in row] for row in rows]
    names = [row[0] for row in words]
    named = all(0 < len(name) <= _LONGEST_NAME for name in names) and is_usual_name(names[0])
    called = [row for row in words[1:] if any(map(find_phones, row)) and not _ASIDE.search(row[0])]
    beside = bool(called) and all(all(map(find_phones, row[1:])) for row in called)
    calling = all(_CALLING.fullmatch(row[0]) for row in called)
    return named and beside and calling and not any(map(find_phones, words[0]))
