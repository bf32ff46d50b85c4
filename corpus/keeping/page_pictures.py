"""Pictures of the pages of originals, drawn once in a process with limits, then kept on disk."""

import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from corpus.errors import SourceError
from corpus.keeping.originals import Original
from corpus.keeping.picture_kinds import PictureKind, picture_kind
from corpus.keeping.reading_process import ReadingProcess
from corpus.keeping.sealed import SealedFiles
from corpus.limits import Limits
from corpus.readers import PICTURES
from corpus.text.scan_doubts import ScanDoubt

WIDTH = 1240
"""Pixels: A4 at 150 dpi; a phone that shows 360 points has 1080, and small print is read when enlarged."""
DRAWING_LIMITS = Limits(max_seconds=20, max_memory_bytes=1_000_000_000)
"""A page of a real scan takes under 1 s and 150 MB; on a machine that ten others keep busy, 8 s."""
_MAX_BYTES = 200_000_000
"""About 1,300 pages of text."""
_LEFT_SHARE = 0.8
_MAX_KNOWN = 10_000
_NOT_AGAIN_S = 600.0
"""A page that could not be drawn is not tried again for so long: trying may take all of the time allowed."""
_NICENESS = 10
"""Of the process that draws: whoever asks something comes first."""

_Value = TypeVar("_Value")

_log = logging.getLogger(__name__)


class PagePictures:
    """Draws pages and keeps the pictures that were asked for last. Safe to call from several threads."""

    def __init__(
        self,
        folder: Path,
        process: ReadingProcess,
        max_bytes: int = _MAX_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """What `folder` holds may be removed at any time."""
        self._folder = folder
        self._files = SealedFiles(folder)
        self._process = process
        self._max_bytes = max_bytes
        self._clock = clock
        self._counts: dict[str, int] = {}
        self._failed: dict[str, tuple[float, SourceError]] = {}
        """Name of a picture -> when and why it could not be drawn."""
        self._lock = Lock()

    def count(self, original: Original) -> int:
        """How many pages an original has.

        Raises:
            SourceError: it cannot be opened within the limits.
        """
        known = self._counts.get(original.mark)
        if known is None:
            known = self._process.do(original.file, _count, original.path)
            with self._lock:
                _put(self._counts, original.mark, known)
        return known

    def _attempted(self, original: Original, page: int) -> bytes:
        name = _name(original, page)
        failed_s, error = self._failed.get(name, (0.0, None))
        if error is not None and self._clock() < failed_s + _NOT_AGAIN_S:
            raise error.with_traceback(None)
        try:
            return self._process.do(original.file, _draw_behind, original.path, page)
        except SourceError as fault:
            with self._lock:
                _put(self._failed, name, (self._clock(), fault))
            raise

    def kept(self, original: Original, page: int) -> bytes | None:
        """The picture of a page, from 1, if it was drawn before and is still there."""
        name = _name(original, page)
        picture = self._files.read(name)
        if picture is not None:
            with suppress(OSError):
                os.utime(self._folder / name)
        return picture

    def drawn(self, original: Original, page: int) -> bytes:
        """The picture of a page, from 1; drawn now where it is not kept.

        Raises:
            SourceError: there is no such page, or it cannot be drawn within the limits.
        """
        picture = self.kept(original, page)
        if picture is None:
            picture = self._attempted(original, page)
            self._files.write(_name(original, page), picture)
            with self._lock:
                self._make_room()
        return picture

    def piece(self, original: Original, doubt: ScanDoubt) -> bytes:
        """The part of a page where doubtful figures stand.

        Raises:
            SourceError: as for `drawn`.
        """
        from corpus.reading.scans.pictures import piece_of

        return piece_of(self.drawn(original, doubt.page), doubt.box, doubt.quarters)

    def _make_room(self) -> None:
        """Removes the pictures that nobody asked for the longest, if all together take too much room."""
        try:
            with os.scandir(self._folder) as listed:
                stats = [(entry.stat(), entry.path) for entry in listed if entry.is_file()]
            taken = sum(stat.st_size for stat, _ in stats)
            if taken <= self._max_bytes:
                return
            for stat, path in sorted(stats, key=lambda pair: pair[0].st_mtime_ns):
                Path(path).unlink(missing_ok=True)
                taken -= stat.st_size
                if taken <= _LEFT_SHARE * self._max_bytes:
                    return
        except OSError as error:
            _log.warning("event=pictures_not_tidied path=%s reason=%s", self._folder, error.strerror)


def _put(known: dict[str, _Value], name: str, value: _Value) -> None:
    """Notes a value; where too many are known, all others are forgotten."""
    if len(known) >= _MAX_KNOWN:
        known.clear()
    known[name] = value


def _draw_behind(path: Path, page: int) -> bytes:
    """A page drawn by a process that gives way to others."""
    with suppress(OSError, AttributeError):  # where the system knows no priorities
        os.setpriority(os.PRIO_PROCESS, 0, _NICENESS)
    return _draw(path, page)


def _count(path: Path) -> int:
    """In the process that draws, which alone loads what draws."""
    if path.suffix.lower() in PICTURES:
        from corpus.reading.scans.pictures import count_frames

        return count_frames(path)
    if picture_kind(path) is PictureKind.OUTLINES:
        from corpus.reading.ofd import count_ofd_pages

        return count_ofd_pages(path)
    from corpus.reading.pdf.pdf_pictures import count_pages

    return count_pages(path)


def _draw(path: Path, page: int) -> bytes:
    """Likewise."""
    if path.suffix.lower() in PICTURES:
        from corpus.reading.scans.pictures import draw_frame

        return draw_frame(path, page, WIDTH)
    if picture_kind(path) is PictureKind.OUTLINES:
        from corpus.reading.ofd import draw_ofd_page

        return draw_ofd_page(path, page, WIDTH)
    from corpus.reading.pdf.pdf_pictures import draw_page

    return draw_page(path, page, WIDTH)


def _name(original: Original, page: int) -> str:
    return f"{original.mark[:32]}-{page}-{WIDTH}"
