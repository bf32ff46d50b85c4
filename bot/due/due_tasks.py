"""Tasks with a deadline, one for each stage of it, as documents print them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.answering import is_superseded
from bot.due.due_spans import DueSpan
from bot.due.due_windows import DueWindow
from bot.judged_terms import term_of
from bot.ports import CatalogView
from corpus.extraction.days.deadline_days import deadline_days
from corpus.records import Document, Measure, Role, State

_RANKS = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
"""Highest first; a department counts once in a measure, under its highest role."""


class DueTime(StrEnum):
    """How far off a last day is."""

    OVERDUE = "overdue"
    THIS_MONTH = "this_month"
    NEXT_MONTH = "next_month"
    LATER = "later"
    UNDATED = "undated"
    """The words of the deadline name no day."""


@dataclass(frozen=True, slots=True)
class DueTask:
    """What a department has to do by a day."""

    document: Document
    measure: Measure
    department: str
    """Its one name in the directory; "" where the measure names nobody."""
    role: Role
    words: str
    """The deadline as printed, verbatim."""
    day: date | None
    """The last day, which counts itself; None where the words name none."""
    time: DueTime
    state: State
    """Whether the measure is in force on the day asked."""
    superseded: bool = False
    """Whether another document at hand has ended or replaced its document."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other: measure, department, last day in ISO form or the words."""
        return self.measure.id, self.department, self.day.isoformat() if self.day else self.words


def tasks_due(
    catalog: CatalogView, window: DueWindow, regions: Iterable[str], span: DueSpan | None = None
) -> tuple[DueTask, ...]:
    """The tasks of regions with a last day of a span, or one that is past or within the window, without one.

    The earliest comes first, those of ended documents last.

    Of each measure those of whoever leads it or is responsible, or of all that it names where nobody does.
    """
    wanted, days = set(regions), span or DueSpan(None, window.next_end)
    found = (
        task
        for document in catalog.documents
        if document.region in wanted
        for measure in document.measures
        for task in _foremost(list(_of_measure(catalog, document, measure, window)))
    )
    return _sorted(task for task in found if task.day is not None and days.holds(task.day))


def tasks_of(catalog: CatalogView, window: DueWindow, region: str, department: str) -> tuple[DueTask, ...]:
    """All tasks of a department with a deadline, whatever its role; those of ended documents come last."""
    return _sorted(
        task
        for document in catalog.documents
        if document.region == region
        for measure in document.measures
        for task in _of_measure(catalog, document, measure, window)
        if task.department == department
    )


def by_department(tasks: Iterable[DueTask]) -> Mapping[tuple[str, str], tuple[DueTask, ...]]:
    """(region, department) -> its tasks; in the order of the first task of each."""
    grouped: dict[tuple[str, str], tuple[DueTask, ...]] = {}
    for task in tasks:
        name = task.document.region, task.department
        grouped[name] = (*grouped.get(name, ()), task)
    return grouped


def _sorted(tasks: Iterable[DueTask]) -> tuple[DueTask, ...]:
    """The earliest first; those of documents that another one has ended come last."""
    return tuple(sorted(tasks, key=lambda task: (task.superseded, task.day is None, task.day or date.min)))


def _foremost(tasks: list[DueTask]) -> list[DueTask]:
    first = [task for task in tasks if task.role is not Role.SUPPORT]
    return first or tasks


def _of_measure(
    catalog: CatalogView, document: Document, measure: Measure, window: DueWindow
) -> Iterator[DueTask]:
    """What does not apply in its region is nobody's task."""
    if not measure.applies:
        return
    superseded = None
    for department, role, words in _duties(measure):
        if superseded is None:
            superseded = is_superseded(catalog, document, window.today)
        for day in deadline_days(words, document.issued) or (None,):
            yield DueTask(
                document,
                measure,
                department,
                role,
                words,
                day,
                _time(day, window),
                term_of(catalog, measure, window.today).state,
                superseded,
            )


def _duties(measure: Measure) -> Iterator[tuple[str, Role, str]]:
    """(department, its highest role, deadline) for each deadline that the measure gives a department."""
    found: dict[tuple[str, str], Role] = {}
    for duty in measure.responsibilities:
        words = duty.deadline or measure.deadline
        if words and duty.role is not Role.SUPERIOR:
            key = duty.canonical, words
            found[key] = min(found.get(key, duty.role), duty.role, key=_RANKS.index)
    if not found and measure.deadline:
        found["", measure.deadline] = Role.RESPONSIBLE
    for (department, words), role in found.items():
        yield department, role, words


def _time(day: date | None, window: DueWindow) -> DueTime:
    if day is None:
        return DueTime.UNDATED
    if day < window.today:
        return DueTime.OVERDUE
    if day <= window.month_end:
        return DueTime.THIS_MONTH
    return DueTime.NEXT_MONTH if day <= window.next_end else DueTime.LATER
