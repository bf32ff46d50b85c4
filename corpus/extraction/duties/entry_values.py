"""The values behind labels such as 责任单位, 联系人, 联系电话, read in printed order as one entry."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.extraction.duties.blocks import role_among
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import Answerable, LabelledEntry
from corpus.extraction.naming.department_lists import listed_departments
from corpus.extraction.naming.named_bodies import desk_and_person
from corpus.extraction.naming.printed_desks import desk_with_person
from corpus.extraction.naming.role_words import BlockLabel
from corpus.records import Role
from corpus.text.bodies import body_and_office, is_body, is_district, is_office, is_placed
from corpus.text.labels import LabelTopic
from corpus.text.person_names import is_person
from corpus.text.phones import find_phones

_CALLED = re.compile(r"[，（]?(?:联系|办公|咨询)?(?:电话|手机号?码?|热线)?[：（]?$")
_MARKS = "，、；：（） "
_FIGURES = re.compile(r"[\d，；、：（）()\-—]+")
_RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}
_ROLES = {BlockLabel.LEAD: Role.LEAD, BlockLabel.DUTY: Role.RESPONSIBLE, BlockLabel.HELP: Role.SUPPORT}
"""While an entry is read; those of its departments count together in the end."""
_KINDS = {
    LabelTopic.LEAD: BlockLabel.LEAD,
    LabelTopic.DUTY: BlockLabel.DUTY,
    LabelTopic.SUPPORT: BlockLabel.HELP,
}


def read_entry(
    values: Sequence[tuple[LabelTopic, Words]], start: int, end: int, before: str = ""
) -> LabelledEntry:
    """The entry of labels and their values in printed order.

    Office, person and phone go to the leading one of the departments named since the last such label; where
    several lead, they pair up only if their counts agree.
    """
    reader = _EntryReader(LabelledEntry(start, end, before=before))
    for topic, value in values:
        reader.take(topic, value)
    return reader.finished()


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
        elif topic is LabelTopic.PERSON and not self._entry.named and (desk := _desk_of(value)):
            self._name_with_person(*desk, value)
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

    def _name_with_person(self, body: str, office: str, person: str, value: Words) -> None:
        """The desk that is printed behind 联系人 before a name, and the phones behind it."""
        self._name(Words.of(body + office), BlockLabel.DUTY)
        if person:
            self._share(LabelTopic.PERSON, Words.of(person))
        if phones := find_phones(value.raw):
            self._share(LabelTopic.PHONE, value[phones[0].start :])

    def _share(self, topic: LabelTopic, value: Words) -> None:
        if topic is LabelTopic.PHONE and _names_owners(value):
            return
        parts = _listed(topic, value)
        if topic is LabelTopic.PHONE and (people := _people_between(value)):
            self._share(LabelTopic.PERSON, Words.of("、".join(people)))
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
    parts = _FIGURES.split(value.norm)
    return any(is_body(part) or is_district(part) or body_and_office(part) for part in parts)


def _desk_of(value: Words) -> tuple[str, str, str] | None:
    """Body, office and name behind 联系人; None where no body stands there.

    Example: `县民政局林青电话5550101` -> 县民政局, ``, 林青
    """
    phones = find_phones(value.raw)
    name = _CALLED.sub("", value.norm[: phones[0].start if phones else len(value)])
    desk = None if desk_and_person(name) else desk_with_person(name)
    if desk and desk.department and desk.person:
        return desk.department, desk.office or "", desk.person
    return desk_and_person(name)


def _people_between(value: Words) -> list[str]:
    """The names that stand before each phone but the first, whose stands before the label; else none.

    Example: `5550101；林青5550102` -> 林青
    """
    phones = find_phones(value.raw, called_so=True)
    between = [value.norm[a.end : b.start].strip(_MARKS) for a, b in pairwise(phones)]
    return between if all(map(is_person, between)) else []


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
