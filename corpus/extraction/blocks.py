"""Responsibility blocks of running text: （责任单位：A牵头，B配合） and the like, taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from corpus.extraction.named_bodies import NamedBody, name_body
from corpus.extraction.words import Words
from corpus.records import Role
from corpus.text.bodies import is_body
from corpus.text.labels import CONTACT_BRACKET
from corpus.text.phones import find_phones

_LABEL = re.compile(
    r"(?P<label>(?:牵头|责任|配合|承办|主办|协办)(?:部门|单位)(?:（单位）)?|责任人|责任科室|完成时限|时限要求)："
)
_OPENING = re.compile(r"（(?=(?:(?:牵头|责任|配合|承办|主办|协办)(?:部门|单位)(?:（单位）)?|责任人)：)")
_LEADING_BRACKET = re.compile(r"（(?=(?P<inside>[^（）：。]{2,60}(?:牵头|负责)(?:[，；][^（）：。]*)?)）)")
_DATE = re.compile(r"(?:\d{4}年|长期|每年|年底)")
_OFFICE = re.compile(r".*(?:科|股|(?<!政府)办公室)$")
_MANNER = re.compile(
    r"(?:分别落实|具体落实|按照?(?:各自)?职责(?:分工)?(?:落实|负责)|分工负责|等(?:(?:相关|有关)?(?:部门|单位)+)?)$"
)
_LISTED = re.compile(r"（(?P<inside>[^（）]*、[^（）]*、[^（）]*)）$")
_EACH = re.compile(r"各镇(?:政府)?$")


class BlockLabel(StrEnum):
    """What a label announces."""

    LEAD = "牵头"
    DUTY = "责任"
    HELP = "配合"
    PERSON = "责任人"
    OFFICE = "责任科室"
    DEADLINE = "完成时限"


_HELPING = ("配合", "协办")
_LEADING = ("牵头", "主办")


@dataclass(slots=True)
class NamedDepartment:
    """A department as a block names it, with whom to call where that stands behind its name."""

    department: str
    kind: BlockLabel
    offices: list[str] = field(default_factory=list)
    people: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(slots=True)
class Block:
    """One block [start, end) of the compacted text and what it says."""

    start: int
    end: int
    named: list[NamedDepartment] = field(default_factory=list)
    persons: str | None = None
    """责任人 as printed."""
    deadline: str | None = None

    def role(self, named: NamedDepartment) -> Role:
        """LEAD for 牵头; 责任 beside a lead and 配合 are SUPPORT; 责任 alone is RESPONSIBLE."""
        if named.kind is BlockLabel.LEAD:
            return Role.LEAD
        led = any(other.kind is BlockLabel.LEAD for other in self.named)
        return Role.SUPPORT if led or named.kind is BlockLabel.HELP else Role.RESPONSIBLE


def find_blocks(words: Words) -> Iterator[Block]:
    """The bracketed blocks of a text in order. A label without a colon is running text, not a block.

    Brackets that print a phone as well are left to `entries`.
    """
    end = 0
    openings = [*_OPENING.finditer(words.norm), *_unlabelled(words)]
    for match in sorted(openings, key=re.Match.start):
        if match.start() < end or CONTACT_BRACKET.match(words.norm, match.start()):
            continue
        closing = words.closing(match.start())
        end = closing + 1 if closing is not None else _sentence_end(words, match.end())
        inside = words[match.end() : closing if closing is not None else end]
        yield read_block(inside, match.start(), end)


def _unlabelled(words: Words) -> Iterator[re.Match[str]]:
    """Openings of brackets that only say who leads, and name nothing but bodies.

    Example: `（区农业农村局牵头，各镇政府配合，2025年12月底前完成）`
    """
    for match in _LEADING_BRACKET.finditer(words.norm):
        block = read_block(words[match.start("inside") : match.end("inside")])
        names = [named.department for named in block.named]
        if names and all(is_body(name) or name.startswith("各") for name in names):
            yield match


def read_block(inside: Words, start: int = 0, end: int = 0) -> Block:
    """The block whose content is `inside`.

    Example: `牵头单位：区商务局，责任科室：商贸流通科；完成时限：长期` -> 区商务局, 商贸流通科, 长期
    """
    reader = _BlockReader(Block(start, end), inside.raw)
    for segment in inside.split("，；"):
        for part in _at_labels(segment):
            reader.take(part)
    return reader.block


def _at_labels(segment: Words) -> Iterator[Words]:
    """A segment cut before each label: some prints leave out the comma there."""
    labels = (match.start() for match in _LABEL.finditer(segment.norm))
    cuts = [start for start in labels if not segment.encloses(start)]
    for start, end in pairwise(sorted({0, *cuts, len(segment)})):
        yield segment[start:end]


def _sentence_end(words: Words, start: int) -> int:
    stop = words.norm.find("。", start)
    return len(words) if stop == -1 else stop


class _BlockReader:
    """Reads the segments of one block in order; an unlabelled segment continues the one before."""

    def __init__(self, block: Block, raw: str) -> None:
        self.block = block
        self._raw = raw
        self._kind = BlockLabel.DUTY
        self._department_kind = BlockLabel.DUTY

    def take(self, part: Words) -> None:
        """Reads one part, which holds a label at its start or none. A label printed twice counts once."""
        label = _LABEL.match(part.norm)
        if label is not None:
            self._kind = _kind_of(label["label"])
            part = part[label.end() :]
        if len(part):
            self._store(part, self._guess(part) if label is None else self._kind)

    def _store(self, value: Words, kind: BlockLabel) -> None:
        if kind is BlockLabel.DEADLINE:
            self.block.deadline = self._prolonged(value.raw)
        elif kind is BlockLabel.PERSON:
            self.block.persons = value.raw
        elif kind is BlockLabel.OFFICE:
            self._add_offices(value)
        else:
            self._department_kind = kind
            self._add_departments(value, kind)

    def _prolonged(self, value: str) -> str:
        """A deadline that continues after a comma. Example: `2021年—2025年，分5期建设`."""
        start = self._raw.find(self.block.deadline) if self.block.deadline else -1
        return value if start == -1 else self._raw[start : self._raw.index(value, start) + len(value)]

    def _guess(self, value: Words) -> BlockLabel:
        if _DATE.match(value.norm):
            return BlockLabel.DEADLINE
        if self._kind is BlockLabel.DEADLINE:
            return BlockLabel.DEADLINE
        if self.block.named and all(_OFFICE.match(part.norm) for part in value.split("、")):
            return BlockLabel.OFFICE
        return self._department_kind

    def _add_offices(self, value: Words) -> None:
        if self.block.named:
            self.block.named[-1].offices.extend(part.raw for part in value.split("、"))

    def _add_departments(self, value: Words, kind: BlockLabel) -> None:
        value, kind = _role_in_words(value, kind)
        for body in listed_bodies(value):
            named = NamedDepartment(body.department, kind, [*body.offices], body.people, body.phones)
            self.block.named.append(named)


def _kind_of(label: str) -> BlockLabel:
    if label in (BlockLabel.PERSON, BlockLabel.OFFICE):
        return BlockLabel(label)
    if "时限" in label:
        return BlockLabel.DEADLINE
    if label.startswith(_LEADING):
        return BlockLabel.LEAD
    return BlockLabel.HELP if label.startswith(_HELPING) else BlockLabel.DUTY


def _role_in_words(value: Words, kind: BlockLabel) -> tuple[Words, BlockLabel]:
    """The list without its closing verb, and the role that the verb gives. Example: `A、B牵头`."""
    if value.norm.endswith("牵头"):
        return value.removesuffix("牵头"), BlockLabel.LEAD
    if value.norm.endswith("配合"):
        return value.removesuffix("配合"), BlockLabel.HELP
    if value.norm.endswith("负责") and not _MANNER.search(value.norm):
        return value.removesuffix("负责"), kind
    return value, kind


def department_names(listed: Words) -> list[str]:
    """The names of a list as printed; brackets stay whole, 各镇政府、街道办事处 is one body.

    Example: `市财政局、各县（市、区）人民政府` -> [`市财政局`, `各县（市、区）人民政府`]
    """
    return [body.department for body in listed_bodies(listed)]


def listed_bodies(listed: Words) -> list[NamedBody]:
    """The bodies of a list with whom to call, in printed order.

    Example: `区住建局（6437001）、区商务局` -> 区住建局 with its phone, 区商务局
    """
    return [name_body(Words.of(entry)) for entry in _entries(listed)]


def _entries(listed: Words) -> list[str]:
    """The entries of a list as printed."""
    manner = _MANNER.search(listed.norm)
    if manner is not None:
        listed = listed[: manner.start()]
    names: list[str] = []
    for part in listed.split("、，"):
        within = _LISTED.search(part.norm)
        if within is not None and not find_phones(within["inside"]):
            names.extend(_entries(part[within.start("inside") : within.end("inside")]))
        elif names and _EACH.search(names[-1]) and part.norm.startswith("街道"):
            names[-1] = f"{names[-1]}、{part.raw}"
        elif part.norm:
            names.append(part.raw)
    return names
