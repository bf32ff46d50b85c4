"""Workbooks of OpenDocument (.ods): each sheet a table. A cell holds the words that it shows."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from xml.etree.ElementTree import Element, iterparse

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.grids import Grid
from corpus.reading.open_document.open_styles import OpenStyles, read_open_styles
from corpus.reading.open_document.open_words import plain_words
from corpus.reading.open_document.package import (
    BROKEN_PACKAGE,
    CALC,
    DRAW,
    HEADS,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    OpenPackage,
)
from corpus.reading.refusals import DamagedError
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
from corpus.reading.word.word_making import RunMarks
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText
from corpus.workbooks import RichRun

Progress = Callable[[int, int], None]
_SHEET, _ROW, _COLUMN = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_WHITE = "ffffff"
_HIDDEN = ("collapse", "filter")
_VALUES = ("string-value", "date-value", "time-value", "boolean-value", "value")
_FIELDS = tuple(
    f"{TEXT}{name}" for name in ("sheet-name", "page-number", "page-count", "title", "date", "time")
)
_SHAPES = (f"{DRAW}frame", f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}caption")
_SAYING = re.compile(r"\w")
_FAR = 1 << 20
"""Rows and columns; no program has more."""
_REMEDY = "请用 WPS 或 LibreOffice 打开后另存为 .xlsx 再添加"


def read_open_sheets(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Each visible sheet as a table, as `read_sheets` gives it.

    Raises:
        DamagedError: it breaks the rules of OpenDocument.
        TooLargeError: more filled rows or columns than the limits allow.
        SourceError: as `OpenPackage`.
    """
    package = OpenPackage(name, data, limits)
    try:
        common = package.styles()
        reader = _BookReader(name, read_open_styles(common), limits, RowProgress(progress, limits.max_rows))
        with package.open_content() as stream:
            reader.read(iterparse(stream, ("start", "end")))
        losses = [*reader.losses, *_running(common)]
        return compose(name, parts_of_sheets(reader.tables), losses)
    except BROKEN_PACKAGE as error:
        raise DamagedError(name, "工作簿已损坏或格式不规范", _REMEDY) from error


@dataclass(slots=True)
class _OpenSheet:
    """A sheet as far as it has been read."""

    title: str
    is_shown: bool
    facts: SheetFacts = field(default_factory=SheetFacts)
    rows: list[SheetRow] = field(default_factory=list)
    words: CellWords = field(default_factory=CellWords)
    row: int = 0
    column: int = 0
    """How many rows and columns have been passed."""
    white: set[tuple[int, int]] = field(default_factory=set)
    """Rows and columns, from 1 and 0 on, of the cells that print white words on no colour of their own."""
    is_coloured: bool = False
    """Whether more than the styles of its cells may colour it: a condition, a shape, rows and columns."""

    def unseen(self) -> Iterator[Loss]:
        """Takes out the words of white cells, which are the losses; a first row may be a banner."""
        first = self.rows[0].number if self.rows else 0
        for row in () if self.is_coloured else self.rows:
            for column in range(len(row.values)):
                if row.number != first and row.values[column] and (row.number, column) in self.white:
                    yield Loss(LossKind.HIDDEN, row.values[column])
                    row.values[column] = ""


