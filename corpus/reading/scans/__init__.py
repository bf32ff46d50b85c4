"""Scans and photographs: pictures of pages in, text out, marked as read from a picture.

What reads them is loaded when the first picture comes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.limits import Limits
from corpus.reading.refusals import READ_PICTURES, NoTextLayerError
from corpus.reading.scans.extra import is_installed as is_installed
from corpus.reading.scans.scanned_pages import PagesInPixels as PagesInPixels
from corpus.reading.scans.scanned_pages import ScannedPages as ScannedPages
from corpus.text.source_text import SourceText

if TYPE_CHECKING:
    from corpus.reading.scans.pictures import Picture


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


def picture_in(name: str, data: bytes, limits: Limits) -> "Picture":
    """The picture of a file inside another file.

    Raises:
        DamagedError: it cannot be decoded.
        TooLargeError: it has too many pixels.
    """
    from corpus.reading.scans.pictures import frames_of

    return next(frames_of(name, data, limits)[1])
