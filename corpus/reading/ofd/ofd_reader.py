"""OFD packages with text, page by page."""

from collections.abc import Callable

from corpus.limits import Limits
from corpus.reading.composing import Part, compose
from corpus.reading.ofd.beside_pages import beside_pages
from corpus.reading.ofd.ofd_documents import PageDrawer, documents_of
from corpus.reading.ofd.ofd_package import RESAVE, OfdPackage
from corpus.reading.page_layout import check_text, lay_out_page, parts_of, upright
from corpus.reading.page_order import Page
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.text.losses import Loss
from corpus.text.source_text import SourceText

Progress = Callable[[int, int], None]


def read_ofd(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Paragraphs and ruled tables of all documents of a package; all else is named as left out.

    Documents and pages stand in the order of the package; pages are counted through all documents.

    Raises:
        DamagedError: the file ends early or cannot be parsed.
        LockedError: it is encrypted.
        NoTextLayerError: its pages are pictures, or its glyphs stand for no characters.
        TooLargeError: it has more pages, objects or bytes than the limits allow.
        UnsafeError: it is made to exhaust the memory or to point outside.
    """
    package = OfdPackage(name, data, limits)
    documents = documents_of(package)
    total = sum(len(document.pages) for document in documents)
    _check_pages(name, total, limits)
    losses: list[Loss] = []
    laid_out: list[list[Page]] = []
    for document in documents:
        first = 1 + sum(map(len, laid_out))
        pages: list[Page] = []
        for page in PageDrawer(package, document).pages(first, losses):
            pages.append(lay_out_page(upright(page), (), losses))
            if progress:
                progress(page.number, total)
        laid_out.append(pages)
    check_text(name, [page for pages in laid_out for page in pages])
    parts: list[Part] = [part for pages in laid_out for part in parts_of(pages, losses)]
    for document in documents:
        losses.extend(beside_pages(package, document))
    return compose(name, parts, losses)


def _check_pages(name: str, total: int, limits: Limits) -> None:
    if not total:
        raise DamagedError(name, "OFD 里没有页面", RESAVE)
    if total > limits.max_pages:
        raise TooLargeError(
            name, f"有 {total} 页，超过 {limits.max_pages} 页的上限", "请拆成几个较小的文件再添加"
        )
