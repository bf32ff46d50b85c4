"""Whose a phone behind a label such as 咨询电话 is: of whom its sentence, its part or its heading names."""

import re
from dataclasses import dataclass

from corpus.departments import Names
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import office_of
from corpus.extraction.naming.printed_desks import (
    CalledDesk,
    desk_on_line,
    desk_with_person,
    named_desk,
    somebody_at_end,
)
from corpus.text.bodies import district_of, is_body, is_district, is_office
from corpus.text.body_mentions import find_bodies, stands_beside
from corpus.text.markers import find_marker
from corpus.text.numerals import UP_TO_99

BETWEEN = "，、；：/（）()和或与转 "
"""Marks and words between a name and its phone, or between two phones."""
_DIALLED = ("致电", "拨打")
_CALLED_BY_HOTLINE = "客服"
_SERVICE = re.compile(r"[\u4e00-\u9fff]{2,8}$")
"""A service that is called by the name of its hotline. Example: `青禾通` before `客服热线400-810-0001`."""
_SENTENCE = re.compile(r"[。；]")
_LONGEST_WINDOW = 400
"""Characters before a phone that may say whose it is: two long sentences."""
_HEAD = re.compile(
    rf"(?:^(?:[^\u4e00-\u9fff]{{0,4}}|[（(]?[{UP_TO_99}]{{1,3}}[）)、.．])|(?<=[。；\d]))"
    r"(?P<name>[\u4e00-\u9fff]{2,20}(?:[小中大]学|幼儿园|学校|局|所|站|中心|街道|镇|乡)(?:（[^（）]{2,12}）)?)："
)
"""Whose a line is, or a part of it, with its phone at the end. Example: `城南小学：…各村。电话：5550125`."""
_TOPIC = re.compile(r"[\u4e00-\u9fff]{2,4}")
"""What a label is about, before it on its line: `招生` before `咨询电话`."""
_BRACKET_AT_END = re.compile(r"（(?P<inside>[\u4e00-\u9fff]{4,30})）[，；]?$")
_LOCATED = re.compile(r"(?:^|[：、，；。）到向在赴至往])(?P<name>[^到向在赴至往\W\d]{2,24})（[^（）]+，$")
_TAKEN_AT = re.compile(
    r"(?:^|[：、，；。到向在赴至往由])(?P<name>[^到向在赴至往由\W\d]{4,30}?)"
    r"(?:提出|提交)?(?:申报|申请|受理|办理|报名|领取|登记|咨询)（"
    rf"[^（）]*[\d{UP_TO_99}](?:号?楼|层|号|室|窗口)[^（）]*，$"
)
"""Who takes papers, before the bracket with the window. Example: `县就业中心创业股申报（大厅5号窗口，`."""
_LOCATED_BEFORE = re.compile(
    r"(?:[：、，；。到向在赴至往])(?P<name>[^到向在赴至往\W\d]{4,24}(?:\d{2,4}(?:办公)?室)?)（[^（）]+）[，；]$"
    r"|(?:地[址点]|窗口|单位|部门|机构)：(?P<place>[^\W\d]{4,24}(?:\d{2,4}(?:办公)?室)?)[，；]$"
)
"""Where to go, right before a label. Example: `报送地点：县统计局人事股（和平路5号）；` before `电话：`."""
_WHERE = re.compile(r"[\u4e00-\u9fff]{0,4}(?:地址|地点|时间)：[^：]*")
_ADDRESS_OF = re.compile(r"(?:^|。)(?P<name>[\u4e00-\u9fff]{4,24}?)的?(?:地址|地点)：[^：]*$")
"""Whose address stands before a phone. Example: `青禾县殡仪馆地址：城东，`."""
OWN_OFFICE = re.compile(
    r"[我本](?:部(?!分|门)|局|委|厅|办(?!法|事|理)|院|中心)(?P<office>[\u4e00-\u9fff]{2,12}?(?:科|股|室|司|处)(?![室长理]))(?!或|、|和)"
)
"""An office of the issuer itself. Example: `请与我局养老服务科联系`."""
_TOPIC_LENGTHS = (2, 4)
_IN_ROW = re.compile(r"\d[，、](?P<name>(?![各本我该])[\u4e00-\u9fff]{3,10})$")
"""Who is named right behind the phone before, in a row of them."""
_MATTER_OF_PERSON = re.compile(
    r"[\u4e00-\u9fff（）]{2,28}(?:支持|支撑|维护|保障|对接|指导|评估|审核|申报|填报|受理|咨询|服务)"
)
"""What somebody is called about, before 联系人. Example: `申报平台技术支持` before `联系人：林青`."""
_HOUSES = "馆园墓场堂"
"""How houses are called that are no offices. Example: `殡仪馆`, `公墓`."""
_ALL = re.compile("[全各本我该]")
"""How words begin that name no one place. Example: `全市`."""
_TAKES = re.compile(r"[^，。；]*?(?:受理|办理|咨询|申请|申报|报名|解答)")
"""Clauses that send people to a body; other bodies that a sentence names may only assist."""


