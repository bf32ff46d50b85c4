"""PDF files with a text layer. The only importer of pdfplumber."""

import logging
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

import pdfplumber
from pdfplumber.table import Table as Drawn
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpus.limits import Limits
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.continued_tables import append_rows, goes_on
from corpus.reading.grids import Cells, Grid, grid_of
from corpus.reading.page_order import Flow, Page, RuledTable, flows_of
from corpus.reading.print_lines import Glyph, PrintLine, lines_of, pieces_of_lines
from corpus.reading.refusals import SCAN, DamagedError, LockedError, NoTextLayerError, TooLargeError
from corpus.reading.rewrapping import SetLine, rewrap, with_common_margins
from corpus.reading.running_heads import drop_running
from corpus.text.source_text import SourceText

_END = b"%%EOF"
_END_ZONE = 4096
_GARBLED = 0.2
"""Share of glyphs without a known character above which a text layer is useless."""
_MIN_EDGES = 6
"""Least number of lines that two rows of two cells are drawn with."""
_BROKEN = (
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pdfminer raises on files that break the rules: it does not check the types of what it reads."""
_SLOPE = 0.1
"""Scanned pages are a degree or two askew, watermarks thirty and more."""
_DOWNLOAD = "请重新下载或重新导出 PDF 再添加"

Progress = Callable[[int, int], None]


def read_pdf(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Paragraphs and ruled tables in reading order. Running heads and page numbers are dropped.

    Raises:
        DamagedError: the file ends early or cannot be parsed.
        LockedError: it asks for a password.
        NoTextLayerError: its pages are pictures, or its glyphs stand for no characters.
        TooLargeError: it has more pages than the limits allow.
    """
    if _END not in data[-_END_ZONE:]:
        raise DamagedError(name, "PDF 不完整（结尾缺失）", _DOWNLOAD)
    # Both report oddities of fonts, colours and metadata, page by page; none changes what is read.
    for library in ("pdfminer", "pdfplumber"):
        logging.getLogger(library).setLevel(logging.ERROR)
    pages, turned = _load(name, data, limits, progress)
    _check_text(name, pages)
    pages, running = drop_running(pages)
    blank = [f"第{page.number}页没有文字" for page in pages if not page.rows and not page.tables]
    return compose(name, _parts(pages), [*running, *turned, *blank])


def _load(name: str, data: bytes, limits: Limits, progress: Progress | None) -> tuple[list[Page], list[str]]:
    """The pages, and the words set at an angle on them: watermarks and stamps."""
    pages: list[Page] = []
    turned: dict[str, None] = {}
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            total = len(document.pages)
            _check_pages(name, total, limits)
            for number, page in enumerate(document.pages, start=1):
                pages.append(_page(number, page))
                turned.update((text, None) for text in _turned(page))
                page.close()
                if progress:
                    progress(number, total)
    except PdfminerException as error:
        raise _refusal(name, error) from error
    except _BROKEN as error:
        raise DamagedError(name, "PDF 已损坏，无法解析", _DOWNLOAD) from error
    return pages, list(turned)


def _check_pages(name: str, total: int, limits: Limits) -> None:
    if not total:
        raise DamagedError(name, "PDF 里没有页面", _DOWNLOAD)
    if total > limits.max_pages:
        raise TooLargeError(
            name, f"有 {total} 页，超过 {limits.max_pages} 页的上限", "请拆成几个较小的文件再添加"
        )


def _refusal(name: str, error: PdfminerException) -> DamagedError | LockedError:
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


def _page(number: int, page: Any) -> Page:  # noqa: ANN401 - pdfplumber leaves its pages loosely typed
    glyphs = [_glyph(char) for char in page.chars if _is_level(char)]
    tables: list[RuledTable] = []
    for drawn in _drawn(page):
        inside, glyphs = _divide(glyphs, drawn.bbox)
        tables.append(_ruled(drawn, inside))
    rows = tuple(tuple(row) for row in pieces_of_lines(glyphs))
    return Page(number, float(page.width), float(page.height), rows, tuple(tables))


def _glyph(char: dict[str, Any]) -> Glyph:
    return Glyph(char["text"], char["x0"], char["x1"], char["top"], char["bottom"], char["size"])


def _is_level(char: dict[str, Any]) -> bool:
    """Whether a glyph stands on a level line; its matrix is (a, b, c, d, e, f), b/a the slope."""
    along, slope = char["matrix"][:2]
    return bool(along > 0 and abs(slope) < _SLOPE * along)


def _turned(page: Any) -> list[str]:  # noqa: ANN401 - pdfplumber leaves its pages loosely typed
    """The words of glyphs that do not stand upright, in the order of their drawing."""
    text = "".join(char["text"] for char in page.chars if not _is_level(char))
    return [text] if text.strip() else []


def _drawn(page: Any) -> list[Drawn]:  # noqa: ANN401 - pdfplumber leaves its pages loosely typed
    """The tables drawn with lines. A frame with one cell, or of one column, is no table."""
    if len(page.edges) < _MIN_EDGES:
        return []
    return [table for table in page.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]


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


def _ruled(drawn: Drawn, glyphs: list[Glyph]) -> RuledTable:
    """A drawn table with its words. None where a merged cell reaches over the column."""
    rows: list[Cells] = []
    for row in drawn.rows:
        cells: list[str | None] = []
        for box in row.cells:
            inside, glyphs = _divide(glyphs, box) if box else ([], glyphs)
            cells.append("\n".join(line.text for line in lines_of(inside)) if box else None)
        rows.append(tuple(cells))
    x0, top, x1, bottom = drawn.bbox
    edges = tuple(sorted({round(cell[0], 1) for cell in drawn.cells}))
    return RuledTable(x0, x1, top, bottom, edges, tuple(rows))


def _parts(pages: Sequence[Page]) -> Iterator[Part]:
    """Paragraphs and tables over all pages."""
    flows = with_common_margins(flows_of(pages))
    for _, group in groupby(_items(flows), key=lambda item: isinstance(item, SetLine)):
        items = list(group)
        yield from (TextLine(text) for text in rewrap([item for item in items if isinstance(item, SetLine)]))
        yield from _tables([item for item in items if isinstance(item, RuledTable)])


def _tables(drawn: Sequence[RuledTable]) -> Iterator[Grid]:
    """The tables of a stretch without words; those that continue on the next page are one."""
    rows: list[Cells] = []
    before: RuledTable | None = None
    for table in drawn:
        if before is not None and goes_on(before, table):
            rows = append_rows(rows, table.rows)
        else:
            if rows:
                yield grid_of(rows)
            rows = list(table.rows)
        before = table
    if rows:
        yield grid_of(rows)


def _items(flows: Sequence[Flow]) -> Iterator[SetLine | RuledTable]:
    for number, flow in enumerate(flows):
        for item in flow.items:
            if isinstance(item, PrintLine):
                yield SetLine(item, flow.left, flow.right, number, flow.column)
            else:
                yield item
