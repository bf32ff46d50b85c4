"""Phones lent to a measure that names a department without one: only those that answer for its matter."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from corpus.directory import Directory
from corpus.keeping.title_keys import title_keys
from corpus.records import Contact, Document, ItemReason, Measure
from corpus.regions import region_of
from corpus.text.ledger_columns import ColumnRole, lists_calls, roles_of

_MOST_LENT = 4
"""How many contacts of other measures are added to the printed ones at most."""
_MOST_OF_ONE = 2
"""How many of them are of one department at most."""
_STEM_ENDS = ("管理服务科", "服务科", "管理科", "科", "股", "处", "室")
_MIN_CHARS = 3
"""A shorter subject of an office or matter of a title stands in texts on anything."""
_GENERAL = re.compile(r"(?:综合|党政|党委|行政)?办公室|综合(?:科|股|处)|(?:总)?值班室|总机")
"""Offices that speak for their whole department."""
_HOLLOW = re.compile(
    r"关于|进一步|切实|深入|全面|统筹|加快|做好|做优|开展|加强|规范|调整|提高|落实|推进|推动|促进|实施|组织|印发|公布|发布|下达|转发|支持|鼓励|完善"
    r"|(?:19|20)\d\d(?:[—－-]\d{2,4})?年?度?|[春夏秋冬]季|上半年|下半年|第.{1,3}[批次季]"
    r"|有关|相关|事项|工作|重点|主要|任务|分工|政策|服务|管理|高质量|发展|建设|民生|实事|项目|措施|若干|意见|方案|办法|细则|规定|规划|计划|行动"
    r"|通知|通告|公告|公示|决定|指南|须知|问答|解读|说明|清单|目录|台账|名单|汇编|要点|一览表|电话表|联系表|联系|咨询|电话|办事|办理|申报|申领|申请"
    r"|发放|责任|目标|考核|公开|原文|改革|创新|经济|社会|[^\u4e00-\u9fff]|[的与和及]"
)
"""Words of titles that name no matter."""
_TITLE_CHARS = 24
"""A longer cell is a sentence."""
_PLACE = re.compile(r"地[址点]|位置")
_REGISTER_BUREAUS = 5
"""A document that prints the numbers of so many bureaus, each for items of its own, is a register of them.

