"""Days and months as people tell them, counted from the day of the question: 去年8月, 上个月, 11月刚买的."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.extraction.days.periods import Period, periods
from corpus.text.numerals import UP_TO_99, value_of
from retrieval.question import is_of_rules

_MONTHS_A_YEAR = 12
RELATIVE_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
"""Years as told from the one in which is asked."""
_RELATIVE_YEAR = re.compile("|".join(sorted(RELATIVE_YEARS, key=len, reverse=True)))
_MONTHS = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,2}})"
_DAYS = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})"
_HAPPENED = (
    "买|卖|签|领|办|上的?牌|生|交的?房|开业|开张|开的|拿|完工|竣工|建|盖|并网|刚|才弄|发的|得的|毕业"
    "|注册|成立|入职|获|退|登记|落户|搬|装|验收|出的"
)
_OF_YEAR = re.compile(
    rf"(?P<year>大?前年|去年|今年)(?:的)?(?P<month>{_MONTHS})月(?:份)?(?:(?P<day>{_DAYS})[日号])?(?![龄薪租销])"
)
_YEAR_BEHIND = re.compile(
    rf"(?<![年\d{UP_TO_99}])(?P<month>{_MONTHS})月(?:份|初|中旬?|底)?（(?P<year>20\d\d)年）"
)
_LAST_MONTH = re.compile(r"(?P<which>上个?|这个?|本)月(?!都|收|工资|薪)")
_BARE_MONTH = re.compile(
    rf"(?<![年\d个每上这本{UP_TO_99}-])(?P<month>{_MONTHS})月(?:份|初|中旬?|底)?(?=[^，。\d]{{0,4}}(?:{_HAPPENED}))"
)
_WHOLE_YEAR = re.compile(
    r"(?P<year>大?前年|去年|今年)(?=[^，。\d月]{0,4}"
    r"(?:买的|买了|卖的|生的|办的|签的|领证|建的|盖的|成立|注册|开业|开张|毕业|上的?牌|出生))"
)
_NEXT_YEAR = re.compile(r"明年(?=[^，。]{0,6}[才再])")
_SHORT_YEAR = re.compile(
    r"(?<![\d.])(?:0\d年|[12]\d年(?=\d{1,2}月|建成|建的|盖|交的?房|上的?牌|注册|登记|买的|出厂|出生|生的"
    r"|开春|年底|毕业|入职|成立|开业|领的?证)|[5-9]\d年(?=的|建|盖|生|交的?房|上的?牌|参加|出生))"
)
"""12年 alone is as well a length of time."""
RECENT = 6
"""So many years back people ask for rules by their year; years long ago are those of things."""
_LUNAR = re.compile(
    rf"(?P<of>农历|阴历|旧历)?(?P<year>(?:(?:19|20)\d\d|[5-9]\d)(?=年)|大?前(?=年)|[去今](?=年))年的?"
    rf"(?P<of2>农历|阴历|旧历)?的?(?:(?P<named>[正冬腊])|(?(of)|(?(of2)|(?!)))(?P<month>{_MONTHS}))月(?:里|份|初|底)?"
)
_NAMED_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_FIRST_OF_LUNAR, _LAST_OF_LUNAR = 20, 21
"""A month of the moon lies between these days of the month of its number and of the next but one."""
_NO_EVENT_BEFORE = re.compile(r"[今明]年（?$")
_NO_EVENT_AFTER = re.compile(r"）?(?:[春夏秋冬]|还?能|要|想|打算)")


def spoken_dates(clause: str, as_of: date | None = None) -> Iterator[Period]:
    """Days, months and years in which something happened; not the year that a plan is for.

    What is told from the day of the question is left out without `as_of`.

    Example: `去年8月发的证` on 2025-11-21 -> 2024-08-01 to 2024-08-31
    """
    every = [
        *_lunar(clause, as_of),
        *(_relative(clause, as_of) if as_of else ()),
        *_short_years(clause),
        *periods(clause),
    ]
    taken: list[Period] = []
    for period in every:
        if any(period.start < other.end and other.start < period.end for other in taken):
            continue
        taken.append(period)
        told = clause[: period.start]
        if _is_of_matter(clause, period) and not (as_of and period.first.year < as_of.year - RECENT):
            continue
        if not _NO_EVENT_BEFORE.search(told) and not _NO_EVENT_AFTER.match(clause, period.end):
            yield period


def relative_years(words: str, as_of: date) -> set[int]:
    """The years that words name from that of the question. Example: `大前年` in 2026 -> 2023."""
    return {as_of.year + RELATIVE_YEARS[word] for word in _RELATIVE_YEAR.findall(words)}


def _lunar(clause: str, as_of: date | None) -> Iterator[Period]:
    """Months of the moon, as wide as they may lie. Example: `1959年腊月` -> 1959-12-20 to 1960-02-21."""
    for match in _LUNAR.finditer(clause):
        number = value_of(match["month"]) if match["month"] else (_NAMED_MONTHS[match["named"]],)
        year = _year_of(match["year"], as_of)
        if year and number and 1 <= number[0] <= _MONTHS_A_YEAR:
            month = int(number[0])
            after = month + 1
            last = date(year + after // _MONTHS_A_YEAR, after % _MONTHS_A_YEAR + 1, _LAST_OF_LUNAR)
            yield Period(date(year, month, _FIRST_OF_LUNAR), last, *match.span())


def _year_of(words: str, as_of: date | None) -> int | None:
    """A year as it is said in front of 年: `1959`, `59`, `去`; the last only from the day of the question."""
    if words.isdigit():
        return int(words) + (1900 if len(words) == len("59") else 0)
    return as_of.year + RELATIVE_YEARS[f"{words}年"] if as_of else None


def _is_of_matter(clause: str, period: Period) -> bool:
    """Whether a year is that of the measure which is asked about, as nothing happened in it.

    Example: `2020年改几个`, `2024年汽车报废补贴多少` -> True; `2003年建的能改吗`, `2006年的呢` -> False
    """
    whole = (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31)
    return whole and is_of_rules(clause[: period.start], clause[period.end :])


def _relative(clause: str, as_of: date) -> Iterator[Period]:
    for match in _YEAR_BEHIND.finditer(clause):
        yield from _month(match, int(match["year"]), match["month"])
    for match in _OF_YEAR.finditer(clause):
        yield from _month(match, as_of.year + RELATIVE_YEARS[match["year"]], match["month"], match["day"])
    for match in _LAST_MONTH.finditer(clause):
        months = as_of.year * 12 + as_of.month - 1 - match["which"].startswith("上")
        yield from _month(match, months // 12, str(months % 12 + 1))
    for match in _BARE_MONTH.finditer(clause):
        month = value_of(match["month"])
        if month and month[0] <= as_of.month:
            yield from _month(match, as_of.year, match["month"])
    for match in _NEXT_YEAR.finditer(clause):
        yield Period(date(as_of.year + 1, 1, 1), date(as_of.year + 1, 12, 31), *match.span())
    for match in _WHOLE_YEAR.finditer(clause):
        year = as_of.year + RELATIVE_YEARS[match["year"]]
        last = min(date(year, 12, 31), as_of)
        yield Period(date(year, 1, 1), last, *match.span())


def _month(match: re.Match[str], year: int, month: str, day: str | None = None) -> Iterator[Period]:
    number, of_day = value_of(month), value_of(day) if day else None
    if number is None or not 1 <= number[0] <= 12:
        return
    last = calendar.monthrange(year, int(number[0]))[1]
    first_day, last_day = (int(of_day[0]), int(of_day[0])) if of_day else (1, last)
    if first_day >= 1 and last_day <= last:
        month_of = int(number[0])
        yield Period(date(year, month_of, first_day), date(year, month_of, last_day), *match.span())


def _short_years(clause: str) -> Iterator[Period]:
    """Years by two digits, those from 50 of the last century. Example: `18年5月3号上牌` -> 2018-05-03."""
    for match in _SHORT_YEAR.finditer(clause):
        century = "19" if match.group()[0] in "56789" else "20"
        period = next(periods(f"{century}{clause[match.start() :]}"), None)
        if period is not None and period.start == 0:
            end = match.start() + period.end - len("20")
            yield replace(period, start=match.start(), end=end)
