"""A page that was read from a picture as a drawn page: characters with boxes, rules in points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from corpus.reading.printed_pages.drawn_page import DrawnGlyph, DrawnPage, Rule
from corpus.reading.scans.doubts import wide
from corpus.reading.scans.paper import Paper
from corpus.reading.scans.recognition import SeenLine
from corpus.reading.scans.repairs import repaired

_LOW, _HIGH = 595.0, 842.0
"""Points of an A4 page, which a picture without a size of its own is taken for."""
_LEGIBLE = 0.5
"""The score of a line below which its words are no words: measured, lines read right have 0.8 and more."""
_OF_HEIGHT = 1.1
"""The size of the characters of a short line by the height of its box, which ends at their ink."""
_SET_APART = 1.5
"""The same at most of any line: the characters of a title may be set apart."""
_SAME_SIZE = 1.12
"""What the sizes of one text differ by from line to line as they are measured."""
_LIKE_SIZE = 1.35
"""The same of lines too short to tell."""
_FEWEST = 6.0
"""Characters of a line whose width tells their size."""
_OPENING, _CLOSING = "（“《〔", "。，、；：！？）”》〕"
"""Marks that take the room of a character and whose ink fills half of it."""
_HALF_MARK = 0.5


def legible(lines: Sequence[SeenLine]) -> tuple[list[SeenLine], list[SeenLine]]:
    """The lines whose words are put right, and those that nobody can read."""
    read = [replace(line, text=repaired(line.text)) for line in lines if line.score >= _LEGIBLE]
    return read, [line for line in lines if line.score < _LEGIBLE]


def drawn_from(paper: Paper, lines: Sequence[SeenLine], number: int, width: float | None = None) -> DrawnPage:
    """The page with its lines as characters; `width` in points, where the picture is a page of known size."""
    wide_page = paper.turn.width > paper.turn.height
    points = (width or (_HIGH if wide_page else _LOW)) / max(paper.turn.width, 1)
    glyphs = tuple(
        glyph
        for line, size in _sized(list(map(_to_full_width, lines)))
        for glyph in _glyphs(line, size, points)
    )
    rules = tuple(_rule(rule, points) for rule in paper.rules)
    across, down = paper.turn.width * points, paper.turn.height * points
    return DrawnPage(number, across, down, (0.0, 0.0, across, down), glyphs, rules)


def _rule(rule: Rule, points: float) -> Rule:
    return Rule(rule.x0 * points, rule.x1 * points, rule.top * points, rule.bottom * points, rule.level)


def _sized(lines: Sequence[SeenLine]) -> Iterator[tuple[SeenLine, float]]:
    """The lines with the sizes of their characters: those that are nearly alike are the same.

    A short line does not tell its size: it has the nearest of the others.
    """
    sizes = list(_groups([_size(line) for line in lines if wide(line.text) >= _FEWEST]))
    for line in lines:
        own = _size(line)
        nearest = min(sizes, key=lambda size: abs(size - own), default=own)
        within = _SAME_SIZE if wide(line.text) >= _FEWEST else _LIKE_SIZE
        yield line, nearest if max(own, nearest) <= within * min(own, nearest) else own


def _groups(sizes: Sequence[float]) -> Iterator[float]:
    """The middle of each crowd of sizes that are nearly alike, the largest crowd first."""
    left = list(sizes)
    while left:
        crowds = ([size for size in left if low <= size <= _SAME_SIZE * low] for low in left)
        crowd = max(crowds, key=len)
        yield median(crowd)
        left = [size for size in left if size not in crowd]


def _size(line: SeenLine) -> float:
    height, characters = line.bottom - line.top, wide(line.text)
    if characters < _FEWEST:
        return max(_OF_HEIGHT * height, 1.0)
    return max(min((line.x1 - line.x0) / characters, _SET_APART * height), 1.0)


def _to_full_width(line: SeenLine) -> SeenLine:
    """The line with the room that marks at its ends take: its box ends at their ink."""
    room = _HALF_MARK * (line.x1 - line.x0) / max(wide(line.text), 1.0)
    left = room if line.text[0] in _OPENING else 0.0
    right = room if line.text[-1] in _CLOSING else 0.0
    return replace(line, x0=line.x0 - left, x1=line.x1 + right)


def _glyphs(line: SeenLine, size: float, points: float) -> Iterator[DrawnGlyph]:
    """The characters of a line, at the distances that their usual widths ask for."""
    unit = (line.x1 - line.x0) / max(wide(line.text), 0.5)
    at = line.x0
    for character in line.text:
        end = at + wide(character) * unit
        top = line.middle - size / 2
        yield DrawnGlyph(
            character, at * points, end * points, top * points, (top + size) * points, size * points
        )
        at = end
