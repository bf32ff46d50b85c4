"""One source as text: what it prints, and the blocks that this falls into."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.text.excerpt import Excerpt
from corpus.text.losses import Loss
from corpus.text.scan_doubts import ScanDoubt
from corpus.text.tables import Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph as printed, stripped; `gap` counts the blank lines before it."""

    excerpt: Excerpt
    gap: int = 0
    closed: bool = False
    """True when the format itself says that the paragraph ends here; a line of plain text may go on."""
    page: int | None = None
    """The page that it begins on, from 1; None where the format has no pages."""

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.excerpt.text


Block = Paragraph | Table


@dataclass(frozen=True)
class SourceText:
    """One source file: its name, all of its text, and the blocks that it falls into."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Loss, ...] = ()
    """All that the file holds and `text` leaves out."""
    site: str = ""
    """The name of the site that a page was saved from, as the page gives it; empty elsewhere."""
    address: str = ""
    """The address that it was published at, as a page itself states it; empty where nothing does."""
    scanned: tuple[int, ...] = ()
    """The pages, from 1, that were read from a picture."""
    scan_doubts: tuple[ScanDoubt, ...] = ()
    """Figures on these pages that are to be looked at."""

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which the character at an offset of `text` stands, as far as blocks tell."""
        position = bisect_right(self._page_starts, offset, key=lambda start: start[0])
        return self._page_starts[position - 1][1] if position else None

    @cached_property
    def _page_starts(self) -> list[tuple[int, int]]:
        """(offset, page) of the blocks and rows whose page is known, by offset."""
        return sorted(start for block in self.blocks for start in _starts(block))


def _starts(block: Block) -> Iterator[tuple[int, int]]:
    """The offsets at which a block, or a row of it, begins, each with its page."""
    rows = [(block.excerpt,)] if isinstance(block, Paragraph) else [block.header, *block.rows]
    pages = [block.page] if isinstance(block, Paragraph) else [block.page, *block.pages_of_rows()]
    for row, page in zip(rows, pages, strict=True):
        offsets = [cell.offsets[0] for cell in row if cell.text]
        if page is not None and offsets:
            yield min(offsets), page
