"""Lengths of time as people say them: 一年零三个月, 一年多, 47岁零10个月, 差一个月65."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.spoken_ages import AGE, OLDEST
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from corpus.extraction.quantities import in_base
from corpus.text.numerals import NUMERAL, value_of

LENGTHS = frozenset({"年", "月", "天"})
_MONTHS_A_YEAR = 12
_PER_YEAR = {"年": 1, "岁": 1, "月": _MONTHS_A_YEAR, "天": 365}
_YOUNGEST = 16
"""A bare number that somebody is short of is an age from here on: 差一个月65, but not 差两天7."""
_AND_MONTHS = re.compile(
    rf"(?P<years>{NUMERAL})(?P<unit>年|周?岁)[零又]?(?P<months>{NUMERAL})个?月(?![份初底])"
)
_AND_MORE = re.compile(rf"(?P<n>{NUMERAL})(?P<unit>年|个月|岁|周岁)多(?![少久大长])")
_BY = rf"(?:(?P<half>半)年|(?P<by>{NUMERAL}|[仨几])(?P<of>个?月|天|年|岁)(?:半|多)?)"
_A_FEW = 3
"""What 仨 is, and 几 about."""
_SHORT_OF = re.compile(
    rf"(?:再过|再有|还差|还有|差){_BY}(?:才|就)?(?:到|满|够)?"
    rf"(?P<n>{NUMERAL})(?P<unit>周?岁|年)?(?![多来几个月天日号元块人亩平户万千百\d])"
)
_STILL_SHORT = re.compile(
    rf"(?P<reached>(?<![刚才已早])[满够到])?(?P<n>{NUMERAL})(?P<unit>周?岁|年)?(?P<day>生日)?"
    rf"(?:就|只|还|才)*(?:差|欠|缺)(?:了|着)?{_BY}(?![\u4e00-\u9fff]{{0,2}}[满到够])"
)
"""What somebody is short of stands in front: 满45差一个月. Without 满 it may as well be what he has."""


def lengths(clause: str) -> Iterator[SpokenFigure]:
    """Example: `一年零三个月` -> 15 月; `一年多` -> 年 from 1 to 2, both left out; `47岁零5个月` -> 47 岁."""
    for match in _AND_MONTHS.finditer(clause):
        years, months = value_of(match["years"]), value_of(match["months"])
        if years and months and match["unit"] == "年":
            length = _MONTHS_A_YEAR * years[0] + months[0]
            yield SpokenFigure("月", Interval(length, length), *match.span())
        elif years and months:
            yield SpokenFigure(AGE, Interval(*years), *match.span())
    for match in _AND_MORE.finditer(clause):
        value = value_of(match["n"])
        if value:
            low, unit = in_base(value[0], match["unit"])
            yield SpokenFigure(unit, Interval(low, low + 1, True, True), *match.span())


def short_of(clause: str) -> Iterator[SpokenFigure]:
    """A figure that is still to be reached, as what it is until then.

    Example: `差一个月65`, `满65差一个月` -> 岁 from 64 to below 65; `还差两年满15年` -> 13 年
    """
    for match in _SHORT_OF.finditer(clause):
        yield from _until(match, is_sure=True)
    for match in _STILL_SHORT.finditer(clause):
        yield from _until(match, is_sure=bool(match["reached"] or match["day"]))


def _until(match: re.Match[str], *, is_sure: bool) -> Iterator[SpokenFigure]:
    """What somebody has who is short of a figure by a time; from there on where that is not sure."""
    value, by = value_of(match["n"]), _time(match)
    if value is None or by is None:
        return
    if match["unit"] == "年":
        has = Interval(value[0] - by, value[0] - by if is_sure else value[0])
        yield SpokenFigure("年", has, *match.span())
    elif _YOUNGEST <= value[0] <= OLDEST:
        age = _age(value[0], by)
        yield SpokenFigure(AGE, age if is_sure else replace(age, high=value[0] + 1), *match.span())


def _time(match: re.Match[str]) -> float | None:
    """By how many years somebody is short."""
    if match["half"]:
        return 0.5
    by = (_A_FEW,) if match["by"] in "仨几" else value_of(match["by"])
    return by[0] / _PER_YEAR[match["of"].removeprefix("个")] if by else None


def _age(reached: float, in_years: float) -> Interval:
    """The age of somebody who reaches another one in so many years; full years tell it to the year."""
    until = reached - in_years
    return Interval(until // 1, until // 1 + 1, high_open=True)
