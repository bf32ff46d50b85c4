"""Vectors for large libraries without encoding them: the source's real vector and a small difference.

What is measured with them is speed, memory and agreement of searches with one another; quality is measured
with real vectors, on libraries small enough to be encoded.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from embeddings import Encoder, HalfVectors, Progress, VectorCache, Vectors, unit_rows
from retrieval.indexing.passages import Passage, measure_passages
from tests.bench.library import Library

SPREAD = 0.35
"""Length of the difference, where the source's vector has length 1."""


class StandIns:
    """Gives every passage of a library the vector of the source's passage, moved by its own words.

    Passages are matched by measure, kind and order, stored questions with those that they are made from. A
    text that no source stands for is encoded.
    """

    def __init__(self, library: Library, cache: VectorCache) -> None:
        self._cache = cache
        self._row_of: dict[bytes, int] = {}
        self._rows: dict[str, int] = {}
        self._collect(library)
        self._vectors: Vectors = cache.kept(list(self._rows)).astype(np.float32)

    @property
    def dim(self) -> int:
        """Number of numbers in a vector."""
        return self._cache.dim

    def kept(self, texts: Sequence[str], progress: Progress | None = None) -> HalfVectors:
        """float16 (len(texts), dim), rows of unit length; what is encoded is reported to `progress`."""
        known = [self._row_of.get(_digest(text)) for text in texts]
        unknown = [text for text, row in zip(texts, known, strict=True) if row is None]
        encoded = iter(self._cache.kept(unknown, progress))
        rows = [
            next(encoded) if row is None else self._moved(row, text)
            for row, text in zip(known, texts, strict=True)
        ]
        return np.array(rows, dtype=np.float16).reshape(len(texts), self.dim)

    def _moved(self, row: int, text: str) -> HalfVectors:
        chance = np.random.Generator(np.random.PCG64(int.from_bytes(_digest(text))))
        away = chance.standard_normal(self.dim, dtype=np.float32)
        moved = self._vectors[row] + SPREAD * away / np.linalg.norm(away)
        return unit_rows(moved[None])[0].astype(np.float16)

    def _collect(self, library: Library) -> None:
        for document, source in library.made():
            for measure, origin in zip(document.measures, source.document.measures, strict=False):
                made = measure_passages(document, measure)
                real = measure_passages(source.document, origin)
                for passage, like in _matched(made, real):
                    self._note(passage.text, like.text)
        for _, question, like_question in library.stored():
            self._note(question, like_question)

    def _note(self, text: str, like: str) -> None:
        self._row_of[_digest(text)] = self._rows.setdefault(like, len(self._rows))


def _matched(made: Sequence[Passage], real: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """Passages with the source's of the same kind and order, the last where it has fewer."""
    pairs = []
    for kind in dict.fromkeys(passage.kind for passage in made):
        own = [passage for passage in made if passage.kind is kind and passage.encoded]
        like = [passage for passage in real if passage.kind is kind]
        pairs += [(passage, like[min(n, len(like) - 1)]) for n, passage in enumerate(own) if like]
    return pairs


def stand_ins(library: Library, encoder: Encoder) -> StandIns:
    """Stand-ins over the vectors that come with the project, and what has to be encoded beside them."""
    return StandIns(library, VectorCache(encoder))


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
