"""One figure as somebody says it."""

from dataclasses import dataclass

from bot.eligibility.intervals import Interval


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure at [start, end) of a clause, in its base unit."""

    unit: str
    interval: Interval
    start: int
    end: int
