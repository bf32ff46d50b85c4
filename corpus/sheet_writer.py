"""Rows to a spreadsheet file: CSV that Excel opens as UTF-8, or .xlsx. Nothing in a cell is ever run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from corpus.workbooks import text_workbook

_FORMULA = re.compile(r"[=+\-@\t\r]")
"""A cell that starts so may be run by a spreadsheet program. Source: OWASP, CSV Injection."""
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold."""
_MAX_CELL = 32_767
"""Source: Excel specifications and limits, characters in a cell."""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula: an apostrophe goes first.

    Example: "=1+1" -> "'=1+1"
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, so that Excel does not guess another encoding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(harmless, header))
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def write_xlsx(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> bytes:
    """A workbook with one sheet, its header frozen; `widths` in characters. Cells hold text, never formulas.

    Text longer than Excel allows in a cell is cut.
    """
    shown = [[_shown(value) for value in row] for row in (header, *rows)]
    return text_workbook(title, shown[0], shown[1:], widths)


def _shown(value: str) -> str:
    return harmless(_ILLEGAL.sub("", value))[:_MAX_CELL]
