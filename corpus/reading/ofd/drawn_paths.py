"""Path objects of an OFD page: rules that bound cells, bars that strike words, grounds of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.reading.drawn_page import Box, Rule
from corpus.reading.ofd.placement import Affine, number

_COORDINATES = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow a letter; those of the point come last."""
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


def add_path(marks: PathMarks, data: str, place: Affine, *, lined: bool, filled: bool) -> None:
    """Adds a path: its sides where it is drawn with a line or a filled box, its box where it is filled.

    A path with curves is the outline of a character or a drawing and strikes no words.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    figures = list(_figures(data, place))
    plain = all(straight for _, straight in figures)
    boxes = all(_is_box(points) for points, _ in figures)
    for points, straight in figures:
        if straight and (lined or boxes):
            marks.rules.extend(_rules(points))
        if plain and (lined or len(figures) == 1):
            marks.strokes.append(_around(points))
        if filled:
            marks.grounds.append(_around(points))


def _around(points: Sequence[_Point]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _figures(data: str, place: Affine) -> Iterator[tuple[list[_Point], bool]]:
    """The lines drawn without lifting the pen, in points, and whether all of them are straight."""
    points: list[_Point] = []
    straight = True
    for letter, values in _strokes(data):
        if letter in "MS" and points:
            yield points, straight
            points, straight = [], True
        if letter == "C":
            points.extend(points[:1])
            continue
        straight = straight and letter in "MSL"
        points.append(place.at(*values[-2:]))
    if points:
        yield points, straight


def _strokes(data: str) -> Iterator[tuple[str, list[float]]]:
    tokens = iter(data.replace(",", " ").split()[: 8 * _MOST])
    for token in tokens:
        count = _COORDINATES.get(token.upper())
        if count is not None:
            values = [number(value) for _, value in zip(range(count), tokens, strict=False)]
            if len(values) == count:
                yield token.upper(), values


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
