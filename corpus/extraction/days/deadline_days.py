"""The days on which deadlines end, as they are printed: 2022年12月, 6月底前, 2025年上半年."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.extraction.days.periods import folded
from corpus.text.numerals import DIGITS, UP_TO_99, figures, whole_number

_SMALL = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})"
_POINT = re.compile(
    rf"(?<![\d{DIGITS}])"
    rf"(?:(?P<year>\d{{4}}|[{DIGITS}]{{4}})年度?|(?P<after>明年|次年|翌年)|(?P<same>今年|当年|本年度?))?"
    rf"(?:(?:{_SMALL}月?[-至到])?(?P<month>{_SMALL})月份?"
    rf"(?:(?P<mday>{_SMALL})[日号]|(?P<third>[上中下]旬|[初中底末]))?"
    r"|第?(?P<quarter>[一二三四1-4])季度[末底]?"
    r"|(?P<half>[上下])半年"
    r"|(?P<turn>年?[底末终]))?"
    r"(?P<before>之?前|以前)?"
)
_FIGURES = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<mday>\d{1,2}))?(?!\d)"
)
"""2022.12, 2022-12-31."""
_WHOLE_YEAR = re.compile(r"$|[，。；、,）)\-至到起]|之?内|以内|全年|完成|建成|实现|落实")
"""What may follow a year that means its last day; 2025年汛期前 and 2025年初 do not."""
_TO = re.compile(r"[-至到]")
_BEGINS = re.compile("起|开始|[之以]?后")
"""Behind a day from which on, or after which, something is done: it ends nothing."""
_EVERY = re.compile(r"每[年月周半]|每个?季|各年|逐年|按[年季月]")
_STRETCH = re.compile(r"[^；。]+")
_THIRDS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}
"""The last day of the first and of the second third of a month."""
_QUARTERS = {sign: 3 * number for number, sign in enumerate("一二三四", 1)}


def deadline_days(deadline: str, issued: date | None) -> tuple[date, ...]:
    """The last day of each stage that a deadline prints, earliest first; the day itself counts.

    A month, a quarter, half a year or a year means its last day; 12月前 the day before December begins,
    12月底前 its last. Of a range its end is meant. Without a year that printed before it, or that of
    `issued`, unless the day would lie before `issued`. None of 长期, of what comes every year, and of what
    no calendar tells.

    Example: `2021年9月完成区平台建设` -> 2021-09-30; `2021年—2025年，分5期建设` -> 2025-12-31
    """
    bare = _spelled(folded("".join(deadline.split())))
    once = _STRETCH.sub(lambda stretch: "" if _EVERY.search(stretch[0]) else stretch[0], bare)
    return tuple(sorted(set(_days(once, issued))))


def _spelled(text: str) -> str:
    """Days in figures as they are spelled: 2022.12 -> 2022年12月."""
    return _FIGURES.sub(
        lambda m: f"{m['year']}年{m['month']}月" + (f"{m['mday']}日" if m["mday"] else ""), text
    )


def _days(text: str, issued: date | None) -> Iterator[date]:
    year: int | None = None
    for point in _POINT.finditer(text):
        said = _year_of(point, year, issued)
        day = _last_day(point, text, said or (year or (issued.year if issued else None)))
        year = said or year
        if day is None or _BEGINS.match(text, point.end()) or _is_range(text, point.end()):
            continue
        if year is not None or (issued is not None and day >= issued):
            yield day


def _is_range(text: str, end: int) -> bool:
    """Whether what ends there is the beginning of a range: 2024年7月至12月."""
    point = _POINT.match(text, end + 1) if _TO.match(text, end) else None
    return point is not None and bool(point["year"] or point["month"])


def _year_of(point: re.Match[str], before: int | None, issued: date | None) -> int | None:
    """The year that is named, or that 明年 and 今年 mean; None without."""
    if point["year"]:
        return int(figures(point["year"]))
    base = before or (issued.year if issued else None)
    if base is None or not (point["after"] or point["same"]):
        return None
    return base + bool(point["after"])


def _last_day(point: re.Match[str], text: str, year: int | None) -> date | None:
    month = _month(point, text)
    if year is None or not month or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    mday = whole_number(point["mday"]) if point["mday"] else _THIRDS.get(point["third"] or "", last)
    if not mday or not 1 <= mday <= last or not 1900 <= year <= 2200:
        return None
    return _begins(point, year, month) - timedelta(days=1) if _is_earlier(point) else date(year, month, mday)


def _month(point: re.Match[str], text: str) -> int | None:
    """The month that ends what is named; None where nothing is, or nothing certain."""
    if point["month"]:
        return whole_number(point["month"])
    if point["quarter"]:
        return _QUARTERS.get(point["quarter"]) or 3 * int(point["quarter"])
    if point["half"]:
        return 6 if point["half"] == "上" else 12
    named = point["year"] or point["after"] or point["same"]
    if point["turn"]:
        return 12 if named or point["turn"].startswith("年") else None
    return 12 if named and (point["before"] or _WHOLE_YEAR.match(text, point.end())) else None


def _is_earlier(point: re.Match[str]) -> bool:
    """12月前, 2023年前: before it begins; 12月31日前, 6月底前 and 上半年前 count to the end as printed."""
    whole_month = point["month"] and not (point["mday"] or point["third"])
    whole_year = not (point["month"] or point["quarter"] or point["half"] or point["turn"])
    return bool(point["before"] and (whole_month or whole_year))


def _begins(point: re.Match[str], year: int, month: int) -> date:
    """The first day of the month or the year that is named."""
    return date(year, month if point["month"] else 1, 1)
