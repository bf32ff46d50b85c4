"""Files in, blocks of text out: one function per format."""

import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceError
from corpus.tables import Table, read_tabbed
from corpus.text import Excerpt, whole

_LINE = re.compile(r"[^\n]*\n?")
_PAGE_GAP = 2
"""So many blank lines end a table: within a cell the texts print at most one in a row."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph as printed, stripped; `gap` counts the blank lines before it."""

    excerpt: Excerpt
    gap: int = 0

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


def read_source(path: Path) -> SourceText:
    """Read a plain text file in UTF-8.

    Raises:
        SourceError: the file cannot be opened, or is not UTF-8.
    """
    try:
        return read_plain(path.name, path.read_bytes().decode("utf-8"))
    except OSError as error:
        reason = f"{path} cannot be read ({error.strerror}); check that it is there and readable"
        raise SourceError(reason) from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8 text") from error


def read_plain(name: str, text: str) -> SourceText:
    """Lines become paragraphs; lines that start with a tab, and what follows them, become tables."""
    source = whole(text)
    blocks: list[Block] = []
    cells: list[Excerpt] = []
    gap = 0
    for match in _LINE.finditer(text):
        line = source[match.start() : match.end()]
        # A tab alone is an empty cell, not a blank line.
        tabbed = line.text.startswith("\t")
        if not tabbed and not line.text.strip():
            gap += 1
            continue
        if tabbed or (cells and gap < _PAGE_GAP):
            cells.append(line)
        else:
            blocks.extend(_tables(cells))
            cells = []
            blocks.append(Paragraph(line.strip(), gap))
        gap = 0
    return SourceText(name, text, (*blocks, *_tables(cells)))


def _tables(cells: list[Excerpt]) -> list[Table]:
    return [read_tabbed(cells)] if cells else []
