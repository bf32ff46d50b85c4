"""Excel files, opened and written. The only importer of openpyxl."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import Alignment, Font
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

CellRange = tuple[int, int, int, int]
"""First column, first row, last column, last row; from 1."""
_DATE, _MONTH, _DAY = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"'
_CLOCK, _LONG_CLOCK = '上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"'
_CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), _MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAY),
    **dict.fromkeys((34, 55), _CLOCK),
    **dict.fromkeys((35, 56), _LONG_CLOCK),
    30: "m-d-yy",
    31: _DATE,
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
}
"""The built-in formats of a Chinese Excel, which no file writes out.

Source: ECMA-376 part 1, 18.8.30, the list for zh-cn.
"""
_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class RichRun:
    """Words of one look in a cell."""

    words: str
    struck: bool = False
    raised: bool = False


def open_workbook(data: bytes) -> Any:  # noqa: ANN401 - openpyxl is untyped
    """A workbook to read row by row, with the values that formulas last gave, without its chart sheets."""
    reader = _SheetReader(io.BytesIO(data), read_only=True, data_only=True, rich_text=True)
    reader.read()
    return reader.wb


class _SheetReader(ExcelReader):  # type: ignore[misc]
    """Reads worksheets only: openpyxl 3.1.5 fails at a chart sheet without relationships."""

    def read_chartsheet(self, sheet: Any, relation: Any) -> None:  # noqa: ANN401 - openpyxl is untyped
        """Leaves a chart sheet out; it has no cells."""


_WHITE_OF_THEME = 0


@dataclass(frozen=True, slots=True)
class CellLooks:
    """What the style of a cell says: its number format, whether its words are struck, and their font.

    `white`: they are white, and the cell lays no colour under them.
    """

    number_format: str
    struck: bool
    font: str
    white: bool = False


class BookLooks:
    """The looks of the cells of a workbook, each style read once."""

    def __init__(self) -> None:
        self._known: dict[int, CellLooks] = {}

    def of(self, cell: Any) -> CellLooks:  # noqa: ANN401 - openpyxl is untyped
        """The looks of a cell; openpyxl knows no built-in formats but those of English."""
        style = cell._style_id
        if style not in self._known:
            number_format = _CHINESE_FORMATS.get(cell.style_array.numFmtId) or cell.number_format or "General"
            font = cell.font
            struck, name = (bool(font.strike), font.name or "") if font else (False, "")
            self._known[style] = CellLooks(number_format, struck, name, white=_is_white(cell))
        return self._known[style]


def _is_white(cell: Any) -> bool:  # noqa: ANN401 - openpyxl is untyped
    """Whether a cell has white words on no ground of its own."""
    colour = cell.font.color if cell.font else None
    filled = cell.fill is not None and cell.fill.fill_type not in (None, "none")
    if colour is None or filled:
        return False
    themed = colour.type == "theme" and colour.theme == _WHITE_OF_THEME and not colour.tint
    return bool(themed or (colour.type == "rgb" and str(colour.rgb).upper().endswith("FFFFFF")))


def built_in_format(number: int) -> str | None:
    """The format that a Chinese Excel has under a number which no file writes out; None for all others."""
    return _CHINESE_FORMATS.get(number) or BUILTIN_FORMATS.get(number)


def runs_of(value: object, *, struck: bool) -> list[RichRun]:
    """The words of a cell by their looks, in a cell that is `struck` or not; none where all are plain."""
    if not isinstance(value, CellRichText):
        return [RichRun(value, struck=True)] if struck and isinstance(value, str) else []
    return [
        RichRun(
            part.text,
            struck=struck if part.font.strike is None else bool(part.font.strike),
            raised=part.font.vertAlign == "superscript",
        )
        if isinstance(part, TextBlock)
        else RichRun(part, struck=struck)
        for part in value
    ]


def is_error(cell: Any) -> bool:  # noqa: ANN401 - openpyxl is untyped
    """Whether a formula gave no value but an error, such as #REF!."""
    return bool(cell.data_type == "e")


def is_since_1904(book: Any) -> bool:  # noqa: ANN401 - openpyxl is untyped
    """Whether the dates of a workbook are counted from 1904, as old Macintosh ones do."""
    return bool(book.epoch == MAC_EPOCH)


def moment_of(value: float, *, since_1904: bool) -> datetime | None:
    """The date or time that a number of a workbook stands for; None where it is out of range."""
    try:
        found = from_excel(value, MAC_EPOCH if since_1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        return None
    return found if isinstance(found, datetime) else None


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
