"""The text of an original around a measure, with the measure marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.text.excerpt import compact

_AROUND = 600
"""Characters before and behind the measure, about a screen of a desk."""
_HEAD_LINES, _HEAD_LINE = 3, 30
"""Lines before a title, and characters of each: who issues the document, and its number."""
_MOST = 20_000
_LEAST = 3
"""Characters of a line that is looked for; a shorter one stands in many places."""
_FAR = 600
"""Characters between two lines of one measure: what a page break prints, or another column."""
_LABEL = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one line, marked where they are the measure's."""

    words: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A part of a text, line by line, and whether there is more before and behind it."""

    lines: tuple[tuple[Stretch, ...], ...]
    is_begun: bool
    goes_on: bool


def text_around(text: str, measure: str) -> MarkedText:
    """The part of a text around a measure; its beginning where the measure is not there.

    The measure's lines are looked for without white space: it prints each of them as the text does.
    """
    spans = list(_merged(text, sorted(_spans(text, measure))))
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    return _part(text, start, min((spans[-1][1] if spans else 0) + _AROUND, start + _MOST), spans)


def text_from(text: str, title: str, measure: str) -> MarkedText:
    """The part of a text where a document begins, by its title before its first measure, with nothing marked.

    A file may print several documents, and their titles in its contents too. Its beginning where neither is
    there.
    """
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    words = "".join(text[offset] for offset in offsets)
    lines = [line for line in map(compact, measure.splitlines()) if len(line) >= _LEAST]
    first = min((start for start, _ in _places(words, lines)), default=len(words))
    titled = words.rfind(compact(title), 0, first) if title else -1
    begun = titled if titled != -1 else first
    start = _head_of(text, offsets[begun]) if begun < len(words) else 0
    return _part(text, start, start + 2 * _AROUND, ())


def _head_of(text: str, title: int) -> int:
    """Where the head of the document begins whose title stands there: short lines that end no sentence."""
    start = text.rfind("\n", 0, title) + 1
    for line in reversed(text[:start].splitlines(keepends=True)[-_HEAD_LINES:]):
        if len(line.strip()) > _HEAD_LINE or line.rstrip().endswith(("。", "；", "）", ")")):
            break
        start -= len(line)
    return start


def _part(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> MarkedText:
    """Whole lines of a text, those at both ends too where they are not too long."""
    start = text.rfind("\n", 0, start) + 1 if start else 0
    end = min(len(text), end)
    end = min(len(text), next((at for at in [text.find("\n", end)] if at != -1), len(text)), end + _AROUND)
    return MarkedText(tuple(_lines(text, start, end, spans)), start > 0, end < len(text.rstrip()))


def _spans(text: str, measure: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a measure stand, half-open: the one printed least often first, the others around it.

    The first takes what little stands before it on its line, which is its label.
    """
    lines = [line for line in map(compact, measure.splitlines()) if len(line) >= _LEAST]
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    found = sorted(_places("".join(text[offset] for offset in offsets), lines))
    for position, (start, end) in enumerate(found):
        first, last = offsets[start], offsets[end - 1] + 1
        opening = text.rfind("\n", 0, first) + 1
        has_label = position == 0 and len(text[opening:first].strip()) <= _LABEL
        yield opening if has_label else first, last


def _places(text: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are the lines, in their order; a line far from the next is left out."""
    counts = [text.count(line) for line in lines]
    printed = [position for position, count in enumerate(counts) if count]
    if not printed:
        return
    surest = min(printed, key=lambda position: (counts[position], -len(lines[position])))
    start = text.find(lines[surest])
    end = start + len(lines[surest])
    yield start, end
    for line in lines[surest + 1 :]:
        behind = text.find(line, end, end + _FAR + len(line))
        if behind != -1:
            end = behind + len(line)
            yield behind, end
    for line in reversed(lines[:surest]):
        before = text.rfind(line, max(0, start - _FAR - len(line)), start)
        if before != -1:
            start = before
            yield before, before + len(line)


def _merged(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those that overlap or have only white space between them as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and not text[current[1] : start].strip():
            current = current[0], max(current[1], end)
            continue
        if current is not None:
            yield current
        current = start, end
    if current is not None:
        yield current


def _lines(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[Stretch, ...]]:
    """The lines of a part of a text that hold words."""
    edges = sorted({start, end, *(edge for span in spans for edge in span if start < edge < end)})
    line: list[Stretch] = []
    for left, right in pairwise(edges):
        is_marked = any(span[0] <= left < span[1] for span in spans)
        first, *others = text[left:right].split("\n")
        line.append(Stretch(first, is_marked))
        for words in others:
            yield from _worded(line)
            line = [Stretch(words, is_marked)]
    yield from _worded(line)


def _worded(line: Sequence[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    if any(stretch.words.strip() for stretch in line):
        yield tuple(stretch for stretch in line if stretch.words)
