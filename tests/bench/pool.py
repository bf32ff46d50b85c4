"""What every engine of the bench ranks: the same passages with the same vectors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from embeddings import Encoder, VectorCache, Vectors, unit_rows
from retrieval import Retriever
from retrieval.indexing.parts import vectors_of
from retrieval.ranking.rules import Circumstances

AS_OF = date(2026, 11, 21)
"""The day that the judged questions are asked on: what has expired and what is new depends on it."""
DEPTH = 100
"""Passages that an engine is asked for: enough for ten different documents."""

Engine = Callable[[str], Sequence[int]]
"""A question to positions of passages in the pool, best first; it encodes the question itself."""


@dataclass(frozen=True)
class Pool:
    """Passages; `owners` holds the position of each one's measure, `vectors` has one unit row a passage."""

    texts: Sequence[str]
    owners: Sequence[int]
    vectors: Vectors
    encoder: Encoder


def pool_of(
    retriever: Retriever, encoder: Encoder, cache: VectorCache, *, stored_questions: bool = False
) -> Pool:
    """The passages of a retriever's texts, with or without the stored plain-language questions.

    `cache` holds the vectors of all, those of titles too, which an index does without.
    """
    index = retriever.index
    channels = (index.text, index.questions) if stored_questions else (index.text,)
    places = np.concatenate([channel.positions for channel in channels])
    passages = [index.passages[place] for place in places]
    return Pool(
        [passage.text for passage in passages],
        np.concatenate([channel.owners for channel in channels]).tolist(),
        unit_rows(vectors_of(passages, cache.kept).astype(np.float32)),
        encoder,
    )


def own_engine(retriever: Retriever, *, stored_questions: bool = False) -> Engine:
    """The ranking that users get: measures in its order, each by the passage that matched best."""
    stored = retriever.index.questions.positions
    search = retriever if stored_questions else retriever.without(stored)
    at = {int(place): position for position, place in enumerate(retriever.index.text.positions)}

    def engine(question: str) -> list[int]:
        case, order = search.judge(search.understand(question), Circumstances(None, AS_OF))
        return [at[int(case.likeness.passages[place])] for place in order[:DEPTH]]

    return engine
