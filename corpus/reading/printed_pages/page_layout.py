"""Drawn pages read: lines, tables and paragraphs in the order in which they are read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpus.reading.composing import Part, TextLine
from corpus.reading.grids import Cells, Grid, grid_of
from corpus.reading.printed_pages.continued_tables import append_rows, goes_on
from corpus.reading.printed_pages.drawn_glyphs import sort_out, turn_of
from corpus.reading.printed_pages.drawn_page import Box, DrawnPage, turned
from corpus.reading.printed_pages.page_order import Flow, Page, RuledTable, flows_of
from corpus.reading.printed_pages.print_lines import Glyph, PrintLine, lines_of, pieces_of_lines
from corpus.reading.printed_pages.rewrapping import SetLine, rewrap, with_common_margins
from corpus.reading.printed_pages.ruled_tables import DrawnTable, tables_of
from corpus.reading.printed_pages.running_heads import drop_running
from corpus.reading.printed_pages.unruled_tables import with_unruled
from corpus.reading.refusals import READ_PICTURES, SCAN, NoTextLayerError
from corpus.text.losses import Loss, LossKind

_QUARTERS = {"": 0, "up": 1, "back": 2, "down": 3}
_FRAME_WIDTH = 0.8
"""Least share of the width of a frame that its one cell of text takes."""
_FRAME_LINES = 6
_FRAME_ROWS = 8
"""A frame has a row for the text and few others around it."""
_GARBLED = 0.1
"""Share of glyphs without a known character among letters and digits above which a text layer is useless."""
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def upright(page: DrawnPage) -> DrawnPage:
    """The page, turned where most of its words run upwards, downwards or backwards."""
    return turned(page, _QUARTERS[turn_of(page.glyphs)])


def lay_out_page(drawn: DrawnPage, typed: Iterable[Glyph], losses: list[Loss]) -> Page:
    """The lines and tables of a page; `typed` are glyphs on it beside the drawn ones.

    What it draws and does not print is added to `losses`.
    """
    sorted_out = sort_out(drawn)
    losses.extend(sorted_out.losses)
    glyphs = [*sorted_out.glyphs, *typed]
    tables: list[RuledTable] = []
    for table in tables_of(drawn):
        inside, others = _divide(glyphs, table.box)
        if not _is_frame(table, inside):
            tables.append(_ruled(table, inside, losses))
            glyphs = others
    rows = tuple(tuple(row) for row in pieces_of_lines(glyphs))
    losses.extend(_note_marks(piece for row in rows for piece in row))
    page = Page(drawn.number, drawn.width, drawn.height, rows, tuple(tables))
    return with_unruled(page, [rule.top for rule in drawn.rules if rule.level])


def parts_of(pages: Sequence[Page], losses: list[Loss]) -> Iterator[Part]:
    """Paragraphs and tables over all pages, without running heads and feet, which go to `losses`."""
    pages, running = drop_running(pages)
    blank = [page for page in pages if not page.rows and not page.tables]
    losses.extend([*running, *(Loss(LossKind.BLANK_PAGE, f"第{page.number}页") for page in blank)])
    return _parts(pages)


def check_text(name: str, pages: Sequence[Page]) -> None:
    """A scan has no words; a font without a table of characters gives glyph numbers for words.

    Raises:
        NoTextLayerError: the pages hold no words, or glyphs that stand for no characters.
    """
    text = "".join(piece.text for page in pages for row in page.rows for piece in row)
    text += "".join(
        cell or "" for page in pages for table in page.tables for row in table.rows for cell in row
    )
    if not text.strip():
        raise NoTextLayerError(name, SCAN)
    if is_garbled(text):
        raise NoTextLayerError(name, "文字层是乱码（字体没有对应的字符表）", READ_PICTURES)


def is_garbled(text: str) -> bool:
    """Whether so many glyphs of a text layer stand for no characters that it is useless."""
    unknown = text.count("(cid:") + sum(map(_is_nameless, text))
    known = sum(map(str.isalnum, _UNKNOWN.sub("", text)))
    return unknown > _GARBLED * (unknown + known)


def _is_nameless(character: str) -> bool:
    """Whether it stands for a glyph whose character is not known."""
    return "\ue000" <= character <= "\uf8ff" or character == "\ufffd"


def _note_marks(lines: Iterable[PrintLine]) -> Iterator[Loss]:
    return (Loss(LossKind.NOTE_MARK, mark) for line in lines for mark in line.notes)


def _divide(glyphs: Sequence[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs inside a box, and the others."""
    x0, top, x1, bottom = box
    inside: list[Glyph] = []
    others: list[Glyph] = []
    for glyph in glyphs:
        within = x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top <= glyph.middle <= bottom
        (inside if within else others).append(glyph)
    return inside, others


