"""Excel files, opened and written. The only importer of openpyxl."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils.cell import range_boundaries

CellRange = tuple[int, int, int, int]
"""First column, first row, last column, last row; from 1."""
_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def open_workbook(data: bytes) -> Any:  # noqa: ANN401 - openpyxl is untyped
    """A workbook to read row by row, with the values that formulas last gave."""
    return load_workbook(io.BytesIO(data), read_only=True, data_only=True)


def cell_range(reference: str) -> CellRange:
    """Example: `B3:C4` -> (2, 3, 3, 4)."""
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    return first_column, first_row, last_column, last_row


def text_workbook(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> bytes:
    """A workbook with one sheet of text cells, its header bold and frozen; `widths` in characters."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in zip(_COLUMNS, widths, strict=False):
        sheet.column_dimensions[column].width = width
    sheet.append([_cell(sheet, value, Font(bold=True)) for value in header])
    for row in rows:
        sheet.append([_cell(sheet, value, Font()) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: object, value: str, font: Font) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
