"""The head of one document, and the lines of a source in which heads are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.readers import Block, Paragraph
from corpus.text.excerpt import compact


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a document, blocks [start, end) of its source, and what they say."""

    start: int
    end: int
    number: str
    title: str
    issuer: str
    chronicle: bool = False
    issued: date | None = None
    """The day that a labelled line prints; a dated signature overrides it."""
    marks: tuple[str, ...] = ()
    """What the table of a site says of validity, label and value as printed."""
    publisher: str = ""
    """The bodies that 发布机构 or 来源 names; they issue a document that names nobody else."""


def run_of(blocks: Sequence[Block], start: int, end: int) -> list[str]:
    """The words of the lines [start, end)."""
    return [words_at(blocks, position) for position in range(start, end)]


def words_at(blocks: Sequence[Block], position: int) -> str:
    """The words of a paragraph without white space; empty for a table or outside the text."""
    return compact(line_at(blocks, position))


def line_at(blocks: Sequence[Block], position: int) -> str:
    """A paragraph as printed; empty for a table or outside the text."""
    if not 0 <= position < len(blocks):
        return ""
    block = blocks[position]
    return block.text if isinstance(block, Paragraph) else ""
