"""Path objects of an OFD page: rules that bound cells, bars that strike words, grounds of words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.reading.ofd.placement import Affine, number
from corpus.reading.printed_pages.drawn_page import Box, Rule

_CURVES = re.compile("[QBA]")
_TOKEN = re.compile(r"[A-Za-z]|[^\sA-Za-z,]+")
_CLOSE, _PEN_UP = "C", "MS"
_STRAIGHT = 0.5
"""Points that a level or upright line may be out of true."""
_MOST = 20_000
"""Points of one path; a drawing of more is no table."""

_Point = tuple[float, float]


@dataclass(slots=True)
class PathMarks:
    """What the paths of a page come to."""

    rules: list[Rule] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)


def bounds_cells(data: str) -> bool:
    """Whether a path may bound a cell or strike words; one with curves outlines a character or draws."""
    return not _CURVES.search(data)


def add_path(marks: PathMarks, data: str, place: Affine, *, lined: bool) -> None:
    """Adds the sides of a path that is drawn with a line (`lined`), or else of one that fills boxes.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    figures = list(_figures(data, place))
    boxes = all(map(_is_box, figures))
    for points in figures:
        if lined or boxes:
            marks.rules.extend(_rules(points))
        if lined or len(figures) == 1:
            marks.strokes.append(_around(points))


def _around(points: Sequence[_Point]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _figures(data: str, place: Affine) -> Iterator[list[_Point]]:
    """The lines drawn without lifting the pen, in points."""
    points: list[_Point] = []
    for letter, coordinates in strokes_of(data):
        if letter in _PEN_UP and points:
            yield points
            points = []
        if letter == _CLOSE:
            points.extend(points[:1])
        elif len(coordinates) == 2:
            points.append(place.at(*coordinates))
    if points:
        yield points


def strokes_of(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each letter of a path, in upper case, with the numbers that follow it.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    letter, coordinates = "", list[float]()
    for token in _TOKEN.findall(data)[: 3 * _MOST]:
        if token.isalpha():
            if letter:
                yield letter, coordinates
            letter, coordinates = token.upper(), []
        else:
            coordinates.append(number(token))
    if letter:
        yield letter, coordinates


def _rules(points: Sequence[_Point]) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in pairwise(points):
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if bottom - top <= _STRAIGHT and right - left > bottom - top:
            middle = (top + bottom) / 2
            yield Rule(left, right, middle, middle, level=True)
        elif right - left <= _STRAIGHT:
            middle = (left + right) / 2
            yield Rule(middle, middle, top, bottom, level=False)


def _is_box(points: Sequence[_Point]) -> bool:
    """Whether a figure is a rectangle that stands straight: every side is level or upright."""
    return len(points) in (4, 5) and all(
        min(abs(x0 - x1), abs(y0 - y1)) <= _STRAIGHT for (x0, y0), (x1, y1) in pairwise(points)
    )
