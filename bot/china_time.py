"""The day in China, by which validity and notices are judged."""

from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
"""China keeps one time all year."""


def today_in_china() -> date:
    """Today's date where the documents are in force."""
    return datetime.now(CHINA).date()


def day_in_china(moment: float) -> date:
    """The date in China at a moment, in seconds since 1970, UTC."""
    return datetime.fromtimestamp(moment, CHINA).date()
