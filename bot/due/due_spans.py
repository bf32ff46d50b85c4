"""The days that words name, looked at from today: 本月, 下个季度, 年底前, 十天内, 2026年3月."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.text.numerals import TWOS, UP_TO_99, whole_number


@dataclass(frozen=True, slots=True)
class DueSpan:
    """A row of days; both ends count."""

    first: date | None
    """None for all days up to the last."""
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return (self.first is None or self.first <= day) and day <= self.last


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """The days that words name, those words, and the others."""

    span: DueSpan | None
    """None where the words name no days."""
    said: str
    rest: str


_YEAR = r"20\d\d年度?|今年度?|本年度?|明年|来年|去年"
_COUNT = rf"\d{{1,3}}|[{UP_TO_99}{TWOS}半]{{1,3}}"
_NAMED = re.compile(
    rf"(?:(?:(?P<year>{_YEAR})的?)?"
    rf"(?:(?P<month>(?<!\d)\d{{1,2}}|[{UP_TO_99}]{{1,2}})月份?|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)"
    r"|(?P<near>本|这一?个?|当|下一?个?|次|上一?个?)(?P<unit>月份?|周|星期|礼拜|季度|季)"
    rf"|(?P<whole>{_YEAR})"
    r"|(?P<until>[月年])(?=[底末])"
    rf"|(?P<ahead>未来|今后|最?近)?(?<!个)(?P<count>{_COUNT})个?(?P<of>天|日|周|星期|礼拜|月)"
    r"(?(ahead)(?:之内|以内|内|里)?|(?:之内|以内|内|里))"
    r"|(?P<day>今天|今日|明天))"
    r"(?:(?P<before>[底末]?(?:之前|以前|前)|(?<=[月年])[底末])|里|内|之内|份)?"
)
_AHEAD = {"本": 0, "这": 0, "当": 0, "下": 1, "次": 1, "上": -1}
_YEARS_AHEAD = {"今": 0, "本": 0, "明": 1, "来": 1, "去": -1}
_MONTHS = {"月": 1, "季": 3}
_DAYS = {"天": 1, "日": 1, "周": 7, "星": 7, "礼": 7}
_HALF_MONTH = 15


def named_span(words: str, today: date) -> NamedSpan:
    """The days from the first to the last that the words name.

    A month without a year is one of this year. What is said to be before something begins today: 12月底前
    to its last day, 12月前 to the day before its first, as deadlines are read.

    Example: 2026-11-29, `下个月有啥要交的` -> 2026-12-01 to 2026-12-31, `下个月`, ` 有啥要交的`
    """
    matches = [(match, _days_of(match, today)) for match in _NAMED.finditer(words)]
    spans = [span for _, span in matches if span]
    if not spans:
        return NamedSpan(None, "", words)
    firsts = [span.first for span in spans if span.first]
    first = min(firsts) if len(firsts) == len(spans) else None
    span = DueSpan(first, max(span.last for span in spans))
    return NamedSpan(span, "".join(match[0] for match, held in matches if held), _NAMED.sub(" ", words))


def _days_of(match: re.Match[str], today: date) -> DueSpan | None:
    span = _whole(match, today)
    before = match["before"] or match["until"]
    if span is None or not before:
        return span
    last = span.first - timedelta(days=1) if span.first and before[0] in "之以前" else span.last
    return DueSpan(today if last >= today else None, last)


def _whole(match: re.Match[str], today: date) -> DueSpan | None:
    """The calendar's unit that the words name; None where it is none: 十五月."""
    if match["near"]:
        return _near(match["unit"], _AHEAD[match["near"][0]], today)
    if match["count"]:
        return _within(match["count"], match["of"], today)
    if match["until"]:
        return _months(today.year, today.month, 1) if match["until"] == "月" else _months(today.year, 1, 12)
    if match["day"]:
        day = today + timedelta(days=match["day"] == "明天")
        return DueSpan(day, day)
    return _of_year(match, today)


def _near(unit: str, ahead: int, today: date) -> DueSpan:
    if unit[0] not in _MONTHS:
        monday = today + timedelta(days=7 * ahead - today.weekday())
        return DueSpan(monday, monday + timedelta(days=6))
    length = _MONTHS[unit[0]]
    begun = (today.month - 1) // length * length + 1
    return _months(today.year, begun + ahead * length, length)


def _within(count: str, unit: str, today: date) -> DueSpan | None:
    number = whole_number(count)
    if unit == "月":
        days = _HALF_MONTH if count == "半" else 0
        end = _months(today.year, today.month + (number or 0), 1)
        day = min(today.day, end.last.day)
        return DueSpan(today, today + timedelta(days=days) if days else end.last.replace(day=day))
    return DueSpan(today, today + timedelta(days=number * _DAYS[unit[0]])) if number else None


def _of_year(match: re.Match[str], today: date) -> DueSpan | None:
    said = match["year"] or match["whole"] or "今年"
    year = int(said[:4]) if said[0].isdigit() else today.year + _YEARS_AHEAD[said[0]]
    if match["month"]:
        month = whole_number(match["month"]) or 0
        return _months(year, month, 1) if 1 <= month <= 12 else None
    if match["quarter"]:
        return _months(year, 3 * (whole_number(match["quarter"]) or 1) - 2, 3)
    if match["half"]:
        return _months(year, 1 if match["half"] == "上" else 7, 6)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> DueSpan:
    """So many whole months from one on; a month of 0 is December of the year before."""
    start = 12 * year + month - 1
    first, after = (date(months // 12, months % 12 + 1, 1) for months in (start, start + count))
    return DueSpan(first, after - timedelta(days=1))
