"""Vectors for large libraries without encoding them: the source's real vector and a small difference.

What is measured with them is speed, memory and agreement of searches with one another; quality is measured
with real vectors, on libraries small enough to be encoded.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from embeddings import BUNDLED_VECTORS, Encoder, VectorCache, Vectors, unit_rows
from retrieval.indexing.passages import Passage, measure_passages
from tests.bench.library import Library

SPREAD = 0.35
"""Length of the difference, where the source's vector has length 1."""


class StandIns:
    """An encoder: each passage of a library gets the vector of the source's passage, moved by its own words.

    Passages are matched by measure, kind and order, stored questions with those that they are made from. A
    text that no source stands for is encoded.
    """

    def __init__(self, library: Library, encoder: Encoder, bundled: Path | None = BUNDLED_VECTORS) -> None:
        """`bundled` holds vectors of the sources; what it lacks is encoded."""
        self._encoder = encoder
        self.name, self.dim = encoder.name, encoder.dim
        self._cache = VectorCache(encoder, bundled=bundled)
        self._row_of: dict[bytes, int] = {}
        self._rows: dict[str, int] = {}
        self._collect(library)
        self._vectors = self._cache.passages(list(self._rows))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Real vectors of questions."""
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (len(texts), dim), rows of unit length."""
        known = [self._row_of.get(_digest(text)) for text in texts]
        unknown = [text for text, row in zip(texts, known, strict=True) if row is None]
        encoded = iter(self._cache.passages(unknown))
        rows = [
            next(encoded) if row is None else self._moved(row, text)
            for row, text in zip(known, texts, strict=True)
        ]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dim)

    def _moved(self, row: int, text: str) -> Vectors:
        chance = np.random.Generator(np.random.PCG64(int.from_bytes(_digest(text))))
        away = chance.standard_normal(self.dim, dtype=np.float32)
        moved = self._vectors[row] + SPREAD * away / np.linalg.norm(away)
        return unit_rows(moved[None])[0]

    def _collect(self, library: Library) -> None:
        for document, source in library.made():
            for measure, origin in zip(document.measures, source.document.measures, strict=False):
                made = measure_passages(document, measure)
                real = measure_passages(source.document, origin)
                for passage, like in _matched(made, real):
                    for text, origin_text in zip(passage.encoded_texts, like.encoded_texts, strict=False):
                        self._note(text, origin_text)
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


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
