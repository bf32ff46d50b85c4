"""Rows to a spreadsheet file: CSV that Excel opens as UTF-8, or .xlsx. Nothing in a cell is ever run."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.text.unprinted import HALF, visible
from corpus.workbooks import text_workbook

Columns = Mapping[str, int]
"""Head of each column -> its width in characters, in their order."""
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
"""A cell that starts so may be run by a spreadsheet program, also with the wide signs of a Chinese keyboard.

Source: OWASP, CSV Injection.
"""
_FIGURE = re.compile(r"\s*[+-]?\d[\d,]*(?:\.\d+)?%?\s*")
"""Half of a character, which no XML can hold."""
_NOT_IN_TITLE = re.compile(r"[\\*?:/\[\]]")
_UNTITLED = "Sheet1"
_MAX_TITLE = 31
"""Source: Excel specifications, names of sheets."""
_MAX_CELL = 32_767
"""Source: Excel specifications and limits, characters in a cell."""


def harmless(cell: str) -> str:
    """A cell of a CSV file that no spreadsheet program takes for a formula: an apostrophe goes first.

    Figures stay figures. Characters that nothing prints are left out.

    Example: "=1+1" -> "'=1+1"; "-5" -> "-5"
    """
    seen = visible(cell)
    return f"'{seen}" if _FORMULA.match(seen) and not _FIGURE.fullmatch(seen) else seen


def write_csv(columns: Columns, rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, so that Excel does not guess another encoding.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in _with_heads(columns, rows))
    return text.getvalue().encode("utf-8-sig", "replace")


def write_xlsx(title: str, columns: Columns, rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook with one sheet, its header frozen.

    Every cell is typed as text, so that none is a formula whatever it begins with. Text longer than Excel
    allows in a cell is cut.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    heads, *shown = [[_shown(value) for value in row] for row in _with_heads(columns, rows)]
    name = _NOT_IN_TITLE.sub(" ", _shown(title))[:_MAX_TITLE].strip("' ")
    return text_workbook(name or _UNTITLED, heads, shown, tuple(columns.values()))


def _with_heads(columns: Columns, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield tuple(columns)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns: {row[0] if row else ''}")
        yield row


def _shown(value: str) -> str:
    return HALF.sub("", visible(value))[:_MAX_CELL]
