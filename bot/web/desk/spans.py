"""The span of time that a page counts over."""

from dataclasses import dataclass

from fastapi import Request

_DAY_S = 24 * 3600
CHOICES = (7, 30, 90)
_USUAL = 30


@dataclass(frozen=True, slots=True)
class DaySpan:
    """So many days up to now."""

    days: int

    choices: tuple[int, ...] = CHOICES

    def start(self, now: float) -> float:
        """When it began, in seconds since 1970."""
        return now - self.days * _DAY_S


def span_of(request: Request) -> DaySpan:
    """The span that an address asks for; 30 days where it asks for none that can be chosen."""
    asked = request.query_params.get("days", "")
    return DaySpan(next((days for days in CHOICES if str(days) == asked), _USUAL))
