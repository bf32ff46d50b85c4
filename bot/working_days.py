"""Working days of China: holidays move and are made up for, as the State Council publishes each year.

The only importer of chinese_calendar, which holds the published years; it is loaded when a day is counted.
"""

from datetime import date, timedelta

from bot.errors import UnpublishedYearError


def working_day_after(start: date, count: int) -> date:
    """The `count`-th working day after a day, which does not count itself.

    Source: Civil Code of the PRC, article 201: the day on which a term begins is not counted.
    Example: (2026-09-30, 1) -> 2026-10-08, behind the holidays of the National Day

    Raises:
        UnpublishedYearError: it lies in a year whose holidays were not published when the library was made.
    """
    return _counted(start, count, timedelta(days=1))


def working_day_before(end: date, count: int) -> date:
    """The `count`-th working day before a day, which does not count itself.

    Example: (2026-10-08, 1) -> 2026-09-30, before the holidays of the National Day

    Raises:
        UnpublishedYearError: it lies in a year whose holidays were not published when the library was made.
    """
    return _counted(end, count, timedelta(days=-1))


def _counted(day: date, count: int, step: timedelta) -> date:
    while count > 0:
        day += step
        count -= _is_working(day)
    return day


def _is_working(day: date) -> bool:
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        raise UnpublishedYearError(day.year) from None
