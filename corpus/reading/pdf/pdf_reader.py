"""PDF files with a text layer, page by page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.pdf.pdf_drawing import drawn_page, struck_by_marks
from corpus.reading.pdf.pdf_forms import typed_in
from corpus.reading.pdf.pdf_pages import (
    BROKEN_PDF,
    Layers,
    PdfError,
    PlumberPage,
    lay_out,
    layers_off,
    open_pdf,
)
from corpus.reading.printed_pages.page_layout import check_text, lay_out_page, parts_of, upright
from corpus.reading.printed_pages.page_order import Page
from corpus.reading.refusals import DamagedError, LockedError, TooLargeError
from corpus.reading.scans import PagesInPixels, ScannedPages
from corpus.text.losses import Loss
from corpus.text.source_text import SourceText

_END = b"%%EOF"
_END_ZONE = 4096
_DOWNLOAD = "请重新下载或重新导出 PDF 再添加"

Progress = Callable[[int, int], None]


def read_pdf(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Paragraphs and ruled tables in reading order. All else that the pages hold is named as left out.

    Pages that are pictures are read from them where the extra `ocr` is installed.

    Raises:
        DamagedError: the file ends early or cannot be parsed.
        EmptySourceError: its pages are pictures in which nothing can be read.
        LockedError: it asks for a password.
        NoTextLayerError: its pages are pictures, or its glyphs stand for no characters, and the extra `ocr`
            is not installed.
        TooLargeError: it has more pages than the limits allow.
    """
    if _END not in data[-_END_ZONE:]:
        raise DamagedError(name, "PDF 不完整（结尾缺失）", _DOWNLOAD)
    with ScannedPages(partial(_pixels, data)) as scanned:
        pages, losses = _load(name, data, limits, scanned, progress)
    scanned.check(name, pages)
    check_text(name, pages)
    return scanned.marked(compose(name, list(parts_of(pages, losses)), losses))


def _pixels(data: bytes) -> AbstractContextManager[PagesInPixels]:
    """The pages as pictures; what draws them is loaded when the first is asked for."""
    from corpus.reading.pdf.pdf_pictures import page_pixels

    return page_pixels(data)


def _load(
    name: str, data: bytes, limits: Limits, scanned: ScannedPages, progress: Progress | None
) -> tuple[list[Page], list[Loss]]:
    """The pages, and what they hold beside their text, running heads apart."""
    pages: list[Page] = []
    losses: list[Loss] = []
    try:
        with open_pdf(data) as document:
            total = len(document.pages)
            _check_pages(name, total, limits)
            off = layers_off(document)
            for number, page in enumerate(document.pages, start=1):
                pages.append(_page(number, page, off, scanned, losses))
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


def _page(number: int, page: PlumberPage, off: Layers, scanned: ScannedPages, losses: list[Loss]) -> Page:
    """What a page prints; a page whose words run upwards, downwards or backwards is read turned."""
    lay_out(page, off)
    drawn = drawn_page(number, page)
    page_read = upright(drawn)
    level = page_read is drawn
    if level:
        page_read = replace(drawn, strokes=(*drawn.strokes, *struck_by_marks(page)))
    typed = typed_in(page, losses, level=level)
    return scanned.instead_of(lay_out_page(page_read, typed, losses), drawn, losses)
