"""How long ago a day was: ages from days of birth, lengths of time from days of graduation or of opening."""

import re
from datetime import date

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.kin import RELATIVE

_BORN = re.compile(
    r"(?<![学业])生(?:的|人|$)|出生"
    rf"|^[^，]{{0,2}}?(?:[我俺咱](?:家|的)?)?(?:[我俺咱他她]|{RELATIVE})(?:就?是|属于)? +(?:的|的人) *$"
)
"""And of a year in which nothing else is told to have happened: 我爸52年的."""
_OF_CHILD = re.compile(r"孩|娃|宝|老[大二三四]|儿子|女儿|闺女")
_SINCE = re.compile(
    r"毕业|成立|注册|执照|开业|开张|开的|刚开|上的?牌|入职|参保|社保|公积金|住|搬|领证|发的|核发|下来|买|交的房|登记|备案"
)
_MONTHS_A_YEAR = 12


def is_birth(words: str) -> bool:
    """Whether the words around a day tell that somebody was born on it: 孩子2020年5月的."""
    return bool(_BORN.search(words))


def elapsed(words: str, days: Interval, as_of: date) -> tuple[str, Interval] | None:
    """Unit and length of the time since something happened, as far as the words of its clause tell what.

    `days` are ordinals; the length is an age in 岁 or a time in 年. None where it lies ahead.

    Example: `1983年生的` on 2025-11-21 -> 岁, 41 to 42; `2024年6月毕业` -> 年, 1.33 to 1.42
    """
    if days.low == -float("inf") or days.high > as_of.toordinal():
        return None
    first, last = (months_between(date.fromordinal(int(day)), as_of) for day in (days.high, days.low))
    if _BORN.search(words):
        of_child = _OF_CHILD.search(words)
        years = Interval(first // _MONTHS_A_YEAR, last // _MONTHS_A_YEAR)
        return None if of_child else ("岁", years)
    if not _SINCE.search(words):
        return None
    return "年", Interval(first / _MONTHS_A_YEAR, last / _MONTHS_A_YEAR)


def months_between(day: date, as_of: date) -> int:
    """Whole months from a day to a later one."""
    return (as_of.year - day.year) * _MONTHS_A_YEAR + as_of.month - day.month - (as_of.day < day.day)
