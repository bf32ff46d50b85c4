"""Where an object of an OFD page stands: numbers of the format, and affine maps to points."""

from math import hypot, isfinite
from typing import NamedTuple

POINTS = 72 / 25.4
"""Points of one millimetre, the unit of OFD."""
_FARTHEST = 1e6
"""Millimetres; no page reaches a kilometre."""


class UnusableNumberError(ValueError):
    """What should be a number is none, or lies beyond any page."""


def number(text: str) -> float:
    """A number of the format.

    Raises:
        UnusableNumberError: it is none, or beyond any page.
    """
    try:
        value = float(text)
    except ValueError as error:
        raise UnusableNumberError(text) from error
    if not isfinite(value) or abs(value) > _FARTHEST:
        raise UnusableNumberError(text)
    return value


def numbers(text: str | None, least: int = 0) -> list[float]:
    """The numbers of a list.

    Raises:
        UnusableNumberError: one is unusable, or there are fewer than `least`.
    """
    values = [number(token) for token in (text or "").replace(",", " ").split()]
    if len(values) < least:
        raise UnusableNumberError(text)
    return values


class Affine(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f; y grows downwards."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def along(self, x: float, y: float) -> tuple[float, float]:
        """What becomes of a direction."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def after(self, inner: "Affine") -> "Affine":
        """The map that applies `inner` first."""
        a, b = self.along(inner.a, inner.b)
        c, d = self.along(inner.c, inner.d)
        e, f = self.at(inner.e, inner.f)
        return Affine(a, b, c, d, e, f)

    @property
    def height(self) -> float:
        """How long an upright step of one becomes."""
        return hypot(self.c, self.d)


TO_POINTS = Affine(a=POINTS, d=POINTS)


def placed(outer: Affine, boundary: str | None, ctm: str | None) -> Affine:
    """The map of what an object draws: by its matrix, then to its boundary, then as what holds it.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    if boundary:
        left, top = numbers(boundary, 4)[:2]
        e, f = outer.at(left, top)
        outer = Affine(outer.a, outer.b, outer.c, outer.d, e, f)
    return outer.after(Affine(*numbers(ctm, 6)[:6])) if ctm else outer
