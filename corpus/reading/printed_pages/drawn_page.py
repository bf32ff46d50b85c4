"""A page of fixed layout as it is drawn, whatever the format: glyphs, lines, coloured ground, pictures.

Points from the left and the top edge of the page throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner."""
WHITE = 0.98
"""Least brightness, from 0 to 1, that does not show on paper."""


@dataclass(frozen=True, slots=True)
class DrawnGlyph:
    """One character as drawn: its box, how its line runs, and whether and how dark it shows."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    along: float = 1.0
    """How far its line goes to the right for each step, and how far up (`slope`)."""
    slope: float = 0.0
    brightness: float = 0.0
    """From 0, black, to 1, white."""
    seen: bool = True
    """False where the file says that no viewer shows it."""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that may bound a cell: level, or upright."""

    x0: float
    x1: float
    top: float
    bottom: float
    level: bool


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """All that one page draws."""

    number: int
    """From 1."""
    width: float
    height: float
    visible: Box
    """The part of the page that is shown."""
    glyphs: tuple[DrawnGlyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    strokes: tuple[Box, ...] = ()
    """The boxes of straight lines and rectangles, among them bars that strike words through."""
    grounds: tuple[Box, ...] = ()
    """Rectangles filled with a colour on which white words show."""
    pictures: tuple[Box, ...] = ()


def brightness_of(parts: Sequence[float]) -> float:
    """How bright a colour of one (grey), three (light) or four (ink) parts is; any other is black."""
    if len(parts) == 4:
        return (1 - parts[3]) * (1 - sum(parts[:3]) / 3)
    if len(parts) == 3:
        red, green, blue = parts
        return 0.3 * red + 0.59 * green + 0.11 * blue
    return parts[0] if len(parts) == 1 else 0.0


def turned(page: DrawnPage, quarters: int) -> DrawnPage:
    """The page turned clockwise by some quarters."""
    for _ in range(quarters % 4):
        page = _turned_once(page)
    return page


def _turned_once(page: DrawnPage) -> DrawnPage:
    high = page.height
    return DrawnPage(
        page.number,
        page.height,
        page.width,
        _turned_box(page.visible, high),
        tuple(_turned_glyph(glyph, high) for glyph in page.glyphs),
        tuple(_turned_rule(rule, high) for rule in page.rules),
        tuple(_turned_box(box, high) for box in page.strokes),
        tuple(_turned_box(box, high) for box in page.grounds),
        tuple(_turned_box(box, high) for box in page.pictures),
    )


def _turned_box(box: Box, high: float) -> Box:
    x0, top, x1, bottom = box
    return high - bottom, x0, high - top, x1


def _turned_glyph(glyph: DrawnGlyph, high: float) -> DrawnGlyph:
    x0, top, x1, bottom = _turned_box((glyph.x0, glyph.top, glyph.x1, glyph.bottom), high)
    return replace(
        glyph, x0=x0, x1=x1, top=top, bottom=bottom, size=bottom - top, along=glyph.slope, slope=-glyph.along
    )


def _turned_rule(rule: Rule, high: float) -> Rule:
    x0, top, x1, bottom = _turned_box((rule.x0, rule.top, rule.x1, rule.bottom), high)
    return Rule(x0, x1, top, bottom, level=not rule.level)