@dataclass(frozen=True, slots=True)
class Caller:
    """What is known of names around a text: the table, the region, the body that issued the document."""

    names: Names
    region: str
    issuer: str


def owner_of(above: Words, words: Words, label: re.Match[str], around: Caller) -> CalledDesk:
    """Whose the phones behind a label of a line are; of nobody where several bodies may be meant.

    `above` is the line that names whom this one is about, or the one right above it.
    """
    offset = label.start()
    earlier, window = _sentences(above, words, offset)
    own = OWN_OFFICE.search(earlier + window)
    if own is not None and (issuer := office_of(around.issuer, "")):
        return CalledDesk(issuer, own["office"])
    at_end = words.norm[:offset].endswith("（")
    desk = _desk_at_end(window) or somebody_at_end(window) if at_end else _in_bracket_at_end(window)
    if desk := desk or (_before_bracket(window) if window else _located_in(earlier)):
        return desk.of(office_of(around.issuer, ""))
    if desk := _at_address(window):
        return desk
    window = _saying(earlier, window)
    named = _named(window, around)
    if len(named) > 1:
        return CalledDesk("")
    if named:
        return CalledDesk(named[0], _office_behind(named[0], window))
    if place := _place_before(window):
        return CalledDesk(place)
    if label["label"].startswith(_CALLED_BY_HOTLINE) and (service := _SERVICE.search(window)):
        return CalledDesk(service.group() + _CALLED_BY_HOTLINE)
    return _of_issuers_part(above, words, label, around)


def _of_issuers_part(above: Words, words: Words, label: re.Match[str], around: Caller) -> CalledDesk:
    """Whose phones are that no body is named for: somebody for a matter, a part of the issuer, or itself."""
    issuer = office_of(around.issuer, "")
    if matter := matter_of_person(words, label):
        return CalledDesk(issuer, matter)
    part = _of_part(above, words, label.start())
    return part.of(issuer) if part else _of_issuer(above, words, label, around)


def matter_of_person(words: Words, label: re.Match[str]) -> str | None:
    """What those behind a label 联系人 are called about, if its clause says so and nothing else.

    Such a phone is not for whatever else the text is about, so its matter stands in place of an office.

    Example: `申报平台技术支持联系人：林青；联系电话：5550101` -> 申报平台技术支持
    """
    clause = _SENTENCE.split(words.norm[: label.start()])[-1]
    matter = _MATTER_OF_PERSON.fullmatch(clause) if label["person"] else None
    return matter.group() if matter and not any(find_bodies(clause)) else None


def _desk_at_end(window: str) -> CalledDesk | None:
    """The desk right before the bracket that a sentence ends with. Example: `报县人社局就业科（` -> it."""
    bodies = list(find_bodies(window))
    behind = window[bodies[-1].end :].strip(BETWEEN) if bodies else "-"
    if behind and not is_office(behind):
        return None
    return CalledDesk(bodies[-1].name, behind or bodies[-1].office)


def _in_bracket_at_end(window: str) -> CalledDesk | None:
    """The desk of a body in the bracket at the end. Example: `和平路5号（县商务局外贸科），` -> it."""
    bracket = _BRACKET_AT_END.search(window)
    desk = named_desk(bracket["inside"], listed=False) if bracket else None
    return desk if desk and desk.department else None


