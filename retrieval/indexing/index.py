"""The index in memory: everything a question is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.chosen import Chosen
from retrieval.indexing.lexical import LexicalIndex
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passage_table import PassageTable
from retrieval.indexing.record_facts import RecordFacts
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitCounts
from retrieval.text import SyllableTable


@dataclass(frozen=True)
class Index:
    """The passages of all measures, indexed by characters, syllables and vectors."""

    measures: Sequence[str]
    passages: PassageTable
    whole: LexicalIndex
    """Characters of each measure as one text, with the lead of its document and without its questions."""
    documents: LexicalIndex
    """Characters of each document as one text."""
    document_of: NDArray[np.int32]
    """Position of each measure's document."""
    text: PassageIndex
    questions: PassageIndex
    uncovered: PassageIndex
    """Questions that no measure answers."""
    table: SyllableTable
    text_facts: TextFacts
    """What the texts of all measures state, narrowed or not."""
    record_facts: RecordFacts
    """What their records say, narrowed or not."""
    pairs: UnitCounts
    """In how many texts of measures each pair of neighbouring Chinese characters stands."""

    def narrowed(self, chosen: NDArray[np.int32]) -> "Index":
        """The index of which only some measures, ascending, are compared; they are then counted from 0.

        Rarities are those of all texts, and unanswered questions are all compared.
        """
        documents = np.unique(self.document_of[chosen])
        return replace(
            self,
            measures=Chosen(self.measures, chosen),
            whole=self.whole.narrowed(chosen),
            documents=self.documents.narrowed(documents),
            document_of=np.searchsorted(documents, self.document_of[chosen]).astype(np.int32),
            text=self.text.narrowed(chosen),
            questions=self.questions.narrowed(chosen),
        )

    def unpacked(self) -> "Index":
        """The same index with the vectors of its measures in memory, to be compared again and again."""
        return replace(self, text=self.text.unpacked(), questions=self.questions.unpacked())

    @property
    def kinds(self) -> Sequence[str]:
        """Kinds of the uncovered questions."""
        return self.passages.uncovered
