"""Printed lines joined into paragraphs, judged by where the lines begin and end."""

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median, mode

from corpus.reading.printed_pages.page_order import Flow
from corpus.reading.printed_pages.print_lines import PrintLine
from corpus.text.markers import find_marker

_INDENT = 1.2
"""Glyph sizes; the indent of a first line is two, a quotation mark that hangs over the margin is half."""
_SHORT = 2.0
"""Glyph sizes that a full line may lack: one for a mark that may not begin a line, one for the rest."""
_RESIZED = 0.08
_WIDER = 0.7
"""Glyph sizes by which the space before a paragraph exceeds that between its lines."""
_CLOSED = tuple("。；：！？”）)")
_STOPS = tuple("。！？")
_STOPPED = 0.8
_MARKS = tuple("，。、；：？！）》”")
_LATIN = string.ascii_letters + string.digits + ".-/:%"
_LEAST_SET_IN = 4
"""Lines from which own margins can be told from indents."""
_FULL = 4
"""One line in so many at least is full where a text has margins of its own."""
_HALF = 0.5
"""Width of a digit or a Latin letter in glyph sizes."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line, the margins between which it is set and its page; `flow` counts the flows of the document."""

    line: PrintLine
    left: float
    right: float
    flow: int
    column: int = 0
    page: int = 0


def with_common_margins(flows: Sequence[Flow]) -> list[Flow]:
    """The flows with margins that hold for their column all over the document.

    A page of short lines, such as the last one, does not show where the right margin is.
    """
    margins: dict[int, tuple[float, float]] = {}
    for column in {flow.column for flow in flows}:
        own = [flow for flow in flows if flow.column == column]
        margins[column] = median(flow.left for flow in own), median(flow.right for flow in own)
    widened: list[Flow] = []
    for flow in flows:
        left, right = margins[flow.column]
        widened.append(replace(flow, left=min(flow.left, left), right=max(flow.right, right)))
    return widened


def rewrap(lines: Sequence[SetLine]) -> Iterator[tuple[int, str]]:
    """The paragraphs of lines that follow each other, each with the page that it begins on.

    A line begins a paragraph when it is indented, set in another size or apart, or when the line before
    it ends short of the margin. At the top of a page or column only indent and shortness count.
    """
    lines = [line for _, own in groupby(lines, key=lambda line: line.flow) for line in _set_in(list(own))]
    pitch = _pitch(lines)
    own: list[SetLine] = []
    for line in lines:
        if own and _begins(own[-1], line, pitch):
            yield own[0].page, _text(own)
            own = []
        own.append(line)
    if own:
        yield own[0].page, _text(own)


def _set_in(lines: Sequence[SetLine]) -> list[SetLine]:
    """The lines of one flow; where most are set in, as in a torn cell, with margins of their own."""
    if len(lines) < _LEAST_SET_IN:
        return list(lines)
    size = max(median(line.line.size for line in lines), 1.0)
    left = mode(round(line.line.x0) for line in lines)
    right = max(line.line.x1 for line in lines)
    begin = sum(abs(line.line.x0 - left) <= size / 2 for line in lines)
    end = sum(right - line.line.x1 <= size for line in lines)
    if left - lines[0].left <= _INDENT * size or 2 * min(begin, end) <= len(lines):
        return _within_page(lines, size)
    return [replace(line, left=float(left), right=right) for line in lines]


def _within_page(lines: Sequence[SetLine], size: float) -> list[SetLine]:
    """The lines, those of a text that is set within wider lines of its page with margins of their own.

    Full lines show the right margin of a text, those that follow them the left one: on a page printed from a
    browser the heads and feet of the site are wider than its article.
    """
    right = mode(round(line.line.x1) for line in lines)
    behind = [b.line.x0 for a, b in pairwise(lines) if abs(a.line.x1 - right) <= size / 2]
    if len(behind) < max(_LEAST_SET_IN, len(lines) / _FULL):
        return list(lines)
    left = mode(map(round, behind))
    if max(lines[0].right - right - _SHORT * size, left - lines[0].left - _INDENT * size) <= 0:
        return list(lines)
    return [_between(line, left - size, right + size) for line in lines]


def _between(line: SetLine, left: float, right: float) -> SetLine:
    """The line with these margins, a glyph within each of them, if it lies between them."""
    inside = left <= line.line.x0 and line.line.x1 <= right
    margin = line.line.size
    return replace(line, left=left + margin, right=right - margin) if inside else line


def _pitch(lines: Sequence[SetLine]) -> float:
    """The usual space between two lines, in glyph sizes."""
    spaces = [
        (after.line.top - before.line.bottom) / max(after.line.size, 1.0)
        for before, after in pairwise(lines)
        if before.flow == after.flow
    ]
    return median(spaces) if spaces else 0.0


def _begins(before: SetLine, after: SetLine, pitch: float) -> bool:
    size = max(after.line.size, 1.0)
    # A line over the whole width does not continue in a column.
    if bool(before.column) != bool(after.column) or before.line.spread or after.line.spread:
        return True
    if abs(before.line.size - after.line.size) > _RESIZED * size:
        return True
    if after.line.x0 - after.left > _INDENT * size or _ends_short(before, after.line):
        return True
    if before.flow == after.flow and (after.line.top - before.line.bottom) / size > pitch + _WIDER:
        return True
    return before.line.text.endswith(_CLOSED) and find_marker(after.line.text) is not None


def _ends_short(before: SetLine, following: PrintLine) -> bool:
    """Whether a line leaves room that the first word of the next line would have filled.

    After a full stop the room of one glyph is enough, unless the next line begins with a glyph that a
    punctuation mark follows: it was moved down so that the mark would not begin the line.
    """
    room = (before.right - before.line.x1) / max(before.line.size, 1.0)
    word = len(following.text) - len(following.text.lstrip(_LATIN))
    if before.line.text.endswith(_STOPS) and not word and following.text[1:2] not in _MARKS:
        return room > _STOPPED
    return room > max(_SHORT, word * _HALF + 1)


def _text(lines: Iterable[SetLine]) -> str:
    """The lines as one; a space between two Latin words only."""
    text = ""
    for line in (line.line for line in lines):
        spaced = bool(text) and text[-1].isascii() and line.text[0].isascii()
        parted = spaced and text[-1].isalpha() and line.text[0].isalpha()
        text += (" " if parted else "") + line.text
    return text
