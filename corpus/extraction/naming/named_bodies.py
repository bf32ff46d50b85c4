"""A body as a list of departments names it, with office, person and phone printed behind its name."""

import re
from dataclasses import dataclass

from corpus.extraction.evened_words import Words
from corpus.text.bodies import body_and_office, is_office, is_second_name, without_sending, without_window
from corpus.text.labels import LABEL, LabelTopic, topic_of
from corpus.text.numerals import UP_TO_99
from corpus.text.person_names import is_person
from corpus.text.phones import PrintedPhone, find_phones, narrow

_CALLED = re.compile(r"(?:电话|热线|手机|（)$")
_DESK_LABELS = (LabelTopic.PHONE, LabelTopic.PERSON, LabelTopic.OFFICE)
_OFFICE_BRACKET = re.compile(r"(?P<body>[^（）]{2,24})（(?P<office>[^（）、]{2,12})）")
_DESK = re.compile(
    r"(?P<desk>[\u4e00-\u9fff]{4,30}(?:科|股|室|处|站|中心|窗口))\s*(?P<person>[\u4e00-\u9fff]{2,4})?"
)
_INNER_LABEL = re.compile(
    rf"(?:（[{UP_TO_99}]{{1,3}}）|\d{{1,2}}[.．、])?(?:[\u4e00-\u9fff]{{1,6}}(?:机构|单位|部门)|协办|主办|承办|配合|牵头)：(?=.)"
)
_SHORT_NAME = re.compile(r"（(?:以下)?简称[^（）]*）$")
_BETWEEN = re.compile(r"[，,、；;：:（）()]+")


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A department as printed, and what the words behind its name say."""

    department: str
    offices: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


def desk_and_person(words: str) -> tuple[str, str, str] | None:
    """Body, office and name of somebody who is printed behind the desk; None where no desk stands there.

    Example: `县农业农村局种植业股王小麦` -> (`县农业农村局`, `种植业股`, `王小麦`)
    """
    match = _DESK.fullmatch(words)
    within = body_and_office(match["desk"]) if match else None
    return (*within, match["person"] or "") if match and within else None


def name_body(printed: Words) -> NamedBody:
    """The body of one entry of a list; a bracket that names neither phone nor office is part of its name.

    Example: `区民政局（社会救助科，许冰，6433459）` -> 区民政局, 社会救助科, 许冰, 6433459;
    `区政府办公室（区大数据局）` -> itself; `（一）初核机构：县就业中心（以下简称中心）` -> 县就业中心
    """
    printed = _bare(printed)
    phones = find_phones(printed.raw, called_so=bool(_CALLED.search(_before_figures(printed.norm))))
    cut = _end_of_name(printed.norm, phones)
    if not cut:
        return _with_office(printed)
    department, *glued = body_and_office(printed.raw[:cut]) or (printed.raw[:cut],)
    said = [*glued, *(part for part in _said(printed, cut, phones) if part)]
    offices = tuple(part for part in said if is_office(part))
    people = tuple(part for part in said if part not in offices and is_person(part))
    return NamedBody(department, offices, people, tuple(phone.text for phone in phones))


def _bare(printed: Words) -> Words:
    """An entry without what sends people to its body or says what it does, its short name and where it is."""
    label = _INNER_LABEL.match(printed.norm)
    printed = printed[label.end() :] if label else printed
    printed = printed[len(printed) - len(without_sending(printed.norm)) :]
    short = _SHORT_NAME.search(printed.norm)
    printed = printed[: short.start()] if short and short.start() else printed
    return printed[: len(without_window(printed.norm))]


def _with_office(printed: Words) -> NamedBody:
    """A body without a phone, and the office behind its name.

    Example: `区民政局养老服务科`, `区民政局（养老服务科）` -> 区民政局 with 养老服务科;
    `区数据局（区大数据办公室）` -> itself
    """
    bracket = _OFFICE_BRACKET.fullmatch(printed.norm)
    if bracket is not None and is_second_name(bracket["body"], bracket["office"]):
        return NamedBody(printed.raw)
    if bracket is not None and is_office(bracket["office"]):
        office = printed[bracket.start("office") : bracket.end("office")]
        return NamedBody(printed[: bracket.end("body")].raw, (office.raw,))
    department, *glued = body_and_office(printed.raw) or (printed.raw,)
    return NamedBody(department, tuple(glued))


def _before_figures(words: str) -> str:
    """The words up to the first figure."""
    first = re.search(r"\d", narrow(words))
    return words[: first.start()].rstrip("：") if first else ""


def _end_of_name(words: str, phones: tuple[PrintedPhone, ...]) -> int:
    """Where the name ends: at the bracket that holds the first phone, else at the phone; 0 without any."""
    if not phones:
        return 0
    start = phones[0].start
    bracket = words.rfind("（", 0, start + 1)
    closed = words.rfind("）", 0, start)
    cut = bracket if bracket > closed else start
    colon = words.find("：", 0, cut)
    return len(words[: colon if colon > 0 else cut].rstrip("，、；："))


def _said(printed: Words, start: int, phones: tuple[PrintedPhone, ...]) -> list[str]:
    """The words between the name and the phones, labels left out."""
    starts = [start, *(phone.end for phone in phones)]
    ends = [*(phone.start for phone in phones), len(printed)]
    stretches = [printed.raw[a:b] for a, b in zip(starts, ends, strict=True)]
    return [_unlabelled(part) for stretch in stretches for part in _BETWEEN.split(stretch)]


def _unlabelled(part: str) -> str:
    """Without a label such as 电话 that stands alone."""
    label = LABEL.fullmatch(f"{part}：")
    return "" if label and topic_of(label["label"]) in _DESK_LABELS else part
