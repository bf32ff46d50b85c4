"""PDF files with a text layer, page by page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from corpus.limits import Limits
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.continued_tables import append_rows, goes_on
from corpus.reading.grids import Cells, Grid, grid_of
from corpus.reading.page_order import Flow, Page, RuledTable, flows_of
from corpus.reading.pdf_forms import typed_in
from corpus.reading.pdf_glyphs import sort_out, turn_of
from corpus.reading.pdf_pages import (
    BROKEN_PDF,
    DrawnTable,
    Layers,
    PdfError,
    PlumberPage,
    drawn_tables,
    lay_out,
    layers_off,
    open_pdf,
    turned_upright,
)
from corpus.reading.print_lines import Glyph, PrintLine, lines_of, pieces_of_lines
from corpus.reading.refusals import SCAN, DamagedError, LockedError, NoTextLayerError, TooLargeError
from corpus.reading.rewrapping import SetLine, rewrap, with_common_margins
from corpus.reading.running_heads import drop_running
from corpus.reading.unruled_tables import with_unruled
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_END = b"%%EOF"
_END_ZONE = 4096
_QUARTERS = {"up": 1, "back": 2, "down": 3}
_FRAME_WIDTH = 0.8
"""Least share of the width of a frame that its one cell of text takes."""
_FRAME_LINES = 6
_FRAME_ROWS = 8
"""A frame has a row for the text and few others around it."""
_GARBLED = 0.2
"""Share of glyphs without a known character above which a text layer is useless."""
_DOWNLOAD = "请重新下载或重新导出 PDF 再添加"

Progress = Callable[[int, int], None]


def read_pdf(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Paragraphs and ruled tables in reading order. All else that the pages hold is named as left out.

    Raises:
        DamagedError: the file ends early or cannot be parsed.
        LockedError: it asks for a password.
        NoTextLayerError: its pages are pictures, or its glyphs stand for no characters.
        TooLargeError: it has more pages than the limits allow.
    """
    if _END not in data[-_END_ZONE:]:
        raise DamagedError(name, "PDF 不完整（结尾缺失）", _DOWNLOAD)
    pages, losses = _load(name, data, limits, progress)
    _check_text(name, pages)
    pages, running = drop_running(pages)
    blank = [page for page in pages if not page.rows and not page.tables]
    losses.extend([*running, *(Loss(LossKind.BLANK_PAGE, f"第{page.number}页") for page in blank)])
    return compose(name, _parts(pages), losses)


def _load(name: str, data: bytes, limits: Limits, progress: Progress | None) -> tuple[list[Page], list[Loss]]:
    """The pages, and what they hold beside their text, running heads apart."""
    pages: list[Page] = []
    losses: list[Loss] = []
    try:
        with open_pdf(data) as document:
            total = len(document.pages)
            _check_pages(name, total, limits)
            off = layers_off(document)
            for number, page in enumerate(document.pages, start=1):
                pages.append(_page(number, page, off, losses))
                page.close()
                if progress:
                    progress(number, total)
    except PdfError as error:
        raise _refusal(name, error) from error
    except BROKEN_PDF as error:
        raise DamagedError(name, "PDF 已损坏，无法解析", _DOWNLOAD) from error
    return pages, losses


def _check_pages(name: str, total: int, limits: Limits) -> None:
    if not total:
        raise DamagedError(name, "PDF 里没有页面", _DOWNLOAD)
    if total > limits.max_pages:
        raise TooLargeError(
            name, f"有 {total} 页，超过 {limits.max_pages} 页的上限", "请拆成几个较小的文件再添加"
        )


def _refusal(name: str, error: PdfError) -> DamagedError | LockedError:
    kinds = [type(cause).__name__ for cause in (*error.args, error.__cause__, error.__context__)]
    if any(kind.startswith(("PDFPassword", "PDFEncryption")) for kind in kinds):
        return LockedError(name, "PDF 加了密码", "请用阅读器打开后去掉密码，另存一份再添加")
    return DamagedError(name, "PDF 已损坏，无法解析", _DOWNLOAD)


