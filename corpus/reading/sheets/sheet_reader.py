"""Workbooks: each sheet a table, read row by row."""

import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.composing import compose
from corpus.reading.grids import Grid
from corpus.reading.refusals import DamagedError
from corpus.reading.sheets.number_formats import is_moment
from corpus.reading.sheets.sheet_cells import CellWords
from corpus.reading.sheets.sheet_facts import SheetFacts, facts_of, is_coloured_elsewhere
from corpus.reading.sheets.sheet_grids import (
    RowProgress,
    SheetRow,
    check_size,
    grid_of_sheet,
    parts_of_sheets,
    words_of_rows,
)
from corpus.reading.sheets.sheet_parts import losses_beside_cells
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText
from corpus.workbooks import BookLooks, is_error, is_since_1904, moment_of, open_workbook, runs_of

_MAX_POSITION = 1 << 20
"""The last row of a worksheet; openpyxl counts blank rows up to any number that a file claims."""
_RESAVE = "请用 Excel 或 WPS 打开后另存为 .xlsx 再添加"
_VISIBLE = "visible"

Progress = Callable[[int, int], None]

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


def _read(
    name: str, data: bytes, archive: zipfile.ZipFile, limits: Limits, progress: Progress | None
) -> SourceText:
    book = open_workbook(data)
    counted = RowProgress(progress, min(sum(s.max_row or 0 for s in book.worksheets), limits.max_rows))
    left = limits.max_rows
    tables: list[tuple[str, Grid]] = []
    losses: list[Loss] = []
    for sheet in book.worksheets:
        open_sheet = partial(archive.open, sheet._worksheet_path)
        facts = facts_of(open_sheet)
        cells = _CellReader(book, facts, partial(is_coloured_elsewhere, open_sheet))
        rows = list(counted.through(_rows(name, sheet, cells, left, limits)))
        left -= len(rows)
        if sheet.sheet_state != _VISIBLE:
            losses.append(Loss(LossKind.HIDDEN_SHEET, " ".join([sheet.title, *words_of_rows(rows)])))
            continue
        losses.extend(cells.losses)
        losses.extend(Loss(LossKind.FORMULA, formula) for formula in facts.formulas)
        losses.extend(Loss(LossKind.RUNNING, words) for words in facts.running)
        if rows:
            tables.append((sheet.title, grid_of_sheet(rows, facts, losses)))
    book.close()
    counted.end()
    losses.extend(losses_beside_cells(archive))
    return compose(name, parts_of_sheets(tables), losses)


class _CellReader:
    """Cells of a workbook of today as words; what the sheet does not show is added to `losses`."""

    def __init__(self, book: Any, facts: SheetFacts, coloured: Callable[[], bool]) -> None:  # noqa: ANN401 - openpyxl is untyped
        self._book, self._facts, self._looks, self._words = book, facts, BookLooks(), CellWords()
        self._coloured = cache(coloured)
        self._first_row = 0
        self.losses = self._words.losses

    def words(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl is untyped
        """The words of a filled cell; white ones are unseen, but for a first row, which may be a banner."""
        value, looks = cell.value, self._looks.of(cell)
        self._first_row = self._first_row or cell.row
        if looks.white and cell.row != self._first_row and not self._coloured():
            self.losses.append(Loss(LossKind.HIDDEN, str(value)))
            return ""
        if is_error(cell):
            return self._words.of_error(cell.coordinate, value)
        runs = self._facts.rich.get((cell.row, cell.column)) or runs_of(value, struck=looks.struck)
        if runs:
            return self._words.of_runs(runs)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and is_moment(looks.number_format):
            value = moment_of(value, since_1904=is_since_1904(self._book)) or value
        return self._words.of_value(value, looks)


def _rows(name: str, sheet: Any, cells: _CellReader, left: int, limits: Limits) -> Iterator[SheetRow]:  # noqa: ANN401 - openpyxl is untyped
    """The filled rows. Blank rows cost nothing but time."""
    sheet.reset_dimensions()
    for position, row in enumerate(sheet.rows):
        if position >= _MAX_POSITION:
            raise DamagedError(name, "工作表的行号超出了 Excel 的范围", _RESAVE)
        filled = [cell for cell in row if cell.value is not None]
        if not filled:
            continue
        left -= 1
        check_size(name, left, filled[-1].column, limits)
        values = [""] * filled[-1].column
        for cell in filled:
            values[cell.column - 1] = cells.words(cell)
        yield SheetRow(filled[0].row, values)
