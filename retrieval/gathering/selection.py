"""The measures that one question is compared with, and what chooses them."""

from dataclasses import dataclass
from typing import Protocol

from embeddings import Vectors
from retrieval.indexing import Index
from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts


@dataclass(frozen=True, slots=True)
class Selection:
    """Some measures of a corpus, or all: their part of the index and their facts, in the same order."""

    index: Index
    facts: MeasureFacts
    backdrop: Index | None = None
    """Measures that stand for the whole corpus; None where the selection is the whole."""


class Gatherer(Protocol):
    """Chooses what a question is compared with, first by what it says, then by its vector too."""

    def of_words(self, query: Query, around: Circumstances) -> Selection:
        """The measures likeliest by what a question says, without its vector; at least one."""

    def with_vector(
        self, gathered: Selection, vector: Vectors, query: Query, around: Circumstances
    ) -> Selection:
        """The same and those likeliest by the question's vector, float32 (1, dim).

        `gathered` itself where nothing is to be added.
        """
