"""Terms that sentences state for what they grant: 执行期限延长至2020年12月31日, 2024-2025年 of a fund."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.extraction.days.term_days import BOUND, DAY, first_day_of, last_day_of
from corpus.text.numerals import whole_number

_CLAUSE = re.compile(r"[^，。；！？\n：]+")
_NO_YEAR = r"(?:今年|明年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)|年?底)"
_KEY = (
    r"(?:期限?|时限|时间|有效|延长|延期|顺延|可延|执行|实施|施行|使用|适用|受理|申报|申请|申领|报名|投保|登记"
    r"|领取|截止|截)"
)
_UNTIL = re.compile(
    rf"{_KEY}[^，。；]{{0,8}}?(?:截止|截|延长)?(?:至|到)(?P<until>{BOUND}|{_NO_YEAR})(?!前|以前)"
)
_SPAN = re.compile(
    rf"{_KEY}[^，。；]{{0,6}}?(?P<first>{DAY})起?(?:至|到|—|－|-)(?P<until>{DAY}|\d{{1,2}}月\d{{1,2}}日)"
)
_RELIEF = re.compile(
    rf"(?P<until>{DAY})(?:（含[^）]*）)?(?:之?前|止)[^，。；]{{0,20}}?(?:免[征收缴交]|减免|减半|减征|减按|缓缴|延缓|暂缓|不征收)"
)
"""2027年12月31日前…减半征收: what is relieved ends with the day."""
_WINDOW = re.compile(
    rf"(?P<first>{DAY})(?:（含[^）]*）)?(?:至|到|—|－|-)(?P<until>{DAY}|\d{{1,2}}月\d{{1,2}}日)(?:（含[^）]*）)?(?:期间|之间)"
)
"""2025年1月1日至6月30日期间购买…补贴: a window of a grant."""
_CLOSES = re.compile(
    rf"(?:截止(?:时间|日期|日)(?:定?为|是|：)?|(?:申报|申请|受理|报名|登记|投保)截止)(?P<until>{DAY}|{_NO_YEAR})"
)
"""申报截止时间为2027年3月31日: the last day on which something is taken in."""
_OPENING_SPAN = re.compile(
    rf"(?:于|在|从|自)?(?P<first>{DAY})起?(?:至|到|—|－|-)(?P<until>{DAY}|\d{{1,2}}月\d{{1,2}}日)(?:止|期间|之间)?"
)
_TAKES_IN = re.compile(
    r"，[^。；\n]{0,60}?(?:(?:申报|申请|申领|报名|递交|提交)表?|到[^，。；]{2,24}?(?:登记|缴费|办理|领取(?:[^，。；]{0,4}表)?))"
    r"(?!的|人|条件|书|对象|工作|项目)(?![^，。；]{0,8}\d)"
)
"""Behind a span of days, who hands in what. Example: `，符合条件的家庭到社区领取申请表`."""
_HOUR = r"(?:（含[^）]*）)?(?:上午|中午|下午|晚上?)?(?:\d{1,2}(?::\d\d|[时点](?:\d{1,2}分|整)?))?"
"""What may stand behind a day: （含当日）, 17:00, 下午5时."""
_BEFORE = re.compile(
    rf"(?:请|须|应当?|需|可|于)[^，。；]{{0,12}}?(?P<until>{DAY}|{_NO_YEAR}){_HOUR}(?:之?前|以前)"
    r"(?:(?!完成|实现)[^，。；]){0,20}?"
    r"(?:申报|申请|申领|报名|提交|递交|报送|参保|投保|缴费|报[^，。；告道]{0,8}[局委办厅科室中心]+$)"
)
"""请于2027年1月15日前将材料报县商务局: the same in another wording."""
_STOPS = re.compile(
    rf"(?:申报|申请|受理|报名|登记|投保|缴费)[^，。；至到]{{0,8}}?(?P<until>{DAY}){_HOUR}(?:截?止|关闭|结束)"
)
"""申报期限：2027年1月15日止, 网上申报于2027年1月15日24时关闭."""
_LABEL = re.compile(r"[^\s，。；！？：]{2,12}：[^\S\n]*\Z")
_LONGEST_LABEL = 16
"""Characters, with white space behind the colon."""
_ENDS = re.compile(rf"(?:至|到)(?P<until>{DAY})(?:止|结束)")
_FUND = re.compile(r"(?P<first>(?:19|20)\d\d)\s*年?\s*[-—–－~～至]\s*(?P<until>(?:19|20)\d\d)\s*年")
_MONEY = re.compile(r"资金|补贴|补助|奖励|奖补|贴息")
_EVERY = re.compile(r"每[年季月周]|每个?季度|各年")
_YEARLESS = re.compile(r"(?P<year>今年|明年)?(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末])?|年?底)")


class TermKind(StrEnum):
    """What ends with a term."""

    GRANT = "grant"
    """What the sentence grants or asks for."""
    FUND = "fund"
    """The years for which money is set aside."""


@dataclass(frozen=True, slots=True)
class SentenceTerm:
    """A term that a sentence states; the last day counts."""

    kind: TermKind
    first: date | None
    until: date
    words: str
    """The clause that states it, verbatim."""


def sentence_terms(text: str, issued: date | None) -> Iterator[SentenceTerm]:
    """The terms of the clauses of a text, in order; 今年 and days without a year are those of `issued`.

    Example: `政策受理期限截止到2020年12月31日` -> until 2020-12-31
    """
    for clause in _CLAUSE.finditer(text):
        words = clause.group().strip()
        around = _sentence_around(text, clause)
        labelled = f"{_label_before(text, clause)}{words}"
        term = (
            _taken_in(words, issued)
            or _taken_in(labelled, issued)
            or _limited("".join(words.split()), words, around)
            or _opened(text, clause)
            or _funded(words, around)
        )
        if term is not None:
            yield term


def _taken_in(words: str, issued: date | None) -> SentenceTerm | None:
    """What words for a term, or for taking something in, give."""
    bare = "".join(words.split())
    return _granted(bare, words, issued) or _closing(bare, words, issued)


def _granted(bare: str, words: str, issued: date | None) -> SentenceTerm | None:
    span = _SPAN.search(bare)
    match = span or _UNTIL.search(bare)
    if match is None or _EVERY.search(bare):
        return None
    first = first_day_of(match["first"]) if span else None
    until = last_day_of(match["until"]) or _without_year(match["until"], first or issued)
    if until is None or (first or until) > until:
        return None
    return SentenceTerm(TermKind.GRANT, first, until, words)


def _closing(bare: str, words: str, issued: date | None) -> SentenceTerm | None:
    """The last day for those who want what the sentence offers."""
    match = _CLOSES.search(bare) or _BEFORE.search(bare) or _STOPS.search(bare)
    if match is None or _EVERY.search(bare):
        return None
    until = last_day_of(match["until"]) or _without_year(match["until"], issued)
    return SentenceTerm(TermKind.GRANT, None, until, words) if until else None


def _label_before(text: str, clause: re.Match[str]) -> str:
    """The words before a colon that a clause follows, with the colon; empty where there are none.

    Example: `报名时间：` before `12月1日至12月20日`
    """
    label = _LABEL.search(text, max(0, clause.start() - _LONGEST_LABEL), clause.start())
    return label[0] if label else ""


def _limited(bare: str, words: str, sentence: str) -> SentenceTerm | None:
    """Without a word for a term: up to when something is relieved or given, or the window of a grant."""
    window = _WINDOW.search(bare) if _MONEY.search(sentence) else None
    match = window or _RELIEF.search(bare) or _ENDS.search(bare)
    if match is None or _EVERY.search(bare):
        return None
    first = first_day_of(match["first"]) if window else None
    until = last_day_of(match["until"]) or _without_year(match["until"], first)
    if until is None or (first and first > until):
        return None
    return SentenceTerm(TermKind.GRANT, first, until, words)


def _opened(text: str, clause: re.Match[str]) -> SentenceTerm | None:
    """A span of days that opens a sentence in which something is taken in; it goes up to where that is said.

    Example: `2026年4月1日至5月15日，到街道办事处领取申请表` -> all of it, until 2026-05-15
    """
    match = _OPENING_SPAN.fullmatch("".join(clause.group().split()))
    behind = _TAKES_IN.match(text, clause.end()) if match else None
    if match is None or behind is None:
        return None
    first = first_day_of(match["first"])
    until = last_day_of(match["until"]) or _without_year(match["until"], first)
    if first is None or until is None or first > until:
        return None
    return SentenceTerm(TermKind.GRANT, first, until, text[clause.start() : behind.end()].strip())


def _funded(words: str, sentence: str) -> SentenceTerm | None:
    match = _FUND.match(words)
    if match is None or not _MONEY.search(sentence):
        return None
    first, until = date(int(match["first"]), 1, 1), date(int(match["until"]), 12, 31)
    return SentenceTerm(TermKind.FUND, first, until, match.group()) if first < until else None


def _without_year(printed: str, counted: date | None) -> date | None:
    """The last day of a month or day without a year, in the year that a document or a span begins in."""
    match = _YEARLESS.fullmatch(printed)
    if match is None or counted is None:
        return None
    year = counted.year + (match["year"] == "明年")
    month, day = whole_number(match["month"] or "12") or 12, match["day"]
    until = last_day_of(f"{year}年{month}月{day}日" if day else f"{year}年{month}月")
    return until if until is not None and until >= counted else None


def _sentence_around(text: str, clause: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, clause.start()) for mark in "。；\n") + 1
    ends = [end for mark in "。；\n" if (end := text.find(mark, clause.end())) >= 0]
    return text[start : min(ends, default=len(text))]
