"""A workbook given once and written twice: as Excel 97 and WPS write it, and as .xlsx."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import xlwt
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH
from xlwt.BIFFRecords import FormulaRecord

from corpus.text.losses import Loss

_STRING, _OBJECT, _BOX_TEXT, _CONTINUE, _NOTE = 0x0207, 0x5D, 0x1B6, 0x3C, 0x1C
_RESULT = slice(10, 18)
"""Where the result of a formula stands in its record: a number, or what the next constant ends."""
_NO_NUMBER = 0xFFFF
_END = 4
"""Bytes of the record that ends a sheet."""
_WRITER = "经办"
_REMARK = 0x19
"""The kind of a drawn object that shows a note."""

YUAN, LONG_DATE = '#,##0"元"', 'yyyy"年"m"月"d"日"'


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that holds more than a plain value.

    `value` is what it shows, or the pieces of its words with `struck`, `raised` or "" for each;
    `formula` is what computed it.
    """

    value: object
    form: str = "General"
    struck: bool = False
    formula: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """A sheet as it is filled in; None is a blank cell."""

    rows: Sequence[Sequence[object]]
    title: str = "Sheet1"
    merged: Sequence[str] = ()
    """Such as `B2:B3`."""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    hidden: bool = False


def as_old_workbook(sheets: Sequence[GivenSheet], *, since_1904: bool = False) -> bytes:
    """The bytes of an .xls or .et."""
    book = xlwt.Workbook(style_compression=2)
    book.dates_1904 = since_1904
    for given in sheets:
        _fill_old(book.add_sheet(given.title), given)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_new_workbook(sheets: Sequence[GivenSheet], *, since_1904: bool = False) -> bytes:
    """The bytes of an .xlsx; what formulas gave stands in it without them."""
    book = Workbook()
    book.remove(book.active)
    if since_1904:
        book.epoch = MAC_EPOCH
    for given in sheets:
        _fill_new(book.create_sheet(given.title), given)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cells(given: GivenSheet) -> list[tuple[int, int, Filled]]:
    """The filled cells with row and column from 0."""
    return [
        (row, column, value if isinstance(value, Filled) else Filled(value))
        for row, values in enumerate(given.rows)
        for column, value in enumerate(values)
        if value is not None
    ]


def _fill_old(sheet: xlwt.Worksheet, given: GivenSheet) -> None:
    for row, column, cell in _cells(given):
        if cell.formula:
            sheet.row(row).insert_cell(column, _Computed(sheet, (row, column), cell))
        elif isinstance(cell.value, tuple):
            sheet.write_rich_text(row, column, [(words, _looks(how).font) for words, how in cell.value])
        else:
            sheet.write(row, column, cell.value, _looks("struck" if cell.struck else "", cell.form))
    for span in given.merged:
        left, top, right, bottom = range_boundaries(span)
        sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    for number in given.hidden_rows:
        sheet.row(number - 1).hidden = True
    for letter in given.hidden_columns:
        sheet.col(column_index_from_string(letter) - 1).hidden = True
    sheet.visibility = int(given.hidden)
    _add_notes(sheet, given)


def _looks(how: str, form: str = "General") -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = form
    style.font.struck_out = how == "struck"
    style.font.escapement = int(how == "raised")
    return style


class _Computed:
    """A formula with the value that it last gave, which xlwt leaves out; a number, words or nothing."""

    def __init__(self, sheet: xlwt.Worksheet, where: tuple[int, int], cell: Filled) -> None:
        style = sheet.get_parent().add_style(_looks("", cell.form))
        self._value = cell.value
        self._blank = FormulaRecord(*where, style, xlwt.Formula(cell.formula).rpn()).get()

    def get_biff_data(self) -> bytes:
        """Its records."""
        if self._value == "":
            return self._blank
        words = self._value if isinstance(self._value, str) else None
        result = struct.pack("<d", self._value) if words is None else struct.pack("<6xH", _NO_NUMBER)
        record = self._blank[: _RESULT.start] + result + self._blank[_RESULT.stop :]
        return record + (b"" if words is None else _record(_STRING, _length(words) + _signs(words)))


def _add_notes(sheet: xlwt.Worksheet, given: GivenSheet) -> None:
    """Remarks on cells, for which xlwt has no call: a box with words for each, and the cell it hangs on."""
    notes = [(row, column, cell.note) for row, column, cell in _cells(given) if cell.note]
    if not notes:
        return
    extra = b"".join(_note(number, *note) for number, note in enumerate(notes, 1))
    written = sheet.get_biff_data

    def with_notes() -> bytes:
        data = written()
        return data[:-_END] + extra + data[-_END:]

    sheet.get_biff_data = with_notes


def _note(number: int, row: int, column: int, words: str) -> bytes:
    box = struct.pack("<HHHHH12xHH", 0x15, 18, _REMARK, number, 0x4011, 0, 0)
    where = struct.pack("<HHHH", row, column, 0, number)
    runs = struct.pack("<HH4xHH4x", 0, 0, len(words), 0)
    return b"".join(
        [
            _record(_OBJECT, box),
            _record(_BOX_TEXT, struct.pack("<HH6xHHH2x", 0x212, 0, len(words), len(runs), 0)),
            _record(_CONTINUE, _signs(words)),
            _record(_CONTINUE, runs),
            _record(_NOTE, where + _length(_WRITER) + _signs(_WRITER) + b"\0"),
        ]
    )


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _length(words: str) -> bytes:
    return struct.pack("<H", len(words))


def _signs(words: str) -> bytes:
    return b"\1" + words.encode("utf-16-le")


def _fill_new(sheet: object, given: GivenSheet) -> None:
    for row, column, cell in _cells(given):
        target = sheet.cell(row + 1, column + 1, _new_value(cell.value))
        target.number_format = cell.form
        target.font = Font(strike=cell.struck)
        target.comment = Comment(cell.note, _WRITER) if cell.note else None
    for span in given.merged:
        sheet.merge_cells(span)
    for number in given.hidden_rows:
        sheet.row_dimensions[number].hidden = True
    for letter in given.hidden_columns:
        sheet.column_dimensions[letter].hidden = True
    sheet.sheet_state = "hidden" if given.hidden else "visible"


def _new_value(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    fonts = {
        "struck": InlineFont(strike=True),
        "raised": InlineFont(vertAlign="superscript"),
        "": InlineFont(strike=False),
    }
    return CellRichText(*(TextBlock(fonts[how], words) for words, how in value))


@dataclass(frozen=True, slots=True)
class BookLayout:
    """Sheets as they are filled in, and the lines and rows that they print, in their order."""

    sheets: Sequence[GivenSheet]
    printed: Sequence[str | tuple[str, ...]]
    """A line, or the cells of a row; a covered cell is empty."""
    left_out: frozenset[Loss] = frozenset()
    duties: Sequence[tuple[str, str | None]] = ()
    """Of the measures in order: who is responsible, and the phone printed beside it."""
    since_1904: bool = False
