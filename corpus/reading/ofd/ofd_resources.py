"""What the pages of an OFD document draw with: fonts, drawing parameters, composite units."""

from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

from corpus.reading.ofd.ofd_package import OfdPackage, child, local, words
from corpus.reading.ofd.placement import UnusableNumberError, numbers
from corpus.reading.printed_pages.drawn_page import brightness_of

_DEEPEST = 8
"""Drawing parameters that refer to each other in a row."""
_FULL = 255.0
_CACHED = 256
_KINDS = {"Font": "fonts", "DrawParam": "parameters", "CompositeGraphicUnit": "units"}


@dataclass(frozen=True, slots=True)
class Colour:
    """How bright a colour is, from 0, black, to 1, white, and how much of it shows, from 0 to 1."""

    brightness: float = 0.0
    alpha: float = 1.0

    @property
    def on_paper(self) -> float:
        """Its brightness on white paper."""
        return 1 - self.alpha * (1 - self.brightness)


_BLACK = Colour()


@dataclass(frozen=True, slots=True)
class Resources:
    """By their identifiers."""

    fonts: dict[str, Element] = field(default_factory=dict)
    parameters: dict[str, Element] = field(default_factory=dict)
    units: dict[str, Element] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    """The paths of pictures; "" for what the package lacks."""

    def font(self, identifier: str | None) -> str:
        """The name of a font, "" where it is not known."""
        known = self.fonts.get(identifier or "")
        return (known.get("FontName") or known.get("FamilyName") or "") if known is not None else ""

    def parameter(self, identifier: str | None, name: str) -> Element | None:
        """What a drawing parameter, or the one that it refers to, says of a colour."""
        for _ in range(_DEEPEST):
            known = self.parameters.get(identifier or "")
            if known is None:
                return None
            own = child(known, name)
            if own is not None:
                return own
            identifier = known.get("Relative")
        return None

    def line_width(self, identifier: str | None) -> str:
        """The width of lines by a drawing parameter, or the one that it refers to; "" where none says it."""
        for _ in range(_DEEPEST):
            known = self.parameters.get(identifier or "")
            if known is None:
                return ""
            own = known.get("LineWidth")
            if own:
                return own
            identifier = known.get("Relative")
        return ""


def resources_of(package: OfdPackage, owner: Element | None, base: str) -> Resources:
    """The resources that a document (`PublicRes`, `DocumentRes`) or a page (`PageRes`) names."""
    found = Resources()
    for entry in owner if owner is not None else ():
        if local(entry) in ("PublicRes", "DocumentRes", "PageRes"):
            path = package.located(base, entry.text)
            if path:
                _add(found, package, path)
    return found


def _add(found: Resources, package: OfdPackage, path: str) -> None:
    """Adds the resources of one file."""
    root = package.tree(path)
    folder = (root.get("BaseLoc") or "").strip().rstrip("/\\")
    for resource in (resource for group in root for resource in group):
        kind, identifier = local(resource), resource.get("ID") or ""
        if kind in _KINDS:
            getattr(found, _KINDS[kind])[identifier] = resource
        elif kind == "MultiMedia":
            file = words(child(resource, "MediaFile"))
            located = package.located(path, f"{folder}/{file}") if folder else ""
            found.media[identifier] = located or package.located(path, file)


def joined(outer: Resources, inner: Resources) -> Resources:
    """Both; the inner ones first."""
    if not (inner.fonts or inner.parameters or inner.units or inner.media):
        return outer
    return Resources(
        outer.fonts | inner.fonts,
        outer.parameters | inner.parameters,
        outer.units | inner.units,
        outer.media | inner.media,
    )


def colour_of(element: Element | None) -> Colour:
    """A colour; black where it is not given, or is a pattern."""
    if element is None:
        return _BLACK
    return _colour(element.get("Value") or "", element.get("Alpha") or "")


def strength_of(alpha: str | None) -> float:
    """How much of an object shows, from 0 to 1; all of it where that is not given as a number."""
    try:
        return min(max(numbers(alpha, 1)[0] / _FULL, 0.0), 1.0) if alpha else 1.0
    except UnusableNumberError:
        return 1.0


@lru_cache(_CACHED)
def _colour(value: str, alpha: str) -> Colour:
    try:
        parts = shares(value)
    except UnusableNumberError:
        return _BLACK
    return Colour(brightness_of(parts), strength_of(alpha))


def shares(value: str) -> list[float]:
    """The parts of a colour, each from 0 to 1.

    Raises:
        UnusableNumberError: one is no number.
    """
    return [_share(token) for token in value.split()]


def _share(token: str) -> float:
    """A part of a colour from 0 to 1. Example: `255`, `#FF` -> 1.0."""
    if token.startswith("#"):
        try:
            return min(int(token[1:], 16) / _FULL, 1.0)
        except ValueError as error:
            raise UnusableNumberError(token) from error
    return min(max(numbers(token, 1)[0] / _FULL, 0.0), 1.0)
