"""Windows for applications, and whether today lies in one: 每季度首月1日至10日, 11月10日至12月10日."""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.answer import ApplicationWindow
from bot.answering.wording.particulars import Particular, particulars_asked, sentences_on
from corpus.records import Section

_TAKEN_IN = r"[^。；]{0,10}?(?:申报|申请|申领|报名|受理|提交|登记)"
_DAYS = r"(?P<first>\d{1,2})日?(?:至|到|—|－|-)(?P<last>\d{1,2})日"
_QUARTERLY = re.compile(rf"每(?:个)?季度(?:的)?(?:首月|第一个月|第1个月)(?:的)?{_DAYS}{_TAKEN_IN}")
_MONTHLY = re.compile(rf"每个?月(?:的)?{_DAYS}{_TAKEN_IN}")
_YEARLY = re.compile(
    rf"每年(?:的)?(?P<month>\d{{1,2}})月(?P<first>\d{{1,2}})日(?:至|到|—|－|-)(?:(?P<until>\d{{1,2}})月)?(?P<last>\d{{1,2}})日{_TAKEN_IN}"
)
_MONTHS = re.compile(rf"每年(?:的)?(?P<months>\d{{1,2}}月(?:[、和]\d{{1,2}}月)*)(?!\d){_TAKEN_IN}")
_DATED = re.compile(
    r"(?P<year>20\d\d)年[^，。；：:\d]{0,10}(?P<month>\d{1,2})月(?P<first>\d{1,2})日起?(?:至|到|—+|－+|-+|~|～)"
    r"(?:(?P<later>20\d\d)年)?(?:(?P<until>\d{1,2})月)?(?P<last>\d{1,2})日"
    r"(?!期间|之间)(?![^，。；]{0,20}(?<!目)的[，。；])(?!(?:期间)?[^，。；]{0,4}(?:享受|有效|施行|执行|生效|计发))"
)
"""Days of one year, or over its end; not those of what somebody did: 2025年1月1日至12月31日购车的; nor those
in which something is had or holds: 2027年1月1日至12月31日享受待遇."""
_WHOLE_YEAR = range(1, 13)
_FIRST_MONTHS = (1, 4, 7, 10)
_ASKED = re.compile(
    r"(?<!\d)(?P<month>1[0-2]|[1-9])月(?:份|(?P<day>[12]\d|3[01]|[1-9])[日号])?"
    r"(?=还?(?:能|可|报|申|办|行|来|有)|[吗呢?？。]|$)"
)
"""A day or month of applying: 11月能报吗; not 3月失业的."""
_APPLIES = re.compile(r"报|申|办|领|截|交")
"""Signs that a question asks for applying; another never hears of windows."""
_Span = tuple[date, date]


def application_windows(quoted: Sequence[str], question: str, as_of: date) -> tuple[ApplicationWindow, ...]:
    """The recurring windows of quoted sentences, each with whether the day asked about lies in it.

    That is the day or month that the question names, in the year of `as_of`; today where it names none.

    Example: 11月能报吗, `每季度首月1日至10日申报` -> 11月 does not, the next one begins on 2027-01-01
    """
    if not _APPLIES.search(question):
        return ()
    named = _ASKED.search(question)
    first, last = _days_asked(named, as_of) if named else (as_of, as_of)
    asked = named.group() if named else ""
    found = []
    for words in ("".join(sentence.split()) for sentence in quoted):
        for match, spans in _windows(words, (as_of.year, as_of.year + 1)):
            holds = any(start <= last and first <= end for start, end in spans)
            coming = min((start for start, _ in spans if start > as_of), default=as_of)
            found.append(ApplicationWindow(match, asked, as_of, holds, coming))
    return tuple(dict.fromkeys(found))


def dated_windows(sections: Sequence[Section], question: str, as_of: date) -> tuple[ApplicationWindow, ...]:
    """The dated window of a text that the day asked about lies in; else the next one, else the last.

    Nothing for a question that does not ask when one may apply.

    Example: 现在还能申报吗, `第一次：2026年4月1日至4月20日；第二次：2026年11月10日至12月10日` -> in November
    the second
    """
    if Particular.WHEN not in particulars_asked(question):
        return ()
    named = _ASKED.search(question)
    first, last = _days_asked(named, as_of) if named else (as_of, as_of)
    said = ("".join(words.split()) for words in sentences_on(sections, Particular.WHEN))
    spans = sorted({(_span_of(match), match.group()) for words in said for match in _DATED.finditer(words)})
    held = [(span, words) for span, words in spans if span[0] <= last and first <= span[1]]
    coming = [(span, words) for span, words in spans if span[0] > last]
    return tuple(
        ApplicationWindow(
            words, named.group() if named else "", as_of, bool(held), None if held or not coming else span[0]
        )
        for span, words in held or coming[:1] or spans[-1:]
    )


def _span_of(dated: re.Match[str]) -> _Span:
    year, month = int(dated["year"]), int(dated["month"])
    until, later = int(dated["until"] or month), int(dated["later"] or year)
    first, last = int(dated["first"]), int(dated["last"])
    return _span(year, month, first, month, 31)[0], _span(later, until, 1, until, last)[1]


def _days_asked(named: re.Match[str], as_of: date) -> _Span:
    month, day = int(named["month"]), int(named["day"] or 0)
    end = calendar.monthrange(as_of.year, month)[1]
    return date(as_of.year, month, min(day or 1, end)), date(as_of.year, month, min(day or end, end))


def _windows(words: str, years: Sequence[int]) -> Iterator[tuple[str, list[_Span]]]:
    """Each window that words print, with its days in some years."""
    for pattern, months in ((_QUARTERLY, _FIRST_MONTHS), (_MONTHLY, _WHOLE_YEAR)):
        for match in pattern.finditer(words):
            days = int(match["first"]), int(match["last"])
            yield (
                match.group(),
                [_span(year, month, days[0], month, days[1]) for year in years for month in months],
            )
    for match in _YEARLY.finditer(words):
        month, until = int(match["month"]), int(match["until"] or match["month"])
        yield (
            match.group(),
            [_span(year, month, int(match["first"]), until, int(match["last"])) for year in years],
        )
    for match in _MONTHS.finditer(words):
        listed = [int(month) for month in re.findall(r"\d+", match["months"])]
        yield match.group(), [_span(year, month, 1, month, 31) for year in years for month in listed]


def _span(year: int, month: int, first: int, until: int, last: int) -> _Span:
    """The days of a window in a year; a day that a month lacks is its last."""
    start, end = min(max(month, 1), 12), min(max(until, 1), 12)
    return (
        date(year, start, max(1, min(first, calendar.monthrange(year, start)[1]))),
        date(year, end, max(1, min(last, calendar.monthrange(year, end)[1]))),
    )
