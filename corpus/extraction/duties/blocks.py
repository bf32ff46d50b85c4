"""Responsibility blocks of running text: （责任单位：A牵头，B配合） and the like, taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import NamedDepartment, listed_departments
from corpus.extraction.naming.role_words import BlockLabel
from corpus.records import Role
from corpus.text.bodies import is_body, is_town
from corpus.text.labels import CONTACT_BRACKET, ROLE_LABEL, LabelTopic, topic_of

_OFFICIALS = r"(?:牵头|责任|分管|包保|主管|区级|县级|市级)(?:区|县|市|局)?领导"
_LABEL = re.compile(
    rf"(?P<label>{ROLE_LABEL}|{_OFFICIALS}|责任人|责任(?:科室|处室|股室)|完成时限|完成时间|时限要求"
    r"|牵头|主责|责任|落实|配合|协办)："
)
_OPENING = re.compile(rf"（(?:注：)?(?=(?:{ROLE_LABEL}|{_OFFICIALS}|责任人|牵头|主责|责任|落实|配合|协办)：)")
_VERB = re.compile(r"牵头|主办|主责|负责|落实|配合|协办|参与|会同|分工")
_DATE = re.compile(r"(?:\d{4}年|长期|每年|年底)")
_OFFICE = re.compile(r".*(?:科|股|(?<!政府)办公室)$")
_REMARK = re.compile(r"下同|不再.{0,4}(?:列|标|赘)|^以下|第一位|首位|第一个|为牵头|[*＊★]号")
"""What a block says about the lists of the whole document; see `document_rules`."""
_DEPARTMENTS = re.compile(r"[\u4e00-\u9fff]{0,8}政府(?:相关|有关)(?:职能|主管)?部门")
_STOPS = "。；！"
_MAX_UNLABELLED = 300
_KINDS = {LabelTopic.LEAD: BlockLabel.LEAD, LabelTopic.SUPPORT: BlockLabel.HELP}


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
        """LEAD for 牵头; 责任 beside a lead and 配合 are SUPPORT; 责任 that others only help leads too."""
        beside = {other.kind for other in self.named} if named.acts else {named.kind}
        return role_among(named.kind, beside)


def role_among(kind: BlockLabel, beside: set[BlockLabel]) -> Role:
    """The role of a department of `kind` in a block that has the kinds `beside`."""
    if kind is BlockLabel.HELP:
        return Role.SUPPORT
    if kind is BlockLabel.LEAD:
        return Role.LEAD
    if BlockLabel.LEAD in beside:
        return Role.SUPPORT
    return Role.LEAD if BlockLabel.HELP in beside else Role.RESPONSIBLE


def find_blocks(words: Words) -> Iterator[Block]:
    """The bracketed blocks of a text in order. A label without a colon is running text, not a block.

    Brackets that print a phone as well are left to `entries`.
    """
    if "（" not in words.norm:
        return
    end = 0
    closings = words.closings()
    for opening in (match.start() for match in re.finditer("（", words.norm)):
        if opening < end or CONTACT_BRACKET.match(words.norm, opening):
            continue
        closing = closings.get(opening)
        block = _labelled(words, opening, closing) or _unlabelled(words, opening, closing)
        if block is not None:
            end = block.end
            yield block


def is_block(text: str) -> bool:
    """Whether a text is one bracket that only says who does it. Example: `（责任单位：区财政局）` -> True."""
    words = Words.of(text)
    closing = len(words) - 1
    if words.closings().get(0) != closing:
        return False
    if CONTACT_BRACKET.match(words.norm):
        return True
    # Behind a full stop, where sentences begin, a bracket of names alone is a block too.
    behind = Words(f"。{words.norm}", f"。{words.raw}")
    return (_labelled(words, 0, closing) or _unlabelled(behind, 1, closing + 1)) is not None


def _labelled(words: Words, opening: int, closing: int | None) -> Block | None:
    label = _OPENING.match(words.norm, opening)
    if label is None:
        return None
    end = closing + 1 if closing is not None else _sentence_end(words, label.end())
    return read_block(words[label.end() : closing if closing is not None else end], opening, end)


def _unlabelled(words: Words, opening: int, closing: int | None) -> Block | None:
    """A bracket that only says who does it, and names nothing but bodies.

    Behind a full stop it need not say how: `（区财政局、区商务局）`.

    Example: `（区农业农村局牵头，各镇政府配合，2025年12月底前完成）`
    """
    if closing is None or closing - opening >= _MAX_UNLABELLED:
        return None
    inside = words[opening + 1 : closing]
    apart = opening > 0 and words.norm[opening - 1] in _STOPS
    if "：" in inside.norm or not (apart or _VERB.search(inside.norm)):
        return None
    block = read_block(inside, opening, closing + 1)
    names = [named.department for named in block.named]
    return block if names and all(map(_is_name, names)) else None


def _is_name(name: str) -> bool:
    return is_body(name) or is_town(name) or name.startswith("各") or bool(_DEPARTMENTS.fullmatch(name))


def read_block(inside: Words, start: int = 0, end: int = 0) -> Block:
    """The block whose content is `inside`.

    Example: `牵头单位：区商务局，责任科室：商贸流通科；完成时限：长期` -> 区商务局, 商贸流通科, 长期
    """
    reader = _BlockReader(Block(start, end), inside.raw)
    for ordinal, segment in enumerate(inside.split("，；。")):
        if _REMARK.search(segment.norm):
            break
        for part in _at_labels(segment):
            reader.take(part, ordinal)
    return reader.block


def _at_labels(segment: Words) -> Iterator[Words]:
    """A segment cut before each label: some prints leave out the comma there."""
    labels = (match.start() for match in _LABEL.finditer(segment.norm))
    for start, end in pairwise(sorted({0, *segment.outside(labels), len(segment)})):
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
        self._segment = 0

    def take(self, part: Words, segment: int) -> None:
        """Reads one part of a segment, with a label at its start or none; a doubled label counts once."""
        self._segment = segment
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

    def _add_departments(self, value: Words, kind: BlockLabel) -> None:
        self._department_kind = kind
        for named in listed_departments(value, kind):
            named.group = self._segment
            self.block.named.append(named)

    def _add_offices(self, value: Words) -> None:
        if self.block.named:
            self.block.named[-1].offices.extend(part.raw for part in value.split("、"))


def _kind_of(label: str) -> BlockLabel:
    if label in (BlockLabel.PERSON, *map(str, (BlockLabel.LEAD, BlockLabel.HELP))):
        return BlockLabel(label)
    if label.endswith("领导"):
        return BlockLabel.PERSON
    if label.endswith("室"):
        return BlockLabel.OFFICE
    if label.startswith(("完成", "时限")):
        return BlockLabel.DEADLINE
    if not re.fullmatch(ROLE_LABEL, label):
        return {"主责": BlockLabel.LEAD, "协办": BlockLabel.HELP}.get(label, BlockLabel.DUTY)
    return _KINDS.get(topic_of(label), BlockLabel.DUTY)
