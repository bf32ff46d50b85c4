"""Figures of a scan that are to be looked at before anybody relies on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanDoubt:
    """Figures that may be misread: what was read, what else it may be, and where on which page it stands."""

    words: str
    other: str
    """As the second reading has it; "" where it says the same, or nothing."""
    page: int
    """From 1."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom, as shares of the width and the height of the page."""
