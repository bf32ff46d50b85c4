"""Days that bound a term, in figures or in Chinese numerals; a month or a year alone means its last day."""

import re
from calendar import monthrange
from datetime import date

from corpus.text.numerals import DIGITS, UP_TO_99, figures, whole_number

_YEAR = rf"(?:\d{{4}}|[{DIGITS}]{{4}})年"
_MONTH = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,2}})月"
_MDAY = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})日"
DAY = rf"{_YEAR}{_MONTH}{_MDAY}"
"""One day, as a pattern without groups: `2025年5月6日`, `二○二五年五月六日`."""
BOUND = rf"{_YEAR}(?:{_MONTH}(?:{_MDAY}|底|末)?|底|末)?"
"""A day, a month or a year at an end of a term, as a pattern without groups."""
_PARTS = re.compile(rf"(?P<year>{_YEAR})(?:(?P<month>{_MONTH})(?P<day>{_MDAY})?)?")


def first_day_of(printed: str | None) -> date | None:
    """The first day of what is printed. Example: `2016年` -> 2016-01-01."""
    return _day(printed, last=False)


def last_day_of(printed: str | None) -> date | None:
    """The last day of what is printed. Example: `2026年12月` -> 2026-12-31; `2025年底` -> 2025-12-31."""
    return _day(printed, last=True)


def _day(printed: str | None, *, last: bool) -> date | None:
    """None where nothing is printed or the calendar has no such day."""
    match = _PARTS.match(printed or "")
    if match is None:
        return None
    year = int(figures(match["year"][:-1]))
    month = whole_number(match["month"][:-1]) if match["month"] else (12 if last else 1)
    if not month or not 1 <= month <= 12:
        return None
    mday = whole_number(match["day"][:-1]) if match["day"] else (monthrange(year, month)[1] if last else 1)
    try:
        return date(year, month, mday or 0)
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month. Example: 2024-02-29, 12 -> 2025-02-28."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
