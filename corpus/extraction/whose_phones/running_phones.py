"""Phones in running text: 县住房保障服务中心负责受理。咨询电话：8180136."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, product

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import office_of
from corpus.extraction.naming.printed_desks import CalledDesk, desk_with_person, named_desk
from corpus.extraction.whose_phones.desk_rows import (
    desk_behind,
    phones_before_names,
    phones_behind_names,
    phones_of_staff,
    run_of,
)
from corpus.extraction.whose_phones.headed_units import as_part, head_of, phones_of_head
from corpus.extraction.whose_phones.listed_callers import listed_before
from corpus.extraction.whose_phones.located_names import phones_of_located
from corpus.extraction.whose_phones.phone_lists import CALLED_FOR, listed_lines
from corpus.extraction.whose_phones.phone_owners import BETWEEN, Caller, matter_of_person, owner_of
from corpus.extraction.whose_phones.reversed_rows import reversed_row
from corpus.text.bodies import is_office
from corpus.text.person_names import is_person
from corpus.text.phones import EMERGENCIES, find_phones, set_apart

_BOOKED = r"[\d（）()—-]{7,}(?:提前|电话|进行|办理)*(?:预约|报名|订票|预订)"
"""A number at which something is booked is none to ask at. Example: `5550109预约` behind `拨打`."""
_LABEL = (
    rf"(?:{CALLED_FOR}{{1,4}}(?:电话|热线|专线)(?:号码)?(?:：|为|是)?|(?:联系|咨询|联络)方式：|(?:致电|拨打)(?=（?\d)(?!{_BOOKED})|联系(?=（?0\d{{2,3}}）?-?\d{{7}})"
    rf"|(?:咨询|联系)：(?=[^。：]{{2,40}}?\d{{5}})|(?:咨询|预约|联系){CALLED_FOR}?：(?=（?\d)"
    r"|(?<!举报)(?<!监督)(?<!投诉)(?<!传真)(?:电话|热线)(?:[及和/]微信)?(?:号码?)?(?:：|为|是)?(?=（?\d)"
    r"|(?:咨询|联系|办公)地址[及和与、]电话：|联系人员?[及和与、](?:联系)?(?:电话|方式)：|联系人员?：(?=[\u4e00-\u9fff]{2,4}[，；、：]?（?\d))"
)
_CALL = re.compile(
    r"(?:联系人(?:员)?：(?P<person>[\u4e00-\u9fff]{2,24}?)[，；、（]?)?"
    rf"(?P<label>{_LABEL})(?P<said>(?:(?!{_LABEL})[^。])*)"
)
_SAYS_CALL = re.compile(
    r"电话|热线|专线|(?:方式|咨询|联系|联系人|联系人员)：|[询务约理系报]：（?\d|致电|拨打"
)
"""In every label of a phone: a line without any has none."""
_OF_PERSON = re.compile(r"[\u4e00-\u9fff]{2,10}：(?P<name>[\u4e00-\u9fff]{2,4})")
"""A matter, and who answers its phone. Example: `银行服务：林青`."""
_ARROW = re.compile(
    r"(?<=[\u4e00-\u9fff）)])\s*(?:→|⇒|►|[—–]{1,2}|…+|·{2,}|\.{3,}|_{2,}|\|)\s*(?=[\u4e00-\u9fff（(\d])"
)
"""What leads from a name to its phone in place of a colon. Example: `营业部……5550101`."""
_EVERYBODYS = re.compile(rf"(?:（?0\d{{2,3}}）?-?)?12345|{'|'.join(sorted(EMERGENCIES))}")
"""The hotline of a whole city and those of emergencies; printed beside a body, none is a number of it."""
_ASIDE = re.compile(r"监督(?!管理|检验|检查|局|所|站|科|处)|举报|投诉|传真|邮箱|邮编")
_FAX = re.compile(r"[\d（）-]{7,}（传真）")
_REMARK = re.compile(r"^（[\u4e00-\u9fff]{2,10}）(?=[、，；])")
"""What the phone before is for. Example: `（高龄津贴）` behind `5550101`."""
_FOR_COMPLAINTS = re.compile(r"(?:举报|投诉|监督)[\u4e00-\u9fff]{0,5}$")
_MARKS = "，、；：/（）() "
_SHORT_TEXT = 2000
"""Characters of a text whose lines are remembered."""
_MATTER = re.compile(
    r"(?:政策|流程|业务|技术|申报|系统|平台|材料|资金|项目|综合|其他|相关){1,3}(?:及|和|与)?(?:咨询|受理|办理|申报|服务|问题|事宜|支持|操作|流程)*"
    r"|(?:24小时|夜间|白天|故障)?(?:抢修|报修|维修|客服|值班|热线|服务)"
)
"""What a second phone of the same body is for. Example: `流程咨询` between two phones."""
_PREDICATE = re.compile(r"(?:获得|获取|取得|进行|寻求|了解|咨询|反映|预约)[\u4e00-\u9fff]{0,10}")
"""What a call is for, between the label and the number. Example: `咨询电话获得帮助（5550101）`."""
_HOURS = re.compile(r"(?:工作|办公|上班|服务|法定|正常)(?:时间|日)(?:内|拨打)?")
"""When a phone is answered, between the label and the number."""
_MATTERS_THEN = re.compile(
    r"(?:[\d（）()—-]{7,}（[\u4e00-\u9fff]{2,10}）[、，；]?)+(?P<desk>[\u4e00-\u9fff]{4,30})"
)
_ADDRESS = re.compile(r"[\u4e00-\u9fff]{1,20}[路街道巷]\d{1,5}号[\u4e00-\u9fff\d]{0,12}")
"""Where the phone behind it stands. Example: `和平路195号` before `5550101`."""


@dataclass(frozen=True, slots=True)
class Call:
    """A phone that running text prints, and whose it is."""

    department: str
    office: str | None
    person: str | None
    phone: str


@dataclass(frozen=True, slots=True)
class _CallLine:
    """A line of a text, what announces phones in it, and the phones printed right behind names."""

    above: str
    """The line above it that names whom it is about, else the one right above it."""
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


def _line(above: str, line: str) -> _CallLine:
    words = Words.of(_ARROW.sub("：", set_apart(line)))
    labels = _CALL.finditer(words.norm) if _SAYS_CALL.search(words.norm) else ()
    asked = (label for label in labels if not _is_aside(words.norm, label))
    desks = list(reversed_row(words)) or chain(
        phones_of_staff(words),
        phones_behind_names(words),
        phones_of_located(words),
        phones_before_names(words),
    )
    named = (Call(desk.department, desk.office, desk.person, phone) for desk, phone in desks)
    return _CallLine(above, words, tuple(asked), tuple(named))


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
    first, issuer = head_of(text.partition("\n")[0]), around.issuer
    for line in _lines(text):
        said: list[Call] = []
        head = head_of(line.words.norm) or first
        around = replace(around, issuer=head or issuer)
        for match in line.labels:
            owner = _of_person(match["person"], owner_of(Words.of(line.above), line.words, match, around))
            owner = _named_behind(line.said(match)) or owner
            listed = _of_listed(line, match, owner.department or office_of(around.issuer, ""))
            said += listed or _calls(line.said(match), owner, owner.person)
        labelled = {call.phone for call in said}
        behind = [call for call in line.named if call.department or call.phone not in labelled]
        named = [_of_issuer(call, around.issuer) for call in behind] or list(_going_on(line.words, above))
        calls = [_within(call, head) for call in (*said, *named) if call.department]
        yield from calls
        yield from _of_head(line.words, head, calls)
        above = next(reversed((*said, *named)), None)


def _within(call: Call, head: str) -> Call:
    """A phone; that of a part of the one that the text is about is theirs."""
    desk = as_part(CalledDesk(call.department, call.office, call.person), head)
    return Call(desk.department, desk.office, desk.person, call.phone)


def _of_head(words: Words, head: str, known: Sequence[Call]) -> Iterator[Call]:
    """The phones of a line that nobody else has, as those of the one that the text is about."""
    if head:
        phones = {call.phone for call in known}
        for desk, phone in phones_of_head(words, head, phones):
            yield Call(desk.department, desk.office, desk.person, phone)


def _named_behind(said: Words) -> CalledDesk | None:
    """The desk that ends what a label announces, behind phones of which each has a matter in brackets.

    Example: `5550101（高龄津贴）、5550102（护理补贴），县民政局养老科` -> 县民政局, 养老科
    """
    behind = _MATTERS_THEN.fullmatch(said.norm)
    desk = named_desk(behind["desk"], listed=False) if behind else None
    return desk if desk and desk.department else None


def _of_listed(line: _CallLine, label: re.Match[str], department: str) -> list[Call]:
    """The phones of those listed right before a label, one by one, or one phone of all the bodies.

    Offices and people without a body are those of `department`.
    """
    said = line.said(label)
    owners = [desk.of(department) for desk in listed_before(line.words.norm[: label.start("label")])]
    phones = find_phones(said.raw, called_so=True) if owners and all(o.department for o in owners) else ()
    paired = len(phones) == len(owners) or (len(phones) == 1 and not any(o.person for o in owners))
    return list(_of_joint(owners, said, 0)) if phones and phones[0].start == 0 and paired else []


def _of_issuer(call: Call, issuer: str) -> Call:
    """A phone; that of an office alone belongs to the body that issued the document."""
    return call if call.department else replace(call, department=office_of(issuer, ""))


def _going_on(words: Words, above: Call | None) -> Iterator[Call]:
    """The phones of a line that begins with one: they are those of the line above it."""
    phones = find_phones(words.raw) if above else ()
    if above and phones and phones[0].start == 0:
        yield from (replace(above, phone=phone.text) for phone in run_of(words, phones))


def find_unowned(text: str) -> Iterator[Call]:
    """The phones of running text that words such as 咨询电话, or an office, announce, as nobody's.

    Example: `咨询电话：0311-5550302；监督电话：0311-5550399` -> the first; `公房科：5550103` -> 公房科
    """
    for line in _lines(text):
        said = (
            call
            for match in line.labels
            for call in _unowned(line.said(match), _of_person(match["person"], _nobodys(line, match)))
        )
        yield from dict.fromkeys((*said, *(call for call in line.named if not call.department)))


def _nobodys(line: _CallLine, label: re.Match[str]) -> CalledDesk:
    """The desk of nobody by name that a label announces, with what is asked there."""
    return CalledDesk("", matter_of_person(line.words, label))


def _of_person(words: str | None, owner: CalledDesk) -> CalledDesk:
    """The owner of phones behind 联系人 and these words: somebody of `owner`, or a desk, or both."""
    if not words or is_person(words):
        return replace(owner, person=words or owner.person)
    desk = desk_with_person(words)
    return desk.of(owner.department) if desk else owner


def _unowned(said: Words, owner: CalledDesk) -> Iterator[Call]:
    end = 0
    for phone in find_phones(said.raw, called_so=True):
        label = _name_in(_between(said, end, phone.start))
        end = phone.end
        office = label if is_office(label) else None
        if (label and not office and not is_person(label)) or _ASIDE.search(label):
            return
        if not _EVERYBODYS.fullmatch(phone.text):
            yield Call("", office or owner.office, None if office else label or owner.person, phone.text)


def _calls(said: Words, owner: CalledDesk, person: str | None) -> Iterator[Call]:
    end = 0
    for phone in find_phones(said.raw, called_so=True):
        if phone.start < end:
            continue
        label = _between(said, end, phone.start)
        joint = _joint(label)
        if joint:
            end = yield from _of_joint(joint, said[phone.start :], phone.start)
            continue
        label = "" if _MATTER.fullmatch(label) else _name_in(label)
        behind = desk_behind(said, phone.end)
        end = behind[1] if behind else phone.end
        if behind:
            desk = behind[0].of(owner.department)
            yield from _of_desk(desk, phone.text)
            continue
        if _ASIDE.search(label):
            return
        if label and desk_with_person(label) is None and not is_person(label):
            owner, person = CalledDesk(""), None
            continue
        owner, person = _called_by(label, owner, person)
        if owner.department and not _EVERYBODYS.fullmatch(phone.text):
            yield Call(owner.department, owner.office, person, phone.text)


def _of_desk(desk: CalledDesk, phone: str) -> Iterator[Call]:
    """The phone of a desk, if its body is known."""
    if desk.department:
        yield Call(desk.department, desk.office, desk.person, phone)


def _called_by(label: str, owner: CalledDesk, person: str | None) -> tuple[CalledDesk, str | None]:
    """Whose the phone behind a label is, where the phone before was of `owner` and `person`."""
    desk = desk_with_person(label)
    if desk is None:
        return owner, label or person
    return desk.of(owner.department), desk.person or (None if desk.department else person)


def _between(said: Words, end: int, start: int) -> str:
    """What is printed before a phone, without marks and numbers for letters. Example: `5550107（传真）、`.

    A joining word at the very beginning is part of a name: `和顺热力公司5550101`.
    """
    words = _REMARK.sub("", _FAX.sub("", said.norm[end:start]))
    return words.strip(BETWEEN) if end else words.rstrip(BETWEEN).lstrip(_MARKS)


def _name_in(label: str) -> str:
    """Who answers the phone for a matter; empty for what a call is for and for addresses; other words stay.

    Example: `银行服务：林青` -> `林青`; `获得帮助` -> ``
    """
    if _PREDICATE.fullmatch(label) or _ADDRESS.fullmatch(label) or _HOURS.fullmatch(label):
        return ""
    match = _OF_PERSON.fullmatch(label)
    return match["name"] if match and is_person(match["name"]) else label


def _joint(label: str) -> list[CalledDesk]:
    """The bodies that share the phones behind them; none where a name is none of a body, or stands alone.

    Example: `市科技局、高新区管委会` -> both
    """
    owners = [named_desk(name) for name in label.split("、")]
    bodies = [owner for owner in owners if owner and owner.department]
    return bodies if len(bodies) == len(owners) > 1 else []


def _of_joint(owners: Sequence[CalledDesk], said: Words, offset: int) -> Generator[Call, None, int]:
    """The phones behind several bodies, one by one where there are as many, and where they end."""
    run = list(run_of(said, find_phones(said.raw, called_so=True)))
    pairs = zip(owners, run, strict=True) if len(run) == len(owners) else product(owners, run)
    for owner, phone in pairs:
        yield Call(owner.department, owner.office, owner.person, phone.text)
    return offset + run[-1].end
