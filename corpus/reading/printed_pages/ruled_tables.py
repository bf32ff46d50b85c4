"""Tables drawn with lines: the cells between upright and level rules, gathered into tables.

Source: A. Nurminen, Algorithmic Extraction of Data in Tables in PDF Documents, 2013, in the form in which
pdfplumber applies it, with its tolerances.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.reading.printed_pages.drawn_page import Box, DrawnPage, Rule
from corpus.reading.printed_pages.open_tables import outer_cells

_NEAR = 3.0
"""Points by which rules may miss a common line, or each other, and still meet."""
_SHORTEST = 3.0
"""Points; a shorter rule bounds no cell."""
_DOT = 1.0
"""Points; a rule may be drawn as pieces, none shorter than this."""
_MIN_RULES = 6
"""Least number of lines that two rows of two cells are drawn with."""

Point = tuple[float, float]
_Corners = dict[Point, "tuple[set[int], set[int]]"]
"""For each crossing, the uprights and the levels that meet in it."""


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """The cells of a table drawn with lines."""

    cells: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The box around all cells."""
        x0, top, x1, bottom = zip(*self.cells, strict=True)
        return min(x0), min(top), max(x1), max(bottom)

    @property
    def rows(self) -> list[list[Box | None]]:
        """The cells by row and column; None where a merged one reaches over a column."""
        lefts = sorted({cell[0] for cell in self.cells})
        rows: list[list[Box | None]] = []
        for _, row in groupby(sorted(self.cells, key=lambda cell: (cell[1], cell[0])), key=_top):
            by_left = {cell[0]: cell for cell in row}
            rows.append([by_left.get(left) for left in lefts])
        return rows

    @property
    def is_one(self) -> bool:
        """Whether it has two rows and two columns; a frame has not."""
        return len({cell[1] for cell in self.cells}) > 1 and len({cell[0] for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class _Span:
    """A rule by where it lies across its direction, and from where to where it goes."""

    at: float
    start: float
    end: float


def tables_of(page: DrawnPage) -> list[DrawnTable]:
    """The tables of a page, top to bottom. A frame with one cell, or of one column, is no table."""
    if len(page.rules) < _MIN_RULES:
        return []
    tables = [_with_open_sides(page, table) for table in _gathered(_cells(page.rules))]
    return [table for table in tables if table.is_one]


def _with_open_sides(page: DrawnPage, table: DrawnTable) -> DrawnTable:
    """The table with the columns at its edges that no upright rule ends."""
    outer = outer_cells(table.box, table.cells, page.rules, page.glyphs)
    return DrawnTable((*table.cells, *outer)) if outer else table


def _top(cell: Box) -> float:
    return cell[1]


def _cells(rules: Sequence[Rule]) -> Iterator[Box]:
    """The smallest box below and to the right of each crossing that rules bound on all sides."""
    uprights = _merged(_Span(rule.x0, rule.top, rule.bottom) for rule in rules if not rule.level)
    levels = _merged(_Span(rule.top, rule.x0, rule.x1) for rule in rules if rule.level)
    corners = _crossings(uprights, levels)
    columns: dict[float, list[Point]] = defaultdict(list)
    rows: dict[float, list[Point]] = defaultdict(list)
    for point in sorted(corners):
        columns[point[0]].append(point)
        rows[point[1]].append(point)
    for point in sorted(corners):
        below = [low for low in columns[point[0]] if low > point and corners[low][0] & corners[point][0]]
        beside = [
            right for right in rows[point[1]] if right > point and corners[right][1] & corners[point][1]
        ]
        yield from _smallest(point, below, beside, corners)


def _smallest(
    point: Point, below: Sequence[Point], beside: Sequence[Point], corners: _Corners
) -> Iterator[Box]:
    for low in below:
        for right in beside:
            opposite = right[0], low[1]
            meeting = corners.get(opposite)
            if meeting and meeting[0] & corners[right][0] and meeting[1] & corners[low][1]:
                yield *point, *opposite
                return


def _crossings(uprights: Sequence[_Span], levels: Sequence[_Span]) -> _Corners:
    corners: _Corners = {}
    heights = [level.at for level in levels]
    for number, upright in enumerate(uprights):
        first = bisect_left(heights, upright.start - _NEAR)
        last = bisect_right(heights, upright.end + _NEAR)
        for ordinal, level in enumerate(levels[first:last], first):
            if level.start - _NEAR <= upright.at <= level.end + _NEAR:
                through = corners.setdefault((upright.at, level.at), (set(), set()))
                through[0].add(number)
                through[1].add(ordinal)
    return corners


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    """Spans of nearly the same line moved onto it, and those that meet on it joined; by where they lie."""
    merged: list[_Span] = []
    for line in _aligned([span for span in spans if span.end - span.start >= _DOT]):
        joined: list[_Span] = []
        for span in sorted(line, key=lambda span: span.start):
            if joined and span.start <= joined[-1].end + _NEAR:
                last = joined.pop()
                span = _Span(last.at, last.start, max(last.end, span.end))
            joined.append(span)
        merged.extend(joined)
    return [span for span in merged if span.end - span.start >= _SHORTEST]


def _aligned(spans: Sequence[_Span]) -> Iterator[list[_Span]]:
    """The spans by line, each at the mean of its line."""
    line: list[_Span] = []
    for span in sorted(spans, key=lambda span: span.at):
        if line and span.at > line[-1].at + _NEAR:
            yield _at_mean(line)
            line = []
        line.append(span)
    if line:
        yield _at_mean(line)


def _at_mean(line: Sequence[_Span]) -> list[_Span]:
    mean = sum(span.at for span in line) / len(line)
    return [_Span(mean, span.start, span.end) for span in line]


def _gathered(cells: Iterable[Box]) -> list[DrawnTable]:
    """Cells that share corners as tables, top to bottom; a cell alone is none."""
    listed = list(cells)
    corners = _Linked()
    for x0, top, x1, bottom in listed:
        corners.link((x0, top), (x0, bottom), (x1, top), (x1, bottom))
    groups: dict[Point, list[Box]] = defaultdict(list)
    for cell in listed:
        groups[corners.first_of((cell[0], cell[1]))].append(cell)
    tables = [DrawnTable(tuple(members)) for members in groups.values() if len(members) > 1]
    return sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table.cells))


class _Linked:
    """Points that hang together, directly or through others; each group is called by one of them."""

    def __init__(self) -> None:
        self._before: dict[Point, Point] = {}

    def link(self, *points: Point) -> None:
        """Makes the groups of all points one."""
        first = self.first_of(points[0])
        for point in points[1:]:
            self._before[self.first_of(point)] = first

    def first_of(self, point: Point) -> Point:
        """The point that a group is called by."""
        before = self._before.setdefault(point, point)
        while before != point:
            self._before[point] = self._before[before]
            point, before = before, self._before[before]
        return point
