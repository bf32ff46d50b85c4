"""From when until when a document or a single measure is in force, in the words that say so."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.records import Validity
from corpus.text.document_numbers import spelled
from corpus.text.numerals import ORDINAL, TWOS, UP_TO_99, whole_number

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_KINDS = "办法|方案|意见|通知|规定|细则|规划|计划|清单|措施|政策|条例|规范|规程|制度|决定|通告|公告|标准"
_SUBJECT = rf"(?:本(?:{_KINDS})|(?:以上|上述)[^，。：；]{{0,10}})"
_LABEL = rf"(?:第{ORDINAL}条|{ORDINAL}、|（{ORDINAL}）)?"
_OWN = re.compile(
    rf"(?:^|[。：；\n]){_LABEL}(?P<words>{_SUBJECT}[^。]*?(?:施行|实施|执行|生效|有效期|有效|试行|暂行)[^。\n]*。?)"
)
_START = re.compile(
    rf"[自从](?:(?P<day>{_DAY})|(?:公布|发布|印发|下发)之?日)起(?:，?(?:满)?(?P<later>\d{{1,3}}|[{UP_TO_99}]{{1,3}})日[后起]?)?"
    r"，?(?:正式|开始)?(?:施行|实施|执行|生效|试行|暂行)"
)
_BARE_OWN = re.compile(
    rf"(?:^|[。\n]){_LABEL}(?P<words>{_START.pattern}(?:，[^。\n]*(?:有效期|试行期)[^。\n]*)?。?)(?=\n|$)",
    re.MULTILINE,
)
"""A sentence that names no document is about its own, if it says nothing else."""
_SPAN = re.compile(
    rf"(?:有效期限?|[施执试]行期限?|实施期限?)(?:自|从|为|：)*(?P<first>{_DAY})起?(?=至|到|—|－|-)"
)
_FOLLOWING = re.compile(r"(?:，|\n)?有效期[^。\n]*。?")
_UNTIL = re.compile(rf"(?:有效期限?|施行期限?|执行期限?|试行期)?(?:截?止?至|到|—|－|-)(?P<day>{_DAY})")
_YEARS = re.compile(
    r"(?:有效期限?|试行(?:期限?)?|执行(?:期限?)?|实施期限?)(?:暂定|暂)?为?"
    rf"(?P<years>\d{{1,2}}|[{UP_TO_99}{TWOS}]{{1,3}})年"
)
_ALSO = re.compile(r"[^。\n]*(?:溯及|同时废止|为准)[^。\n]*。")
_LIST_START = re.compile(rf"[^。，\n]*，从(?P<day>{_DAY})起实施。?")
_STANDARD_START = re.compile(rf"自(?P<day>{_DAY})起，将[^，。；]*标准由[^，。；]*")
_TERM = re.compile(
    r"(?:政策|优惠|房租)?(?:执行期|执行期限|有效期|有效期限|受理期限|实施期限|房租期限)"
    rf"(?:全部|再)?(?:延长|截止|为)?(?:{_DAY})?(?:至|到)(?P<day>{_DAY})"
)
_TAX_TERM = re.compile(rf"(?P<day>{_DAY})前(?:根据|按照?)国家有关规定减[^，。；]*")
_REPEAL = re.compile(
    r"[^。\n]*(?:同时废止|予以废止|自行废止|即行废止|[起后]废止|起失效|同时停止执行|不再执行)"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\d{1,4}号(?![〕》文件]*(?:第[^，。、；]{1,6}[条款章项]|中|部分|有关|相关|与))"
)
"""A document of which only an article or some rules are repealed stays in force."""
_GROUNDS = re.compile(r"(?:^|(?<=[，；]))(?:根据|按照|依据|参照|依照)[^，。；]*，?")
"""The documents that a repeal is based on are not repealed."""


@dataclass(frozen=True, slots=True)
class _Term:
    until: date
    words: str


def document_validity(text: str, issued: date | None) -> Validity:
    """The term that a document states for itself; empty where it states none.

    Example: "本方案自2020年9月21日起施行，有效期至2025年5月30日。" -> 2020-09-21 to 2025-05-30
    """
    bare = _bare(text)
    own = _last(_OWN, bare) or _last(_BARE_OWN, bare)
    if own is not None and (_START.search(own["words"]) or _SPAN.search(own["words"])):
        return _from_sentence(bare, own, issued)
    started = _LIST_START.search(bare) or _STANDARD_START.search(bare)
    return Validity(_day(started["day"]), None, started.group().strip("。")) if started else Validity()


def measure_validity(text: str, whole: Validity) -> Validity:
    """The measure's own term where it states exactly one end date, else its document's.

    Terms that end on different days are terms of parts of the measure, and none is its own.

    Example: "政策执行期延长至2025年12月31日" in a document in force until 2024 -> until 2025-12-31
    """
    bare = _bare(text)
    terms = [
        _Term(end, match.group())
        for pattern in (_TERM, _TAX_TERM)
        for match in pattern.finditer(bare)
        if (end := _day(match["day"])) is not None
    ]
    if len({term.until for term in terms}) != 1:
        return whole
    fullest = max(terms, key=lambda term: len(term.words))
    return whole if whole.void else Validity(whole.valid_from, fullest.until, fullest.words)


def replaced_numbers(text: str) -> tuple[str, ...]:
    """The numbers of the documents that a text says are repealed, in its order, in 〔〕.

    Example: "《甲办法》（某政发〔2017〕3号）同时废止。" -> ("某政发〔2017〕3号",)
    """
    sentences = (_GROUNDS.sub("", sentence.group()) for sentence in _REPEAL.finditer(_bare(text)))
    repealed = [number.group() for words in sentences for number in _NUMBER.finditer(spelled(words))]
    return tuple(dict.fromkeys(repealed))


def _from_sentence(text: str, own: re.Match[str], issued: date | None) -> Validity:
    words, behind = own["words"], own.end()
    following = _FOLLOWING.match(text, own.end())
    if following and "有效期" not in words:
        words, behind = words + following.group(), following.end()
    start = _START.search(words)
    span = _SPAN.search(words)
    valid_from = _first_day(start, issued) if start else _day(span["first"] if span else None)
    until = _UNTIL.search(words)
    end = _day(until["day"]) if until else _after_years(words, valid_from)
    return Validity(valid_from, end, words + _also(text[behind:]))


def _first_day(start: re.Match[str], issued: date | None) -> date | None:
    """The first day in force. Example: issued 2025-01-01, 自发布之日起30日后 -> 2025-01-31."""
    first = _day(start["day"]) if start["day"] else issued
    if first is None or not start["later"]:
        return first
    days = whole_number(start["later"])
    return None if days is None else date.fromordinal(first.toordinal() + days)


def _also(following: str) -> str:
    """The next sentences up to the last one on retroactive effect or on what is replaced."""
    sentences = "".join(re.findall(r"[^。\n]*。", following)[:2])
    if not following.startswith(sentences):
        return ""
    last = _last(_ALSO, sentences)
    return sentences[: last.end()] if last else ""


def _after_years(words: str, start: date | None) -> date | None:
    """The last day of a term of whole years. Example: from 2020-03-01, 有效期5年 -> 2025-02-28."""
    match = _YEARS.search(words)
    years = whole_number(match["years"]) if match else None
    if years is None or start is None:
        return None
    if (start.month, start.day) == (2, 29):
        return date(start.year + years, 2, 28)
    return date.fromordinal(start.replace(year=start.year + years).toordinal() - 1)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _day(printed: str | None) -> date | None:
    match = _DATE.search(printed or "")
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def _bare(text: str) -> str:
    """Lines kept, other white space dropped."""
    return "\n".join("".join(line.split()) for line in text.splitlines())