def _before_bracket(window: str) -> CalledDesk | None:
    """The desk before an open bracket that says where it is. Example: `城南小学（和平路5号，` -> it."""
    taken = _TAKEN_AT.search(window)
    taker = named_desk(taken["name"], listed=False) if taken else None
    located = _LOCATED.search(window) if taker is None else None
    return named_desk(located["name"]) if located else taker


def _located_in(sentence: str) -> CalledDesk | None:
    """The desk that the part of a sentence before says to go to."""
    located = _LOCATED_BEFORE.search(sentence)
    return named_desk(located["name"] or located["place"], listed=False) if located else None


def _at_address(window: str) -> CalledDesk | None:
    """The body or house whose address the sentence gives before its phone; None for a bare label."""
    addressed = _ADDRESS_OF.search(window)
    name = addressed["name"] if addressed else ""
    if is_body(name):
        return named_desk(name, listed=False)
    placed = district_of(name) and not is_district(name) and name[-1] in _HOUSES
    return CalledDesk(name) if placed else None


def _of_part(above: Words, words: Words, offset: int) -> CalledDesk | None:
    """Whose the part of a line, or the line above it, is; None where neither is headed by a name."""
    heads = [head["name"] for head in _HEAD.finditer(words.norm, 0, offset)]
    if heads:
        return named_desk(heads[-1]) or CalledDesk("")
    return None if "。" in words.norm[:offset] else desk_on_line(above.norm) or desk_with_person(above.norm)


def _of_issuer(above: Words, words: Words, label: re.Match[str], around: Caller) -> CalledDesk:
    dialled = label["label"].startswith(_DIALLED)
    said = words[: label.start()].norm
    counted = find_marker(said)
    alone = dialled or (counted is not None and counted.end == len(said))
    before = "" if alone else (above.norm if _TOPIC.fullmatch(said) else said or above.norm)
    return CalledDesk(office_of(around.issuer, before))


def _sentences(above: Words, words: Words, offset: int) -> tuple[str, str]:
    """The sentence up to `offset`, which may be empty, and the one before it, or the line above."""
    first = max(0, offset - _LONGEST_WINDOW)
    ends = [first, *(match.end() for match in _SENTENCE.finditer(words.norm, first, offset))]
    earlier = words.norm[ends[-2] : ends[-1]] if len(ends) > 1 else above.norm
    return earlier, words.norm[ends[-1] : offset]


def _saying(earlier: str, window: str) -> str:
    """What says whom to call: the sentence; behind an address, or nothing, what stands before."""
    if _WHERE.fullmatch(window):
        return earlier
    return window or "".join(_TAKES.findall(earlier))


def _place_before(window: str) -> str:
    """The body or district that stands before a label with at most what it is about; else empty.

    Example: `清河区缴存` before `咨询电话` -> `清河区`; `立案庭电话5550101，执行局` -> `执行局`
    """
    row = _IN_ROW.search(window)
    if is_body(window) or (row and is_body(row["name"])):
        return row["name"] if row else window
    said = re.split("[，：]", window)[-1]
    shorter = (said, *(said[:-length] for length in _TOPIC_LENGTHS))
    return next((words for words in shorter if is_district(words) and not _ALL.match(words)), "")


def _named(window: str, around: Caller) -> list[str]:
    """The bodies that a sentence names, each as fully as it is printed."""
    found = around.names.find(window, around.region)
    known = [mention.text for mention in found if not stands_beside(window, mention.end)]
    bodies = [body.name for body in find_bodies(window)]
    others = [body for body in bodies if not any(name in body for name in known)]
    known = [next((body for body in bodies if body.endswith(name)), name) for name in known]
    return [name for name in dict.fromkeys((*known, *others)) if not name.startswith("各")]


def _office_behind(name: str, window: str) -> str | None:
    """The office printed right behind a body. Example: `请咨询区民政局养老服务科，` -> 养老服务科."""
    within = (body.office for body in find_bodies(window) if body.name.endswith(name))
    behind = window.rpartition(name)[2].strip(BETWEEN)
    return next(within, None) or (behind if is_office(behind) else None)
