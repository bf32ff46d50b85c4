"""Text in columns that line up on a terminal, where a Chinese character is two columns wide."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_WIDE = frozenset("WF")
_GAP = "  "
_PIECE = re.compile(r"\s|[（《“〔]*(?:[!-~]+|[^\s!-~]?)[，。、；：！？）》”〕…]*")
"""A piece that is never broken: a word of letters and digits, or one character, with its punctuation."""


def width(text: str) -> int:
    """Terminal columns that a text takes.

    Example: "权重 0.3" -> 8
    """
    return sum(2 if unicodedata.east_asian_width(c) in _WIDE else 1 for c in text)


def aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows of cells as lines, first column to the left, the others to the right.

    Example: [("项目", "权重"), ("读音", "0.1")] -> ["项目  权重", "读音   0.1"]
    """
    table = [tuple(row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    return [_GAP.join(_padded(row, widths)).rstrip() for row in table]


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """A text as lines of at most `columns` columns; those after the first are indented.

    A closing mark stays with the character before it; words of letters and digits are not divided.

    Example: ("补贴1万元，一次", 8) -> ["补贴1万", "元，一次"]
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if width(lines[-1] + piece) > columns and lines[-1] != indent:
            lines.append(indent)
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    for column, (text, wanted) in enumerate(zip(row, widths, strict=True)):
        blank = " " * (wanted - width(text))
        yield blank + text if column else text + blank
