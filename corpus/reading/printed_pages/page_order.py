"""The lines and tables of a page in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from corpus.reading.grids import Cells
from corpus.reading.printed_pages.print_lines import PrintLine, joined

_GUTTER = (0.35, 0.65)
"""The space between two columns lies in this part of the page's width."""
_MIN_LINES = 5
_MAX_CROSSING = 0.3
_MIN_FACING = 0.5
_MIN_WIDTH = 0.28
"""Share of the page's width; a list of departments beside their telephone numbers is no pair of columns."""
_MIN_FILL = 0.55
"""Share of its width that the usual line of a column fills; names and figures side by side fill less."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table drawn with lines: its box on the page in points, its column edges, its rows."""

    x0: float
    x1: float
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[Cells, ...]


Item = PrintLine | RuledTable


@dataclass(frozen=True, slots=True)
class Page:
    """What one page prints."""

    number: int
    width: float
    height: float
    rows: tuple[tuple[PrintLine, ...], ...]
    """Lines as pieces, top to bottom."""
    tables: tuple[RuledTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Items read one after the other, and the margins between which they are set."""

    items: tuple[Item, ...]
    column: int
    """0: over the whole width; 1 and 2: the left and the right column."""
    left: float
    right: float
    page: int = 0
    """The page that it stands on, from 1."""


def flows_of(pages: Sequence[Page]) -> list[Flow]:
    """The flows of all pages in reading order; a page without columns is one.

    A page that fills one column only shows no gutter: it has that of the other pages, if few lines cross it.
    """
    gutters = [_gutter(page) for page in pages]
    known = [gutter for gutter in gutters if gutter is not None]
    usual = median(known) if known else None
    flows: list[Flow] = []
    for page, own in zip(pages, gutters, strict=True):
        fits = usual is not None and _crossing(page, usual) <= _MAX_CROSSING * len(page.rows)
        of_page = _flows(page, own if own is not None or not fits else usual)
        flows.extend(replace(flow, page=page.number) for flow in of_page)
    return flows


def _flows(page: Page, gutter: float | None) -> list[Flow]:
    if gutter is None:
        items: list[Item] = [joined(row) for row in page.rows]
        ordered = sorted([*items, *page.tables], key=lambda item: item.top)
        return [_widened(_flow(ordered, 0), page.width)] if ordered else []
    pieces: list[Item] = [piece for row in page.rows for piece in _uncut(row, gutter)]
    return list(_banded(sorted([*pieces, *page.tables], key=lambda item: item.top), gutter))


def _widened(flow: Flow, page_width: float) -> Flow:
    """The flow with a right margin of at most twice the left one: short lines do not show where it is."""
    return replace(flow, right=max(flow.right, page_width - 2 * flow.left))


def _gutter(page: Page) -> float | None:
    """Where the space between two columns lies, or None."""
    low, high = (share * page.width for share in _GUTTER)
    middles = {
        round((left.x1 + right.x0) / 2)
        for row in page.rows
        for left, right in pairwise(row)
        if left.x1 < high and right.x0 > low
    }
    fitting = [x for x in sorted(middles) if low <= x <= high and _divides(page, x)]
    return min(fitting, key=lambda x: (_crossing(page, x), abs(x - page.width / 2))) if fitting else None


def _crossing(page: Page, x: float) -> int:
    return sum(any(piece.x0 < x < piece.x1 for piece in row) for row in page.rows)


def _divides(page: Page, x: float) -> bool:
    """Whether prose stands on both sides of `x`, line beside line, and little reaches across."""
    left = [piece for row in page.rows for piece in row if piece.x1 <= x]
    right = [piece for row in page.rows for piece in row if piece.x0 >= x]
    if min(len(left), len(right)) < _MIN_LINES or _crossing(page, x) > _MAX_CROSSING * len(page.rows):
        return False
    facing = sum(row[0].x1 <= x <= row[-1].x0 for row in page.rows if len(row) > 1)
    facing_enough = facing >= _MIN_FACING * min(len(left), len(right))
    return facing_enough and all(_is_column(side, page.width) for side in (left, right))


def _is_column(side: Sequence[PrintLine], page_width: float) -> bool:
    """Whether pieces are the lines of a column: it is wide, and most of them fill it."""
    width = _width(side)
    usual = median(piece.x1 - piece.x0 for piece in side)
    return width >= _MIN_WIDTH * page_width and usual >= _MIN_FILL * width


def _width(side: Sequence[PrintLine]) -> float:
    return max(piece.x1 for piece in side) - min(piece.x0 for piece in side)


def _uncut(row: Sequence[PrintLine], gutter: float) -> Iterator[PrintLine]:
    """The pieces of a line, those on one side of the gutter as one; a line across it stays whole."""
    if any(piece.x0 < gutter < piece.x1 for piece in row):
        yield joined(row)
        return
    for side in ([p for p in row if p.x1 <= gutter], [p for p in row if p.x0 >= gutter]):
        if side:
            yield joined(side)


def _banded(items: Sequence[Item], gutter: float) -> Iterator[Flow]:
    """Whatever reaches across the gutter divides the page into bands; in each, left is read before right."""
    for across, band in groupby(items, key=lambda item: item.x0 < gutter < item.x1):
        if across:
            yield _flow(list(band), 0)
        else:
            yield from _sides(list(band), gutter)


def _sides(items: Sequence[Item], gutter: float) -> Iterator[Flow]:
    left = [item for item in items if item.x1 <= gutter]
    right = [item for item in items if item.x0 >= gutter]
    for column, side in ((1, left), (2, right)):
        if side:
            yield _flow(side, column)


def _flow(items: Sequence[Item], column: int) -> Flow:
    lines = [item for item in items if isinstance(item, PrintLine)] or items
    return Flow(tuple(items), column, min(line.x0 for line in lines), max(line.x1 for line in lines))