class _BookReader:
    """Follows the elements of a workbook; a row is forgotten when it has been read."""

    def __init__(self, name: str, styles: OpenStyles, limits: Limits, counted: RowProgress) -> None:
        self._name, self._styles, self._limits, self._counted = name, styles, limits, counted
        self.tables: list[tuple[str, Grid]] = []
        self.losses: list[Loss] = []
        self._sheet: _OpenSheet | None = None
        self._left, self._changes = limits.max_rows, 0

    def read(self, events: Iterator[tuple[str, Element]]) -> None:
        """All sheets. What tracked changes have replaced is passed over."""
        for event, element in events:
            if element.tag == f"{TABLE}tracked-changes":
                self._changes += 1 if event == "start" else -1
            elif not self._changes:
                self._begin(element) if event == "start" else self._end(element)
        self._counted.end()

    def _begin(self, element: Element) -> None:
        if element.tag == _SHEET and self._sheet is None:
            shown = self._styles.is_shown(element.get(f"{TABLE}style-name") or "")
            self._sheet = _OpenSheet(element.get(f"{TABLE}name") or "", shown)

    def _end(self, element: Element) -> None:
        if element.tag == f"{OFFICE}automatic-styles":
            self._styles.add(element)
        elif self._sheet is None:
            return
        elif element.tag == _COLUMN:
            self._pass_columns(element, self._sheet)
        elif element.tag == _ROW:
            self._read_row(element, self._sheet)
            element.clear()
        elif element.tag in _SHAPES:
            self.losses.extend(_drawn(element))
            self._sheet.is_coloured = True
        elif element.tag == f"{CALC}conditional-format":
            self._sheet.is_coloured = True
        elif element.tag == _SHEET and element.get(f"{TABLE}name") == self._sheet.title:
            self._end_sheet(self._sheet)
            self._sheet = None
            element.clear()

    def _end_sheet(self, sheet: _OpenSheet) -> None:
        if not sheet.is_shown:
            self.losses.append(
                Loss(LossKind.HIDDEN_SHEET, " ".join([sheet.title, *words_of_rows(sheet.rows)]))
            )
            return
        self.losses.extend((*sheet.words.losses, *sheet.unseen()))
        if sheet.rows:
            self.tables.append((sheet.title, grid_of_sheet(sheet.rows, sheet.facts, self.losses)))

    def _pass_columns(self, element: Element, sheet: _OpenSheet) -> None:
        first = sheet.column + 1
        sheet.column += _repeats(element, "number-columns-repeated")
        self._note_ground(element, sheet)
        if element.get(f"{TABLE}visibility") in _HIDDEN:
            sheet.facts.hidden_columns.append((first, sheet.column))

    def _read_row(self, element: Element, sheet: _OpenSheet) -> None:
        repeats = _repeats(element, "number-rows-repeated")
        self._note_ground(element, sheet)
        values, white = self._values(element, sheet)
        first = sheet.row + 1
        sheet.row += repeats
        if not any(values):
            return
        self._left -= repeats
        check_size(self._name, self._left, len(values), self._limits)
        numbers = range(first, sheet.row + 1)
        sheet.white.update(product(numbers, white))
        sheet.rows.extend(self._counted.through(SheetRow(number, [*values]) for number in numbers))
        if element.get(f"{TABLE}visibility") in _HIDDEN:
            sheet.facts.hidden_rows.update(numbers)

    def _values(self, row: Element, sheet: _OpenSheet) -> tuple[list[str], set[int]]:
        """The words of the cells of a row up to the last one that has any, and which print them white."""
        values: list[str] = []
        white: set[int] = set()
        column = 0
        for cell in (child for child in row if child.tag in _CELLS):
            repeats = _repeats(cell, "number-columns-repeated")
            words = self._words(cell, sheet, column)
            if words:
                check_size(self._name, self._left, column + repeats, self._limits)
                values.extend([""] * (column - len(values)))
                values.extend([words] * repeats)
                white.update(range(column, column + repeats) if self._is_white(cell) else ())
            _note_merge(cell, sheet, column)
            column += repeats
        return values, white

    def _note_ground(self, element: Element, sheet: _OpenSheet) -> None:
        """Notes a row or column that lays a colour under cells without a style of their own."""
        default = element.get(f"{TABLE}default-cell-style-name")
        ground = self._styles.ground_of(
            ("table-cell", default), ("table-row", element.get(f"{TABLE}style-name"))
        )
        sheet.is_coloured = sheet.is_coloured or ground not in ("", _WHITE)

    def _is_white(self, cell: Element) -> bool:
        """Whether the style of a cell prints its words white on white; words with looks of their own show."""
        marks = self._styles.marks("table-cell", cell.get(f"{TABLE}style-name") or "")
        plain = cell.find(f".//{TEXT}span") is None
        return plain and (marks.colour or "").lower() == _WHITE and (marks.ground or _WHITE).lower() == _WHITE

    def _words(self, cell: Element, sheet: _OpenSheet, column: int) -> str:
        for remark in cell.findall(f"{OFFICE}annotation"):
            lines = (plain_words(part) for part in remark.iter(f"{TEXT}p"))
            sheet.words.losses.append(Loss(LossKind.COMMENT, "\n".join(lines)))
        marks = self._styles.marks("table-cell", cell.get(f"{TABLE}style-name") or "")
        runs: list[RichRun] = []
        for paragraph in cell.findall(f"{TEXT}p"):
            runs.extend([RichRun("\n")] if runs else [])
            runs.extend(self._runs(paragraph, marks))
        words = "".join(run.words for run in runs)
        if cell.get(f"{CALC}value-type") == "error":
            return sheet.words.of_error(f"{_letters(column)}{sheet.row + 1}", words)
        if not runs:
            return next(filter(None, (cell.get(f"{OFFICE}{name}") for name in _VALUES)), "")
        return sheet.words.of_runs(runs)

    def _runs(self, element: Element, marks: RunMarks) -> Iterator[RichRun]:
        if element.tag == f"{TEXT}span":
            marks = self._styles.marks("text", element.get(f"{TEXT}style-name") or "", marks)
        if element.tag == f"{TEXT}s":
            yield RichRun(" ")
        if element.text:
            yield RichRun(element.text, struck=marks.struck, raised=marks.raised)
        for child in element:
            yield from self._runs(child, marks)
            if child.tail:
                yield RichRun(child.tail, struck=marks.struck, raised=marks.raised)


def _note_merge(cell: Element, sheet: _OpenSheet, column: int) -> None:
    columns, rows = (_repeats(cell, f"number-{name}-spanned") for name in ("columns", "rows"))
    if columns > 1 or rows > 1:
        top = sheet.row + 1
        sheet.facts.merged.append((column + 1, top, column + columns, top + rows - 1))


def _repeats(element: Element, name: str) -> int:
    said = element.get(f"{TABLE}{name}") or "1"
    return min(max(int(said), 1), _FAR) if said.isdecimal() else 1


def _letters(column: int) -> str:
    """Example: 0 -> `A`, 27 -> `AB`."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters


def _drawn(shape: Element) -> Iterator[Loss]:
    words = "\n".join(plain_words(part) for part in shape.iter(f"{TEXT}p")).strip()
    if words:
        yield Loss(LossKind.OBJECT, words)
    elif shape.find(f"{DRAW}object") is not None:
        yield Loss(LossKind.OBJECT)
    elif shape.find(f"{DRAW}image") is not None:
        yield Loss(LossKind.PICTURE)


def _running(common: Element) -> Iterator[Loss]:
    """What heads and feet print, each text once, without the numbers of pages."""
    heads = [head for head in common.iter() if head.tag in HEADS and head.get(f"{STYLE}display") != "false"]
    lines = ["".join(_without_fields(line)).strip() for head in heads for line in head.iter(f"{TEXT}p")]
    yield from (Loss(LossKind.RUNNING, line) for line in dict.fromkeys(lines) if _SAYING.search(line))


def _without_fields(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _FIELDS:
            yield from _without_fields(child)
        yield child.tail or ""
