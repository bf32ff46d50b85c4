"""The text of an original around a measure, with the measure marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.text.excerpt import compact

_AROUND = 1_500
"""Characters before and behind the measure, about a page."""
_MOST = 20_000
_LEAST = 4
"""Characters of a line that is looked for; a shorter one stands in many places."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one line, marked where they are the measure's."""

    words: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text, line by line, and whether there is more before and behind it."""

    lines: tuple[tuple[Stretch, ...], ...]
    is_begun: bool
    goes_on: bool


def passage(text: str, measure: str = "") -> Passage:
    """The part of a text around a measure; its beginning where the measure is empty or not there.

    The measure's lines are looked for without white space: it prints each of them as the text does.
    """
    spans = list(_merged(text, sorted(_spans(text, measure))))
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    start = text.rfind("\n", 0, start) + 1 if start else 0
    end = min(len(text), (spans[-1][1] if spans else 0) + _AROUND, start + _MOST)
    end = min(len(text), next((at for at in [text.find("\n", end)] if at != -1), len(text)), end + _AROUND)
    return Passage(tuple(_lines(text, start, end, spans)), start > 0, end < len(text.rstrip()))


def _spans(text: str, measure: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a measure stand, half-open: each as near as may be to the longest one."""
    lines = [line for line in map(compact, measure.splitlines()) if len(line) >= _LEAST]
    if not lines:
        return
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    bare = "".join(text[offset] for offset in offsets)
    anchor = bare.find(max(lines, key=len))
    for line in lines if anchor != -1 else ():
        start = _nearest(bare, line, anchor)
        if start != -1:
            yield offsets[start], offsets[start + len(line) - 1] + 1


def _nearest(text: str, words: str, anchor: int) -> int:
    """Where words stand nearest to an offset; -1 where they do not."""
    before, behind = text.rfind(words, 0, anchor), text.find(words, anchor)
    if before == -1 or behind == -1:
        return max(before, behind)
    return before if anchor - before < behind - anchor else behind


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
