"""Markdown: the words without their markup, tables as tables."""

import re
from collections.abc import Iterator

from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.grids import grid_of
from corpus.reading.raised import on_the_line
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{3,}|\*{3,}|_{3,})\s*")
_BULLET = re.compile(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_STRUCK = re.compile(
    r"(?<![~\\])~~(?=[^\s~])(?P<waves>[^~\n]+?)(?<=[^\s~])~~(?!~)|<(?P<tag>s|del|strike)>(?P<tagged>.*?)</(?P=tag)>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_RAISED = re.compile(r"<sup>(.*?)</sup>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_CELL_END = re.compile(r"(?<!\\)\|")


def read_markdown(name: str, text: str) -> SourceText:
    """Headings and list items are paragraphs; a numbered item keeps its number."""
    losses = [
        Loss(LossKind.COMMENT, words) for match in _COMMENT.finditer(text) if (words := match[1].strip())
    ]
    bare = _COMMENT.sub("", text)
    losses += [
        Loss(LossKind.STRUCK, words) for match in _STRUCK.finditer(bare) if (words := _plain(_words(match)))
    ]
    losses += [Loss(LossKind.PICTURE, match[1]) for match in _IMAGE.finditer(bare)]
    lines = _IMAGE.sub("", _STRUCK.sub("", bare)).splitlines()
    return compose(name, _parts([_lowered(line, losses) for line in lines]), losses)


def _lowered(line: str, losses: list[Loss]) -> str:
    """A line with its raised figures written on it; marks of notes are added to `losses`."""
    text = ""
    end = 0
    for match in _RAISED.finditer(line):
        text += line[end : match.start()]
        raised = on_the_line(text, match[1])
        losses.extend([Loss(LossKind.NOTE_MARK, match[1])] if raised.note else [])
        text, end = text + raised.written, match.end()
    return text + line[end:]


def _words(struck: re.Match[str]) -> str:
    """The words of a struck stretch, whichever way it is written."""
    return struck["waves"] or struck["tagged"] or ""


def _parts(lines: list[str]) -> Iterator[Part]:
    gap = 0
    position = 0
    while position < len(lines):
        line = lines[position]
        if _is_table(lines, position):
            end = _table_end(lines, position)
            rows = [lines[position], *lines[position + 2 : end]]
            yield grid_of([_cells(row) for row in rows], headers=1)
            position, gap = end, 1
            continue
        position += 1
        if not line.strip() or _UNDERLINE.fullmatch(line) or _FENCE.match(line):
            gap += 1
            continue
        heading = _HEADING.fullmatch(line)
        yield TextLine(_plain(heading[1] if heading else line), max(gap, bool(heading)), bool(heading))
        gap = 1 if heading else 0


def _is_table(lines: list[str], position: int) -> bool:
    following = lines[position + 1] if position + 1 < len(lines) else ""
    return "|" in lines[position] and "|" in following and bool(_RULER.fullmatch(following))


def _table_end(lines: list[str], position: int) -> int:
    end = position + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _cells(row: str) -> list[str]:
    bare = row.strip().removeprefix("|")
    parts = _CELL_END.split(bare)
    if bare.endswith("|"):
        parts.pop()
    return [_plain(_BREAK.sub("\n", part)) for part in parts]


def _plain(line: str) -> str:
    """A line without markup. Example: `- **牵头单位**：区商务局` -> `牵头单位：区商务局`."""
    unquoted = _QUOTE.sub("", line)
    bullet = _BULLET.match(unquoted)
    bare = unquoted[bullet.end() :] if bullet else unquoted
    for pattern, kept in (
        (_LINK, r"\1"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\2"),
        (_CODE, r"\1"),
    ):
        bare = pattern.sub(kept, bare)
    return _ESCAPE.sub(r"\1", bare).strip()
