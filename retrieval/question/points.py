"""The points that questions ask for and texts print, by which a near question is told from an answered one.

Stricter than the figures and the kinds of answer, by which measures are told apart: a measure on the topic
that does not print the very point asked for does not answer.
"""

from enum import StrEnum
from pathlib import Path

from retrieval.question.statements import read_statements


class Point(StrEnum):
    """What exactly is asked for, a row of `points.toml` each."""

    SUM = "sum"
    CHARGE = "charge"
    """What is paid for a loan, a lease, an application."""
    RATE = "rate"
    COUNT = "count"
    LENGTH = "length"
    """Distance, size, area."""
    AGE = "age"
    TIMES = "times"
    SPAN = "span"
    """How long something takes or lasts."""
    VALIDITY = "validity"
    """How long a certificate or a title holds."""
    IN_FORCE = "in_force"
    """From when a document is in force."""
    DAY = "day"
    HOURS = "hours"
    PHONE = "phone"
    ADDRESS = "address"
    PAGE = "page"
    """Where in the web."""
    PAPERS = "papers"
    PENALTY = "penalty"
    RECKONING = "reckoning"
    """How something is worked out or chosen."""
    BEARER = "bearer"
    """Who pays."""
    WINDOW = "window"
    """At which counter of an office."""
    PLACE = "place"
    """Where one goes to apply, to get or to hand in something."""
    WAY = "way"
    """How one applies."""

    @property
    def label(self) -> str:
        """What it is called in an answer. Example: SUM -> 具体金额."""
        return POINTS.rows[self].label


POINTS = read_statements(Path(__file__).parent / "points.toml", Point)


def points_asked(text: str) -> tuple[Point, ...]:
    """The points that a plain question asks for.

    Example: "换表的钱谁出,几天换好" -> (SPAN, BEARER)
    """
    return POINTS.asked_in(text)


def prints_point(point: Point, text: str) -> bool:
    """Whether a plain text prints such a point."""
    return POINTS.states(point, text)
