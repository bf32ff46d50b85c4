"""The phones that a document prints anywhere, each with whose it is and what it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.wording.loose_bodies import loose_bodies
from corpus.departments import Names
from corpus.records import Document, ItemReason, Measure, PrintedAt, Responsibility, Role, Site
from corpus.text.bodies import body_and_office, is_body, is_office, without_sending
from corpus.text.body_mentions import BodyMention, find_bodies
from corpus.text.person_names import is_person
from corpus.text.phones import EMERGENCIES, PrintedPhone, find_phones, set_apart

_COMPLAINT = re.compile(r"监督(?=电话|举报|投诉|热线|方式|[：:（(]|$)|投诉|举报|检举|反映|纪委|纪检")
_NO_COMPLAINT = re.compile(r"(?:咨询|服务|受理|报修|报名|申报|预约)(?:电话|热线)?[：:（(]?$")
_TO_COMPLAIN = re.compile(r"[^，。；\d]{0,4}(?:投诉|举报|反映)")
_COMPLAINT_TITLE = re.compile(r"(?:(?!咨询)[^。：]){0,8}(?:监督|投诉|举报|维权)[^。：]{0,6}(?:[。：\n]|$)")
"""A title of both, such as 咨询和监督, tells nothing of its phones."""
_LABEL = re.compile(
    r"[（(]?(?:24小时|全天)?(?:联系|联络|咨询|服务|办公|受理|值班|政策|业务|客服|预约|报名|申报|举报|投诉|监督|维修|报修|故障|公开|统一"
    r"|搜救|热线|报警|及|和)*(?:电话|热线|方式|打|拨打)?(?:号码)?(?:为|是)?[：:]?[（(]?$"
)
_MARKS = re.compile(r"[，。；：:（()）、｜|]")
_SENTENCE_END = re.compile(r"[。；]")
_FOR_ALL = re.compile(r"^[^：:。；\d]{0,12}(?:电话|热线|方式|咨询)[：:]")
"""What begins a list of phones and says of all of them what they are for. Example: `咨询电话：`."""
_OWN_LABEL = re.compile(r"电话|热线|方式|咨询|投诉|举报|监督")
_BEHIND = re.compile(r"[（(](?P<words>(?![^（）()]{0,24}\d{5})[^（）()]{2,24})[）)]")
_TITLED = re.compile(r"[\u4e00-\u9fff](?:工|主任|科长|股长|老师|经理)")
_CALLED = re.compile(r"(?:电话|热线|拨打|打|举报|投诉)[：:]?$")
_SHORTEST = 6
"""Shorter numbers are hotlines, which texts name in passing too: 12366服务热线."""
_LONGEST_NAME = 18
_OWN_BODY = re.compile(r"^[省市州县区旗镇乡]局$")
"""How a body calls itself in its own document."""
_GENERAL_OFFICE = re.compile(r"(?P<body>.{2,20}(?:局|厅|残联|中心|公司|联合会))(?P<office>办公室)")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:部|组|队|纪委|党委|总支|处|室|科|股|所|站)"
    r"(?=$|办理|受理|反映|投诉|举报|申报|负责|统一|上门|查处|解释)"
)


@dataclass(frozen=True, slots=True)
class PrintedCall:
    """A phone with its owner and its words."""

    department: str
    """Empty where nothing tells whose it is."""
    office: str | None
    phone: str
    words: str
    """What its sentence says before it and in the bracket behind it, without white space."""
    complaint: bool
    """Whether it is for complaints and not for the matter itself."""
    measure: str
    """Id of the measure that prints it; empty outside all measures."""
    printed_at: PrintedAt

    def duty(self, names: Names, region: str) -> Responsibility:
        """Its owner, responsible and with this phone."""
        canonical = names.canonical(self.department, region)
        return Responsibility(self.department, canonical, Role.RESPONSIBLE, self.office, phone=self.phone)


def printed_calls(document: Document) -> Iterator[PrintedCall]:
    """The phones of a document in reading order, those outside its measures last."""
    for measure in document.measures:
        yield from calls_of(measure, document)
    yield from _of_text(document.lead, None, PrintedAt(Site.OUTSIDE), document, titled=False)


def calls_of(measure: Measure, document: Document) -> Iterator[PrintedCall]:
    """The phones that one measure of a document prints, in reading order."""
    titles = (*measure.heading[-1:], measure.text)
    titled = any(_COMPLAINT_TITLE.match(title) for title in titles)
    printed_at = PrintedAt(Site.ITEM, measure.item)
    yield from _of_text(measure.text, measure, printed_at, document, titled=titled)


def _of_text(
    text: str, measure: Measure | None, printed_at: PrintedAt, document: Document, *, titled: bool
) -> Iterator[PrintedCall]:
    row = measure is not None and measure.reason is ItemReason.ROW
    for line in [text.replace("\n", "，")] if row else text.split("\n"):
        words = "".join(set_apart(line).split())
        end, label = 0, ""
        for phone in find_phones(words, called_so=True):
            before = words[_start(words, end, phone) : phone.start]
            label = _label_for_all(before, label)
            if phone.text in EMERGENCIES or (len(phone.text) < _SHORTEST and not _CALLED.search(before)):
                continue
            behind = _BEHIND.match(words, phone.end)
            end = behind.end() if behind else phone.end
            remark = behind["words"] if behind else ""
            read = _owner_read(measure, phone.text)
            owner = read if row and read else _owner(before, remark, document)
            owner = read if read and not owner[0] and read[0] in before else owner
            said = before if before.startswith(label) else label + before
            complaint = _is_for_complaints(said, remark, words[phone.end :], titled=titled)
            yield PrintedCall(
                *owner, phone.text, said + remark, complaint, measure.id if measure else "", printed_at
            )


def _label_for_all(before: str, label: str) -> str:
    """The label that says what a phone is for: its own, else that of the list in which it stands."""
    begins = _FOR_ALL.match(before)
    if begins:
        return begins.group()
    return "" if _OWN_LABEL.search(before) else label


def _owner_read(measure: Measure | None, phone: str) -> tuple[str, str | None] | None:
    """Body and office to which a measure was read to give a phone; None where it gives it to nobody."""
    duties = measure.responsibilities if measure else ()
    return next(((duty.department, duty.office) for duty in duties if duty.phone == phone), None)


def _start(words: str, end: int, phone: PrintedPhone) -> int:
    """Where the words of a phone begin: behind the phone before it, or with its sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words, end, phone.start)]
    return next((start for start in reversed(ends) if start < phone.start), end)


