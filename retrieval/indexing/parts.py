"""What one group of passages brings to an index: nothing in it depends on any other group.

What does depend on all of them, such as how rare a word is, is worked out when parts are joined.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.records import Document
from corpus.text.han_pairs import pairs_of
from embeddings import HalfVectors
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.passages import Passage, PassageGroup, PassageKind
from retrieval.indexing.text_facts import TextFacts
from retrieval.text import SyllableTable, characters, passage_terms, plain

Encode = Callable[[Sequence[str]], HalfVectors]
"""Texts to their vectors as they are kept."""


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One group of passages, counted and encoded."""

    passages: tuple[Passage, ...]
    """All of the group; `characters`, `syllables` and `vectors` have a row for each of those `encoded`."""
    measures: CountedTexts
    """Characters of each measure with all its passages; no text where no measure of a document owns them."""
    document: CountedTexts
    """Characters of the document as one text; no text where there is none."""
    characters: CountedTexts
    syllables: CountedTexts
    pairs: CountedTexts
    """Pairs of neighbouring Chinese characters of each measure's text; no text of questions."""
    vectors: HalfVectors
    facts: TextFacts
    """What the measures of the document state; of questions nothing."""

    @property
    def counted(self) -> tuple[CountedTexts, ...]:
        """All that is counted, in the order of the fields."""
        return self.measures, self.document, self.characters, self.syllables, self.pairs


def make_part(group: PassageGroup, table: SyllableTable, encode: Encode) -> IndexPart:
    """The part of a group; `table` reads characters."""
    passages = group.passages
    texts = [plain(passage.text) for passage in passages]
    units = [characters(text) for text in texts]
    encoded = [row for row, passage in enumerate(passages) if passage.encoded]
    document = group.document
    return IndexPart(
        passages,
        CountedTexts.of(_by_measure(document, passages, units) if document else ()),
        CountedTexts.of((characters(_text_of(document)),) if document else ()),
        CountedTexts.of(units[row] for row in encoded),
        CountedTexts.of(passage_terms([texts[row] for row in encoded], table)),
        CountedTexts.of(tuple(pairs_of(each.text)) for each in (document.measures if document else ())),
        encode([passages[row].text for row in encoded]),
        TextFacts.of(document),
    )


def _by_measure(
    document: Document, passages: Sequence[Passage], units: Sequence[Sequence[str]]
) -> list[list[str]]:
    """The units of each measure of a document, passage after passage."""
    by_measure: dict[str, list[str]] = {measure.id: [] for measure in document.measures}
    for passage, own in zip(passages, units, strict=True):
        by_measure[passage.owner] += own
    return list(by_measure.values())


def _text_of(document: Document) -> str:
    """All that a document says, in plain spelling."""
    measures = ((*measure.heading, measure.text) for measure in document.measures)
    return plain("\n".join((document.title, document.lead, *chain.from_iterable(measures))))


CHANNELS = {
    "text": (PassageKind.TITLE, PassageKind.TEXT, PassageKind.CONTACT),
    "questions": (PassageKind.QUESTION,),
    "uncovered": (PassageKind.UNCOVERED,),
}
"""Passages that are compared among themselves; a group has passages of one of them alone."""

VECTOR_KINDS = {
    "text": PassageKind.TEXT,
    "questions": PassageKind.QUESTION,
    "uncovered": PassageKind.UNCOVERED,
}
"""The kind of each channel that is compared by its vectors."""
