"""One source as text: what it prints, and the blocks that this falls into."""

from dataclasses import dataclass

from corpus.text.excerpt import Excerpt
from corpus.text.losses import Loss
from corpus.text.tables import Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph as printed, stripped; `gap` counts the blank lines before it."""

    excerpt: Excerpt
    gap: int = 0
    closed: bool = False
    """True when the format itself says that the paragraph ends here; a line of plain text may go on."""

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.excerpt.text


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source file: its name, all of its text, and the blocks that it falls into."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Loss, ...] = ()
    """All that the file holds and `text` leaves out."""
    site: str = ""
    """The name of the site that a page was saved from, as the page gives it; empty elsewhere."""