def _owner(before: str, remark: str, document: Document) -> tuple[str, str | None]:
    """Body and office of the words before a phone, the nearest first, or of the bracket behind it."""
    chunks = [chunk for chunk in _MARKS.split(_LABEL.sub("", before)) if chunk and not _is_somebody(chunk)]
    for chunk in reversed(chunks):
        named = _named(without_sending(_LABEL.sub("", chunk)), document)
        if named:
            return _OWN_BODY.sub(document.issuer, named[0]), named[1]
    behind = _MARKS.split(remark)[0]
    return body_and_office(behind) or ((behind, None) if is_body(behind) else ("", None))


def _is_for_complaints(before: str, remark: str, after: str, *, titled: bool) -> bool:
    if _NO_COMPLAINT.search(before):
        return False
    said = _COMPLAINT.search(before) or _COMPLAINT.search(remark)
    return titled or bool(said or _TO_COMPLAIN.match(after))


def _named(chunk: str, document: Document) -> tuple[str, str | None] | None:
    mentions = [*find_bodies(chunk, bare=True)]
    if mentions:
        return _with_office(mentions[-1], chunk)
    loose = [*loose_bodies(chunk)]
    if loose:
        return loose[-1].name, loose[-1].office
    whole = body_and_office(chunk)
    if whole:
        return whole
    named = (is_office(chunk) or is_body(chunk)) and len(chunk) <= _LONGEST_NAME
    return _of_office(chunk, document) if named else None


def _with_office(body: BodyMention, chunk: str) -> tuple[str, str | None]:
    """A body with the office that stands behind it.

    Example: `县供电公司营销部办理` -> 县供电公司, 营销部; `区残联办公室` -> 区残联, 办公室
    """
    whole = _GENERAL_OFFICE.fullmatch(body.name)
    if whole:
        return whole["body"], whole["office"]
    behind = _OFFICE.match(chunk, body.end)
    return body.name, body.office or (behind.group() if behind else None)


def _of_office(name: str, document: Document) -> tuple[str, str | None]:
    """An office with the body that the document gives it; one that stands alone is a body itself.

    Example: `节约用水办公室`, of `区水务局节约用水办公室` elsewhere -> 区水务局, 节约用水办公室
    """
    for measure in document.measures:
        for duty in measure.responsibilities:
            if duty.office == name:
                return duty.department, name
    return (document.issuer, name) if is_office(name) and "、" not in document.issuer else (name, None)


def _is_somebody(chunk: str) -> bool:
    return is_person(chunk) or bool(_TITLED.fullmatch(chunk)) or chunk == "联系人"
