"""Markdown: the words without their markup, tables as tables, HTML inside it as a page shows it."""

import re
from collections.abc import Iterator, Sequence

from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.grids import grid_of
from corpus.reading.markdown_words import BREAK, lowered, plain_words, without_unread
from corpus.text.losses import Loss
from corpus.text.source_text import SourceText

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{3,}|\*{3,}|_{3,})\s*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_ADDRESS_OF_LINK = re.compile(r"\s{0,3}\[(?!\^)[^\]]+\]:\s*<?(?:\w+:|[/.#])\S*.*")
_NOTE = re.compile(r"\s{0,3}\[\^(?P<mark>[^\]\s]+)\]:\s*")
_NUMBERED = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,9})(?P<end>[.)]\s)")
_BLOCK = re.compile(
    r"\s{0,3}<(?P<tag>table|div|p|[uod]l|details|section|center|figure|blockquote|h[1-6]|pre|article)\b",
    re.IGNORECASE,
)
_WHOLE = ("table", "ul", "ol", "dl", "pre", "figure")
"""Elements that go on over blank lines up to their end."""


def read_markdown(name: str, text: str) -> SourceText:
    """Headings and list items are paragraphs; a numbered item keeps its number.

    Raises:
        DamagedError: HTML inside it cannot be parsed.
    """
    losses: list[Loss] = []
    lines = without_unread(text, losses).splitlines()
    return compose(name, list(_parts(name, lines, losses)), losses)


def _parts(name: str, lines: Sequence[str], losses: list[Loss]) -> Iterator[Part]:
    gap = 0
    position = 0
    numbers = _ListNumbers()
    while position < len(lines):
        line = lines[position]
        if _is_table(lines, position):
            end = _table_end(lines, position)
            rows = [lines[position], *lines[position + 2 : end]]
            yield grid_of([_cells(lowered(row, losses)) for row in rows], headers=1)
            position, gap = end, 1
        elif block := _BLOCK.match(line):
            end = _block_end(lines, position, block["tag"].lower())
            yield from _inner(name, lines[position:end], losses)
            position, gap = end, 1
        else:
            position += 1
            if not line.strip() or _is_mark(line):
                gap += 1
                continue
            heading = _HEADING.fullmatch(line)
            words = heading[1] if heading else numbers.numbered(line, after_blank=gap > 0)
            yield from _lines(lowered(words, losses), max(gap, bool(heading)), closed=bool(heading))
            gap = 1 if heading else 0


def _is_mark(line: str) -> bool:
    """Whether a line only marks something: a rule, the fence of a code block, the address of a link."""
    return bool(_UNDERLINE.fullmatch(line) or _FENCE.match(line) or _ADDRESS_OF_LINK.fullmatch(line))


def _lines(words: str, gap: int, *, closed: bool) -> Iterator[TextLine]:
    """The printed lines of a line; it may hold breaks."""
    note = _NOTE.match(words)
    if note:
        mark = f"{note['mark']} " if note["mark"].isdecimal() else ""
        words = mark + words[note.end() :]
    for ordinal, part in enumerate(BREAK.split(words)):
        yield TextLine(plain_words(part), 0 if ordinal else gap, closed)


class _ListNumbers:
    """Counts the items of lists in which each item is written with the same number."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, int]] = {}
        """For each indent, the number as written and as printed."""

    def numbered(self, line: str, *, after_blank: bool) -> str:
        """The line with its number as printed. Example: the second `1. 乙` -> `2. 乙`."""
        match = _NUMBERED.match(line)
        if not match:
            if after_blank and not line[:1].isspace():
                self._counts.clear()
            return line
        indent, written = len(match["indent"]), match["number"]
        self._counts = {known: count for known, count in self._counts.items() if known <= indent}
        before, printed = self._counts.get(indent, ("", 0))
        printed = printed + 1 if before == written else int(written)
        self._counts[indent] = written, printed
        return f"{match['indent']}{printed}{match['end']}{line[match.end() :]}" if before == written else line


def _block_end(lines: Sequence[str], start: int, tag: str) -> int:
    """Where HTML ends that begins a line: at its last tag, or at a blank line."""
    if tag in _WHOLE:
        depth = 0
        for position in range(start, len(lines)):
            lowercase = lines[position].lower()
            depth += lowercase.count(f"<{tag}") - lowercase.count(f"</{tag}")
            if depth <= 0:
                return position + 1
    return next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))


def _inner(name: str, lines: Sequence[str], losses: list[Loss]) -> Iterator[Part]:
    """What a page would show of HTML."""
    from corpus.reading.html.web_pages import parts_of_page

    body = "\n".join(lines)
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return iter(parts_of_page(name, page.encode(), losses))


def _is_table(lines: Sequence[str], position: int) -> bool:
    following = lines[position + 1] if position + 1 < len(lines) else ""
    return "|" in lines[position] and "|" in following and bool(_RULER.fullmatch(following))


def _table_end(lines: Sequence[str], position: int) -> int:
    end = position + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _cells(row: str) -> list[str]:
    bare = row.strip().removeprefix("|")
    parts = _CELL_END.split(bare)
    if bare.endswith("|"):
        parts.pop()
    return ["\n".join(map(plain_words, BREAK.split(part))) for part in parts]
