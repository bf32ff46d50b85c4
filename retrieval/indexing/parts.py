"""What one group of passages brings to an index: nothing in it depends on any other group.

What does depend on all of them, such as how rare a word is, is worked out when parts are joined.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from corpus.records import Document
from corpus.text.han_pairs import pairs_of
from embeddings import HalfVectors, unit_rows
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.passages import Passage, PassageGroup, PassageKind
from retrieval.indexing.text_facts import TextFacts
from retrieval.text import TextReader, characters, plain

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


TOPIC_SHARE = 0.65
"""Of the vector of a text with its topic, beside that of the text alone: an article says 每人每月100元, and
only the title of its document for what; a long document says much that its title does not. By vectors alone
the right measure came first for .661 of the everyday and .709 of the direct questions about 141 documents of
other offices and .754 of 1,119 stored ones about the bundled texts with a share of 0; with .3, .5, .65, .8
and 1 for .699, .705, .714, .714, .722; .736, .763, .772, .781, .781; and .762, .764, .761, .757, .723
(2026-11-30)."""


def vectors_of(passages: Sequence[Passage], encode: Encode) -> HalfVectors:
    """A row for each passage, in half precision."""
    alone = encode([passage.text for passage in passages])
    rows = [row for row, passage in enumerate(passages) if passage.topic]
    if rows:
        behind = encode([passages[row].encoded_texts[-1] for row in rows])
        both = (1 - TOPIC_SHARE) * alone[rows].astype(np.float32) + TOPIC_SHARE * behind.astype(np.float32)
        alone[rows] = unit_rows(both).astype(np.float16)
    return alone


def make_part(group: PassageGroup, reader: TextReader, encode: Encode) -> IndexPart:
    """The part of a group."""
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
        CountedTexts.of(reader.terms(texts[row]) for row in encoded),
        CountedTexts.of(tuple(pairs_of(each.text)) for each in (document.measures if document else ())),
        vectors_of([passages[row] for row in encoded], encode),
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
