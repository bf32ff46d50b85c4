"""The filled rows of a worksheet of any program as a grid of what it shows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.limits import Limits
from corpus.reading.composing import Part, TextLine
from corpus.reading.grids import Grid, grid_of
from corpus.reading.refusals import TooLargeError
from corpus.reading.sheets.sheet_facts import SheetFacts
from corpus.text.losses import Loss, LossKind
from corpus.workbooks import CellRange

_REPORTED = 1000
"""Rows between two reports of progress."""
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A filled row: its number from 1, and the words of its cells from the first column on."""

    number: int
    values: list[str]


class RowProgress:
    """Tells how many rows are read; the last report says that all are."""

    def __init__(self, progress: Callable[[int, int], None] | None, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def through(self, rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
        """The rows, counted as they pass."""
        for row in rows:
            self._done += 1
            if self._progress and self._done % _REPORTED == 0:
                self._progress(min(self._done, self._total - 1), self._total)
            yield row

    def end(self) -> None:
        """All sheets are read."""
        if self._progress:
            self._progress(self._total, self._total)


def check_size(name: str, rows_left: int, columns: int, limits: Limits) -> None:
    """Refuses a workbook with more filled rows or columns than the limits allow.

    Raises:
        TooLargeError: no row is left, or a row has too many columns.
    """
    if rows_left < 0 or columns > limits.max_columns:
        why = f"表格超过 {limits.max_rows} 行或 {limits.max_columns} 列的上限"
        raise TooLargeError(name, why, "请删去多余的行列或拆成几个文件再添加")


def words_of_rows(rows: Sequence[SheetRow]) -> Iterator[str]:
    """All words of some rows."""
    return (words for row in rows for words in row.values if words)


def parts_of_sheets(tables: Sequence[tuple[str, Grid]]) -> Iterator[Part]:
    """The sheets by their titles; of several, those with a name of their own are headed by it.

    A sheet of one column is a text: offices type a notice into one as it is to be printed.
    """
    for title, grid in tables:
        if len(tables) > 1 and not _DEFAULT_NAME.fullmatch(title):
            yield TextLine(title)
        if any(len(row) > 1 for row in grid.rows):
            yield grid
        else:
            lines = (line for (cell,) in grid.rows for line in (cell or "").splitlines())
            yield from (TextLine(line) for line in lines if line.strip())


def grid_of_sheet(rows: Sequence[SheetRow], facts: SheetFacts, losses: list[Loss]) -> Grid:
    """What a sheet with at least one filled row shows; all else goes to `losses`."""
    return _shown(_merged(rows, facts, losses), facts, losses)


@dataclass(slots=True)
class _Sheet:
    """The filled rows of a sheet by number, and where a merged cell reaches over from above."""

    rows: dict[int, list[str | None]]
    width: int
    from_above: set[tuple[int, int]]
    """Row by number, column from 0."""


def _merged(rows: Sequence[SheetRow], facts: SheetFacts, losses: list[Loss]) -> _Sheet:
    """The rows, with None wherever a merged cell reaches over; words under one are added to `losses`."""
    width = max(len(row.values) for row in rows)
    filled = {row.number: [*row.values, *[""] * (width - len(row.values))] for row in rows}
    sheet = _Sheet({number: list[str | None](values) for number, values in filled.items()}, width, set())
    for merged in facts.merged:
        _merge(sheet, merged, facts, losses)
    return sheet


def _merge(sheet: _Sheet, merged: CellRange, facts: SheetFacts, losses: list[Loss]) -> None:
    """Empties what a merged cell covers; its words go to the first of its rows and columns that is shown."""
    first_column, first_row, last_column, _ = merged
    columns = range(first_column, min(last_column, sheet.width) + 1)
    numbers = list(_between(sheet.rows, merged))
    if not columns or not numbers:
        return
    words = sheet.rows[first_row][first_column - 1] if first_row in sheet.rows else ""
    shown_row = next((number for number in numbers if number not in facts.hidden_rows), numbers[0])
    shown_column = next((column for column in columns if not facts.is_hidden(column)), first_column)
    for number in numbers:
        for column in columns:
            under = sheet.rows[number][column - 1]
            if under and (number, column) != (first_row, first_column):
                losses.append(Loss(LossKind.HIDDEN, under))
            sheet.rows[number][column - 1] = None
            if number > shown_row:
                sheet.from_above.add((number, column - 1))
    sheet.rows[shown_row][shown_column - 1] = words


def _between(rows: Mapping[int, object], merged: CellRange) -> Iterator[int]:
    """The filled rows that a merged cell reaches over."""
    _, first, _, last = merged
    if last - first < len(rows):
        return (number for number in range(first, last + 1) if number in rows)
    return (number for number in rows if first <= number <= last)


def _shown(sheet: _Sheet, facts: SheetFacts, losses: list[Loss]) -> Grid:
    """The rows and columns that are shown; the words of the others are added to `losses`."""
    hidden = [column for column in range(sheet.width) if facts.is_hidden(column + 1)]
    kept = [column for column in range(sheet.width) if column not in hidden]
    numbers = [number for number in sheet.rows if number not in facts.hidden_rows]
    for number in facts.hidden_rows & sheet.rows.keys():
        losses.append(Loss(LossKind.HIDDEN_ROW, " ".join(filter(None, sheet.rows[number]))))
    for column in hidden:
        words = " ".join(words for number in numbers if (words := sheet.rows[number][column]))
        losses.extend([Loss(LossKind.HIDDEN_COLUMN, words)] if words else [])
    rows = [[sheet.rows[number][column] for column in kept] for number in numbers]
    if not sheet.from_above:
        return grid_of(rows)
    row_of, column_of = ({former: now for now, former in enumerate(listed)} for listed in (numbers, kept))
    above = {(row_of[n], column_of[c]) for n, c in sheet.from_above if n in row_of and c in column_of}
    return grid_of(rows, None, above)
