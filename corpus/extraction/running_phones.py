"""Phones in running text: 县住房保障服务中心负责受理。咨询电话：8180136."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from corpus.departments import Names
from corpus.extraction.entries import office_of
from corpus.extraction.phone_lists import CALLED_FOR, listed_lines
from corpus.extraction.words import Words
from corpus.gazetteer import load_gazetteer
from corpus.text.bodies import body_and_office, is_body, is_district, is_office, without_window
from corpus.text.body_mentions import find_bodies
from corpus.text.numerals import UP_TO_99
from corpus.text.person_names import is_person
from corpus.text.phones import PrintedPhone, find_phones, set_apart

_LABEL = (
    rf"(?:{CALLED_FOR}{{1,4}}(?:电话|热线|专线)(?:号码)?(?:：|为|是)?|(?:联系|咨询|联络)方式：|(?:致电|拨打)(?=（?\d)"
    r"|(?:咨询|联系)：(?=[^。：]{2,40}?\d{5})"
    r"|(?<!举报)(?<!监督)(?<!投诉)(?<!传真)(?:电话|热线)(?:[及和/]微信)?(?:号码?)?(?:：|为|是)?(?=（?\d)"
    r"|(?:咨询|联系|办公)地址[及和与、]电话：)"
)
_CALL = re.compile(
    r"(?:联系人(?:员)?：(?P<person>[\u4e00-\u9fff]{2,4})[，；、]?)?"
    rf"(?P<label>{_LABEL})(?P<said>(?:(?!{_LABEL})[^。])*)"
)
_SAYS_CALL = re.compile(r"电话|热线|专线|(?:方式|咨询|联系)：|致电|拨打")
"""In every label of a phone: a line without any has none."""
_OF_PERSON = re.compile(r"[\u4e00-\u9fff]{2,10}：(?P<name>[\u4e00-\u9fff]{2,4})")
"""A matter, and who answers its phone. Example: `银行服务：林青`."""
_DIALLED = ("致电", "拨打")
_CALLED_BY_HOTLINE = "客服"
_SERVICE = re.compile(r"[\u4e00-\u9fff]{2,8}$")
"""A service that is called by the name of its hotline. Example: `青禾通` before `客服热线400-810-0001`."""
_EVERYBODYS = re.compile(r"(?:（?0\d{2,3}）?-?)?12345")
"""The hotline of a whole city; printed beside a body, it is not a number of that body."""
_COLON = re.compile(
    r"(?:^|[。；，、：]|(?<=\d))(?P<name>(?P<bare>[\u4e00-\u9fff]{2,20})(?:（[\u4e00-\u9fff]{2,12}）(?=：))?)：?(?=（?\d)"
)
_REMARK = re.compile(r"（[^（）\d]{1,12}）[、，；/和]?")
_BEHIND = re.compile(r"（(?P<words>[\u4e00-\u9fff、]+)）")
"""Whose a phone is may stand behind it. Example: `6195003（区应急局）`."""
_ASIDE = re.compile(r"监督(?!管理|检验|检查|局|所|站|科|处)|举报|投诉|传真|邮箱|邮编")
_FAX = re.compile(r"[\d（）-]{7,}（传真）")
_FOR_COMPLAINTS = re.compile(r"(?:举报|投诉|监督)[\u4e00-\u9fff]{0,5}$")
_SENTENCE = re.compile(r"[。；]")
_SHORT_TEXT = 2000
"""Characters of a text whose lines are remembered."""
_LONGEST_WINDOW = 400
"""Characters before a phone that may say whose it is: two long sentences."""
_LONGEST_RUN = 80
"""Characters behind a name that its phones may take: five of them."""
_SCHOOL = re.compile(r"(?!中小学)[\u4e00-\u9fff]{2,20}(?:[小中大]学|幼儿园)")
_HEAD = re.compile(
    rf"(?:^(?:[^\u4e00-\u9fff]{{0,4}}|[（(]?[{UP_TO_99}]{{1,3}}[）)、.．])|(?<=[。；\d]))"
    r"(?P<name>[\u4e00-\u9fff]{2,20}(?:[小中大]学|幼儿园|学校|局|所|站|中心|街道|镇|乡)(?:（[^（）]{2,12}）)?)："
)
"""Whose a line is, or a part of it, with its phone at the end. Example: `城南小学：…各村。电话：5550125`."""
_BETWEEN = "，、；：/（）()和或与转 "
_MATTER = re.compile(
    r"(?:政策|流程|业务|技术|申报|系统|平台|材料|资金|项目|综合|其他|相关){1,3}(?:及|和|与)?(?:咨询|受理|办理|申报|服务|问题|事宜|支持|操作|流程)*"
)
"""What a second phone of the same body is for. Example: `流程咨询` between two phones."""
_PREDICATE = re.compile(r"(?:获得|获取|取得|进行|寻求|了解|咨询|反映|预约)[\u4e00-\u9fff]{0,10}")
"""What a call is for, between the label and the number. Example: `咨询电话获得帮助（5550101）`."""
_ADDRESS = re.compile(r"[\u4e00-\u9fff]{1,20}[路街道巷]\d{1,5}号[\u4e00-\u9fff\d]{0,12}")
"""Where the phone behind it stands. Example: `和平路195号` before `5550101`."""
_TAKES = re.compile(r"[^，。；]*?(?:受理|办理|咨询|申请|申报|报名|解答)")
"""Clauses that send people to a body; other bodies that a sentence names may only assist."""


@dataclass(frozen=True, slots=True)
class Call:
    """A phone that running text prints, and whose it is."""

    department: str
    office: str | None
    person: str | None
    phone: str


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose a phone is; empty where nobody is known."""

    department: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """What is known of names around a text: the table, the region, the body that issued the document."""

    names: Names
    region: str
    issuer: str


