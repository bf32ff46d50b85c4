"""Compares a vector with passages: exactly with some or all, roughly with very many."""

from functools import lru_cache

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings import HalfVectors, Vectors

StoredVectors = Vectors | HalfVectors
"""As an index holds them: exact where few are compared all at once, else in half precision, of which rows are
read now and then."""
Code = NDArray[np.uint8]
"""Rough vectors, one bit for each number, as FAISS stores them; empty where there are few vectors."""

CODED_FROM = 10_000
"""So many vectors get a code; fewer are compared exactly in about a millisecond."""
_QUERY_BITS = 8
"""Of the numbers of the question's vector. Source: RaBitQ (Gao and Long, 2024); 8 lose nothing here."""


class DenseIndex:
    """Exact inner-product search over unit vectors.

    Exact because the corpus is small, and without FAISS's ranked search because every score is needed:
    5,200 vectors of 384 numbers take 0.9 ms on one core, ranked by `IndexFlatIP` 3.1 ms (2026-11-21).
    """

    def __init__(self, vectors: StoredVectors) -> None:
        self._vectors = np.ascontiguousarray(_exact(vectors), dtype=np.float32)

    @property
    def size(self) -> int:
        """Number of passages."""
        return len(self._vectors)

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every passage, float32 (size,), in passage order."""
        if not self.size:
            return np.zeros(0, dtype=np.float32)
        asked = np.ascontiguousarray(query, dtype=np.float32)
        similarities = faiss.pairwise_distances(asked, self._vectors, metric=faiss.METRIC_INNER_PRODUCT)
        return np.asarray(similarities[0], dtype=np.float32)


class RoughIndex:
    """Finds the nearest of very many unit vectors by a code of one bit for each of their numbers."""

    def __init__(self, code: Code) -> None:
        """`code` is what `code_of` gives."""
        self._code = faiss.deserialize_index(code)

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> NDArray[np.int64]:
        """Positions of about the `count` vectors nearest to one question's, ascending.

        `among` says for each vector whether it may be one of them.
        """
        parameters = faiss.RaBitQSearchParameters()
        parameters.qb = _QUERY_BITS
        selector = None if among is None else _selector(among)  # must live as long as the search
        if selector is not None:
            parameters.sel = selector
        asked = np.ascontiguousarray(query, dtype=np.float32)
        _, positions = self._code.search(asked, min(count, self._code.ntotal), params=parameters)
        positions = positions[0]
        return np.sort(positions[positions >= 0])


def code_of(vectors: Vectors) -> Code:
    """The code of unit vectors; empty of fewer than `CODED_FROM`."""
    if len(vectors) < CODED_FROM:
        return np.zeros(0, dtype=np.uint8)
    code = faiss.IndexRaBitQ(vectors.shape[1], faiss.METRIC_INNER_PRODUCT)
    code.train(vectors)
    code.add(vectors)
    return np.asarray(faiss.serialize_index(code), dtype=np.uint8)


def stored(vectors: Vectors) -> StoredVectors:
    """Unit vectors as they are stored: in half precision from `CODED_FROM` on.

    In half precision 384 numbers lose at most 3e-5 of a cosine, all alike in every comparison.
    """
    return vectors if len(vectors) < CODED_FROM else vectors.astype(np.float16)


def _exact(vectors: StoredVectors) -> Vectors:
    """The vectors in single precision; FAISS takes .6 ms for 1,500 rows, NumPy 1.2 (2026-11-29)."""
    if vectors.dtype != np.float16:
        return vectors.astype(np.float32, copy=False)
    codes = np.ascontiguousarray(vectors).view(np.uint8)
    exact: Vectors = _halves(vectors.shape[1]).decode(codes)
    return exact


@lru_cache(maxsize=1)
def _halves(dim: int) -> "faiss.ScalarQuantizer":
    return faiss.ScalarQuantizer(dim, faiss.ScalarQuantizer.QT_fp16)


def _selector(among: NDArray[np.bool_]) -> "faiss.IDSelectorBitmap":
    bits = np.packbits(among, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]  # the stub knows C++'s alone
