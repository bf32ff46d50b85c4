"""Spans of working days that a measure prints, counted from a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.answer import ShownMeasure
from bot.messages import calendar as words
from bot.messages import chinese_date
from bot.rendering.calendar_files import CalendarDay
from bot.rendering.coming_days import days_to_come, entry
from bot.working_days import working_day_after
from corpus.text.numerals import UP_TO_99, value_of
from corpus.text.typesetting import tidy

_CLAUSE = re.compile(r"[^。；;！？]+")
_SPAN = re.compile(
    rf"(?P<within>[0-9]{{1,3}}|[{UP_TO_99}]{{1,3}})个工作日(?:以|之)?内"
    rf"|不超过(?P<most>[0-9]{{1,3}}|[{UP_TO_99}]{{1,3}})个工作日"
)


@dataclass(frozen=True, slots=True)
class WorkingSpan:
    """Working days within which something is to be done."""

    count: int
    clause: str
    """That prints them, verbatim but for typesetting."""


def working_spans(measure: ShownMeasure) -> tuple[WorkingSpan, ...]:
    """The spans that a measure prints, in order, each clause once.

    Example: `在三个工作日内予以协调解决` -> 3
    """
    return tuple(dict.fromkeys(_spans(tidy(measure.text).replace("\n", ""))))


def counts_working_days(measure: ShownMeasure) -> bool:
    """Whether working days that a measure prints can be counted: it applies and has not ended."""
    return measure.applies and not measure.validity.ended and bool(working_spans(measure))


def counted_days(measure: ShownMeasure, since: date, url: str = "") -> tuple[CalendarDay, ...]:
    """The last day of each span, counted from a day that does not count itself.

    Raises:
        UnpublishedYearError: one lies in a year whose holidays are not published.
    """
    return tuple(
        entry(
            measure,
            working_day_after(since, span.count),
            words.COUNTED_ENDS.format(start=chinese_date(since), count=span.count),
            words.COUNTED_SPAN.format(clause=span.clause),
            url,
        )
        for span in working_spans(measure)
    )


def remembered_days(measure: ShownMeasure, today: date, since: date | None = None) -> dict[date, CalendarDay]:
    """The days to come of a measure, earliest first, each with what ends on it; of several the first.

    With `since` those of its working days, counted from that day.

    Raises:
        UnpublishedYearError: working days since a day cannot be counted yet.
    """
    days: dict[date, CalendarDay] = {}
    every = counted_days(measure, since) if since else days_to_come(measure, today)
    for one in sorted(every, key=lambda each: each.day):
        if one.day >= today:
            days.setdefault(one.day, one)
    return days


def _spans(text: str) -> Iterator[WorkingSpan]:
    for clause in _CLAUSE.findall(text):
        for match in _SPAN.finditer(clause):
            value = value_of(match["within"] or match["most"])
            if value and value[0] == value[1] >= 1:
                yield WorkingSpan(int(value[0]), clause.strip())
