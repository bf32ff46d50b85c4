"""Workbooks: each sheet a table, read row by row."""

import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.display import shown as displayed
from corpus.reading.grids import Grid, grid_of
from corpus.reading.number_formats import is_moment
from corpus.reading.raised import on_the_line
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.reading.sheet_facts import SheetFacts, facts_of
from corpus.reading.sheet_parts import losses_beside_cells
from corpus.reading.symbols import signs
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText
from corpus.workbooks import BookLooks, CellRange, RichRun, is_error, moment_of, open_workbook, runs_of

_MAX_POSITION = 1 << 20
"""The last row of a worksheet; openpyxl counts blank rows up to any number that a file claims."""
_RESAVE = "请用 Excel 或 WPS 打开后另存为 .xlsx 再添加"
_VISIBLE = "visible"
_REPORTED = 1000
"""Rows between two reports of progress."""

Progress = Callable[[int, int], None]

_CELL_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(.*\)")
"""What WPS keeps in a cell that shows a picture."""
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)
_BROKEN = (KeyError, TypeError, AttributeError, IndexError, SyntaxError, *BROKEN_ARCHIVE)
"""What openpyxl raises on workbooks that break the rules; it has no error class of its own for them."""


def read_sheets(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Each visible sheet as a table. Of several sheets, those with a name of their own are headed by it.

    `progress` hears of the rows read so far and in all, as far as the file says.

    Raises:
        DamagedError: openpyxl cannot make sense of it.
        TooLargeError: more filled rows or columns than the limits allow.
        UnsafeError: the archive is made to exhaust the memory or to write outside.
    """
    archive = open_archive(name, data, limits)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and validations that it leaves out; no words depend on them.
            warnings.simplefilter("ignore")
            return _read(name, data, archive, limits, progress)
    except _BROKEN as error:
        raise DamagedError(name, "工作簿已损坏或格式不规范", _RESAVE) from error


@dataclass(frozen=True, slots=True)
class _Row:
    """A filled row: its number, and the words of its cells from the first column on."""

    number: int
    values: list[str]


class _RowProgress:
    """Tells how many rows are read; the last report says that all are."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def through(self, rows: Iterable[_Row]) -> Iterator[_Row]:
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


def _read(
    name: str, data: bytes, archive: zipfile.ZipFile, limits: Limits, progress: Progress | None
) -> SourceText:
    book = open_workbook(data)
    counted = _RowProgress(progress, min(sum(s.max_row or 0 for s in book.worksheets), limits.max_rows))
    left = limits.max_rows
    tables: list[tuple[str, Grid]] = []
    losses: list[Loss] = []
    for sheet in book.worksheets:
        facts = facts_of(partial(archive.open, sheet._worksheet_path))
        cells = _CellReader(book, facts)
        rows = list(counted.through(_rows(name, sheet, cells, left, limits)))
        left -= len(rows)
        if sheet.sheet_state != _VISIBLE:
            losses.append(Loss(LossKind.HIDDEN_SHEET, " ".join([sheet.title, *_all_words(rows)])))
            continue
        losses.extend(cells.losses)
        losses.extend(Loss(LossKind.FORMULA, formula) for formula in facts.formulas)
        losses.extend(Loss(LossKind.RUNNING, words) for words in facts.running)
        if rows:
            tables.append((sheet.title, _shown(_merged(rows, facts, losses), facts, losses)))
    book.close()
    counted.end()
    losses.extend(losses_beside_cells(archive))
    return compose(name, _parts(tables), losses)


def _all_words(rows: Sequence[_Row]) -> Iterator[str]:
    return (words for row in rows for words in row.values if words)


def _parts(tables: Sequence[tuple[str, Grid]]) -> Iterator[Part]:
    for title, grid in tables:
        if len(tables) > 1 and not _DEFAULT_NAME.fullmatch(title):
            yield TextLine(title)
        yield grid


class _CellReader:
    """Cells as the sheet shows them; what it does not show is added to `losses`."""

    def __init__(self, book: Any, facts: SheetFacts) -> None:  # noqa: ANN401 - openpyxl is untyped
        self._book, self._facts, self._looks = book, facts, BookLooks()
        self.losses: list[Loss] = []

    def words(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl is untyped
        """The words of a filled cell."""
        value, looks = cell.value, self._looks.of(cell)
        if is_error(cell):
            self.losses.append(Loss(LossKind.FORMULA, f"{cell.coordinate}={value}"))
            return ""
        runs = self._facts.rich.get((cell.row, cell.column)) or runs_of(value, struck=looks.struck)
        if runs:
            return self._printed(runs)
        number_format = looks.number_format
        if isinstance(value, (int, float)) and not isinstance(value, bool) and is_moment(number_format):
            value = moment_of(value, self._book) or value
        words = displayed(value, number_format)
        if _CELL_PICTURE.fullmatch(words):
            self.losses.append(Loss(LossKind.PICTURE))
            return ""
        words = signs(looks.font, words)
        if looks.struck and words.strip():
            self.losses.append(Loss(LossKind.STRUCK, words))
            return ""
        if not words.strip() and str(value).strip():
            self.losses.append(Loss(LossKind.HIDDEN, str(value)))
        return words

    def _printed(self, runs: Sequence[RichRun]) -> str:
        text = ""
        for run in runs:
            if run.struck:
                self.losses.extend([Loss(LossKind.STRUCK, run.words)] if run.words.strip() else [])
            elif run.raised:
                raised = on_the_line(text, run.words)
                text += raised.written
                self.losses.extend([Loss(LossKind.NOTE_MARK, run.words)] if raised.note else [])
            else:
                text += run.words
        return text


def _rows(name: str, sheet: Any, cells: _CellReader, left: int, limits: Limits) -> Iterator[_Row]:  # noqa: ANN401 - openpyxl is untyped
    """The filled rows. Blank rows cost nothing but time."""
    sheet.reset_dimensions()
    for position, row in enumerate(sheet.rows):
        if position >= _MAX_POSITION:
            raise DamagedError(name, "工作表的行号超出了 Excel 的范围", _RESAVE)
        filled = [cell for cell in row if cell.value is not None]
        if not filled:
            continue
        left -= 1
        if left < 0 or filled[-1].column > limits.max_columns:
            why = f"表格超过 {limits.max_rows} 行或 {limits.max_columns} 列的上限"
            raise TooLargeError(name, why, "请删去多余的行列或拆成几个文件再添加")
        values = [""] * filled[-1].column
        for cell in filled:
            values[cell.column - 1] = cells.words(cell)
        yield _Row(filled[0].row, values)


@dataclass(slots=True)
class _Sheet:
    """The filled rows of a sheet by number, and where a merged cell reaches over from above."""

    rows: dict[int, list[str | None]]
    width: int
    from_above: set[tuple[int, int]]
    """Row by number, column from 0."""


def _merged(rows: Sequence[_Row], facts: SheetFacts, losses: list[Loss]) -> _Sheet:
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
