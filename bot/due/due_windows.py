"""The days that are looked at: from today to the end of next month."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class DueWindow:
    """Today, and the last days of this month and of the next."""

    today: date
    month_end: date
    next_end: date


def due_window(today: date) -> DueWindow:
    """The window of a day.

    Example: 2026-11-29 -> to 2026-11-30, and to 2026-12-31
    """
    end = _last_of_month(today)
    return DueWindow(today, end, _last_of_month(end + timedelta(days=1)))


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
