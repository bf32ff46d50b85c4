"""From when until when a document is in force, in the words that say so."""

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from corpus.extraction.days.term_days import BOUND, DAY, first_day_of, last_day_of, months_later
from corpus.records import Validity
from corpus.text.excerpt import compact_lines
from corpus.text.genres import GENRES
from corpus.text.numerals import ORDINAL, TWOS, UP_TO_99, whole_number

_KINDS = (
    rf"{GENRES}|规划|计划|清单|政策|条例|规范|规程|制度|决定|通告|公告|标准|举措|文件|指南|要点|预案|指引|条款|"
    "批复|函|法|章程|目录|手册|汇编"
)
_SUBJECT = (
    rf"(?:本(?!条(?!例)|[项款次年市省县区级地院校])[\u4e00-\u9fff（）]{{0,10}}?(?:{_KINDS})(?:[（(][^（）()]{{1,8}}[）)])?|《(?P<named>[^《》]{{2,60}})》|"
    r"(?:以上|上述)[^，。：；]{0,10})"
)
"""本实施细则, 《意见》, 以上措施: what a document calls itself."""
_ARTICLE = (
    rf"(?:第(?:{ORDINAL}|\d{{1,3}})条|{ORDINAL}、|[（(](?:{ORDINAL}|\d{{1,2}})[）)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}[.．、]|[①-⑳])"
)
_LABEL = rf"(?:[\u4e00-\u9fff]{{2,6}}：)?{_ARTICLE}?(?:【[^】]{{2,10}}】)?(?:附则|其他|施行日期|有效期限?)?"
"""What may stand before the sentence: a label, a heading in brackets, 施行说明：."""
_FORCE = "施行|实施|执行|生效|有效期|有效|试行|暂行|适用(?:期限|截止)|截止时间|政策期限"
_OWN = re.compile(rf"(?:^|[。：；\n]){_LABEL}(?P<words>{_SUBJECT}[^。]*?(?:{_FORCE})[^。\n]*。?)")
_PUBLISHED = r"(?:(?P<printed>印发|下发)|公布|发布|颁布|签发|发文)(?:之?日|后)"
_FROM = (
    rf"(?:[自从于](?:(?P<day>{DAY})|{_PUBLISHED})(?:起|后|开始)?(?:，?满?(?P<later>\d{{1,3}}|[{UP_TO_99}]{{1,3}})(?P<unit>日|个?工作日|个?月)[后起]?)?|"
    rf"(?P<bare>{DAY})起)，?(?:与《[^《》]{{2,60}}》)?(?:正式|开始|同时|同步|一并|一同)?起?"
)
_START = re.compile(rf"{_FROM}暂?(?:施行|实施|执行|生效|试行|暂行)")
_COUNTED = re.compile(rf"{_FROM}计?算")
"""From when a term is counted, beside its length. Example: `有效期三年，自2026年4月1日起计算`."""
_BARE_OWN = re.compile(
    rf"(?:^|[。\n]){_LABEL}(?P<words>{_START.pattern}(?:，[^。\n]*(?:有效期|试行期)[^。\n]*)?。?)(?=\n|$)",
    re.MULTILINE,
)
"""A sentence that names no document is about its own, if it says nothing else."""
_LINE = re.compile(
    rf"(?:^|(?<=\n)|(?<=。)){_ARTICLE}?(?P<words>(?:(?:本?政策|文件|措施)(?:有效|执行|实施|施行)?(?:期限?|时间)|有效期限?|有效时间|"
    rf"[施执试]行(?:期限?|时间)|实施(?:期限?|时间))(?:为|：|是)自?{BOUND}起?(?:至|到|—|－|-){BOUND}止?。?)(?=\n|$)"
)
"""A line that gives the term behind a label, without naming the document."""
_COUNT = rf"(?:\d{{1,2}}|[{UP_TO_99}{TWOS}]{{1,3}}|半)(?:年|个月)"
_SPAN_OPENING = (
    r"(?:有效期限?|有效时间|政策期限|[施执试]行(?:期限?|时间)|实施(?:期限?|时间)|适用期限)(?:自|从|为|是|：)*"
)
_COUNTED_ON = r"起(?:计算|计|算)?，?(?:为期)?"
_SPAN = re.compile(rf"{_SPAN_OPENING}(?P<first>{BOUND})(?:起?(?=至|到|—|－|-)|(?={_COUNTED_ON}{_COUNT}))")
_FROM_ISSUE = re.compile(
    rf"(?:有效期限?|有效时间|[施执试]行(?:期限?|时间)|实施(?:期限?|时间)|适用期限)(?:暂定|暂)?(?:为|是|：)?[自从](?:本?(?:{_KINDS}))?{_PUBLISHED}"
)
"""A term that begins with the day of issue. Example: `执行期暂定为自政策发布之日起三个月`."""
_FOLLOWING = re.compile(r"(?:，|\n)?(?:有效期|为期|期限)[^。\n]*。?")
_UNTIL = re.compile(
    rf"(?:有效期限?|施行期限?|执行期限?|试行期|适用(?:截止)?(?:时间|期限))?(?:截?止?(?:至|到)|—|－|-|截止(?:时间|日期)?为)(?P<day>{BOUND})"
)
_ENDED_ON = re.compile(
    rf"，(?:至|到|于)?(?P<day>{DAY})(?P<from>起)?(?:自行|自动|即行|同时)?(?:废止|失效|终止)"
)
"""Example: `自2021年3月15日起施行，2023年3月14日废止`."""
_YEARS = re.compile(
    rf"(?:(?:有效期限?|政策期限|试行(?:期限?)?|执行(?:期限?)?|施行期限?|实施期限?|(?:(?<=[，。\n])|^)期限)(?:暂定|暂)?为?"
    rf"|为期(?![^，。；\n]*的)|{_FROM_ISSUE.pattern}起?|{_SPAN_OPENING}{DAY}{_COUNTED_ON})"
    rf"(?P<count>\d{{1,2}}|[{UP_TO_99}{TWOS}]{{1,3}}|半)(?P<unit>年|个月)"
    rf"(?P<more>(?<=年)(?:半|[零又]?(?P<months>\d{{1,2}}|[{UP_TO_99}{TWOS}]{{1,3}})个月))?"
)
"""Example: `有效期5年`, `试行一年零六个月`, `有效期自2026年1月1日起五年`; `为期两年的行动` is none."""
_PRINTED_ON = re.compile(rf"^[^。]{{0,40}}?(?P<day>{DAY})印发$", re.MULTILINE)
_FULL_SENTENCE = re.compile(r"(?:^|(?<=[。\n]))[^。\n]*。")
_ALSO = re.compile(r"(?:^|(?<=。))[^。\n]*(?:溯及|同时废止|为准)[^。\n]*。")
_PUT_IN_FORCE = re.compile(
    rf"现(?:予以?)?(?:公布|发布|印发)[^。，]{{0,12}}，(?P<words>{_START.pattern}(?:，[^。\n]*(?:有效期|试行期)[^。\n]*)?。?)"
)
"""What an order or a covering note says of the text that it puts in force."""
_TITLE_LINES = 8
_TITLE_END = 100
"""Characters at the end of a line in which the longest name in 《》 stands with all that may follow it."""
_LIST_START = re.compile(rf"，从(?P<day>{DAY})起实施。?")
_STANDARD_START = re.compile(rf"自(?P<day>{DAY})起，将[^，。；]*标准由[^，。；]*")


