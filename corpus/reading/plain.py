"""Plain text: lines become paragraphs, lines that start with a tab become tables."""

import re

from corpus.text.excerpt import Excerpt, whole
from corpus.text.source_text import Block, Paragraph, SourceText
from corpus.text.tables import Table, read_tabbed

_LINE = re.compile(r"[^\n]*\n?")
_PAGE_GAP = 2
"""So many blank lines end a table: within a cell the texts print at most one in a row."""


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
