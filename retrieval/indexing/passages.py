"""Measures to the pieces that are indexed: whole sentences, about 300 characters, of one section."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import groupby

from corpus.catalog import Catalog
from corpus.records import Document, Measure
from corpus.text.numerals import UP_TO_99
from corpus.text.packing import pack, sentences
from retrieval.text import plain

LEAD_CHARS = 200
"""Of a preamble. 0, 100, 200, 400 and 1,000 gave hit@1 .953, .965, .965, .965, .965 on the development
questions, without plain-language questions .643, .667, .667, .667, .643 on the hard ones and .838, .839,
.839, .834, .838 on 1,086 stored ones asked of documents that store none (2026-11-21)."""

_CONTACT = re.compile(
    r"[（(](?:责任|牵头|配合|联系|完成时限)[^（()）]{0,12}(?:单位|部门|人|科室|时限|电话)?[^()（）]*"
    r"(?:[（(][^()（）]*[)）][^()（）]*)*[)）]"
)
"""A bracket that names who is responsible, with brackets inside it."""
_CONTACT_SECTION = re.compile(r"责任|联系|牵头|电话|科室")


class PassageKind(StrEnum):
    """What a passage shows of its measure."""

    LEAD = "lead"
    """What the document says before and between its measures; compared with a measure as a whole alone."""
    TITLE = "title"
    TEXT = "text"
    CONTACT = "contact"
    QUESTION = "question"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one measure, one of its plain-language questions, or a question that no measure answers.

    Questions are never shown.
    """

    owner: str
    """Id of the measure; of a question that no measure answers, its kind."""
    kind: PassageKind
    text: str
    topic: str = ""
    """What its document is about, where the text does not say so itself."""

    @property
    def encoded_texts(self) -> tuple[str, ...]:
        """What its vector is made of: the text, and the text behind its topic where it has one."""
        return (self.text, f"{self.topic} {self.text}") if self.topic else (self.text,)

    @property
    def encoded(self) -> bool:
        """Whether it is compared by its vector; how documents begin is so alike that vectors tell nothing."""
        return self.kind is not PassageKind.LEAD


def without_contacts(text: str) -> tuple[str, str]:
    """A text without its responsibility brackets, and these brackets.

    Example: "加强宣传。（责任单位：区商务局）" -> ("加强宣传。", "（责任单位：区商务局）")
    """
    return _CONTACT.sub("", text), "".join(_CONTACT.findall(text))


def measure_passages(document: Document, measure: Measure) -> list[Passage]:
    """All passages of a measure: its title first, how its document begins, text, who is responsible."""
    topic = " ".join(short_title(document.title).split())
    found = [Passage(measure.id, PassageKind.TITLE, " ".join((topic, *measure.heading)))]
    if document.lead:
        found.append(Passage(measure.id, PassageKind.LEAD, plain(document.lead)[:LEAD_CHARS]))
    contacts = ""
    for section in measure.sections:
        if _CONTACT_SECTION.search(section.name):
            contacts += section.text
            continue
        text, named = without_contacts(section.text)
        contacts += named
        for piece in pack(sentences(text)):
            found.append(Passage(measure.id, PassageKind.TEXT, piece, "" if topic in piece else topic))
    found += [Passage(measure.id, PassageKind.CONTACT, piece) for piece in pack(sentences(contacts))]
    return found


@dataclass(frozen=True)
class PassageGroup:
    """Passages that are indexed together: those of one document, or questions that belong together."""

    digest: str
    """Equal where `passages` are."""
    document: Document | None
    """Whose measures own the passages; None for questions."""
    kind: PassageKind = PassageKind.TEXT
    """Of the questions."""
    questions: Sequence[tuple[str, Sequence[str]]] = ()
    """By their owner."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, those of a document measure by measure."""
        if self.document is None:
            return tuple(Passage(owner, self.kind, text) for owner, texts in self.questions for text in texts)
        return tuple(p for m in self.document.measures for p in measure_passages(self.document, m))


def passage_groups(
    catalog: Catalog, questions: Mapping[str, Sequence[str]], uncovered: Mapping[str, Sequence[str]]
) -> tuple[PassageGroup, ...]:
    """All passages: a group for each document, then the questions of its measures, then each uncovered kind.

    `questions` are by measure, those of unknown measures left out; `uncovered` by kind.
    """
    known = frozenset(catalog.measure_ids)
    asked = [(owner, texts) for owner, texts in questions.items() if owner in known]
    of_documents = [list(pairs) for _, pairs in groupby(asked, lambda pair: pair[0].partition("#")[0])]
    return (
        *(PassageGroup(catalog.digest_of(document), document) for document in catalog.documents),
        *(_question_group(pairs, PassageKind.QUESTION) for pairs in of_documents),
        *(_question_group([pair], PassageKind.UNCOVERED) for pair in uncovered.items()),
    )


def catalog_passages(
    catalog: Catalog,
    questions: Mapping[str, Sequence[str]],
    uncovered: Mapping[str, Sequence[str]] | None = None,
) -> list[Passage]:
    """The passages of all measures, their questions, and by kind the questions that no measure answers.

    Questions of unknown measures are left out.
    """
    return [p for group in passage_groups(catalog, questions, uncovered or {}) for p in group.passages]


def _question_group(asked: Sequence[tuple[str, Sequence[str]]], kind: PassageKind) -> PassageGroup:
    content = json.dumps([kind, asked], ensure_ascii=False)
    return PassageGroup(sha256(content.encode("utf-8", "surrogatepass")).hexdigest(), None, kind, asked)


_TITLE = re.compile(rf"^.*?(?:关于印发|关于)|的?通知$|[《》]|[（(]第?[{UP_TO_99}]+批[)）]")


def short_title(title: str) -> str:
    """What a document is about, without who issued it and that it is a notice.

    Example: "周村区人民政府办公室关于印发周村区新型智慧城市建设实施方案的通知"
    -> "周村区新型智慧城市建设实施方案"
    """
    return _TITLE.sub("", title).strip() or title