def _is_frame(table: DrawnTable, glyphs: Sequence[Glyph]) -> bool:
    """Whether rules frame the text of a page: no row has two filled cells, the fullest is wide and long."""
    if len(table.rows) > _FRAME_ROWS:
        return False
    filled = [
        [(box, inside) for box in row if box and (inside := _words_in(glyphs, box))] for row in table.rows
    ]
    if not any(filled) or any(len(cells) > 1 for cells in filled):
        return False
    (x0, _, x1, _), inside = max((cell for cells in filled for cell in cells), key=lambda cell: len(cell[1]))
    wide = x1 - x0 >= _FRAME_WIDTH * (table.box[2] - table.box[0])
    return wide and len(lines_of(inside)) >= _FRAME_LINES


def _words_in(glyphs: Sequence[Glyph], box: Box) -> list[Glyph]:
    return [glyph for glyph in _divide(glyphs, box)[0] if not glyph.text.isspace()]


def _ruled(table: DrawnTable, glyphs: list[Glyph], losses: list[Loss]) -> RuledTable:
    """A drawn table with its words. None where a merged cell reaches over the column."""
    rows: list[Cells] = []
    for row in table.rows:
        cells: list[str | None] = []
        for box in row:
            inside, glyphs = _divide(glyphs, box) if box else ([], glyphs)
            lines = lines_of(inside)
            losses.extend(_note_marks(lines))
            cells.append("\n".join(line.text for line in lines) if box else None)
        rows.append(tuple(cells))
    losses.extend(Loss(LossKind.HIDDEN, line.text) for line in lines_of(glyphs))
    x0, top, x1, bottom = table.box
    edges = tuple(sorted({round(cell[0], 1) for cell in table.cells}))
    return RuledTable(x0, x1, top, bottom, edges, tuple(rows))


def _parts(pages: Sequence[Page]) -> Iterator[Part]:
    """Paragraphs and tables over all pages."""
    flows = with_common_margins(flows_of(pages))
    for _, group in groupby(_items(flows), key=lambda item: isinstance(item, SetLine)):
        items = list(group)
        for page, text in rewrap([item for item in items if isinstance(item, SetLine)]):
            yield TextLine(text, page=page)
        yield from _tables([item for item in items if not isinstance(item, SetLine)])


def _tables(drawn: Sequence[tuple[int, RuledTable]]) -> Iterator[Grid]:
    """The tables of a stretch without words, given with their pages; those that continue are one."""
    rows: list[Cells] = []
    pages: list[int] = []
    before: RuledTable | None = None
    for page, table in drawn:
        if before is not None and goes_on(before, table):
            rows = append_rows(rows, table.rows)
        else:
            if rows:
                yield grid_of(rows, pages=pages)
            rows, pages = list(table.rows), []
        pages.extend([page] * (len(rows) - len(pages)))
        before = table
    if rows:
        yield grid_of(rows, pages=pages)


def _items(flows: Sequence[Flow]) -> Iterator[SetLine | tuple[int, RuledTable]]:
    """The lines, and the tables with the pages that they stand on."""
    for number, flow in enumerate(flows):
        for item in flow.items:
            if isinstance(item, PrintLine):
                yield SetLine(item, flow.left, flow.right, number, flow.column, flow.page)
            else:
                yield flow.page, item
