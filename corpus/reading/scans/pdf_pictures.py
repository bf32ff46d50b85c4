"""Pages of a PDF as pictures. The only importer of pypdfium2 under the readers."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pypdfium2

from corpus.reading.scans.pictures import Picture

_POINTS = 72
_DPI = 200
_SHORTEST, _LONGEST = 1600.0, 2600.0
"""Pixels of the longer side: some scans give their page a size of their own."""


class PagePictures:
    """The pages of a PDF, each drawn when it is asked for; one at a time is in memory."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def picture(self, number: int) -> Picture:
        """The page of a number, from 1, on white.

        Raises:
            PictureError: the page cannot be drawn.
        """
        try:
            page = self._document[number - 1]
            longest = max(page.get_size())
            pixels = min(max(longest * _DPI / _POINTS, _SHORTEST), _LONGEST)
            drawn = page.render(scale=pixels / max(longest, 1.0), rev_byteorder=True).to_numpy()
            picture = np.ascontiguousarray(drawn[:, :, :3] if drawn.ndim > 2 else np.stack([drawn] * 3, 2))
            page.close()
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise PictureError from error
        return picture


class PictureError(Exception):
    """A page that cannot be drawn."""


@contextmanager
def page_pictures(data: bytes) -> Iterator[PagePictures]:
    """The pages of a PDF as pictures.

    Raises:
        PictureError: the file cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise PictureError from error
    try:
        yield PagePictures(document)
    finally:
        document.close()
