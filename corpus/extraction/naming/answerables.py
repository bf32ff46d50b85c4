"""Whom an entry of labelled lines names, and the responsibilities that this comes to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.departments import Names
from corpus.extraction.naming.document_rules import DocumentRules
from corpus.extraction.naming.printed_desks import CalledDesk, desk_on_line, office_sent_to, person_on_line
from corpus.extraction.naming.role_words import BlockLabel
from corpus.records import Responsibility, Role

_GOVERNMENT = re.compile(r"政府(?:办公室|办公厅)?$|、")
"""A government or several bodies: they answer for so much that no phone is taken for their own."""
_HEADING = re.compile(
    r"[\u4e00-\u9fff、]{0,12}(?:方式|时间|时限|电话|咨询|受理|办理|申报|事项|要求|流程|程序|途径|渠道)"
)
"""A heading names nobody. Example: `受理时间及方式`."""
_ENDED = ("。", "！", "。”")


@dataclass(slots=True)
class Answerable:
    """One department of an entry with what its labels print for it."""

    department: str
    role: Role
    offices: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    deadline: str | None = None
    kind: BlockLabel = BlockLabel.DUTY
    """What its label or a verb behind its name says; `role` is what that comes to beside the others."""


@dataclass(slots=True)
class LabelledEntry:
    """The labels [start, end) of a compacted text and the departments that they name."""

    start: int
    end: int
    named: list[Answerable] = field(default_factory=list)
    loose: Answerable = field(default_factory=lambda: Answerable("", Role.RESPONSIBLE))
    """Office, person and phones printed without a department."""
    before: str = ""
    """The line before it."""

    def mark_leads(self, rules: DocumentRules) -> None:
        """Gives the departments the roles that the rules of the whole document give."""
        if rules.first_leads and self.named and not any(named.role is Role.LEAD for named in self.named):
            self.named[0].role = Role.LEAD
            for named in self.named[1:]:
                named.role = Role.SUPPORT

    def answerable(self, owner: str) -> list[Answerable]:
        """Its departments; where it names none, the desk of the line before answers, else `owner`."""
        if not self._is_loose():
            return self.named
        desk = desk_on_line(self.before) or person_on_line(self.before) or CalledDesk("")
        desk = desk.of(owner)
        office = desk.office or office_sent_to(self.before, desk.department)
        offices = self.loose.offices or ([office] if office else [])
        people = self.loose.people or ([desk.person] if desk.person else [])
        named = replace(self.loose, department=desk.department, offices=offices, people=people)
        return [named] if desk.department else self.named

    def _is_loose(self) -> bool:
        return not self.named and bool(self.loose.phones)


def office_of(issuer: str, before: str) -> str:
    """The office that issued a document, where a phone printed without an owner may be its own; else empty.

    A government answers for too much; a phone below a line that is not a whole sentence belongs to what the
    line names, which may be somebody of the issuer.
    """
    line = before.strip()
    alone = not line or line.endswith(_ENDED) or bool(_HEADING.fullmatch(line) or person_on_line(line))
    return issuer if alone and not _GOVERNMENT.search(issuer) else ""


def duties_of(named: Answerable, names: Names, region: str) -> Iterator[Responsibility]:
    """A responsibility for each phone; offices and people pair up with the phones where counts agree.

    Several offices with one phone or none have a responsibility each.
    """
    canonical = names.canonical(named.department, region)
    phones: list[str | None] = [*named.phones] or [None]
    if len(phones) == 1 and len(named.offices) > 1:
        phones = phones * len(named.offices)
    offices, people = _spread(named.offices, len(phones)), _spread(named.people, len(phones))
    for office, person, phone in zip(offices, people, phones, strict=True):
        yield Responsibility(named.department, canonical, named.role, office, person, phone, named.deadline)


def _spread(values: Sequence[str], count: int) -> list[str | None]:
    """The values one by one where there are `count` of them, else all of them joined, `count` times."""
    return list(values) if len(values) == count else ["、".join(values) or None] * count
