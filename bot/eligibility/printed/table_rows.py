"""Lines of a text that are rows of a table: each is for those whom its first cell names."""

import re
from collections.abc import Iterator

_FIGURE = re.compile(r"\d[\d,.]*")
_MARKS = re.compile("[，。；：]")
_LEAST_CELLS = 3


def table_rows(text: str) -> Iterator[tuple[int, int]]:
    """Where the rows stand in the flat text of a measure, as its lines without blanks.

    Example: `成年居民 400 600 年满18周岁` -> one row; `补助400元，年满18周岁` -> none
    """
    start = 0
    for line in text.splitlines():
        cells = line.split()
        end = start + len("".join(cells))
        if len(cells) >= _LEAST_CELLS and any(map(_FIGURE.fullmatch, cells)) and not _MARKS.search(line):
            yield start, end
        start = end + 1