@dataclass(frozen=True, slots=True)
class _CallLine:
    """A line of a text, what announces phones in it, and the phones printed right behind names."""

    before: str
    """The line above it."""
    words: Words
    labels: tuple[re.Match[str], ...]
    named: tuple[Call, ...]

    def said(self, label: re.Match[str]) -> Words:
        """The words that a label announces."""
        return self.words[label.start("said") : label.end("said")]


_NO_PHONE = _CallLine("", Words("", ""), (), ())
"""A line without figures, which parts the lines above it from those below."""


def _lines(text: str) -> Iterable[_CallLine]:
    """The lines of a text, looked through for phones."""
    return _known_lines(text) if len(text) <= _SHORT_TEXT else _each_line(text)


def _each_line(text: str) -> Iterator[_CallLine]:
    for line in listed_lines(text):
        yield _line(*line) if line else _NO_PHONE


@lru_cache(maxsize=16)
def _known_lines(text: str) -> tuple[_CallLine, ...]:
    """A measure is read for the phones of bodies, then for those of nobody by name."""
    return tuple(_each_line(text))


def _line(before: str, line: str) -> _CallLine:
    words = Words.of(set_apart(line))
    labels = _CALL.finditer(words.norm) if _SAYS_CALL.search(words.norm) else ()
    asked = (label for label in labels if not _is_aside(words.norm, label))
    return _CallLine(before, words, tuple(asked), tuple(_named_before(words)))


def _is_aside(text: str, label: re.Match[str]) -> bool:
    """Whether words right before a label make it one for complaints. Example: `举报违法热线电话：`."""
    return "咨询" not in label["label"] and bool(_FOR_COMPLAINTS.search(text, 0, label.start("label")))


def find_calls(text: str, around: Caller) -> Iterator[Call]:
    """The phones of running text, each with the body printed before it, else the one that its sentence names.

    Where that names none, the phone is that of the body that issued the document, unless that is a
    government, which answers for many. Where it names several, nobody knows whose it is.

    Example: `咨询电话：区民政局6433459；区残联6411234` -> one phone for each
    """
    above: Call | None = None
    for line in _lines(text):
        said: list[Call] = []
        for match in line.labels:
            owner = _owner(Words.of(line.before), line.words, match, around)
            said += _calls(line.said(match), owner, match["person"])
        named = [_of_issuer(call, around.issuer) for call in line.named] or list(_going_on(line.words, above))
        yield from said
        yield from (call for call in named if call.department)
        above = next(reversed((*said, *named)), None)


