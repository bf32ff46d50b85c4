"""Compares a vector with those of passages, exactly: with all, with some, and which of them are nearest."""

from typing import Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing.lexical import best_positions

StoredVectors = Vectors | NDArray[np.uint8]
"""As an index holds them: few as they are, many in half precision, as bytes of FAISS's index over them."""
Rows = NDArray[np.int32]
"""Of vectors, ascending."""

HALVED_FROM = 10_000
"""So many vectors are kept in half precision; fewer are compared all at once in about a millisecond."""


class DenseIndex(Protocol):
    """Exact inner-product search over unit vectors."""

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""

    @property
    def stored(self) -> StoredVectors:
        """What `dense_index` is made from."""

    def narrowed(self, rows: Rows) -> "DenseIndex":
        """The same index of which only some vectors are compared; they are then counted from 0."""

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,), in their order."""

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Positions of the `count` vectors nearest to one question's, ascending, and their similarities.

        `among` says for each vector whether it may be one of them.
        """


def dense_index(stored: StoredVectors) -> DenseIndex:
    """The index over vectors that `stored_vectors` gave."""
    if stored.dtype == np.uint8:
        return HalfVectorIndex(stored.astype(np.uint8, copy=False))
    return WholeVectorIndex(stored.astype(np.float32, copy=False))


def stored_vectors(vectors: Vectors) -> StoredVectors:
    """Unit vectors as they are stored: in half precision from `HALVED_FROM` on.

    In half precision 384 numbers lose at most 3e-5 of a cosine, all alike in every comparison.
    """
    return vectors if len(vectors) < HALVED_FROM else halved(vectors)


def halved(vectors: Vectors) -> NDArray[np.uint8]:
    """Vectors in half precision, as the bytes of FAISS's index over them."""
    index = faiss.IndexScalarQuantizer(
        vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    )
    index.add(vectors)
    return np.asarray(faiss.serialize_index(index), dtype=np.uint8)


class WholeVectorIndex:
    """Vectors in single precision, every one of which is compared with each question.

    Without FAISS's ranked search because every score is needed: 5,200 vectors of 384 numbers take 0.9 ms on
    one core, ranked by `IndexFlatIP` 3.1 ms (2026-11-21).
    """

    def __init__(self, vectors: Vectors) -> None:
        self.stored: StoredVectors = vectors
        self._vectors = np.ascontiguousarray(vectors, dtype=np.float32)

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return len(self._vectors)

    def narrowed(self, rows: Rows) -> "WholeVectorIndex":
        """The same index of which only some vectors are compared."""
        return WholeVectorIndex(self.vectors(rows))

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        return self._vectors[rows]

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        if not self.size:
            return np.zeros(0, dtype=np.float32)
        asked = np.ascontiguousarray(query, dtype=np.float32)
        similarities = faiss.pairwise_distances(asked, self._vectors, metric=faiss.METRIC_INNER_PRODUCT)
        return np.asarray(similarities[0], dtype=np.float32)

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Positions of the nearest vectors, ascending, and their similarities."""
        scores = self.scores(query)
        rows = np.arange(self.size) if among is None else np.flatnonzero(among)
        rows = np.sort(rows[best_positions(scores[rows], count)])
        return rows.astype(np.int32), scores[rows]


class HalfVectorIndex:
    """Very many vectors in half precision, searched where they lie on the disk.

    FAISS multiplies halves without turning them into numbers of single precision first: the 1,000 nearest of
    18,000 take .73 ms, the cosines of 1,500 given ones .19 (turned first .70), 2026-11-30.
    """

    def __init__(self, stored: NDArray[np.uint8], rows: Rows | None = None) -> None:
        """`rows` are those of the vectors that are compared, ascending; None where all are."""
        self.stored = stored
        self._rows = rows
        reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(stored), stored.size)  # type: ignore[attr-defined]  # the stub is older
        self._index = faiss.read_index(reader)

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return self._index.ntotal if self._rows is None else self._rows.size

    def narrowed(self, rows: Rows) -> "HalfVectorIndex":
        """The same index of which only some vectors are compared."""
        return HalfVectorIndex(self.stored, rows if self._rows is None else self._rows[rows])

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        ours = rows if self._rows is None else self._rows[rows]
        return np.asarray(self._index.reconstruct_batch(ours.astype(np.int64)), dtype=np.float32)

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        rows, found = self._searched(query, self.size, None)
        scores = np.zeros(self.size, dtype=np.float32)
        scores[rows] = found
        return scores

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Positions of the nearest vectors, ascending, and their similarities."""
        rows, scores = self._searched(query, count, among)
        order = np.argsort(rows)
        return rows[order].astype(np.int32), scores[order]

    def _searched(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.intp], Vectors]:
        """Positions of the nearest among the compared vectors, nearest first, and their similarities."""
        selector = self._selector(among)  # must live as long as the search
        parameters = faiss.SearchParameters()
        if selector is not None:
            parameters.sel = selector
        asked = np.ascontiguousarray(query, dtype=np.float32)
        scores, rows = self._index.search(asked, max(1, min(count, self.size)), params=parameters)
        found = rows[0] >= 0
        positions = rows[0][found]
        return positions if self._rows is None else self._rows.searchsorted(positions), scores[0][found]

    def _selector(self, among: NDArray[np.bool_] | None) -> "faiss.IDSelectorBitmap | None":
        """Selects the compared vectors, or those of them that may be named; None where all may."""
        if self._rows is not None:
            mask = np.zeros(self._index.ntotal, dtype=np.bool_)
            mask[self._rows if among is None else self._rows[among]] = True
            return _bitmap(mask)
        return None if among is None else _bitmap(among)


def _bitmap(among: NDArray[np.bool_]) -> "faiss.IDSelectorBitmap":
    bits = np.packbits(among, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]  # the stub knows C++'s alone
