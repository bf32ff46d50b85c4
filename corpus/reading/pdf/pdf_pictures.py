"""Pages of PDF files as pictures. The only importer of pypdfium2."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2

from corpus.reading.refusals import DamagedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FORMAT, _QUALITY, _EFFORT = "WEBP", 75, 2
"""A page of text takes about 150 kB and 90 ms, as PNG 550 kB (measured 2026-11)."""
_MAX_PIXELS = 6_000_000
"""Of a picture; an A4 page 1240 pixels wide has 2.2 million."""
_LONGEST = 8_000
"""Pixels of a side; WebP has at most 16,383."""
_LEAST_POINTS = 1.0
_DOWNLOAD = "请下载原件查看"
_POINTS, _DPI = 72, 200
_SHORTEST_SCAN, _LONGEST_SCAN = 1600.0, 2600.0
"""Pixels of the longer side of a page that is read: some scans give their page a size of their own."""


def count_pages(path: Path) -> int:
    """How many pages a PDF has.

    Raises:
        DamagedError: it cannot be opened.
    """
    with _opened(path) as document:
        return len(document)


def draw_page(path: Path, number: int, width: int) -> bytes:
    """A page of a PDF, from 1, as a picture of `width` pixels, or fewer where it is very long.

    What is filled into forms is drawn too; scripts are not run.

    Raises:
        DamagedError: there is no such page, or it cannot be drawn.
    """
    with _opened(path) as document:
        if not 1 <= number <= len(document):
            raise DamagedError(path.name, f"没有第{number}页", _DOWNLOAD)
        try:
            document.init_forms()
            with closing(document[number - 1]) as page:
                return _picture(path.name, page, width)
        except (pypdfium2.PdfiumError, OSError, ValueError) as error:
            raise DamagedError(path.name, f"第{number}页画不出来", _DOWNLOAD) from error


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise DamagedError(path.name, "PDF 打不开", _DOWNLOAD) from error
    with closing(document):
        yield document


class PagePixels:
    """The pages of a PDF in pixels, each drawn when it is asked for; one at a time is in memory."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - pypdfium2 leaves documents loosely typed
        self._document = document

    def of_page(self, number: int) -> "NDArray[np.uint8] | None":
        """A page, from 1, at 200 dpi: uint8 (height, width, 3), on white. None where it cannot be drawn."""
        import numpy as np

        try:
            with closing(self._document[number - 1]) as page:
                longest = max(*page.get_size(), _LEAST_POINTS)
                pixels = min(max(longest * _DPI / _POINTS, _SHORTEST_SCAN), _LONGEST_SCAN)
                with closing(page.render(scale=pixels / longest, rev_byteorder=True)) as bitmap:
                    return np.array(bitmap.to_pil().convert("RGB"))
        except (pypdfium2.PdfiumError, OSError, ValueError, IndexError):
            return None


@contextmanager
def page_pixels(data: bytes) -> Iterator[PagePixels]:
    """The pages of a PDF in pixels; of one that cannot be opened, none can be drawn."""
    try:
        document = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, OSError):
        yield PagePixels(())
        return
    with closing(document):
        yield PagePixels(document)


def _picture(name: str, page: Any, width: int) -> bytes:  # noqa: ANN401 - pypdfium2 leaves pages loosely typed
    across, down = page.get_size()
    if min(across, down) < _LEAST_POINTS:
        raise DamagedError(name, "页面没有大小", _DOWNLOAD)
    scale = min(width / across, sqrt(_MAX_PIXELS / (across * down)), _LONGEST / max(across, down))
    with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
        data = BytesIO()
        bitmap.to_pil().convert("RGB").save(data, _FORMAT, quality=_QUALITY, method=_EFFORT)
    return data.getvalue()
