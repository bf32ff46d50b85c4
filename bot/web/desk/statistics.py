"""What is asked most: counted by day, region, department, measure and words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import TypeVar

from bot.answer import Status
from bot.china_time import day_in_china
from bot.ports import CatalogView
from bot.rendering import title
from bot.store import JournalEntry
from corpus.errors import WenzhengError
from corpus.records import Measure, Role
from corpus.regions import holds_in

_Value = TypeVar("_Value")

MOST = 15
"""Rows of each list."""


class By(StrEnum):
    """What questions are counted by, and may be narrowed to; the value is the name in an address."""

    DAY = "day"
    REGION = "region"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class CountedQuestion:
    """One question as it is counted; "" for what is not known."""

    values: Mapping[By, str]
    status: str
    text: str
    """Masked; "" once its time is over."""
    measure: str
    title: str
    """Of the measure shown first."""


@dataclass(frozen=True, slots=True)
class _About:
    """A measure as it is counted."""

    region: str = ""
    department: str = ""
    measure: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How often was asked with one value: on a day, from a region, for a department."""

    value: str
    asked: int
    not_covered: int
    """Of these."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything counted."""

    total: int
    statuses: tuple[tuple[str, int], ...]
    counts: Mapping[By, tuple[Count, ...]]
    """Days in order, everything else most often first."""
    measures: tuple[tuple[tuple[str, str], int], ...]
    """((id, title), how often shown first), most often first."""
    questions: tuple[tuple[str, int], ...]
    """The same words, most often first."""


def asked(entries: Iterable[JournalEntry], catalog: CatalogView) -> tuple[CountedQuestion, ...]:
    """The questions of a journal; greetings are none."""

    @cache
    def about(measure_id: str) -> _About:
        return _about(measure_id, catalog)

    return tuple(
        _asked(entry, about(entry.measures[0] if entry.measures else ""))
        for entry in entries
        if entry.status != Status.CHAT
    )


def of_place(questions: Sequence[CountedQuestion], place: str) -> Sequence[CountedQuestion]:
    """Those asked for a place or for one within it; all where it is ""."""
    return [
        one
        for one in questions
        if not place or (one.values[By.REGION] and holds_in(place, one.values[By.REGION]))
    ]


def tally(questions: Sequence[CountedQuestion], chosen: Mapping[By, str], days: Sequence[str]) -> Tally:
    """Counts what fits what was chosen; every one of `days` is there, also where nothing was asked."""
    fitting = [one for one in questions if all(one.values[by] == value for by, value in chosen.items())]
    often = {by: _counts(fitting, by) for by in By}
    per_day = {day: Count(day, 0, 0) for day in days} | {count.value: count for count in often[By.DAY]}
    counts = {by: often[by][:MOST] for by in (By.REGION, By.DEPARTMENT)}
    return Tally(
        total=len(fitting),
        statuses=tuple(Counter(one.status for one in fitting).most_common()),
        counts={By.DAY: tuple(per_day[day] for day in sorted(per_day)), **counts},
        measures=_most((one.measure, one.title) for one in fitting if one.measure),
        questions=_most(one.text for one in fitting if one.text),
    )


def days_up_to(now: float, count: int) -> tuple[str, ...]:
    """So many days in China, ISO, the last being that of `now`."""
    last = day_in_china(now)
    return tuple((last - timedelta(days=back)).isoformat() for back in reversed(range(count)))


def _counts(questions: Sequence[CountedQuestion], by: By) -> tuple[Count, ...]:
    """Most often first."""
    missing = Counter(one.values[by] for one in questions if one.status == Status.NOT_COVERED)
    often = Counter(one.values[by] for one in questions).most_common()
    return tuple(Count(value, times, missing[value]) for value, times in often)


def _most(values: Iterable[_Value]) -> tuple[tuple[_Value, int], ...]:
    return tuple(Counter(values).most_common(MOST))


def _asked(entry: JournalEntry, about: _About) -> CountedQuestion:
    values = {
        By.DAY: day_in_china(entry.asked).isoformat(),
        By.REGION: entry.region or about.region,
        By.DEPARTMENT: about.department,
    }
    return CountedQuestion(values, entry.status, entry.text or "", about.measure, about.title)


def _about(measure_id: str, catalog: CatalogView) -> _About:
    """The details shown of a measure; empty where it no longer exists."""
    try:
        measure = catalog.measure(measure_id)
    except WenzhengError:
        return _About()
    region = catalog.document(measure.document).region
    return _About(region, _department(measure), measure.id, title(measure.sections))


def _department(measure: Measure) -> str:
    """The department that answers for a measure."""
    own = [duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR]
    leads = [duty for duty in own if duty.role in (Role.LEAD, Role.RESPONSIBLE)]
    return next((duty.canonical for duty in (*leads, *own)), "")
