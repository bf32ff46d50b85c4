"""Windows for applications, and whether today lies in one: 每季度首月1日至10日, 11月10日至12月10日."""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer import ApplicationWindow
from bot.answering.wording.particulars import Particular, particulars_asked, sentences_on
from corpus.records import Section
from corpus.text.numerals import UP_TO_99

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
_BATCH = re.compile(rf"第[{UP_TO_99}\d]+[批次期轮]|(?:20\d\d年)?(?:[上下]半年|[春秋]季)")
"""What tells windows of one notice apart."""
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

    That of a batch that the question names is told first; where none is of it, only one that holds or comes.
    Nothing for a question that does not ask when one may apply.

    Example: 现在还能申报吗, `第一次：2026年4月1日至4月20日；第二次：2026年11月10日至12月10日` -> in November
    the second
    """
    if Particular.WHEN not in particulars_asked(question):
        return ()
    named = _ASKED.search(question)
    first, last = _days_asked(named, as_of) if named else (as_of, as_of)
    printed = sorted(set(_printed(sections)))
    batch = _batch_of(question, printed)
    meant = [one for one in printed if one.is_of(batch)]
    held = [one for one in printed if one.first <= last and first <= one.last]
    coming = [one for one in printed if one.first > last]
    told = meant + [one for one in held if one.last > meant[-1].last] if meant else held or coming[:1]
    return tuple(
        ApplicationWindow(
            one.words,
            named.group() if named else "",
            as_of,
            one in held,
            None if one in held else next((other.first for other in coming), None),
            is_last=one is printed[-1],
        )
        for one in told or (() if batch else printed[-1:])
    )


@dataclass(frozen=True, slots=True, order=True)
class _PrintedWindow:
    """A dated window, with the words in front of it and behind it in its sentence."""

    first: date
    last: date
    words: str
    before: str
    behind: str

    def is_of(self, batch: str) -> bool:
        """Whether it is the window of a batch: `第一批：…`, or `…受理2025年下半年的`."""
        dated = bool(batch) and batch[0].isdigit()
        return bool(batch) and (batch in self.before or (dated and batch in self.behind))


def _printed(sections: Sequence[Section]) -> Iterator[_PrintedWindow]:
    for sentence in sentences_on(sections, Particular.WHEN):
        words = "".join(sentence.split())
        matches = [*_DATED.finditer(words)]
        for number, match in enumerate(matches):
            start = matches[number - 1].end() if number else 0
            behind = words[match.end() :] if len(matches) == 1 else ""
            yield _PrintedWindow(*_span_of(match), match.group(), words[start : match.start()], behind)


def _batch_of(question: str, printed: Sequence[_PrintedWindow]) -> str:
    """The batch that a question names and one of several windows; empty where neither tells batches apart."""
    batch = _BATCH.search(question)
    apart = len(printed) > 1 and any(_BATCH.search(one.before + one.behind) for one in printed)
    return batch.group() if batch and apart else ""


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
