"""Days of the calendar that a sentence of a measure compares something with."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.eligibility.intervals import Interval
from bot.eligibility.quantity_names import DATE, YEARLY_DAY
from bot.eligibility.spoken.spoken_figures import day_of_year
from corpus.extraction.days.periods import periods
from corpus.text.numerals import UP_TO_99, value_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a sentence allows at [start, end), one interval or one for each member of a list."""

    unit: str
    allowed: tuple[Interval, ...]
    start: int
    end: int


_LEAP_YEAR = 2024
_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_WINDOW = re.compile(
    rf"(?P<first>{_DAY})(?:（含[^（）]*）)?(?:至|到|-)(?P<year>(?:19|20)\d\d年)?(?P<rest>\d{{1,2}}月\d{{1,2}}日)(?:期间|之间)?"
)
_EVENT = re.compile(
    rf"(?P<day>{_DAY})(?P<with>（含[^（）]*）)?(?:(?P<early>以?前|之前)|(?P<late>以?后|之后|起|以来))(?P<with2>（含[^（）]*）)?"
)
_YEAR_END = re.compile(r"(?P<year>20\d\d)年年?[底末](?:之|以)?前")
_DEADLINE = re.compile(r"(?:截止时间|截止日期)为?每年度?的?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_YEARLY_WINDOW = re.compile(
    r"每年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:至|到|-)(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日"
)
_DAY_OF_SEASON = re.compile(
    r"(?<![月日至到\d-])(?<!(?<!每)年)(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?P<with>（含[^（）]*）)?(?P<early>以?前|之前)(?:（含[^（）]*）)?"
)
"""A last day without its year: 10月15日前, 每年10月15日前."""
_WITHIN_DAYS = re.compile(r"(?<=之日起)(?P<n>\d+)(?:个自然)?日(?:以|之)?内")


_DAYS_AFTER = re.compile(
    rf"(?:办卡|购卡|购买|购票|签收|收货|入住|出生|投保|签约|缴费|领证)(?:之日)?[起后]?(?P<n>[\d{UP_TO_99}]+)[日天](?:以|之)?内"
)
"""Days within which something is so that somebody did: 办卡七日内."""


_DAYS_LONG = re.compile(r"(?:满|不少于|不低于|达到)(?P<n>\d+)(?:个自然)?日(?![前后内起])")
"""So many days that something has to last: 就业登记满30日."""


def printed_dates(sentence: str) -> Iterator[Comparison]:
    """Windows, days before or after which, ends of years and days of every year, kind after kind.

    Example: `2018年4月30日前（含当日）注册登记` -> up to that day
    """
    for match in _WINDOW.finditer(sentence):
        first = _day(match["first"])
        last = _day(f"{match['year'] or match['first'][:5]}{match['rest']}")
        if first and last:
            yield Comparison(DATE, (Interval(first.toordinal(), last.toordinal()),), *match.span())
    for match in _EVENT.finditer(sentence):
        day = _day(match["day"])
        if day:
            yield Comparison(DATE, (_event(match, day),), *match.span())
    for match in _YEAR_END.finditer(sentence):
        last_day = date(int(match["year"]), 12, 31).toordinal()
        yield Comparison(DATE, (Interval(high=last_day),), *match.span())
    yield from _days_of_every_year(sentence)


def within_days(sentence: str, since: re.Pattern[str]) -> Iterator[Comparison]:
    """Days within which something has to follow on what `since` finds in front of them: 之日起90日内."""
    for match in _WITHIN_DAYS.finditer(sentence):
        if since.search(sentence[: match.start()]):
            yield Comparison("天", (Interval(high=float(match["n"])),), *match.span())
    for match in _DAYS_LONG.finditer(sentence):
        yield Comparison("天", (Interval(low=float(match["n"])),), *match.span())
    for match in _DAYS_AFTER.finditer(sentence):
        days = value_of(match["n"])
        if days:
            yield Comparison("天", (Interval(high=days[0]),), match.start("n"), match.end())


def _days_of_every_year(sentence: str) -> Iterator[Comparison]:
    for match in _YEARLY_WINDOW.finditer(sentence):
        first, last = (_yearly(match, suffix) for suffix in ("", "2"))
        yield Comparison(YEARLY_DAY, (Interval(first, last),), match.start("month"), match.end())
    for match in _DEADLINE.finditer(sentence):
        yield Comparison(YEARLY_DAY, (Interval(high=_yearly(match, "")),), match.start("month"), match.end())
    for match in _DAY_OF_SEASON.finditer(sentence):
        yield Comparison(YEARLY_DAY, (_before_yearly(match),), *match.span())


def _yearly(match: re.Match[str], suffix: str) -> float:
    return day_of_year(int(match[f"month{suffix}"]), int(match[f"day{suffix}"]))


def _before_yearly(match: re.Match[str]) -> Interval:
    """As with days of a year, 前 alone leaves the day open unless it is the last of its month."""
    last = calendar.monthrange(_LEAP_YEAR, int(match["month"]))[1] if 1 <= int(match["month"]) <= 12 else 0
    included = "（含" in match.group() or match["early"] != "前" or int(match["day"]) == last
    return Interval(high=_yearly(match, ""), high_open=not included)


def _event(match: re.Match[str], day: date) -> Interval:
    """前 alone leaves the day open unless it is the last of its month; 后 and 起 include it."""
    if match["late"]:
        return Interval(low=day.toordinal())
    month = next(periods(match["day"][: match["day"].index("月") + 1]))
    included = match["with"] or match["with2"] or match["early"] != "前" or month.last == day
    return Interval(high=day.toordinal(), high_open=not included)


def _day(printed: str) -> date | None:
    period = next(periods(printed), None)
    return period.first if period else None
