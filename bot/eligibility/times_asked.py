"""How long ago something was from which a text counts, where a question tells its day: 自交付之日起满20年."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import Demands
from bot.eligibility.quantity_names import DATE
from bot.eligibility.shared_words import content, pairs
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.elapsed import is_birth, months_between

_EVENT = re.compile(
    r"(?:^|[自从在，])(?:首次|初次)?(?P<event>[^，；。自从在]{2,10}?)(?:之[日月]起|后|以来)[^，；。\d]{0,4}$"
    r"|^(?P<moved>[^，；。]{0,4}(?:迁入|落户)[^，；。\d]{0,6})$"
)
_WITHIN = re.compile(r"内$")
"""A time within which something is to be done is no length of it."""
_LEAST = 3
"""Signs of an event that the clause of a day has to have; all of those of a shorter one."""
_OF_FIRM = re.compile("公司|企业|厂|店|执照|单位|合作社")
_PART = 0.5
"""What days beyond whole months count: more than 6 months is so on the first day after them."""
_MONTHS = {"年": 12, "月": 1}


def with_times(demands: Demands, facts: AskerFacts) -> AskerFacts:
    """The facts with the times since told days of the events from which comparisons count.

    Example: `2004年5月交付的` on 2026-11-30 beside `自交付之日起使用满20年` -> 22.5 年 too
    """
    if facts.as_of is None:
        return facts
    every = [bound for one in demands.requirements for bound in one.bounds]
    found = (fact for bound in (*every, *demands.shutting) for fact in _of_bound(bound, facts, facts.as_of))
    times = tuple(dict.fromkeys(found))
    return replace(facts, figures=(*facts.figures, *times)) if times else facts


def _of_bound(bound: PrintedBound, facts: AskerFacts, as_of: date) -> Iterator[AskerFact]:
    """The time of a comparison, where exactly one told day is of its event."""
    found = _EVENT.search(bound.subject)
    if found is None or _WITHIN.search(bound.figures) or bound.unit not in (*_MONTHS, "天"):
        return
    event = found["event"] or found["moved"]
    days = [one for one in facts.figures if one.unit == DATE and one.origin is FigureOrigin.TOLD]
    of_event = [one for one in days if _is_of(event, one, bound.sentence)]
    if len(of_event) == 1 and of_event[0].interval.high <= as_of.toordinal():
        gone = _gone(of_event[0].interval, bound.unit, as_of)
        since = replace(of_event[0], names=frozenset(), unit=bound.unit, interval=gone, year=None)
        yield replace(since, near=bound.subject, origin=FigureOrigin.AGO)


def _is_of(event: str, day: AskerFact, sentence: str) -> bool:
    """Whether the clause of a day tells of an event; not of that of a firm where the text names none."""
    named, told = content(event), content(day.near)
    enough = len(named & told) >= min(_LEAST, len(named)) and pairs(event) & pairs(day.near)
    strange = _OF_FIRM.search(day.near) and not _OF_FIRM.search(sentence)
    return bool(enough) and not strange and not is_birth(day.near)


def _gone(days: Interval, unit: str, as_of: date) -> Interval:
    """The time from one of some days to the day of the question."""
    if unit == "天":
        return Interval(as_of.toordinal() - days.high, as_of.toordinal() - days.low)
    least, most = (
        _months(date.fromordinal(int(day)), as_of) / _MONTHS[unit] for day in (days.high, days.low)
    )
    return Interval(least, most)


def _months(day: date, as_of: date) -> float:
    return months_between(day, as_of) + (_PART if day.day != as_of.day else 0)
