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
    """Chooses what a question is compared with."""

    @property
    def whole(self) -> Selection | None:
        """All measures, where every question is compared with them; else None."""

    def gathered(self, query: Query, vector: Vectors, around: Circumstances) -> Selection:
        """The measures likeliest by a question and its vector, float32 (1, dim); at least one."""
