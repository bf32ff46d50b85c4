"""Plain text: lines become paragraphs, lines of cells become tables."""

import re
from dataclasses import replace

from corpus.reading.drawn_tables import drawn_table
from corpus.text.excerpt import Excerpt, whole
from corpus.text.source_text import Block, Paragraph, SourceText
from corpus.text.tables import Table, read_tabbed

_LINE = re.compile(r"[^\n]*\n?")
_INDENT = re.compile(r"\u3000{2}| {4}")
_FEWEST_INDENTS = 3
_HEADING_MARKS = re.compile(r"\s*#{1,6}[ \u3000]+(?=\S)")
_OPEN = tuple("，、（(—-")
_PAGE_GAP = 2
"""How many blank lines end a table: within a cell the bundled texts print at most one in a row."""


def read_plain(name: str, text: str) -> SourceText:
    """Lines become paragraphs; lines that start with a tab, and what follows them, become tables.

    So do lines whose cells stand apart by bars, or by wide blanks below the names of their columns. The
    text of the source has blanks in place of the bars.
    """
    source = whole(text)
    indents = _is_indented(text)
    blocks: list[Block] = []
    cells: list[Excerpt] = []
    gap = below = 0
    lines = [source[match.start() : match.end()] for match in _LINE.finditer(text)]
    shown = [line.text for line in lines]
    for position, line in enumerate(lines):
        if position < below:
            continue
        # Within a table a tab alone is an empty cell, not a blank line.
        tabbed = line.text.startswith("\t") and bool(cells or line.text.strip())
        if not tabbed and not line.text.strip():
            gap += 1
            continue
        if tabbed or (cells and gap < _PAGE_GAP):
            cells.append(line)
        elif drawn := drawn_table(lines[position:]) if not cells else None:
            blocks.append(drawn.table)
            below = position + len(drawn.shown)
            shown[position:below] = drawn.shown
        else:
            blocks.extend(_tables(cells))
            cells = []
            if indents and _INDENT.match(line.text):
                _close(blocks)
            blocks.append(Paragraph(line[_heading_marks(line.text) :].strip(), gap))
        gap = 0
    return SourceText(name, "".join(shown), (*blocks, *_tables(cells)))


def _heading_marks(line: str) -> int:
    """How many signs before a heading are marks of Markdown. Example: `## 申请条件` -> 3."""
    marks = _HEADING_MARKS.match(line)
    return marks.end() if marks else 0


def _is_indented(text: str) -> bool:
    """Whether indents mark where paragraphs begin: some lines have one, others do not."""
    lines = [line for line in text.splitlines() if line.strip()]
    indented = sum(bool(_INDENT.match(line)) for line in lines)
    return _FEWEST_INDENTS <= indented < len(lines)


def _close(blocks: list[Block]) -> None:
    """Ends the last paragraph, unless its sentence is still open."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and not last.text.endswith(_OPEN):
        blocks[-1] = replace(last, closed=True)


def _tables(cells: list[Excerpt]) -> list[Table]:
    return [read_tabbed(cells)] if cells else []