Two of the bundled ones are, with 13 and 12; none of 19 notices on one matter has two (2026-11-30)."""
_BUREAU = re.compile(r".+局")

Source = Callable[[str], tuple[Measure, Document]]
"""The measure of an id, with its document."""


@dataclass(frozen=True)
class Lender:
    """Lends the phones of a directory; `source` tells which measure prints each."""

    directory: Directory
    source: Source
    _calling: dict[str, "_Calling"] = field(default_factory=dict, compare=False, repr=False)
    """What documents print phones for, by their numbers; those that somebody asked about."""

    def lent(self, measure: Measure, document: Document, own: Sequence[Contact]) -> tuple[Contact, ...]:
        """Contacts of the departments that stand first, taken from other measures of the same region.

        None where the measure prints a phone of its `own`.

        A number is lent where its office is the one named, or its subject or the matter that it is printed
        for is the measure's, or it is the department's at large. Where none is, a number that a register of
        departments prints is lent as the department's, without office and person. Whom a notice on one matter
        names is called about nothing else. What is not plausible for the region is lent to nobody before the
        staff have checked it.
        """
        printed = [contact for contact in own if not contact.of_document]
        if not printed or any(contact.phone for contact in printed):
            return ()
        first = [contact for contact in printed if contact.role is printed[0].role]
        departments = dict.fromkeys(contact.canonical for contact in first if contact.canonical)
        borrower = _Borrower(measure, document, tuple(first))
        most = _MOST_OF_ONE if len(departments) == 1 else 1
        lent = [
            replace(contact, role=first[0].role, deadline=None, inferred=True)
            for canonical in departments
            for contact in self._desks(canonical, borrower)[:most]
        ]
        return tuple(lent[:_MOST_LENT])

    def _desks(self, canonical: str, borrower: "_Borrower") -> list[Contact]:
        """The newest desks that fit; else of the whole department; else of a register, as its own."""
        desks = self.directory.contacts(canonical, borrower.document.region)
        checked = [desk for desk in desks if not desk.unchecked]
        for answers in (self._fits, self._is_general):
            found = [desk for desk in checked if answers(desk, borrower)]
            if found:
                return _newest(found)
        registered = [desk for desk in checked if self._calling_in(self.source(desk.source)[1]).is_register]
        return [replace(desk, office=None, person=None) for desk in _newest(registered)]

    def _fits(self, desk: Contact, borrower: "_Borrower") -> bool:
        """Whether a desk answers for the matter of the borrower."""
        if desk.office and (desk.canonical, desk.office) in borrower.offices:
            return True
        stem = _stem(desk.office or "")
        return bool(stem and stem in borrower.topic) or any(
            matter in borrower.words for matter in self._matters(desk, borrower)
        )

    def _matters(self, desk: Contact, borrower: "_Borrower") -> Iterator[str]:
        """What a desk is printed for: the matters of its row, or of its document if that is another one."""
        measure, document = self.source(desk.source)
        if measure.document != borrower.measure.document and self._speaks_for_all(desk, document):
            yield from matters_of(document.title, document.region)
        for words in _row_titles(measure):
            if words != desk.department:
                yield from matters_of(words, document.region)

    def _is_general(self, desk: Contact, borrower: "_Borrower") -> bool:
        """Whether a number is that of its department: so confirmed, so listed, or of its main office."""
        if desk.office or desk.person:
            return bool(desk.office and _GENERAL.fullmatch(desk.office))
        measure, _ = self.source(desk.source)
        listed = measure.reason is ItemReason.ROW and lists_calls([part.name for part in measure.sections])
        return desk.confirmed is not None or listed

    def _speaks_for_all(self, desk: Contact, document: Document) -> bool:
        """Whether a phone is for all that its document is about: no other measure prints one of its own."""
        own = any(duty.phone == desk.phone for duty in document.contacts)
        return own or not self._calling_in(document).several

    def _calling_in(self, document: Document) -> "_Calling":
        known = self._calling.get(document.number)
        if known is None:
            known = self._calling[document.number] = _Calling.of(document)
        return known


@dataclass(frozen=True, slots=True)
class _Calling:
    """What the phones of a document are for."""

    several: bool
    """More than one measure prints a phone."""
    is_register: bool
    """It is on what many bureaus do: each is the first to be called for items of its own."""

    @classmethod
    def of(cls, document: Document) -> "_Calling":
        calling = 0
        bureaus: set[str] = set()
        for measure in document.measures:
            called = next((duty.canonical for duty in measure.responsibilities if duty.phone), None)
            calling += called is not None
            if called and _BUREAU.fullmatch(called):
                bureaus.add(called)
            if len(bureaus) >= _REGISTER_BUREAUS:
                break
        return cls(calling > 1, len(bureaus) >= _REGISTER_BUREAUS)


@dataclass(frozen=True)
class _Borrower:
    """A measure without a phone, with the contacts that it names first."""

    measure: Measure
    document: Document
    first: tuple[Contact, ...]

    @property
    def offices(self) -> set[tuple[str, str]]:
        """The offices that it names, each with its department."""
        return {(c.canonical, office) for c in self.first if c.office for office in c.office.split("、")}

    @cached_property
    def topic(self) -> str:
        """Its words without the departments: 区农业农村局 does not make farming the topic."""
        topic = self.measure.text
        for duty in self.measure.responsibilities:
            topic = topic.replace(duty.department, "")
        return topic

    @cached_property
    def words(self) -> str:
        """The topic, and the titles that it stands below."""
        return "\n".join((self.topic, *self.measure.heading, self.document.title))


def _newest(desks: Sequence[Contact]) -> list[Contact]:
    """Those of the newest day, each phone once, in their order."""
    newest = [desk for desk in desks if desk.as_of == desks[0].as_of]
    return list({desk.phone: desk for desk in reversed(newest)}.values())[::-1]


def _row_titles(measure: Measure) -> Iterator[str]:
    """What the cells of a row name in a few words."""
    for part in measure.sections if measure.reason is ItemReason.ROW else ():
        names = roles_of([part.name])[0] is ColumnRole.TEXT and not _PLACE.search(part.name)
        if names and len(part.text) <= _TITLE_CHARS:
            yield part.text


def _stem(office: str) -> str:
    """What an office is for. Example: 社会保障科 -> 社会保障; empty where its name is too short to tell."""
    end = next((end for end in _STEM_ENDS if office.endswith(end)), None)
    stem = office.removesuffix(end) if end else ""
    return stem if len(stem) >= _MIN_CHARS else ""


@lru_cache(maxsize=1024)
def matters_of(title: str, region: str) -> tuple[str, ...]:
    """What a title is about, without who issues it, where and as what.

    Example: 青禾县民政局关于做好2026年临时救助工作的通知 -> 临时救助
    """
    keys = title_keys(title) or (title,)
    known = region_of(region) if region else None
    places = sorted({*known.own, *known.above}, key=len, reverse=True) if known else []
    bare = min(keys, key=len)
    for place in places:
        bare = bare.replace(place, "，")
    return tuple(words for words in _HOLLOW.split(bare) if len(words) >= _MIN_CHARS)
