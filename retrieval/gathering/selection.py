"""The measures that one question is compared with."""

from dataclasses import dataclass

from retrieval.indexing import Index
from retrieval.ranking import MeasureFacts


@dataclass(frozen=True, slots=True)
class Selection:
    """Some measures of a corpus, or all: their part of the index and their facts, in the same order."""

    index: Index
    facts: MeasureFacts
    backdrop: Index | None = None
    """Measures that stand for the whole corpus; None where the selection is the whole."""
