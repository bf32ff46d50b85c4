"""One figure that a question tells of the asker."""

from dataclasses import dataclass
from enum import StrEnum

from bot.eligibility.intervals import Interval


class FigureOrigin(StrEnum):
    """Where a figure of the asker comes from."""

    TOLD = "told"
    FOLLOWS = "follows"
    """It follows from others that are told: so much a head, by how much something has grown."""
    SINCE = "since"
    """The days from a told one up to the question: of the event of that day alone."""
    AGO = "ago"
    """The time since a told day of the event that a comparison counts from; near are its words."""
    SHARE = "share"
    """The share of one told figure in another that a comparison asks for, by both names."""


@dataclass(frozen=True, slots=True)
class AskerFact:
    """A figure of the asker: `interval` in base units, days of the calendar as ordinals."""

    names: frozenset[str]
    """The known quantities that it may be of; empty where it is of none."""
    unit: str
    interval: Interval
    year: int | None
    """The year that it is said of."""
    text: str
    """The words of the question."""
    start: int
    end: int
    near: str = ""
    """The words of its clause that are closer to it than to another figure."""
    excluded: frozenset[str] = frozenset()
    """The known quantities of its unit that the words around it rule out."""
    origin: FigureOrigin = FigureOrigin.TOLD
