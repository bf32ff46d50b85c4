"""What shows on an OFD page, object by object, with its colours: what a picture of the page is made from."""

from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from corpus.reading.ofd.ofd_package import local
from corpus.reading.ofd.ofd_resources import shares, strength_of
from corpus.reading.ofd.placement import Affine, UnusableNumberError
from corpus.reading.printed_pages.drawn_page import Box

_CACHED = 256
_BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class InkColour:
    """A colour as `#rrggbb`, and how much of it shows, from 0 to 1."""

    code: str = _BLACK
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Ink:
    """One object as it is drawn: words, a path or a picture."""

    drawn: Element
    place: Affine
    """Maps its own coordinates to points."""
    fill: InkColour | None = None
    line: InkColour | None = None
    pen: str = ""
    """The width of its lines in its own coordinates as it is written, or ""."""
    font: str = ""
    path: str = ""
    """The data of a path."""
    picture: str = ""
    """The member of the package that holds the picture, or ""."""


@dataclass(frozen=True, slots=True)
class InkedPage:
    """The part of a page that shows, and all inks in the order in which they are drawn."""

    visible: Box
    inks: tuple[Ink, ...]


def ink_colour(element: Element | None, alpha: float = 1.0) -> InkColour:
    """A colour; black where it is not given, and of a shading the first of its colours."""
    if element is None:
        return InkColour(_BLACK, alpha)
    own = element
    if not element.get("Value"):
        own = next((part for part in element.iter() if local(part) == "Color" and part.get("Value")), element)
    return InkColour(_code(own.get("Value") or ""), alpha * strength_of(element.get("Alpha")))


@lru_cache(_CACHED)
def _code(value: str) -> str:
    """Example: `255 0 0` -> `#ff0000`."""
    try:
        parts = shares(value)
    except UnusableNumberError:
        return _BLACK
    if len(parts) == 4:
        parts = [(1 - parts[3]) * (1 - part) for part in parts[:3]]
    if len(parts) == 1:
        parts *= 3
    if len(parts) != 3:
        return _BLACK
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in parts)
