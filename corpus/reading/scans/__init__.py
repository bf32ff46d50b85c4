"""Scans and photographs: pictures of pages in, text out, marked as read from a picture.

What reads them is loaded when the first picture comes.
"""

from collections.abc import Callable

from corpus.limits import Limits
from corpus.reading.refusals import READ_PICTURES, NoTextLayerError
from corpus.reading.scans.extra import is_installed as is_installed
from corpus.reading.scans.pdf_scans import ScannedPages as ScannedPages
from corpus.text.source_text import SourceText


def read_picture(
    name: str, data: bytes, limits: Limits, progress: Callable[[int, int], None] | None = None
) -> SourceText:
    """The text of a picture file, frame by frame.

    Raises:
        DamagedError: it cannot be decoded.
        EmptySourceError: nothing in it can be read.
        NoTextLayerError: the extra `ocr` is not installed.
        TooLargeError: it has too many pixels or frames.
    """
    if not is_installed():
        raise NoTextLayerError(name, "这是图片", READ_PICTURES)
    from corpus.reading.scans.picture_reading import read_frames

    return read_frames(name, data, limits, progress)
