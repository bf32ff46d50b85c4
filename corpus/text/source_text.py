"""One source as text: what it prints, and the blocks that this falls into."""

from dataclasses import dataclass, replace

from corpus.text.excerpt import Excerpt
from corpus.text.losses import Loss
from corpus.text.radicals import plain_characters
from corpus.text.tables import Row, Table


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


def with_plain_characters(source: SourceText) -> SourceText:
    """The source with radicals and compatibility forms as the characters that they stand for."""
    text = plain_characters(source.text)
    if text == source.text:
        return source
    return replace(source, text=text, blocks=tuple(map(_plain_block, source.blocks)))


def _plain_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, excerpt=_plain(block.excerpt))
    rows = tuple(map(_plain_row, block.rows))
    return replace(block, header=_plain_row(block.header), rows=rows, repeats=_plain_row(block.repeats))


def _plain_row(row: Row) -> Row:
    return tuple(map(_plain, row))


def _plain(excerpt: Excerpt) -> Excerpt:
    return Excerpt(plain_characters(excerpt.text), excerpt.offsets)