def _of_issuer(call: Call, issuer: str) -> Call:
    """A phone; that of an office alone belongs to the body that issued the document."""
    return call if call.department else replace(call, department=office_of(issuer, ""))


def _going_on(words: Words, above: Call | None) -> Iterator[Call]:
    """The phones of a line that begins with one: they are those of the line above it."""
    phones = find_phones(words.raw) if above else ()
    if above and phones and phones[0].start == 0:
        yield from (replace(above, phone=phone.text) for phone in _run(words, phones))


def find_unowned(text: str) -> Iterator[Call]:
    """The phones of running text that words such as 咨询电话, or an office, announce, as nobody's.

    Example: `咨询电话：0311-5550302；监督电话：0311-5550399` -> the first; `公房科：5550103` -> 公房科
    """
    for line in _lines(text):
        for match in line.labels:
            yield from _unowned(line.said(match), match["person"])
        yield from (call for call in line.named if not call.department)


def _unowned(said: Words, person: str | None) -> Iterator[Call]:
    end = 0
    for phone in find_phones(said.raw, called_so=True):
        label = _person_of(_between(said[end : phone.start]))
        label = "" if _PREDICATE.fullmatch(label) or _ADDRESS.fullmatch(label) else label
        end = phone.end
        office = label if is_office(label) else None
        if (label and not office and not is_person(label)) or _ASIDE.search(label):
            return
        if not _EVERYBODYS.fullmatch(phone.text):
            yield Call("", office, None if office else label or person, phone.text)


def _named_before(words: Words) -> Iterator[Call]:
    """The phones that bodies, districts or offices alone are printed before, without a word as 电话.

    Example: `北郊镇人社所：6560123；清河区：6062345` -> one phone for each
    """
    for match in _COLON.finditer(words.norm):
        colon = words.norm[match.end() - 1] == "："
        owner = _body_of(match["name"], colon=colon)
        if owner is None and colon and is_office(match["bare"]):
            owner = _Owner("", match["name"])
        if owner is None:
            continue
        behind = words[match.end() : match.end() + _LONGEST_RUN]
        phones = find_phones(behind.raw, called_so=colon)
        if phones and phones[0].start == 0:
            yield from (
                Call(owner.department, owner.office, None, phone.text) for phone in _run(behind, phones)
            )


def _run(words: Words, phones: Sequence[PrintedPhone]) -> Iterator[PrintedPhone]:
    """The first phone, and those behind it that only a mark or a remark parts from the one before.

    Example: `6155968（城市低保）、6155969（农村低保）` -> both
    """
    end = phones[0].end
    for phone in phones:
        if phone.start > end + 1 and not _REMARK.fullmatch(words.norm, end, phone.start):
            return
        end = phone.end
        yield phone


def _body_of(label: str, *, colon: bool = True) -> _Owner | None:
    """Whom words before a phone name; a district only where a colon follows it."""
    label = without_window(label)
    within = body_and_office(label)
    if within is not None:
        return _Owner(*within)
    district = colon and (is_district(label) or _is_city(label))
    return _Owner(label) if district or is_body(label) or _SCHOOL.fullmatch(label) else None


def _is_city(words: str) -> bool:
    """Whether words name a city or prefecture, with its level or without. Example: `青岛` -> True."""
    return any(f"{words}{level}" in load_gazetteer() for level in ("", "市", "州", "地区", "盟"))


def _calls(said: Words, owner: _Owner, person: str | None) -> Iterator[Call]:
    end = 0
    for phone in find_phones(said.raw, called_so=True):
        if phone.start < end:
            continue
        label = _between(said[end : phone.start])
        joint = _joint(label)
        if joint:
            end = yield from _of_joint(joint, said[phone.start :], phone.start)
            continue
        label = (
            ""
            if _MATTER.fullmatch(label) or _PREDICATE.fullmatch(label) or _ADDRESS.fullmatch(label)
            else _person_of(label)
        )
        behind = _BEHIND.match(said.norm, phone.end)
        end = behind.end() if behind else phone.end
        if behind and is_body(behind["words"]):
            yield Call(behind["words"], None, None, phone.text)
            continue
        if _ASIDE.search(label):
            return
        if label and not is_person(label) and not _names_desk(label):
            return
        owner, person = _desk(label, owner, person)
        if owner.department and not _EVERYBODYS.fullmatch(phone.text):
            yield Call(owner.department, owner.office, person, phone.text)


