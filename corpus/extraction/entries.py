"""Who answers for a measure where labels such as 责任单位, 联系人, 联系电话 say so one after the other.

On lines of their own under a measure, or in one bracket behind it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.departments import Names
from corpus.extraction.blocks import role_among
from corpus.extraction.department_lists import listed_departments
from corpus.extraction.document_rules import DocumentRules
from corpus.extraction.named_bodies import desk_and_person
from corpus.extraction.printed_desks import (
    CalledDesk,
    desk_on_line,
    desk_with_person,
    governing,
    office_sent_to,
)
from corpus.extraction.role_words import BlockLabel
from corpus.extraction.words import Words
from corpus.records import Responsibility, Role
from corpus.text.bodies import body_and_office, is_body, is_district, is_office, is_placed, set_bodies_apart
from corpus.text.labels import ASSIGNED, CONTACT_BRACKET, LABEL, LABELLED, ROLE_LABEL, LabelTopic, topic_of
from corpus.text.person_names import is_person
from corpus.text.phones import find_phones, set_apart

_GOVERNMENT = re.compile(r"政府(?:办公室|办公厅)?$|、")
"""A government or several bodies: they answer for so much that no phone is taken for their own."""
_FIGURES = re.compile(r"[\d，；、：（）()\-—]+")
_FIELD = re.compile(r"(?!监督|举报|投诉)[\u4e00-\u9fff]{2,8}：")
"""A line with another label, which does not end the run of labels. Example: `收费标准：不收费`."""
_HEADING = re.compile(
    r"[\u4e00-\u9fff、]{0,12}(?:方式|时间|时限|电话|咨询|受理|办理|申报|事项|要求|流程|程序|途径|渠道)"
)
"""A heading names nobody. Example: `受理时间及方式`."""
_BOXED = re.compile(r"^\s*【(?P<label>[\u4e00-\u9fff、（）]{2,10})】[：:]?(?=.)")
"""A label in a box. Example: `【责任单位】县商务局`."""
_COLON = re.compile("[:：]")
_LONGEST_DESKS = 100
"""Characters behind the last colon of a line that tell whether desks stand there."""
_ROLE_LABEL = re.compile(ROLE_LABEL)
_ENDED = ("。", "！", "。”")
_RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}
_ROLES = {BlockLabel.LEAD: Role.LEAD, BlockLabel.DUTY: Role.RESPONSIBLE, BlockLabel.HELP: Role.SUPPORT}
"""While an entry is read; those of its departments count together in the end."""
_KINDS = {
    LabelTopic.LEAD: BlockLabel.LEAD,
    LabelTopic.DUTY: BlockLabel.DUTY,
    LabelTopic.SUPPORT: BlockLabel.HELP,
}


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
        desk = desk_on_line(self.before) or CalledDesk("")
        department = desk.department or owner
        office = desk.office or office_sent_to(self.before, department)
        offices = [office] if office and not self.loose.offices else self.loose.offices
        return [replace(self.loose, department=department, offices=offices)] if department else self.named

    def _is_loose(self) -> bool:
        return not self.named and bool(self.loose.phones)


def office_of(issuer: str, before: str) -> str:
    """The office that issued a document, where a phone printed without an owner may be its own; else empty.

    A government answers for too much; a phone below a line that is not a whole sentence belongs to what the
    line names.
    """
    line = before.strip()
    alone = not line or line.endswith(_ENDED) or bool(_HEADING.fullmatch(line))
    return issuer if alone and not _GOVERNMENT.search(issuer) else ""


def find_entries(text: str) -> Iterator[LabelledEntry]:
    """The entries of a text: runs of labelled lines, then brackets with a label and a phone."""
    yield from _of_lines(text)
    yield from _of_brackets(Words.of(text))


def read_entry(
    values: Sequence[tuple[LabelTopic, Words]], start: int = 0, end: int = 0, before: str = ""
) -> LabelledEntry:
    """The entry of labels and their values in printed order.

    Office, person and phone go to the leading one of the departments named since the last such label; where
    several lead, they pair up only if their counts agree.
    """
    reader = _EntryReader(LabelledEntry(start, end, before=before))
    for topic, value in values:
        reader.take(topic, value)
    return reader.finished()


def _of_lines(text: str) -> Iterator[LabelledEntry]:
    offset = 0
    start = 0
    values: list[tuple[LabelTopic, Words]] = []
    before = ""
    for above, line in pairwise(["", *text.split("\n"), ""]):
        words = _words_of(line, above)
        opening = _opening(words)
        going_on = opening is None and values and _goes_on(words, values[-1][0])
        if opening is None and values and (going_on or _FIELD.match(words.norm)):
            values += [(values[-1][0], words)] if going_on else []
            offset += _width(line)
            continue
        if opening != 0 and values:
            yield read_entry(values, start, offset, before)
            values = []
        if opening is None:
            before = governing(before, line)
        else:
            start = start if values else offset + opening
            before = before if opening == 0 else words[:opening].raw
            values.extend(labelled(words[opening:]))
        offset += _width(line)


def _goes_on(words: Words, topic: LabelTopic) -> bool:
    """Whether a line without a label is one more phone or person of the label above it."""
    if topic in (LabelTopic.PERSON, LabelTopic.OFFICE):
        return (is_person if topic is LabelTopic.PERSON else is_office)(words.norm)
    phones = find_phones(words.raw) if topic is LabelTopic.PHONE else ()
    return sum(phone.end - phone.start for phone in phones) == len(words.raw) > 0


def _words_of(line: str, above: str) -> Words:
    """The words of a line, bodies and numbers apart; a label alone above it stands before them."""
    line = _BOXED.sub(lambda match: f"{match['label']}：", line)
    if line.strip() and _is_bare_label(above):
        return Words.of(f"{above.strip().strip('【】：:')}：{line}")
    return Words.of(set_bodies_apart(set_apart(line)) if _COLON.search(line) else line)


def _is_bare_label(line: str) -> bool:
    """Whether a line is a label of departments alone, whose value stands below. Example: `受理机构`."""
    return bool(_ROLE_LABEL.fullmatch("".join(line.split()).strip("【】：:")))


def _width(line: str) -> int:
    """Characters of a line, white space left out."""
    return len("".join(line.split()))


def _opening(words: Words) -> int | None:
    """Where the labels of a line begin: at its start, or behind a sentence with one of departments.

    Example: `完成河道排查。责任单位：区应急局` -> 7; `联系电话：6195136` -> 0; `完成河道排查。` -> None
    """
    if "：" not in words.norm:
        return None
    if LABELLED.match(words.norm):
        return 0
    starts = (match.start() for match in ASSIGNED.finditer(words.norm))
    return next(words.outside(starts), None)


def _of_brackets(words: Words) -> Iterator[LabelledEntry]:
    if "（" not in words.norm:
        return
    closings = words.closings()
    for match in CONTACT_BRACKET.finditer(words.norm):
        closing = closings.get(match.start())
        if closing is not None:
            values = list(labelled(words[match.start() + 1 : closing]))
            yield read_entry(values, match.start(), closing + 1)


def labelled(words: Words) -> Iterator[tuple[LabelTopic, Words]]:
    """What each label of a line announces, and the words up to the next label.

    Example: `联系人：许冰 联系电话：6433459` -> (PERSON, 许冰), (PHONE, 6433459)
    """
    labels = list(LABEL.finditer(words.norm, 0, words.norm.rfind("：") + _LONGEST_DESKS))
    for match, after in pairwise([*labels, None]):
        if match is not None:
            end = _trimmed(words.norm, after.start() if after is not None else len(words))
            yield topic_of(match["label"]), words[match.end() : end]


def _trimmed(words: str, end: int) -> int:
    """Where a value ends, without the punctuation or the opening bracket before the next label at `end`."""
    return len(words[:end].rstrip("，；。、（"))


class _EntryReader:
    def __init__(self, entry: LabelledEntry) -> None:
        self._entry = entry
        self._open: list[Answerable] = []
        self._filled: set[LabelTopic] = set()
        self._officials: list[str] = []

    def take(self, topic: LabelTopic, value: Words) -> None:
        if not value.raw:
            return
        if topic is LabelTopic.OFFICIAL:
            self._officials.append(value.raw)
        elif _names_body(topic, value):
            self._name(value, _KINDS.get(topic, BlockLabel.DUTY))
        elif topic is LabelTopic.PERSON and not self._entry.named and desk_and_person(value.norm):
            self._name_with_person(*(desk_and_person(value.norm) or ("", "", "")))
        elif topic is LabelTopic.DEADLINE:
            self._set_deadline(value.raw)
        else:
            for part, words in _parts(LabelTopic.OFFICE if topic in _KINDS else topic, value):
                self._share(part, words)

    def finished(self) -> LabelledEntry:
        """The entry with the roles of its departments; officials stand in where no person or phone is."""
        for named in self._entry.named:
            if self._officials and not named.people and not named.phones:
                named.people.append("、".join(self._officials))
        kinds = {named.kind for named in self._entry.named}
        for named in self._entry.named:
            named.role = role_among(named.kind, kinds)
        return self._entry

    def _name(self, value: Words, kind: BlockLabel) -> None:
        if self._filled:
            self._open, self._filled = [], set()
        for part in value[: _sentence(value.norm)].split("，；"):
            for body in listed_departments(part, kind):
                desk = ([*body.offices], [*body.people], [*body.phones])
                named = Answerable(body.department, _ROLES[body.kind], *desk, kind=body.kind)
                self._entry.named.append(named)
                self._open.extend([named] if body.acts else [])

    def _name_with_person(self, body: str, office: str, person: str) -> None:
        """The desk that is printed behind 联系人 before a name."""
        self._name(Words.of(body + office), BlockLabel.DUTY)
        if person:
            self._share(LabelTopic.PERSON, Words.of(person))

    def _share(self, topic: LabelTopic, value: Words) -> None:
        if topic is LabelTopic.PHONE and _names_owners(value):
            return
        parts = _listed(topic, value)
        first = [named for named in self._open if _RANK[named.role] == self._best()]
        first = first or ([] if self._entry.named else [self._entry.loose])
        if len(first) == 1:
            _slot(first[0], topic).extend(parts)
        elif len(first) == len(parts):
            for named, part in zip(first, parts, strict=True):
                _slot(named, topic).append(part)
        self._filled.add(topic)

    def _best(self) -> int:
        return min((_RANK[named.role] for named in self._open), default=0)

    def _set_deadline(self, words: str) -> None:
        for named in self._entry.named:
            named.deadline = named.deadline or words


def _names_owners(value: Words) -> bool:
    """Whether phones are printed with the bodies that they belong to, which are read as running text."""
    return any(is_body(part) or is_district(part) for part in _FIGURES.split(value.norm))


def _is_office_alone(value: Words) -> bool:
    """Whether a slot for departments names an office of one that is said elsewhere. Example: `社会事务科`."""
    words = value.norm
    alone = is_office(words) and not is_body(words) and not is_placed(words)
    return alone and body_and_office(words) is None


def _names_body(topic: LabelTopic, value: Words) -> bool:
    """Whether a value says who acts; that of a label of offices does so where it names their body too."""
    if topic is LabelTopic.OFFICE:
        return body_and_office(value.norm[: _sentence(value.norm)]) is not None
    return topic in _KINDS and not _is_office_alone(value)


def _parts(topic: LabelTopic, value: Words) -> Iterator[tuple[LabelTopic, Words]]:
    """A value; that of 联系人 with the office before the name and the phone behind it in parts of their own.

    Example: `就业科高远5550101` -> 就业科, 高远, 5550101
    """
    phones = find_phones(value.raw) if topic is LabelTopic.PERSON else ()
    name = value[: phones[0].start] if phones else value
    desk = desk_with_person(name.norm) if topic is LabelTopic.PERSON else None
    if desk and desk.person and desk.office and not desk.department:
        yield LabelTopic.OFFICE, name[: len(desk.office)]
        name = name[len(name) - len(desk.person) :]
    yield topic, name
    if phones:
        yield LabelTopic.PHONE, value[phones[0].start :]


def _sentence(words: str) -> int:
    """Where the sentence of a label ends: what follows is text."""
    end = words.find("。")
    return len(words) if end == -1 else end


def _slot(named: Answerable, topic: LabelTopic) -> list[str]:
    slots = {
        LabelTopic.OFFICE: named.offices,
        LabelTopic.PERSON: named.people,
        LabelTopic.PHONE: named.phones,
    }
    return slots.get(topic, [])


def _listed(topic: LabelTopic, value: Words) -> list[str]:
    if topic is LabelTopic.PHONE:
        return [phone.text for phone in find_phones(value.raw, called_so=True)]
    return [part.raw for part in value.split("、，；/")]


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