def _check_text(name: str, pages: Sequence[Page]) -> None:
    """A scan has no words; a font without a table of characters gives glyph numbers for words."""
    text = "".join(piece.text for page in pages for row in page.rows for piece in row)
    text += "".join(
        cell or "" for page in pages for table in page.tables for row in table.rows for cell in row
    )
    if not text.strip():
        raise NoTextLayerError(name, SCAN)
    unknown = text.count("(cid:") + sum("\ue000" <= character <= "\uf8ff" for character in text)
    if unknown > _GARBLED * len(text.replace("(cid:", "")) / 2:
        raise NoTextLayerError(
            name, "文字层是乱码（字体没有对应的字符表）", "请先用 OCR 软件转成可复制文字的 PDF 再添加"
        )


def _page(number: int, page: PlumberPage, off: Layers, losses: list[Loss]) -> Page:
    """What a page prints; a page whose words run upwards, downwards or backwards is read turned."""
    lay_out(page, off)
    turn = turn_of(page.chars)
    if turn:
        page = turned_upright(page, _QUARTERS[turn])
        lay_out(page, off)
    sorted_out = sort_out(page)
    losses.extend(sorted_out.losses)
    glyphs = [*sorted_out.glyphs, *typed_in(page, losses)]
    tables: list[RuledTable] = []
    for drawn in drawn_tables(page):
        inside, others = _divide(glyphs, drawn.bbox)
        if not _is_frame(drawn, inside):
            tables.append(_ruled(drawn, inside, losses))
            glyphs = others
    rows = tuple(tuple(row) for row in pieces_of_lines(glyphs))
    losses.extend(_note_marks(piece for row in rows for piece in row))
    printed = Page(number, float(page.width), float(page.height), rows, tuple(tables))
    return with_unruled(printed, [edge["top"] for edge in page.edges if edge["orientation"] == "h"])


def _note_marks(lines: Iterable[PrintLine]) -> Iterator[Loss]:
    return (Loss(LossKind.NOTE_MARK, mark) for line in lines for mark in line.notes)


def _divide(
    glyphs: Sequence[Glyph], box: tuple[float, float, float, float]
) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs inside a box, and the others."""
    x0, top, x1, bottom = box
    inside: list[Glyph] = []
    others: list[Glyph] = []
    for glyph in glyphs:
        within = x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top <= glyph.middle <= bottom
        (inside if within else others).append(glyph)
    return inside, others


def _is_frame(drawn: DrawnTable, glyphs: Sequence[Glyph]) -> bool:
    """Whether rules frame the text of a page: no row has two filled cells, the fullest is wide and long."""
    if len(drawn.rows) > _FRAME_ROWS:
        return False
    filled = [
        [(box, inside) for box in row.cells if box and (inside := _words_in(glyphs, box))]
        for row in drawn.rows
    ]
    if not any(filled) or any(len(cells) > 1 for cells in filled):
        return False
    (x0, _, x1, _), inside = max((cell for cells in filled for cell in cells), key=lambda cell: len(cell[1]))
    wide = x1 - x0 >= _FRAME_WIDTH * (drawn.bbox[2] - drawn.bbox[0])
    return wide and len(lines_of(inside)) >= _FRAME_LINES


def _words_in(glyphs: Sequence[Glyph], box: tuple[float, float, float, float]) -> list[Glyph]:
    return [glyph for glyph in _divide(glyphs, box)[0] if not glyph.text.isspace()]


def _ruled(drawn: DrawnTable, glyphs: list[Glyph], losses: list[Loss]) -> RuledTable:
    """A drawn table with its words. None where a merged cell reaches over the column."""
    rows: list[Cells] = []
    for row in drawn.rows:
        cells: list[str | None] = []
        for box in row.cells:
            inside, glyphs = _divide(glyphs, box) if box else ([], glyphs)
            lines = lines_of(inside)
            losses.extend(_note_marks(lines))
            cells.append("\n".join(line.text for line in lines) if box else None)
        rows.append(tuple(cells))
    losses.extend(Loss(LossKind.HIDDEN, line.text) for line in lines_of(glyphs))
    x0, top, x1, bottom = drawn.bbox
    edges = tuple(sorted({round(cell[0], 1) for cell in drawn.cells}))
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
