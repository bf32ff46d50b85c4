"""Which pages of a file are pictures of pages, and these read."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from corpus.reading.printed_pages.drawn_page import Box, DrawnPage
from corpus.reading.printed_pages.page_layout import is_garbled
from corpus.reading.printed_pages.page_order import Page
from corpus.reading.refusals import RESCAN, EmptySourceError
from corpus.reading.scans.extra import is_installed
from corpus.reading.scans.text_layers import differing, is_same_page, words_of
from corpus.text.losses import Loss, LossKind
from corpus.text.scan_doubts import ScanDoubt
from corpus.text.source_text import SourceText

if TYPE_CHECKING:
    from corpus.reading.scans.picture_reading import ReadPage
    from corpus.reading.scans.pictures import Picture

_COVERED = 0.5
"""Share of the page that one picture covers where the page is a scan with a few words printed onto it."""
_COMPARED = 3
"""Pages of one file whose layer is compared; each takes as long as a scan."""
_FEW = 60
"""Characters: what programs print onto their scans, and page numbers."""


class PagesInPixels(Protocol):
    """The pages of one file as pictures."""

    def of_page(self, number: int) -> "Picture | None":
        """A page, from 1; None where it has no picture."""


class ScannedPages:
    """The pages of one file that are read from their pictures, as they are asked for.

    Opens the file with `opened` when the first is. Where the recogniser is not installed, none is. `bare`
    pictures lack the words that their page prints over them.
    """

    def __init__(
        self, opened: Callable[[], AbstractContextManager[PagesInPixels]], *, bare: bool = False
    ) -> None:
        self._opened = opened
        self._bare = bare
        self._closing = ExitStack()
        self._pictures: PagesInPixels | None = None
        self._compared = 0
        self.numbers: list[int] = []
        self.doubts: list[ScanDoubt] = []

    def __enter__(self) -> "ScannedPages":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    def instead_of(self, page: Page, drawn: DrawnPage, losses: list[Loss]) -> Page:
        """The page as its picture shows it, where its text layer does not tell; else the page.

        The first pages whose words lie over or under a picture of the page are compared with it: where the
        layer is of another text, the picture counts, else figures that differ are doubts. Unseen words over
        a picture are what some other program recognised in it: the page is a scan, too. Words printed over a
        bare picture are no layer of it: of a page with few of them both are read.
        """
        layer = words_of(page)
        if layer and _is_covered(drawn) and not any(glyph.seen for glyph in drawn.glyphs):
            self.numbers.append(page.number)
        if not is_installed():
            return page
        if self._bare and _prints_words(drawn, layer):
            few = _is_scan("".join(layer.split()), drawn)
            return self._under(page, self._read(page), losses) if few else page
        if _is_scan("".join(layer.split()), drawn):
            return self._replaced(page, self._read(page), layer, losses)
        if _is_covered(drawn) and self._compared < _COMPARED:
            self._compared += 1
            return self._beside(page, layer, losses)
        return page

    def _beside(self, page: Page, layer: str, losses: list[Loss]) -> Page:
        """The page, compared with its picture."""
        read = self._read(page)
        if read is None:
            return page
        seen = words_of(read.page)
        if not is_same_page(layer, seen):
            return self._replaced(page, read, layer, losses)
        doubts = list(differing(layer, seen, page.number))
        if doubts and page.number not in self.numbers:
            self.numbers.append(page.number)
        self.doubts.extend(doubts)
        return page

    def _under(self, page: Page, read: "ReadPage | None", losses: list[Loss]) -> Page:
        """The page with what the picture under its words shows."""
        if read is None or not (read.page.rows or read.page.tables):
            return page
        self._take(page, read, losses)
        rows = sorted((*read.page.rows, *page.rows), key=lambda row: row[0].top)
        return replace(page, rows=tuple(rows), tables=(*page.tables, *read.page.tables))

    def _take(self, page: Page, read: "ReadPage", losses: list[Loss]) -> None:
        losses.extend(read.losses)
        if page.number not in self.numbers:
            self.numbers.append(page.number)
        self.doubts.extend(read.doubts)

    def _replaced(self, page: Page, read: "ReadPage | None", layer: str, losses: list[Loss]) -> Page:
        if read is None or not (read.page.rows or read.page.tables):
            return page
        self._take(page, read, losses)
        losses.extend(Loss(LossKind.LAYER, line) for line in layer.splitlines())
        return read.page

    def marked(self, source: SourceText) -> SourceText:
        """The text of the file with its pages and figures that come from pictures."""
        return replace(source, scanned=tuple(self.numbers), scan_doubts=tuple(self.doubts))

    def check(self, name: str, pages: Sequence[Page]) -> None:
        """Checks that something was read where pictures can be.

        Raises:
            EmptySourceError: no page shows words.
        """
        if is_installed() and not any(page.rows or page.tables for page in pages):
            raise EmptySourceError(name, "页面是图片，没有认出文字", RESCAN)

    def _read(self, page: Page) -> "ReadPage | None":
        """The page as its picture shows it; None where it cannot be drawn."""
        from corpus.reading.scans.picture_reading import read_page_picture

        if self._pictures is None:
            self._pictures = self._closing.enter_context(self._opened())
        picture = self._pictures.of_page(page.number)
        return None if picture is None else read_page_picture(picture, page.number, page.width)


def _prints_words(drawn: DrawnPage, layer: str) -> bool:
    """Whether a page shows words that can be read."""
    return bool(layer.strip()) and not is_garbled(layer) and any(glyph.seen for glyph in drawn.glyphs)


def _is_scan(layer: str, drawn: DrawnPage) -> bool:
    """Whether a page has no words, glyphs for words, or few words on a picture that covers it."""
    if not layer:
        return True
    if is_garbled(layer):
        return True
    return len(layer) <= _FEW and _is_covered(drawn)


def _is_covered(drawn: DrawnPage) -> bool:
    """Whether one picture covers most of the page."""
    covered = max(map(_area, drawn.pictures), default=0.0)
    return covered >= _COVERED * drawn.width * drawn.height


def _area(box: Box) -> float:
    x0, top, x1, bottom = box
    return max(0.0, x1 - x0) * max(0.0, bottom - top)
