"""Paths and pictures of an OFD page as elements of SVG."""

from base64 import b64encode
from collections.abc import Iterator

from corpus.reading.ofd.drawn_paths import strokes_of
from corpus.reading.ofd.inks import Ink
from corpus.reading.ofd.placement import numbers
from corpus.reading.ofd.svg_values import matrix, painted, written

_LETTERS = {
    "S": ("M", 2),
    "M": ("M", 2),
    "L": ("L", 2),
    "Q": ("Q", 4),
    "B": ("C", 6),
    "A": ("A", 7),
    "C": ("Z", 0),
}
"""The letters of a path with those of SVG and how many numbers follow. Source: GB/T 33190-2016, 9.1."""
_PEN_MM, _THINNEST_MM = 0.353, 0.1
_LARGEST_SIGN = 24.0
"""Points."""


def svg_path(ink: Ink) -> Iterator[str]:
    """A path as a `path` element; none where nothing of it can be drawn.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    data = " ".join(_steps(ink.path))
    if not data.startswith("M") or (ink.fill is None and ink.line is None):
        return
    rule = ' fill-rule="evenodd"' if ink.drawn.get("Rule") == "Even-Odd" else ""
    yield (
        f'<path transform="{matrix(ink.place)}" d="{data}"{painted("fill", ink.fill)}{rule}'
        f"{painted('stroke', ink.line)}{_pen(ink) if ink.line else ''}/>"
    )


def _steps(data: str) -> Iterator[str]:
    """The steps of a path; one with another count of numbers than its letter has is left out."""
    for letter, values in strokes_of(data):
        drawn, count = _LETTERS.get(letter, ("", -1))
        if len(values) == count:
            yield " ".join([drawn, *map(written, values)])


def _pen(ink: Ink) -> str:
    """How wide lines are, and their dashes."""
    width = max(abs(numbers(ink.pen, 1)[0]) if ink.pen.strip() else _PEN_MM, _THINNEST_MM)
    dashes = [abs(length) for length in numbers(ink.drawn.get("DashPattern"))]
    dashed = f' stroke-dasharray="{" ".join(map(written, dashes))}"' if any(dashes) else ""
    return f' stroke-width="{written(width)}"{dashed}'


def svg_picture(ink: Ink, kind: str, data: bytes) -> Iterator[str]:
    """A picture of a kind that browsers show, its bytes inside."""
    yield (
        f'<image transform="{matrix(ink.place)}" width="1" height="1" preserveAspectRatio="none" '
        f'href="data:{kind};base64,{b64encode(data).decode()}"/>'
    )


def svg_blank(ink: Ink, sign: str) -> Iterator[str]:
    """A grey box with a sign in the place of a picture that is not shown."""
    corners = [ink.place.at(x, y) for x in (0, 1) for y in (0, 1)]
    across, down = zip(*corners, strict=True)
    left, top, width, height = min(across), min(down), max(across) - min(across), max(down) - min(down)
    size = min(height / 2, width / 4, _LARGEST_SIGN)
    box = f'x="{written(left)}" y="{written(top)}" width="{written(width)}" height="{written(height)}"'
    middle = f'x="{written(left + width / 2)}" y="{written(top + height / 2)}"'
    look = f'font-size="{written(size)}" fill="#555555" font-family="sans-serif"'
    yield f'<rect {box} fill="#dddddd"/>'
    yield f'<text {middle} {look} text-anchor="middle" dominant-baseline="central">{sign}</text>'
