"""Pages of OFD packages as pictures in SVG: a browser draws them with its fonts, nothing is loaded or run.

Seals and annotations are left out, as they are when a package is read.
"""

from collections.abc import Iterator
from pathlib import Path

from corpus.limits import DEFAULT_LIMITS
from corpus.reading.ofd.inks import Ink, InkedPage
from corpus.reading.ofd.ofd_documents import PageDrawer, documents_of
from corpus.reading.ofd.ofd_package import OfdPackage, local
from corpus.reading.ofd.placement import UnusableNumberError
from corpus.reading.ofd.svg_shapes import svg_blank, svg_path, svg_picture
from corpus.reading.ofd.svg_values import written
from corpus.reading.ofd.svg_words import svg_words
from corpus.reading.printed_pages.drawn_page import Box
from corpus.reading.refusals import DamagedError, TooLargeError

_DOWNLOAD = "请下载原件查看"
_MOST_BYTES = 12_000_000
"""Of one picture; a page of text takes 30 kB."""
_MOST_EMBEDDED = 6_000_000
"""Bytes of all pictures on one page; they grow by a third in the picture."""
_MOST_PIXELS = 40_000_000
"""Of all pictures on one page: the browser of a phone unpacks them; an A4 page at 600 dpi has 35 million."""
_LONGEST = 8_000
_LEAST_POINTS = 1.0
_NOT_SHOWN = "图片"


def count_ofd_pages(path: Path) -> int:
    """How many pages an OFD package has, through all its documents.

    Raises:
        SourceError: it cannot be opened, or has more pages than are read.
    """
    count = sum(len(document.pages) for document in documents_of(_opened(path)))
    if count > DEFAULT_LIMITS.max_pages:
        raise TooLargeError(path.name, f"有 {count} 页，超过 {DEFAULT_LIMITS.max_pages} 页的上限", _DOWNLOAD)
    return count


def draw_ofd_page(path: Path, number: int, width: int) -> bytes:
    """A page, from 1 through all documents of a package, as SVG of `width` pixels, or fewer where it is long.

    Raises:
        SourceError: there is no such page, or it cannot be drawn within the limits.
    """
    package = _opened(path)
    position = number - 1
    for document in documents_of(package) if number >= 1 else ():
        if position < len(document.pages):
            page = PageDrawer(package, document).inked(position)
            return _Svg(package).page(page, width)
        position -= len(document.pages)
    raise DamagedError(path.name, f"没有第{number}页", _DOWNLOAD)


def _opened(path: Path) -> OfdPackage:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= DEFAULT_LIMITS.max_bytes else b""
    except OSError as error:
        raise DamagedError(path.name, "OFD 打不开", _DOWNLOAD) from error
    if not data:
        raise TooLargeError(path.name, "OFD 太大或是空的", _DOWNLOAD)
    return OfdPackage(path.name, data, DEFAULT_LIMITS)


class _Svg:
    """Writes one page."""

    def __init__(self, package: OfdPackage) -> None:
        self._package = package
        self._embedded = self._pixels = 0
        self._size = 0

    def page(self, page: InkedPage, width: int) -> bytes:
        """The page on white paper.

        Raises:
            DamagedError: the page has no size.
            TooLargeError: the picture takes too many bytes.
        """
        body = "\n".join(piece for ink in page.inks for piece in self._drawn(ink))
        return f"{_paper(self._package.name, page.visible, width)}\n{body}\n</svg>\n".encode()

    def _drawn(self, ink: Ink) -> Iterator[str]:
        """What shows of an object; nothing where a number of it is unusable."""
        try:
            for element in self._elements(ink):
                self._size += len(element.encode())
                if self._size > _MOST_BYTES:
                    raise TooLargeError(self._package.name, "这一页内容太多，画不出来", _DOWNLOAD)
                yield element
        except UnusableNumberError:
            return

    def _elements(self, ink: Ink) -> Iterator[str]:
        kind = local(ink.drawn)
        if kind == "TextObject":
            return svg_words(ink)
        return self._picture(ink) if kind == "ImageObject" else svg_path(ink)

    def _picture(self, ink: Ink) -> Iterator[str]:
        """A picture; a grey box where browsers do not show it, or where it is too large."""
        from corpus.reading.scans.pictures import shown_kind

        try:
            data = self._package.data(ink.picture) if ink.picture else b""
        except DamagedError:
            data = b""
        kind, pixels = shown_kind(data)
        embedded, all_pixels = self._embedded + len(data), self._pixels + pixels
        if not kind or embedded > _MOST_EMBEDDED or all_pixels > _MOST_PIXELS:
            return svg_blank(ink, _NOT_SHOWN)
        self._embedded, self._pixels = embedded, all_pixels
        return svg_picture(ink, kind, data)


def _paper(name: str, visible: Box, width: int) -> str:
    """The beginning of a picture: its size in pixels, the part of the page that it shows, white paper.

    Raises:
        DamagedError: the page has no size.
    """
    x0, top, x1, bottom = visible
    across, down = x1 - x0, bottom - top
    if min(across, down) < _LEAST_POINTS:
        raise DamagedError(name, "页面没有大小", _DOWNLOAD)
    scale = min(width / across, _LONGEST / max(across, down))
    size = f'width="{max(round(across * scale), 1)}" height="{max(round(down * scale), 1)}"'
    left, high, wide, long = map(written, (x0, top, across, down))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {high} {wide} {long}" {size} '
        f'xml:space="preserve"><rect x="{left}" y="{high}" width="{wide}" height="{long}" fill="#ffffff"/>'
    )