def _between(words: Words) -> str:
    """What is printed before a phone, without marks and numbers for letters. Example: `5550107（传真）、`."""
    return _FAX.sub("", words.norm).strip(_BETWEEN)


def _person_of(label: str) -> str:
    """Who answers the phone for a matter; other words stay. Example: `银行服务：林青` -> `林青`."""
    match = _OF_PERSON.fullmatch(label)
    return match["name"] if match and is_person(match["name"]) else label


def _joint(label: str) -> list[_Owner]:
    """The bodies that share the phones behind them; none where a name is none of a body, or stands alone.

    Example: `市科技局、高新区管委会` -> both
    """
    owners = [_body_of(name) for name in label.split("、")]
    return [owner for owner in owners if owner] if len(owners) > 1 and all(owners) else []


def _of_joint(owners: Sequence[_Owner], said: Words, offset: int) -> Generator[Call, None, int]:
    """The phones behind several bodies, one by one where there are as many, and where they end."""
    run = list(_run(said, find_phones(said.raw, called_so=True)))
    pairs = zip(owners, run, strict=True) if len(run) == len(owners) else product(owners, run)
    for owner, phone in pairs:
        yield Call(owner.department, owner.office, None, phone.text)
    return offset + run[-1].end


def _names_desk(label: str) -> bool:
    return _body_of(label) is not None or is_office(label)


def _desk(label: str, owner: _Owner, person: str | None) -> tuple[_Owner, str | None]:
    """Whose the phone behind a label is, where the phone before was of `owner` and `person`."""
    named = _body_of(label)
    if named is not None:
        return named, None
    if is_office(label):
        return _Owner(owner.department, label), person
    return owner, label or person


def _owner(before: Words, words: Words, match: re.Match[str], around: Caller) -> _Owner:
    offset = match.start()
    window = _window(before, words, offset)
    named = _named(window, around)
    if len(named) > 1:
        return _Owner("")
    if named:
        return _Owner(named[0], _office_behind(named[0], window))
    if is_district(window):
        return _Owner(window)
    if match["label"].startswith(_CALLED_BY_HOTLINE) and (service := _SERVICE.search(window)):
        return _Owner(service.group() + _CALLED_BY_HOTLINE)
    if heads := [_body_of(head["name"]) for head in _HEAD.finditer(words.norm, 0, offset)]:
        return heads[-1] or _Owner("")
    dialled = match["label"].startswith(_DIALLED)
    return _Owner(office_of(around.issuer, "" if dialled else words[:offset].norm or before.norm))


def _window(before: Words, words: Words, offset: int) -> str:
    """The sentence up to `offset`; where it begins there, what the sentence before says about where to go."""
    first = max(0, offset - _LONGEST_WINDOW)
    ends = [first, *(match.end() for match in _SENTENCE.finditer(words.norm, first, offset))]
    window = words.norm[ends[-1] : offset]
    if window:
        return window
    earlier = words.norm[ends[-2] : offset] if len(ends) > 1 else before.norm
    return "".join(_TAKES.findall(earlier))


def _named(window: str, around: Caller) -> list[str]:
    """The bodies that a sentence names."""
    known = [mention.text for mention in around.names.find(window, around.region)]
    others = [body.name for body in find_bodies(window) if not any(name in body.name for name in known)]
    return [name for name in dict.fromkeys((*known, *others)) if not name.startswith("各")]


def _office_behind(name: str, window: str) -> str | None:
    """The office printed right behind a body. Example: `请咨询区民政局养老服务科，` -> 养老服务科."""
    within = (body.office for body in find_bodies(window) if body.name.endswith(name))
    behind = window.rpartition(name)[2].strip(_BETWEEN)
    return next(within, None) or (behind if is_office(behind) else None)
