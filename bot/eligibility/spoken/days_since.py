"""How many days ago something happened of which somebody asks whether it is still in time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.eligibility.intervals import Interval
from bot.eligibility.quantity_names import DATE, YEARLY_DAY
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.spoken_figures import of_day_of_year

_NOW = re.compile(
    "现在|眼下|这会儿|如今|今天|才(?:来|去|想起|知道|申|办|报)|来得?及|赶得?[上趟]|[晚迟]了|[晚迟]不[晚迟]|过期|逾期|超期"
)
_PARTED = re.compile(r"([登结离领开办毕退])(?:的|了)(?:个)?([记婚证业役]|结婚证)")
"""Verbs that speech parts: 登的记, 结了婚."""


def days_since(question: str, figures: Sequence[AskerFact], as_of: date) -> Iterator[AskerFact]:
    """The days since the only day that a question names, where it asks for today.

    Example: `7月2号登的记，现在申请来得及吗` on 2026-07-12 -> 10 天, near 登记
    """
    days = [one for one in figures if one.unit in (DATE, YEARLY_DAY) and one.origin is FigureOrigin.TOLD]
    if len(days) != 1 or not _NOW.search(question):
        return
    first, last = _ends(days[0], as_of)
    gone = Interval(as_of.toordinal() - last, as_of.toordinal() - first)
    if gone.low >= 0:
        near = _PARTED.sub(r"\1\2", days[0].near.replace(" ", ""))
        since = replace(days[0], names=frozenset(), unit="天", interval=gone, year=None, near=near)
        yield replace(since, origin=FigureOrigin.SINCE)


def _ends(fact: AskerFact, as_of: date) -> tuple[float, float]:
    """The first and the last day that a figure may mean, as ordinals; without a year that of the question."""
    if fact.unit == DATE:
        return fact.interval.low, fact.interval.high
    day = of_day_of_year(fact.interval.low, as_of.year)
    return (day.toordinal(), day.toordinal()) if day else (float("inf"), float("inf"))