@lru_cache(maxsize=1)
def document_validity(text: str, issued: date | None) -> Validity:
    """The term that a document states for itself; empty where it states none.

    The last one is remembered: the day on which a document begins is asked for apart from its term.

    Example: "本方案自2020年9月21日起施行，有效期至2025年5月30日。" -> 2020-09-21 to 2025-05-30
    """
    bare = compact_lines(text)
    own = _stated(bare) or _last(_BARE_OWN, bare) or _single(_LINE, bare) or _PUT_IN_FORCE.search(bare)
    if own is not None and _says_when(own["words"]):
        return _from_sentence(bare, own, issued)
    listed = _LIST_START.search(bare)
    started = listed or _STANDARD_START.search(bare)
    if started is None:
        return Validity()
    begin = _clause_start(bare, listed.start()) if listed else started.start()
    return Validity(first_day_of(started["day"]), None, bare[begin : started.end()].strip("。"))


def _clause_start(text: str, end: int) -> int:
    """Where the words begin that no comma, full stop or line break parts from `end`."""
    return max(text.rfind(sign, 0, end) for sign in "，。\n") + 1


def _from_sentence(text: str, own: re.Match[str], issued: date | None) -> Validity:
    words, behind = own["words"], own.end()
    following = _FOLLOWING.match(text, own.end())
    if following and "有效期" not in words:
        words, behind = words + following.group(), following.end()
    start = _START.search(words) or _COUNTED.search(words)
    span, issue = _SPAN.search(words), _FROM_ISSUE.search(words)
    valid_from = _started(start, text, issued) if start else first_day_of(span["first"] if span else None)
    if issue and not (start or span):
        valid_from = _day_of_issue(issue, text, issued)
    until = _UNTIL.search(words)
    counted = valid_from if start or span or issue else issued
    end = last_day_of(until["day"]) if until else _after_term(words, counted) or _ended_on(words)
    if end and not (start or span or until):
        valid_from = counted
    return Validity(valid_from, end, words + _also(text[behind:]))


