"""A line as two readers have it: where they differ in a sign or two, the surer one counts."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.reading.scans.recognition import SeenLine

_ALIKE = 8
"""Characters of a line for each one in which two readings of it may differ."""


def stands_with(line: SeenLine, other: SeenLine) -> bool:
    """Whether another line stands where this one does."""
    level = abs(other.middle - line.middle) < (line.bottom - line.top) / 2
    return level and other.x0 < line.x1 and other.x1 > line.x0


def surer(line: SeenLine, others: Sequence[SeenLine]) -> SeenLine:
    """The line with the words of the reader that is surer of them.

    Only where both have as many characters and hardly any differ, none of them a figure: what differs
    more, or in figures, is left to the better reader.
    """
    best = line
    for other in others:
        if other.score > best.score and stands_with(line, other) and _is_alike(line.text, other.text):
            best = other
    return line if best is line else replace(line, text=best.text, score=best.score)


def _is_alike(ours: str, theirs: str) -> bool:
    if len(ours) != len(theirs):
        return False
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    figures = any(sign.isdigit() for pair in differing for sign in pair)
    return not figures and len(differing) <= max(1, len(ours) // _ALIKE)
