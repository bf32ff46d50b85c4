"""Numbers, colours and matrices as attributes of SVG; nothing is passed on as a file writes it."""

from math import isfinite

from corpus.reading.ofd.inks import InkColour
from corpus.reading.ofd.placement import Affine, UnusableNumberError


def written(value: float) -> str:
    """A number with six figures.

    Raises:
        UnusableNumberError: it is not finite.
    """
    if not isfinite(value):
        raise UnusableNumberError(str(value))
    return f"{value:.6g}"


def matrix(place: Affine) -> str:
    """A map as the value of `transform`.

    Raises:
        UnusableNumberError: a number is not finite.
    """
    return f"matrix({' '.join(map(written, place))})"


def painted(name: str, colour: InkColour | None) -> str:
    """The attribute `fill` or `stroke` with its strength, with a blank before it."""
    if colour is None:
        return f' {name}="none"'
    strength = f' {name}-opacity="{written(colour.alpha)}"' if colour.alpha < 1 else ""
    return f' {name}="{colour.code}"{strength}'