def _started(start: re.Match[str], text: str, issued: date | None) -> date | None:
    """The first day in force. Example: issued 2025-01-01, 自发布之日起30日后 -> 2025-01-31."""
    named = start["day"] or start["bare"]
    first = first_day_of(named) if named else _day_of_issue(start, text, issued)
    if first is None or not start["later"]:
        return first
    count = whole_number(start["later"])
    if count is None or start["unit"].endswith("工作日"):
        return None
    return months_later(first, count) if start["unit"].endswith("月") else first + timedelta(days=count)


def _day_of_issue(start: re.Match[str], text: str, issued: date | None) -> date | None:
    """The day of 印发 that the last lines print where a term counts from it, else that of issue."""
    return (_printed(text) if start["printed"] else None) or issued


def _printed(text: str) -> date | None:
    """The day on which a document was printed, which its last lines name. Example: `…2024年7月29日印发`."""
    line = _last(_PRINTED_ON, text)
    return first_day_of(line["day"]) if line else None


def _also(following: str) -> str:
    """The next sentences up to the last one on retroactive effect or on what is replaced."""
    sentences = "".join(sentence.group() for sentence in islice(_FULL_SENTENCE.finditer(following), 2))
    if not following.startswith(sentences):
        return ""
    last = _last(_ALSO, sentences)
    return sentences[: last.end()] if last else ""


def _ended_on(words: str) -> date | None:
    """The last day in force, of a sentence that says when the document is repealed; 起 counts it out."""
    match = _ENDED_ON.search(words)
    day = last_day_of(match["day"]) if match else None
    return day - timedelta(days=1) if match and day and match["from"] else day


def _after_term(words: str, start: date | None) -> date | None:
    """The last day of a term of years or months. Example: from 2020-03-01, 有效期5年 -> 2025-02-28."""
    match = _YEARS.search(words)
    if match is None or start is None:
        return None
    months = 12 if match["unit"] == "年" else 1
    count = months // 2 if match["count"] == "半" else (whole_number(match["count"]) or 0) * months
    if not count:
        return None
    if match["more"]:
        count += (whole_number(match["months"]) or 0) if match["months"] else months // 2
    after = months_later(start, count)
    # A term from the last day of February ends on that day where the last year is shorter.
    return after if after.day != start.day else after - timedelta(days=1)


def _stated(text: str) -> re.Match[str] | None:
    """The last sentence about the document itself that names a day or a term, else the last one about it."""
    head = "\n".join(line[-_TITLE_END:] for line in text.split("\n")[:_TITLE_LINES])
    own = [match for match in _OWN.finditer(text) if not match["named"] or _is_own(match["named"], head)]
    return next((match for match in reversed(own) if _says_when(match["words"])), own[-1] if own else None)


def _is_own(named: str, head: str) -> bool:
    """Whether a name in 《》 is the document's, as its first lines print it or say that it is called.

    Example: 《意见》 below the title `关于支持企业的若干意见` -> True
    """
    return bool(
        re.search(rf"{re.escape(named)}(?:[（(][^（）()]{{1,8}}[）)])?》?(?:的通知)?$", head, re.MULTILINE)
    )


def _says_when(words: str) -> bool:
    return any(part.search(words) for part in (_START, _SPAN, _UNTIL, _YEARS))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _single(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The only match; of several, each is about a part of the document."""
    matches = list(pattern.finditer(text))
    return matches[0] if len(matches) == 1 else None
