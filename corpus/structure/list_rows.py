"""Rows of a list that stand as lines of a text without a full stop: a name, a mark, a figure; or columns."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_ROW = re.compile(r"[\u4e00-\u9fff“”（）()]{2,24}(?P<mark>[，,：:\s])(?=.*\d).*[^，、,：:。；;]", re.DOTALL)
_COLUMNS = re.compile(r"[^\s。；，]+(?:\s{2,}[^\s。；]+)+")
"""Cells that blanks set apart. Example: `寄宿费    150元    自愿`."""
_LEAST = 3
"""Rows that bear each other out."""
_MARGIN = 0.85
"""Of the widest line: what runs on to the next line reaches the margin, or nearly so."""
_SHORT_SHARE = 2 / 3
"""Of the rows: where the list is the widest part of a text, some of its rows reach the margin."""


def list_rows(lines: Sequence[str]) -> frozenset[int]:
    """The positions of lines that are whole rows: three or more alike, most short of the margin.

    Example: `城关镇窗口，电话5550101`, `柳溪镇窗口，电话5550102`, `石门乡窗口，电话5550103` -> 0, 1, 2
    """
    widest = max(map(_width, lines), default=0)
    runs = (run for run in _runs(lines) if len(run) >= _LEAST)
    return frozenset(position for run in runs if _ends_short(lines, run, widest) for position in run)


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The stretches of lines that have the same mark behind their name, or are columns all."""
    marks = [_mark(line.strip()) for line in lines]
    for mark, run in groupby(range(len(lines)), key=marks.__getitem__):
        if mark:
            yield list(run)


def _mark(line: str) -> str:
    """What sets the first cell of a row apart; empty where a line is no row."""
    row = _ROW.fullmatch(line)
    return "columns" if _COLUMNS.fullmatch(line) else row["mark"] if row else ""


def _ends_short(lines: Sequence[str], run: Sequence[int], widest: int) -> bool:
    short = sum(_width(lines[position]) < _MARGIN * widest for position in run)
    return short >= _SHORT_SHARE * len(run)


def _width(line: str) -> int:
    """Columns that a line takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
