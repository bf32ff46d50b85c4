"""Tables that a plain text sets out with bars or blanks: a line of names of columns, then a line a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from corpus.reading.grids import is_usual_name
from corpus.text.excerpt import Excerpt
from corpus.text.tables import Row, Table

_BAR = re.compile("[|｜│]")
_RULER = re.compile(r"[\s|｜│:：+—―─=-]+")
_ENCLOSED = re.compile(r"\s*[|｜│].*[|｜│]\s*")
_DRAWN = re.compile(r"[^\s]")
_BLANKS = re.compile(r"(?<=\S)(?:[ \t]*\u3000[\u3000 \t]*|[ \t]{2,}|\t)(?=\S)")
"""What stands between two cells without bars: a wide blank, a tab, or several blanks."""
_NAME = re.compile(r"[\u4e00-\u9fff（）()、/／]{1,12}")
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
"""Below the names of the columns: two lines with a bar may be anything."""
_FEWEST_NAMED = 2
"""Names of columns among the cells of the first line that are known as such, where only blanks part them."""


@dataclass(frozen=True, slots=True)
class TableOfLines:
    """A table with the lines that it takes, in which blanks stand in place of what draws it."""

    table: Table
    shown: Sequence[str]


def drawn_table(lines: Sequence[Excerpt]) -> TableOfLines | None:
    """The table that begins with the first of some lines; None without one.

    Example: `项目　标准`, `住宅　22元`, `学校　20元` -> two rows below 项目, 标准; so with ` | ` between them
    """
    if not lines:
        return None
    return _with_bars(lines) if _BAR.search(lines[0].text) else _with_blanks(lines)


def _with_bars(lines: Sequence[Excerpt]) -> TableOfLines | None:
    """Lines with as many bars each, those at their ends apart; a ruler among them is no row."""
    width = len(_barred(lines[0]))
    own = [*takewhile(lambda line: _is_ruler(line) or len(_barred(line)) == width, lines)]
    told = [_barred(line) for line in own if not _is_ruler(line)]
    if width < _FEWEST_COLUMNS or len(told) <= _FEWEST_ROWS:
        return None
    header, *rows = told
    return TableOfLines(Table(header, tuple(rows), grid=True), [*map(_undrawn, own)])


def _is_ruler(line: Excerpt) -> bool:
    return bool(_BAR.search(line.text) and _RULER.fullmatch(line.text))


def _undrawn(line: Excerpt) -> str:
    """As many characters without bars and rulers."""
    return (_DRAWN if _is_ruler(line) else _BAR).sub(" ", line.text)


def _barred(line: Excerpt) -> Row:
    """The cells between the bars of a line; one cell where it has none."""
    bars = [bar.span() for bar in _BAR.finditer(line.text)]
    enclosed = bool(_ENCLOSED.fullmatch(line.text))
    return _cut(line, bars if enclosed else [(0, 0), *bars, (len(line), len(line))])


def _with_blanks(lines: Sequence[Excerpt]) -> TableOfLines | None:
    """Lines of as many cells; a row with more blanks than its columns need has them within its last cell."""
    header = _spaced(lines[0], None)
    names = [cell.text for cell in header]
    known = sum(map(is_usual_name, names))
    if len(header) < _FEWEST_COLUMNS or known < _FEWEST_NAMED or not all(map(_NAME.fullmatch, names)):
        return None
    below = (_spaced(line, len(header)) for line in lines[1:])
    rows = [*takewhile(lambda cells: len(cells) == len(header), below)]
    if len(rows) < _FEWEST_ROWS:
        return None
    return TableOfLines(Table(header, tuple(rows), grid=True), [line.text for line in lines[: 1 + len(rows)]])


def _spaced(line: Excerpt, most: int | None) -> Row:
    """The cells of a line that blanks part, at most so many."""
    blanks = [blank.span() for blank in _BLANKS.finditer(line.text)][: most - 1 if most else None]
    return _cut(line, [(0, 0), *blanks, (len(line), len(line))])


def _cut(line: Excerpt, gaps: Sequence[tuple[int, int]]) -> Row:
    """What stands between the gaps of a line."""
    return tuple(line[before[1] : after[0]].strip() for before, after in pairwise(gaps))
