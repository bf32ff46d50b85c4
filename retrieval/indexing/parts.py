"""What one group of passages contributes to an index; it does not depend on any other group.

What depends on all groups, such as the rarity of a word, is computed when the parts are joined.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.records import Document
from embeddings import HalfVectors
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.passages import Passage, PassageGroup, PassageKind
from retrieval.text import SyllableTable, characters, passage_terms, plain

Encode = Callable[[Sequence[str]], HalfVectors]
"""Turns texts into vectors, in the precision in which they are stored."""


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One group of passages, counted and encoded."""

    passages: tuple[Passage, ...]
    """All passages of the group; each that is `encoded` has a row in each of the last three fields."""
    measures: CountedTexts
    """Characters of each measure with all its passages; no texts for a group of questions."""
    document: CountedTexts
    """Characters of the document as one text; no texts for a group of questions."""
    characters: CountedTexts
    syllables: CountedTexts
    vectors: HalfVectors

    @property
    def counted(self) -> tuple[CountedTexts, ...]:
        """All counted texts, in the order of the fields."""
        return self.measures, self.document, self.characters, self.syllables


def make_part(group: PassageGroup, table: SyllableTable, encode: Encode) -> IndexPart:
    """The part of a group; `table` gives the readings of characters."""
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
        encode([passages[row].text for row in encoded]),
    )


def _by_measure(
    document: Document, passages: Sequence[Passage], units: Sequence[Sequence[str]]
) -> list[list[str]]:
    """The units of each measure of a document, passage after passage."""
    by_measure: dict[str, list[str]] = {measure.id: [] for measure in document.measures}
    for passage, passage_units in zip(passages, units, strict=True):
        by_measure[passage.owner] += passage_units
    return list(by_measure.values())


def _text_of(document: Document) -> str:
    """The whole text of a document, normalised by `plain`."""
    measures = ((*measure.heading, measure.text) for measure in document.measures)
    return plain("\n".join((document.title, document.lead, *chain.from_iterable(measures))))


CHANNELS = {
    "text": (PassageKind.TITLE, PassageKind.TEXT, PassageKind.CONTACT),
    "questions": (PassageKind.QUESTION,),
    "uncovered": (PassageKind.UNCOVERED,),
}
"""The kinds of passages that are indexed together. All encoded passages of a group belong to one channel."""
