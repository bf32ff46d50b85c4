"""Tables that a plain text draws with bars: 场馆 | 开放时间 | 收费标准."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.reading.composing import Part, TextLine
from corpus.reading.grids import grid_of

_BAR = re.compile("[|｜│]")
_RULER = re.compile(r"[\s|｜│:：+—―─=-]+")
_FEWEST_ROWS = 3
"""The line that names the columns and two rows: two lines with a bar may be anything."""


def parts_with_tables(text: str) -> Sequence[Part]:
    """The lines of a text and the tables among them; nothing where it draws none with bars.

    A table is at least three lines in a row with as many bars each, those at their ends apart.
    """
    parts = list(_parts(text.splitlines()))
    return parts if any(not isinstance(part, TextLine) for part in parts) else ()


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    gap = 0
    for width, run in groupby(lines, key=_width):
        rows = [row for row in run if not (width and _RULER.fullmatch(row))]
        if width and len(rows) >= _FEWEST_ROWS:
            yield grid_of([_cells(row) for row in rows], headers=1)
            gap = 1
            continue
        for line in rows:
            if line.strip():
                yield TextLine(line.strip(), gap, closed=False)
            gap = 0 if line.strip() else gap + 1


def _width(line: str) -> int:
    """How many cells a line has beside the first."""
    return len(_cells(line)) - 1


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(line.strip().strip("|｜│"))]
