"""Paragraphs out of hard-wrapped lines: a line continues in the next unless something shows that it ends."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from corpus.readers import Paragraph
from corpus.structure.issuers import is_organ
from corpus.structure.list_rows import list_rows
from corpus.text.bodies import body_and_office, is_body
from corpus.text.excerpt import EMPTY, Excerpt, compact, join, tidy
from corpus.text.genres import GENRES
from corpus.text.labels import opens_with_label
from corpus.text.markers import Style, find_marker
from corpus.text.numerals import DIGITS, UP_TO_99
from corpus.text.phones import is_phone
from corpus.text.site_labels import LABELS
from corpus.text.spaced_names import blanks_between_names

_FINAL = "。！？；：!?;:）)"
_CLOSING = "”’』」"
_KINDS = (
    rf"{GENRES}|要点|清单|计划|规划|表|汇编|目录|名单|制度|标准|指南|章程|条例|"
    "预案|规程|规范|通告|公告|决定"
)
_MAX_BARE = 40
_SENTENCE_MARK = re.compile("[。，；：]")
_TITLE = re.compile(rf"[^。，；：:;,!?！？、]*(?:{_KINDS})(?:[（(][^（）()]*[）)])?")
_DATE = re.compile(
    rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日|[{DIGITS}]{{4}}年[{UP_TO_99}]{{1,2}}月[{UP_TO_99}]{{1,3}}日"
)
"""A day in figures, or in the numerals of older signatures."""
_MONTH = rf"(?:\d{{4}}年\d{{1,2}}|[{DIGITS}]{{4}}年[{UP_TO_99}]{{1,2}})月"
_ALONE = re.compile(
    rf"{_DATE.pattern}|{_MONTH}|"
    r"[\d（(][\d（）()—–-]{6,20}|附[件录表]?\d*|[（(]此件.{0,12}[）)]|.{0,30}\d{4}年\d{1,2}月\d{1,2}日印发|[—\-_]{4,}"
)
_SITE_LABEL = re.compile(rf"(?:{LABELS})[：:]")
_FIELD = re.compile(r"【[^【】]{2,12}】")
"""The name of what follows, on one line with it or above it."""
_FIELD_NAME = re.compile(
    r"(?:政策|申报|申请|办理|受理|咨询|联系|服务|补贴|扶持|支持|奖励|兑现|适用|享受|经办|责任){1,2}(?:内容|条件|对象|范围|渠道|方式|途径|标准|材料|流程|程序|依据|时限|时间|地点|电话|单位|部门|机构|窗口)"
)
"""The name of a field of a handbook, alone on its line above its value."""
_SECTION = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:对象|条件|范围|标准|材料|流程|程序|依据|时限|时间|期限|地点|方式|渠道|途径|电话|收费)"
)
_PHONE = r"(?:(?:[（(]?0\d{2,3}[）)]?[-—－]?)?[2-8]\d{6,7}|1[3-9]\d{9})"
_NAME = r"[\u4e00-\u9fff（）()]{2,24}"
_DESK = re.compile(
    rf"{_NAME}(?:[（(][^（）()]{{1,12}}[）)])?\s*(?:[：:]\s*(?:{_NAME}\s*[：:]?\s*)?)?"
    rf"{_PHONE}(?:[\s、，,/；;或]+(?:{_PHONE}|\d{{5}}))*"
)
_LONGEST_NAME = 20
_LEAST_NAME = 6
_CALLED = re.compile(r"(?:联系|咨询|办公)?电话[：:]?[\d（(]")
_DAY_ENDS = frozenset("日0123456789")
_TERM_LINE = re.compile(r"[：:].*\d日?$")
"""A label with a day behind it, above those who sign. Example: `政策有效期：至2026年12月31日`."""
_ANNEX_NAMED = re.compile(r"附件\d{0,2}[：:](?P<title>.+)")
_ORPHAN = re.compile(r"[^\s。，；：、“（(]{1,3}。")
_ENTRY = re.compile(r"△|\d{1,2}(?:[—–-]\d{1,2})?日，")
_BARE_TITLE = re.compile(r"[\u4e00-\u9fff][^\s，。；：、！？,;:!?]+")
_MAX_CHAPTER = 40
_MAX_HEADING = 14
"""The longest title above a body in the bundled texts has 13 characters without its label, the shortest
first line of a torn sentence 15 (both 2021-06 and 2024-07)."""
_TORN = ("，", "、")
_LEAST_TORN = 3
_SHORT = 0.5
"""Share of the longest line: a torn line reaches the margin or nearly so."""
_MAX_BRACKET = 300
"""The longest bracket of the bundled texts is a list of departments of 215 characters."""
_BEGINNING = 100
_BOTH_ENDS = _BEGINNING + _MAX_BRACKET
"""Characters of a paragraph that tell whether it goes on: of a longer one the beginning and the end."""


def undo_wraps(lines: Iterable[Paragraph]) -> list[Excerpt]:
    """The paragraphs that the lines make up, tidied.

    Example: `…区财`, `政局，责任科室：综合科）` -> `…区财政局，责任科室：综合科）`
    """
    lines = list(lines)
    wide = max((len(line.text) for line in lines), default=0)
    ragged = _is_ragged([line.text for line in lines], wide)
    rows = frozenset[int]() if ragged else list_rows([line.text for line in lines])
    paragraphs: list[list[Excerpt]] = []
    words = ""
    closed = False
    for position, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        text = line.text
        short = len(words) < min(_SHORT * wide, _BOTH_ENDS)
        closed = closed or (short and _is_short_heading(words, text, ragged=ragged))
        closed = closed or _is_desk(words) or (_announces_desks(words) and _is_desk(text))
        closed = closed or _is_section_title(words, text) or _is_above_phone(text, below)
        if words and not closed and continues(words, text, gap=line.gap > 0):
            paragraphs[-1].append(line.excerpt)
            words = _both_ends(words + text)
        else:
            paragraphs.append([line.excerpt])
            words = _both_ends(text)
        closed = line.closed or position in rows
    return [_tidy_labelled(join(parts, "\n")) for parts in paragraphs]


def _both_ends(words: str) -> str:
    return words if len(words) <= _BOTH_ENDS else words[:_BEGINNING] + words[-_MAX_BRACKET:]


def _is_section_title(text: str, following: str) -> bool:
    """Whether a line is what sections or fields of guides are called, however narrow the text is.

    Example: `三、收费标准` above `不收费` -> True; `三、补贴标准` above `和对象` -> False
    """
    if len(text) > _LONGEST_NAME:
        return False
    marker = find_marker(text)
    pattern = _SECTION if marker else _FIELD_NAME
    named = bool(pattern.fullmatch(compact(text[marker.end if marker else 0 :])))
    return named and not following.startswith(("和", "及", "与", "、", "的"))


def _is_desk(text: str) -> bool:
    """Whether a line is the name of somebody and phones, or a matter, who answers for it and phones.

    Example: `历山区医保局 0311-5550101`, `火情（24小时）：区林业局 5550102` -> True
    """
    return text[-1:].isdigit() and bool(_DESK.fullmatch(text) or _DESK.fullmatch(compact(text)))


def _is_above_phone(text: str, below: Paragraph | None) -> bool:
    """Whether a line is a whole name above its phone, as where each cell of a table has a line.

    Example: `历山区政务服务中心` above `5550101` -> True; `事务局`, the end of a torn name, -> False
    """
    name, called = text.rstrip("：:"), compact(below.text) if below else ""
    whole = len(name) >= _LEAST_NAME and (is_body(name) or body_and_office(name) is not None)
    return whole and bool(is_phone(called) or _CALLED.match(called))


def _announces_desks(text: str) -> bool:
    """Whether a line stands above those of whom to call. Example: `附：各区县咨询电话` -> True."""
    return text.endswith(("电话", "方式", "热线", "如下"))


def _is_ragged(lines: Sequence[str], wide: int) -> bool:
    """Whether lines end wherever a mark or a letter in another type stood, long before the margin.

    Example: `落实发展养老服务`, `优惠扶持政策，`, `鼓励社会力量参与提供基本养老服务，支持物业服务企业`
    """
    torn = sum(line.endswith(_TORN) and len(line) < _SHORT * wide for line in lines)
    return torn >= _LEAST_TORN


def _is_short_heading(text: str, following: str, *, ragged: bool) -> bool:
    """Whether a line that ends long before the margin is a title, with a label or without.

    A label alone is none; where lines are `ragged`, neither is a short line without a label.

    Example: `四、受理时间及方式`, `申请条件` -> True; `区防汛抗旱`, `指挥部办公室` is one torn name
    """
    marker = find_marker(text)
    if marker is None:
        bare = not ragged and len(text) <= _MAX_HEADING and bool(_BARE_TITLE.fullmatch(text))
        return bare and not is_organ(compact(text + following))
    return 0 < len(text) - marker.end <= _MAX_HEADING and is_heading(text)


def _tidy_labelled(paragraph: Excerpt) -> Excerpt:
    """Tidied, but a space after a label stays: it tells 第四条 as a label from 第四条 in a sentence.

    So does one that parts two names.
    """
    blanks = sorted(blanks_between_names(paragraph.text))
    marker = find_marker(paragraph.text)
    if marker is not None and paragraph.text[marker.end - 1 : marker.end].isspace():
        blanks.insert(0, (marker.end, marker.end))
    starts, ends = [0, *(end for _, end in blanks)], [*(start for start, _ in blanks), len(paragraph)]
    parts = (tidy(paragraph[start:end]) for start, end in zip(starts, ends, strict=True))
    return join([part for part in parts if part.text] or [EMPTY], " ")


def continues(before: str, line: str, *, gap: bool) -> bool:
    """Whether `line` continues the paragraph `before`; `gap`: a blank line stands between."""
    if starts_afresh(line) or _ALONE.fullmatch(compact(before)) or _FIELD.fullmatch(before):
        return False
    if has_open_bracket(before) or _is_label(before):
        return True
    if is_complete(before) or _parts_labels(before, line):
        return False
    if _ORPHAN.match(line):
        return True
    if _is_annex_above(before, line, gap=gap):
        return False
    if before[-1:] in _DAY_ENDS and _TERM_LINE.search(before) and is_organ(compact(line)):
        return False
    return not (gap and (is_heading(before) or is_title(before)))


def _is_annex_above(before: str, line: str, *, gap: bool) -> bool:
    """Whether a line that names an annex stands above the first of those who sign."""
    annex = _ANNEX_NAMED.fullmatch(compact(before))
    return annex is not None and (gap or is_title(annex["title"])) and is_organ(compact(line))


def _is_label(text: str) -> bool:
    """Whether a line is a label and nothing else, set in another type than the words behind it."""
    marker = find_marker(text)
    return marker is not None and marker.end == len(text)


def _parts_labels(before: str, line: str) -> bool:
    """Whether a line announces something anew, as 责任单位： does, or follows a line that ends in its phone.

    Example: `牵头单位：区商务局`, `联系电话：6195136` -> True; `…，`, `责任单位：区财政局` -> False
    """
    if opens_with_label(line):
        return not before.endswith(("，", "、", ","))
    labelled = opens_with_label(before) or _FIELD.match(before)
    return bool(labelled) and before[-1:].isdigit() and not line[:1].isdigit()


def starts_afresh(line: str) -> bool:
    """Whether a line opens a paragraph by its look: a label, a date, an annex, an entry."""
    bare = compact(line)
    return bool(
        find_marker(line)
        or _ENTRY.match(line)
        or _FIELD.match(line)
        or (len(line) <= _LONGEST_NAME and _FIELD_NAME.fullmatch(bare))
        or _ALONE.fullmatch(bare)
        or line.startswith("附件：")
        or _SITE_LABEL.match(bare)
    )


def is_complete(text: str) -> bool:
    """Whether a paragraph ends in punctuation that ends sentences, clauses or brackets."""
    return text.rstrip(_CLOSING).endswith(tuple(_FINAL))


def has_open_bracket(text: str) -> bool:
    """Whether a round bracket near the end is not closed, full-width and ASCII alike."""
    tail = text[-_MAX_BRACKET:]
    return tail.count("（") + tail.count("(") > tail.count("）") + tail.count(")")


def is_heading(text: str) -> bool:
    """Whether a labelled paragraph is a title only. Example: `（一）指导思想` -> True."""
    marker = find_marker(text)
    if marker is None or re.search("[。；！？]|[，、,]$", text):
        return False
    longest = _MAX_CHAPTER if marker.style in (Style.HAN, Style.CHAPTER) else _MAX_HEADING
    return len(text) - marker.end <= longest


def is_title(text: str) -> bool:
    """Whether a paragraph names a plan, a list, a table … and says nothing else."""
    return bool(_TITLE.fullmatch(compact(text)))


def is_bare(text: str) -> bool:
    """Whether a line is short, without the marks of a sentence and without a label: a name, a title."""
    return len(text) <= _MAX_BARE and not _SENTENCE_MARK.search(text) and not find_marker(text)


def is_date(text: str) -> bool:
    """Whether a paragraph is a date alone."""
    return bool(_DATE.fullmatch(compact(text)))


def is_month(text: str) -> bool:
    """Whether a paragraph is a month alone, as below some signatures. Example: `2025年4月` -> True."""
    return bool(re.fullmatch(_MONTH, compact(text)))
