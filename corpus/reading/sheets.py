"""Workbooks: each sheet a table, read row by row."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.display import shown
from corpus.reading.grids import grid_of
from corpus.reading.number_formats import is_moment
from corpus.reading.raised import on_the_line
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.reading.sheet_facts import SheetFacts, facts_of
from corpus.reading.sheet_parts import losses_beside_cells
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText
from corpus.workbooks import CellRange, RichRun, format_of, moment_of, open_workbook, runs_of

_MAX_POSITION = 1 << 20
"""The last row of a worksheet; openpyxl counts blank rows up to any number that a file claims."""
_RESAVE = "请用 Excel 或 WPS 打开后另存为 .xlsx 再添加"
_VISIBLE = "visible"
_CELL_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(.*\)")
"""What WPS keeps in a cell that shows a picture."""
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)
_BROKEN = (KeyError, TypeError, AttributeError, IndexError, SyntaxError, *BROKEN_ARCHIVE)
"""What openpyxl raises on workbooks that break the rules; it has no error class of its own for them."""


def read_sheets(name: str, data: bytes, limits: Limits) -> SourceText:
    """Each visible sheet as a table. Of several sheets, those with a name of their own are headed by it.

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
            return _read(name, data, archive, limits)
    except _BROKEN as error:
        raise DamagedError(name, "工作簿已损坏或格式不规范", _RESAVE) from error


@dataclass(frozen=True, slots=True)
class _Row:
    """A filled row: its number, and the words of its cells from the first column on."""

    number: int
    values: list[str]


def _read(name: str, data: bytes, archive: zipfile.ZipFile, limits: Limits) -> SourceText:
    book = open_workbook(data)
    left = limits.max_rows
    tables: list[tuple[str, list[list[str | None]]]] = []
    losses: list[Loss] = []
    for sheet in book.worksheets:
        with archive.open(sheet._worksheet_path) as stream:
            facts = facts_of(stream)
        cells = _CellReader(book, facts)
        rows = list(_rows(name, sheet, cells, left, limits))
        left -= len(rows)
        if sheet.sheet_state != _VISIBLE:
            losses.append(Loss(LossKind.HIDDEN_SHEET, " ".join([sheet.title, *_all_words(rows)])))
            continue
        losses.extend(cells.losses)
        losses.extend(Loss(LossKind.FORMULA, formula) for formula in facts.formulas)
        losses.extend(Loss(LossKind.RUNNING, words) for words in facts.running)
        if rows:
            tables.append((sheet.title, list(_shown_rows(_merged(rows, facts), facts, losses))))
    book.close()
    losses.extend(losses_beside_cells(archive))
    return compose(name, _parts(tables), losses)


def _all_words(rows: Sequence[_Row]) -> Iterator[str]:
    return (words for row in rows for words in row.values if words)


def _parts(tables: Sequence[tuple[str, list[list[str | None]]]]) -> Iterator[Part]:
    for title, rows in tables:
        if len(tables) > 1 and not _DEFAULT_NAME.fullmatch(title):
            yield TextLine(title)
        yield grid_of(rows)


class _CellReader:
    """Cells as the sheet shows them; what it does not show is added to `losses`."""

    def __init__(self, book: Any, facts: SheetFacts) -> None:  # noqa: ANN401 - openpyxl is untyped
        self._book, self._facts = book, facts
        self.losses: list[Loss] = []

    def words(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl is untyped
        """The words of a filled cell."""
        runs = self._facts.rich.get((cell.row, cell.column)) or runs_of(cell)
        if runs:
            return self._printed(runs)
        value, number_format = cell.value, format_of(cell)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and is_moment(number_format):
            value = moment_of(value, self._book) or value
        words = shown(value, number_format)
        if _CELL_PICTURE.fullmatch(words):
            self.losses.append(Loss(LossKind.PICTURE))
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


def _merged(rows: Sequence[_Row], facts: SheetFacts) -> dict[int, list[str | None]]:
    """The rows by number, with None wherever a merged cell reaches over.

    A merged cell shows its words in the first of its rows and columns that is shown.
    """
    width = max(len(row.values) for row in rows)
    grid: dict[int, list[str | None]] = {
        row.number: [*row.values, *[""] * (width - len(row.values))] for row in rows
    }
    for merged in facts.merged:
        first_column, first_row, last_column, _ = merged
        columns = range(first_column, min(last_column, width) + 1)
        numbers = list(_between(grid, merged))
        words = grid[first_row][first_column - 1] if first_row in grid and columns else ""
        for number in numbers:
            for column in columns:
                grid[number][column - 1] = None
        corner_row = next((number for number in numbers if number not in facts.hidden_rows), first_row)
        corner = next((column for column in columns if not facts.is_hidden(column)), first_column)
        if corner_row in grid and columns:
            grid[corner_row][corner - 1] = words
    return grid


def _between(grid: Mapping[int, object], merged: CellRange) -> Iterator[int]:
    """The filled rows that a merged cell reaches over."""
    _, first, _, last = merged
    if last - first < len(grid):
        return (number for number in range(first, last + 1) if number in grid)
    return (number for number in grid if first <= number <= last)


def _shown_rows(
    grid: Mapping[int, list[str | None]], facts: SheetFacts, losses: list[Loss]
) -> Iterator[list[str | None]]:
    """The rows and columns that are shown; the words of the others are added to `losses`."""
    width = len(next(iter(grid.values())))
    hidden = [column for column in range(width) if facts.is_hidden(column + 1)]
    kept = [column for column in range(width) if column not in hidden]
    for number, values in grid.items():
        if number in facts.hidden_rows:
            losses.append(Loss(LossKind.HIDDEN_ROW, " ".join(filter(None, values))))
        else:
            yield [values[column] for column in kept]
    for column in hidden:
        words = [values[column] for number, values in grid.items() if number not in facts.hidden_rows]
        if any(words):
            losses.append(Loss(LossKind.HIDDEN_COLUMN, " ".join(filter(None, words))))
