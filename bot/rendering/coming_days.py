"""Days of a measure that are still to come, as entries of a calendar."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from bot import messages
from bot.answer import ShownMeasure
from bot.messages import calendar as words
from bot.messages.items import item_name
from bot.rendering.calendar_files import CalendarDay
from bot.rendering.callers import first_call
from corpus.extraction.days.deadline_days import deadline_days
from corpus.extraction.days.sentence_terms import TermKind, sentence_terms
from corpus.records import State
from corpus.short_titles import title
from corpus.text.typesetting import tidy


def days_to_come(measure: ShownMeasure, today: date, url: str = "") -> tuple[CalendarDay, ...]:
    """The last day of its term, of each of its deadlines, and of what its sentences say ends, from today on.

    Earliest first.

    A month or a year counts to its last day. What does not apply, and what another document has repealed or
    replaced, has none. `url` is where it is read.
    """
    if not measure.applies or measure.validity.ended:
        return ()
    found = sorted({pair for pair in _days(measure) if pair[0] >= today})
    basis = tidy(measure.validity.basis)
    return tuple(
        entry(measure, day, said, basis if said == words.TERM_ENDS else "", url) for day, said in found
    )


def _days(measure: ShownMeasure) -> Iterator[tuple[date, str]]:
    """(day, what ends on it)."""
    term = measure.validity
    if term.until and term.state in (State.IN_FORCE, State.NOT_YET):
        yield term.until, words.TERM_ENDS
    deadlines = [measure.deadline, *(c.deadline for c in measure.contacts if not c.inferred)]
    for deadline in deadlines:
        for day in deadline_days(deadline or "", measure.doc.issued):
            yield day, words.DEADLINE_ENDS.format(deadline=tidy(deadline or ""))
    for stated in sentence_terms(measure.text, measure.doc.issued):
        if stated.kind is TermKind.GRANT and stated.until != term.until:
            yield stated.until, words.STATED_ENDS.format(words=tidy(stated.words))


def entry(measure: ShownMeasure, day: date, said: str, basis: str, url: str) -> CalendarDay:
    """An entry for a day of a measure: what ends on it, the words it rests on, and whom to call."""
    name = sha256(f"{measure.id} {day} {said}".encode()).hexdigest()[:32]
    call = first_call(measure.contacts)
    lines = (
        words.SOURCE.format(number=measure.doc.number, item=item_name(measure.item)),
        basis,
        f"{messages.ASK_WHOM}{call}" if call else messages.WAY_ON,
        words.CHECK,
    )
    return CalendarDay(
        f"{name}@wenzheng",
        day,
        words.SUMMARY.format(title=title(measure.sections), said=said),
        "\n".join(line for line in lines if line),
        url,
    )
