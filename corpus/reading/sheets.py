"""Workbooks: each sheet a table, read row by row."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.display import shown
from corpus.reading.grids import grid_of
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.text.source_text import SourceText
from corpus.workbooks import CellRange, cell_range, open_workbook

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_MAX_POSITION = 1 << 20
"""The last row of a worksheet; openpyxl counts blank rows up to any number that a file claims."""
_RESAVE = "请用 Excel 或 WPS 打开后另存为 .xlsx 再添加"
_CHUNK = 1 << 20
_OVERLAP = 200
_VISIBLE = "visible"
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


def _read(name: str, data: bytes, archive: zipfile.ZipFile, limits: Limits) -> SourceText:
    book = open_workbook(data)
    left = limits.max_rows
    tables: list[tuple[str, list[list[str | None]]]] = []
    dropped: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != _VISIBLE:
            dropped.append(f"隐藏的工作表：{sheet.title}")
            continue
        rows = list(_rows(name, sheet, left, limits))
        left -= len(rows)
        if rows:
            tables.append((sheet.title, _merged(rows, _merged_ranges(archive, sheet))))
    book.close()
    return compose(name, _parts(tables), dropped)


def _parts(tables: Sequence[tuple[str, list[list[str | None]]]]) -> Iterator[Part]:
    for title, rows in tables:
        if len(tables) > 1 and not _DEFAULT_NAME.fullmatch(title):
            yield TextLine(title)
        yield grid_of(rows)


def _rows(name: str, sheet: Any, left: int, limits: Limits) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - openpyxl is untyped
    """The filled rows, each with its number. Blank rows cost nothing but time."""
    sheet.reset_dimensions()
    for position, cells in enumerate(sheet.rows):
        if position >= _MAX_POSITION:
            raise DamagedError(name, "工作表的行号超出了 Excel 的范围", _RESAVE)
        filled = [cell for cell in cells if cell.value is not None]
        if not filled:
            continue
        left -= 1
        if left < 0 or filled[-1].column > limits.max_columns:
            why = f"表格超过 {limits.max_rows} 行或 {limits.max_columns} 列的上限"
            raise TooLargeError(name, why, "请删去多余的行列或拆成几个文件再添加")
        values = [""] * filled[-1].column
        for cell in filled:
            values[cell.column - 1] = shown(cell.value, cell.number_format or "General")
        yield filled[0].row, values


def _merged_ranges(archive: zipfile.ZipFile, sheet: Any) -> list[CellRange]:  # noqa: ANN401 - openpyxl is untyped
    """The merged cells of a sheet, which openpyxl leaves out when it reads row by row."""
    merged: list[CellRange] = []
    tail = b""
    with archive.open(sheet._worksheet_path) as stream:
        while chunk := stream.read(_CHUNK):
            window = tail + chunk
            merged.extend(cell_range(match[1].decode()) for match in _MERGE.finditer(window))
            tail = window[-_OVERLAP:]
    return list(dict.fromkeys(merged))


def _merged(rows: Sequence[tuple[int, list[str]]], ranges: Sequence[CellRange]) -> list[list[str | None]]:
    """The rows, with None wherever a merged cell reaches over."""
    width = max(len(values) for _, values in rows)
    grid: dict[int, list[str | None]] = {
        number: [*values, *[""] * (width - len(values))] for number, values in rows
    }
    for first_column, first_row, last_column, last_row in ranges:
        for number in _between(grid, first_row, last_row):
            for column in range(first_column, min(last_column, width) + 1):
                if (number, column) != (first_row, first_column):
                    grid[number][column - 1] = None
    return list(grid.values())


def _between(grid: dict[int, list[str | None]], first: int, last: int) -> Iterator[int]:
    if last - first < len(grid):
        return (number for number in range(first, last + 1) if number in grid)
    return (number for number in grid if first <= number <= last)
