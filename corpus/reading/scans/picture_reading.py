"""Pictures of pages in, pages of text out, with the figures that are to be looked at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.printed_pages.page_layout import lay_out_page, parts_of
from corpus.reading.printed_pages.page_order import Page
from corpus.reading.refusals import RESCAN, EmptySourceError
from corpus.reading.scans.doubts import Sheet, doubts_of
from corpus.reading.scans.drawing import drawn_from, legible
from corpus.reading.scans.paper import look_at
from corpus.reading.scans.pictures import Picture, frames_of
from corpus.reading.time_allowance import ask_for
from corpus.text.losses import Loss, LossKind
from corpus.text.scan_doubts import ScanDoubt
from corpus.text.source_text import SourceText

_SECONDS = 60
"""By the clock, for one page, beyond what a file may take; measured 3 on one free core, 20 on a busy one."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page read from a picture."""

    page: Page
    losses: tuple[Loss, ...]
    doubts: tuple[ScanDoubt, ...]


def read_page_picture(picture: Picture, number: int, width: float | None = None) -> ReadPage:
    """The page that a picture shows; `number` from 1, `width` in points where its size is known."""
    ask_for(_SECONDS)
    paper = look_at(picture)
    lines, faint = legible(paper.lines)
    losses = [Loss(LossKind.ILLEGIBLE, line.text) for line in faint]
    losses.extend(Loss(LossKind.SEAL) for _ in paper.seals)
    page = lay_out_page(drawn_from(paper, lines, number, width), (), losses)
    sheet = Sheet(number, paper.turn, paper.seals, paper.others)
    return ReadPage(page, tuple(losses), tuple(doubts_of(lines, sheet)))


def read_frames(name: str, data: bytes, limits: Limits, progress: Progress | None = None) -> SourceText:
    """The text of a picture file, frame by frame.

    Raises:
        DamagedError: it cannot be decoded.
        EmptySourceError: nothing in it can be read.
        TooLargeError: it has too many pixels or frames.
    """
    total, frames = frames_of(name, data, limits)
    return read_pages(name, _told(map(_numbered, enumerate(frames, start=1)), total, progress))


def _numbered(frame: tuple[int, Picture]) -> ReadPage:
    return read_page_picture(frame[1], frame[0])


def _told(pages: Iterable[ReadPage], total: int, progress: Progress | None) -> Iterator[ReadPage]:
    for page in pages:
        yield page
        if progress:
            progress(page.page.number, total)


def read_pages(name: str, pages: Iterable[ReadPage]) -> SourceText:
    """Pages read from pictures as one text.

    Raises:
        EmptySourceError: they hold no words.
    """
    read = list(pages)
    losses = [loss for page in read for loss in page.losses]
    if not any(page.page.rows or page.page.tables for page in read):
        raise EmptySourceError(name, "图片里没有读出文字", RESCAN)
    parts = list(parts_of([page.page for page in read], losses))
    return replace(
        compose(name, parts, losses),
        scanned=tuple(page.page.number for page in read),
        scan_doubts=tuple(doubt for page in read for doubt in page.doubts),
    )
