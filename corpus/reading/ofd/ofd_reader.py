"""OFD packages with text, page by page."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.limits import Limits
from corpus.reading.composing import Part, compose
from corpus.reading.ofd.beside_pages import beside_pages
from corpus.reading.ofd.custom_tags import by_units, tagged_units
from corpus.reading.ofd.ofd_documents import OfdDocument, PageDrawer, documents_of
from corpus.reading.ofd.ofd_package import RESAVE, OfdPackage
from corpus.reading.ofd.source_attachment import with_marked_blocks
from corpus.reading.printed_pages.drawn_page import DrawnPage
from corpus.reading.printed_pages.page_layout import check_text, lay_out_page, parts_of, upright
from corpus.reading.printed_pages.page_order import Page
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.reading.scans import ScannedPages, picture_in
from corpus.text.losses import Loss
from corpus.text.source_text import SourceText

if TYPE_CHECKING:
    from corpus.reading.scans.pictures import Picture

Progress = Callable[[int, int], None]


def read_ofd(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """Paragraphs and ruled tables of all documents of a package; all else is named as left out.

    Documents and pages stand in the order of the package; pages are counted through all documents. Pages that
    are pictures are read from them where the extra `ocr` is installed.

    Raises:
        DamagedError: the file ends early or cannot be parsed.
        EmptySourceError: its pages are pictures in which nothing can be read.
        LockedError: it is encrypted.
        NoTextLayerError: its pages are pictures, or its glyphs stand for no characters, and the extra `ocr`
            is not installed.
        TooLargeError: it has more pages, objects or bytes than the limits allow.
        UnsafeError: it is made to exhaust the memory or to point outside.
    """
    package = OfdPackage(name, data, limits)
    documents = documents_of(package)
    total = sum(len(document.pages) for document in documents)
    _check_pages(name, total, limits)
    losses: list[Loss] = []
    pictures = _Pictures(package, limits)
    with ScannedPages(lambda: nullcontext(pictures), bare=True) as scanned:
        drawer = _Layout(_Counting(name, total, limits, progress), pictures, scanned, losses)
        laid_out = [list(drawer.pages_of(package, document)) for document in documents]
    every = [page for pages in laid_out for page in pages]
    scanned.check(name, every)
    check_text(name, every)
    parts: list[Part] = []
    for document, pages in zip(documents, laid_out, strict=True):
        parts += by_units(list(parts_of(pages, losses)), tagged_units(package, document))
    losses.extend(loss for document in documents for loss in beside_pages(package, document))
    read = scanned.marked(compose(name, parts, losses))
    return with_marked_blocks(read, package, documents[0], limits) if len(documents) == 1 else read


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays out pages one by one."""

    counting: "_Counting"
    pictures: "_Pictures"
    scanned: ScannedPages
    losses: list[Loss]

    def pages_of(self, package: OfdPackage, document: OfdDocument) -> Iterator[Page]:
        """The lines and tables of the pages of one document, or what their pictures show that these are."""
        drawer = PageDrawer(package, document)
        for drawn in drawer.pages(self.counting.pages + 1, self.losses):
            self.counting.count(drawn)
            self.pictures.paths[drawn.number] = drawer.pictures.get(drawn.number, "")
            page = lay_out_page(upright(drawn), (), self.losses)
            yield self.scanned.instead_of(page, drawn, self.losses)


class _Pictures:
    """The largest picture on each page."""

    def __init__(self, package: OfdPackage, limits: Limits) -> None:
        self._package, self._limits = package, limits
        self.paths: dict[int, str] = {}

    def of_page(self, number: int) -> "Picture | None":
        """The picture on a page, from 1; None where it has none that can be decoded."""
        path = self.paths.get(number)
        try:
            return picture_in(path, self._package.data(path), self._limits) if path else None
        except DamagedError:
            return None


class _Counting:
    """Tells how far the reading is, and refuses what comes to too many characters."""

    def __init__(self, name: str, total: int, limits: Limits, progress: Progress | None) -> None:
        self._name, self._total, self._limits, self._progress = name, total, limits, progress
        self._glyphs = 0
        self.pages = 0
        """Pages counted so far."""

    def count(self, page: DrawnPage) -> None:
        """Counts one page.

        Raises:
            TooLargeError: the pages hold more characters than the limits allow.
        """
        self.pages += 1
        self._glyphs += len(page.glyphs)
        if self._glyphs > self._limits.max_characters:
            why = f"文字超过 {self._limits.max_characters} 个的上限"
            raise TooLargeError(self._name, why, "请拆成几个较小的文件再添加")
        if self._progress:
            self._progress(page.number, self._total)


def _check_pages(name: str, total: int, limits: Limits) -> None:
    if not total:
        raise DamagedError(name, "OFD 里没有页面", RESAVE)
    if total > limits.max_pages:
        raise TooLargeError(
            name, f"有 {total} 页，超过 {limits.max_pages} 页的上限", "请拆成几个较小的文件再添加"
        )
