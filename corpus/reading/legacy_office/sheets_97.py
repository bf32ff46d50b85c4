"""Workbooks of Excel 5 to 2003, and of WPS: each sheet a table. The only importer of xlrd."""

import struct
from collections.abc import Callable, Iterator
from io import StringIO
from math import isfinite
from typing import Any

import xlrd
from xlrd.formatting import std_format_strings

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.grids import Grid
from corpus.reading.legacy_office.office_suite import converted_by_suite
from corpus.reading.legacy_office.sheet_records import losses_beside_records
from corpus.reading.refusals import LockedError
from corpus.reading.sheets.number_formats import is_moment
from corpus.reading.sheets.sheet_cells import CellWords
from corpus.reading.sheets.sheet_facts import SheetFacts
from corpus.reading.sheets.sheet_grids import (
    RowProgress,
    SheetRow,
    check_size,
    grid_of_sheet,
    parts_of_sheets,
    words_of_rows,
)
from corpus.reading.sheets.sheet_reader import read_sheets
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText
from corpus.workbooks import CellLooks, RichRun, built_in_format, moment_of

Progress = Callable[[int, int], None]
_BROKEN = (
    *(xlrd.XLRDError, xlrd.compdoc.CompDocError, xlrd.formula.FormulaError),
    *(struct.error, AssertionError, ValueError),
    *(LookupError, TypeError, AttributeError, OverflowError),
)
"""What xlrd raises on workbooks that break the rules."""
_LOCKED = "encrypted"
_RAISED = 1
_GENERAL = "General"


def read_sheets_97(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Each visible sheet as a table, as `read_sheets` gives it; LibreOffice converts what xlrd cannot read.

    Raises:
        LockedError: it asks for a password.
        TooLargeError: more filled rows or columns than the limits allow.
        UnknownFormatError: only LibreOffice could convert it, and it is not installed.
        DamagedError: neither can make sense of it.
    """
    try:
        return _read(name, data, limits, progress)
    except _BROKEN as error:
        if isinstance(error, xlrd.XLRDError) and _LOCKED in str(error):
            raise LockedError(name, "文件加了密码", "请打开后去掉密码，另存一份再添加") from error
    return read_sheets(name, converted_by_suite(name, data, ".xls", "xlsx", limits), limits, progress)


def _read(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    book = xlrd.open_workbook(
        file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=StringIO()
    )
    counted, left = RowProgress(progress, limits.max_rows), limits.max_rows
    tables: list[tuple[str, Grid]] = []
    losses: list[Loss] = []
    for position in range(book.nsheets):
        sheet = book.sheet_by_index(position)
        cells = _LegacyCells(book, sheet)
        rows = list(counted.through(_rows(name, sheet, cells, left, limits)))
        left -= len(rows)
        if sheet.visibility:
            losses.append(Loss(LossKind.HIDDEN_SHEET, " ".join([sheet.name, *words_of_rows(rows)])))
        else:
            losses.extend(cells.losses)
            losses.extend(Loss(LossKind.COMMENT, note.text) for note in sheet.cell_note_map.values())
            tables.extend([(sheet.name, grid_of_sheet(rows, _facts(sheet), losses))] if rows else [])
        book.unload_sheet(position)
    counted.end()
    losses.extend(losses_beside_records(data))
    return compose(name, parts_of_sheets(tables), losses)


def _facts(sheet: Any) -> SheetFacts:  # noqa: ANN401 - xlrd is untyped
    """What a sheet says beside its cells; xlrd counts from 0 and ends behind the last."""
    hidden = sorted(n for n, column in sheet.colinfo_map.items() if column.hidden or column.width == 0)
    return SheetFacts(
        merged=[(left + 1, top + 1, right, bottom) for top, bottom, left, right in sheet.merged_cells],
        hidden_rows={n + 1 for n, row in sheet.rowinfo_map.items() if row.hidden or row.height == 0},
        hidden_columns=[(n + 1, n + 1) for n in hidden],
    )


def _rows(name: str, sheet: Any, cells: "_LegacyCells", left: int, limits: Limits) -> Iterator[SheetRow]:  # noqa: ANN401 - xlrd is untyped
    """The filled rows."""
    for number in range(sheet.nrows):
        kinds = sheet.row_types(number)
        filled = [n for n, kind in enumerate(kinds) if kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)]
        if not filled:
            continue
        left -= 1
        check_size(name, left, filled[-1] + 1, limits)
        values = [""] * (filled[-1] + 1)
        for column in filled:
            values[column] = cells.words(number, column)
        yield SheetRow(number + 1, values)


class _LegacyCells:
    """Cells of an old workbook as words; what the sheet does not show is added to `losses`."""

    def __init__(self, book: Any, sheet: Any) -> None:  # noqa: ANN401 - xlrd is untyped
        self._book, self._sheet, self._words = book, sheet, CellWords()
        self._looks: dict[int, CellLooks] = {}
        self.losses = self._words.losses

    def words(self, row: int, column: int) -> str:
        """The words of a filled cell; row and column from 0."""
        cell = self._sheet.cell(row, column)
        if cell.ctype == xlrd.XL_CELL_ERROR or _is_no_number(cell.value):
            error = xlrd.error_text_from_code.get(cell.value, "#NUM!")
            return self._words.of_error(xlrd.formula.cellname(row, column), error)
        looks = self._looks_of(cell.xf_index)
        runs = self._runs(row, column, cell.value, looks)
        if runs:
            return self._words.of_runs(runs)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return self._words.of_value(bool(cell.value), looks)
        value = cell.value
        if not isinstance(value, str) and is_moment(looks.number_format):
            value = moment_of(value, since_1904=bool(self._book.datemode)) or value
        return self._words.of_value(value, looks)

    def _looks_of(self, style: int) -> CellLooks:
        if style not in self._looks:
            extended = self._book.xf_list[style]
            font = self._book.font_list[extended.font_index]
            self._looks[style] = CellLooks(
                self._format(extended.format_key), bool(font.struck_out), font.name
            )
        return self._looks[style]

    def _format(self, key: int) -> str:
        """The format under a number: as the file writes it out, else the one that is built in."""
        known = self._book.format_map.get(key)
        written = known.format_str if known else None
        if written is None or written == std_format_strings.get(key):
            return built_in_format(key) or written or _GENERAL
        return str(written)

    def _runs(self, row: int, column: int, words: object, looks: CellLooks) -> list[RichRun]:
        """The words of a cell by their looks; none where all are plain."""
        starts = self._sheet.rich_text_runlist_map.get((row, column), [])
        if not starts or not isinstance(words, str):
            return []
        ends = [*(start for start, _ in starts), len(words)]
        runs = [RichRun(words[: ends[0]], struck=looks.struck)]
        for (start, font), end in zip(starts, ends[1:], strict=True):
            known = self._book.font_list[font]
            struck, raised = bool(known.struck_out), known.escapement == _RAISED
            runs.append(RichRun(words[start:end], struck=struck, raised=raised))
        return [run for run in runs if run.words] if any(run.struck or run.raised for run in runs) else []


def _is_no_number(value: object) -> bool:
    """Whether a number of a broken file stands for none."""
    return isinstance(value, float) and not isfinite(value)
