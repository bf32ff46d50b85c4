"""Tables that a plain text sets out with blanks: a line of names of columns, then a line for each row."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.reading.grids import is_usual_name
from corpus.text.excerpt import Excerpt
from corpus.text.tables import Row, Table

_BETWEEN = re.compile(r"(?<=\S)(?:[ \t]*\u3000[\u3000 \t]*|[ \t]{2,}|\t)(?=\S)")
"""What stands between two cells: a wide blank, a tab, or several blanks."""
_NAME = re.compile(r"[\u4e00-\u9fff（）()、/／]{1,12}")
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
_FEWEST_NAMED = 2
"""Names of columns among the cells of the first line that are known as such."""


def spaced_table(lines: Sequence[Excerpt]) -> Table | None:
    """The table that begins with the first of some lines; None where none does. Its rows are a line each.

    A row with more blanks than its columns need has them within its last cell.

    Example: `项目　标准`, `住宅　22元`, `学校　20元` -> two rows below 项目, 标准
    """
    header = _cells(lines[0], None) if lines else ()
    names = [cell.text for cell in header]
    known = sum(map(is_usual_name, names))
    if len(header) < _FEWEST_COLUMNS or known < _FEWEST_NAMED or not all(map(_NAME.fullmatch, names)):
        return None
    rows: list[Row] = []
    for line in lines[1:]:
        cells = _cells(line, len(header))
        if len(cells) != len(header):
            break
        rows.append(cells)
    return Table(header, tuple(rows), grid=True) if len(rows) >= _FEWEST_ROWS else None


def _cells(line: Excerpt, most: int | None) -> Row:
    """The cells of a line, at most so many."""
    blanks = list(_BETWEEN.finditer(line.text))[: most - 1 if most else None]
    ends = [(0, 0), *(blank.span() for blank in blanks), (len(line), len(line))]
    return tuple(line[before[1] : after[0]].strip() for before, after in pairwise(ends))
