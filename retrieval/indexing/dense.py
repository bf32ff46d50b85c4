"""Compares a vector with those of passages, exactly: with all, with some, and which of them are nearest."""

from collections.abc import Sequence
from typing import Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing.lexical import best_positions
from retrieval.indexing.row_places import RowPlaces, Rows

StoredVectors = Vectors | NDArray[np.uint8]
"""As an index holds them: few as they are, many in half precision, as bytes of FAISS's index over them."""

HALVED_FROM = 10_000
"""So many vectors of a channel are kept in half precision; fewer are compared at once in a millisecond."""


class DenseIndex(Protocol):
    """Exact inner-product search over unit vectors."""

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""

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


def dense_index(parts: Sequence[tuple[StoredVectors, RowPlaces]], dim: int) -> DenseIndex:
    """The index over the vectors of segments in their places, all of one precision.

    Those in single precision are brought together, since what a comparison rounds depends on where vectors
    lie: so scores are the same to the bit however many segments hold them.
    """
    own = [(stored, places) for stored, places in parts if places.count]
    if not own:
        return WholeVectorIndex(np.zeros((0, dim), dtype=np.float32))
    if all(is_halved(stored) for stored, _ in own):
        halves = [_half_part(stored.astype(np.uint8, copy=False), places) for stored, places in own]
        return halves[0][0] if len(halves) == 1 and not own[0][1].moved else JoinedHalfVectorIndex(halves)
    if len(own) == 1 and not own[0][1].moved:
        return WholeVectorIndex(own[0][0].astype(np.float32, copy=False))
    together = np.zeros((sum(places.count for _, places in own), dim), dtype=np.float32)
    for stored, places in own:
        together[places.places()] = places.chosen(stored)
    return WholeVectorIndex(together)


def is_halved(stored: StoredVectors) -> bool:
    """Whether vectors are stored in half precision."""
    return stored.dtype == np.uint8


def halved(vectors: Vectors) -> NDArray[np.uint8]:
    """Vectors in half precision, as the bytes of FAISS's index over them.

    384 numbers lose at most 3e-5 of a cosine, all alike in every comparison.
    """
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
        self._stored = stored
        self._rows = rows
        reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(stored), stored.size)  # type: ignore[attr-defined]  # the stub is older
        self._index = faiss.read_index(reader)

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return self._index.ntotal if self._rows is None else self._rows.size

    def narrowed(self, rows: Rows) -> "HalfVectorIndex":
        """The same index of which only some vectors are compared."""
        return HalfVectorIndex(self._stored, rows if self._rows is None else self._rows[rows])

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        ours = rows if self._rows is None else self._rows[rows]
        return np.asarray(self._index.reconstruct_batch(ours.astype(np.int64)), dtype=np.float32)

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        rows, found = self.searched(query, self.size, None)
        scores = np.zeros(self.size, dtype=np.float32)
        scores[rows] = found
        return scores

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Positions of the nearest vectors, ascending, and their similarities."""
        return _nearest(self, query, count, among)

    def searched(
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


class JoinedHalfVectorIndex:
    """Vectors of several segments, each in half precision; what one row scores depends on no other."""

    def __init__(self, parts: Sequence[tuple[HalfVectorIndex, Rows]]) -> None:
        """The compared vectors of each segment, and the place of each among all that are compared."""
        self._parts = parts

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return sum(places.size for _, places in self._parts)

    def narrowed(self, rows: Rows) -> "JoinedHalfVectorIndex":
        """The same index of which only some vectors are compared."""
        narrowed = []
        for part, places in self._parts:
            own, among = _rows_at(places, rows)
            narrowed.append((part.narrowed(own), among))
        return JoinedHalfVectorIndex(narrowed)

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        found: list[tuple[Rows, Vectors]] = []
        for part, places in self._parts:
            own, among = _rows_at(places, rows)
            found.append((among, part.vectors(own)))
        order = np.argsort(np.concatenate([among for among, _ in found]))
        return np.concatenate([vectors for _, vectors in found])[order]

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        scores = np.zeros(self.size, dtype=np.float32)
        for part, places in self._parts:
            scores[places] = part.scores(query)
        return scores

    def nearest(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Positions of the nearest vectors, ascending, and their similarities."""
        return _nearest(self, query, count, among)

    def searched(
        self, query: Vectors, count: int, among: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.intp], Vectors]:
        """Positions of the nearest of each segment, and their similarities: the nearest of all among them."""
        rows, scores = [], []
        for part, places in self._parts:
            found, theirs = part.searched(query, count, None if among is None else among[places])
            rows.append(places[found].astype(np.intp))
            scores.append(theirs)
        return np.concatenate(rows), np.concatenate(scores)


def _half_part(stored: NDArray[np.uint8], places: RowPlaces) -> tuple[HalfVectorIndex, Rows]:
    """The vectors of a segment that the index has, with their places."""
    standing = places.places()
    if isinstance(standing, slice):
        return HalfVectorIndex(stored), np.arange(standing.start, standing.stop, dtype=np.int32)
    return HalfVectorIndex(stored, places.held), standing


def _rows_at(places: Rows, wanted: Rows) -> tuple[Rows, Rows]:
    """The positions in `places` of those of the wanted ones that are there, and which of them these are."""
    found = places.searchsorted(wanted)
    there = np.flatnonzero(found < places.size)
    there = there[places[found[there]] == wanted[there]]
    return found[there].astype(np.int32), there.astype(np.int32)


def _nearest(
    index: HalfVectorIndex | JoinedHalfVectorIndex,
    query: Vectors,
    count: int,
    among: NDArray[np.bool_] | None,
) -> tuple[Rows, Vectors]:
    """Positions of the nearest vectors, ascending, and their similarities; of equal ones the first count.

    Which of equal ones FAISS names depends on how vectors are divided among segments. So where equal ones
    stand on both sides of the limit all are looked at, which takes 6 ms for 18,000.
    """
    rows, scores = index.searched(query, count + 1, among)
    order = np.lexsort((rows, -scores))
    if rows.size > count and scores[order[count - 1]] == scores[order[count]]:
        rows, scores = index.searched(query, index.size, among)
        order = np.lexsort((rows, -scores))
    chosen = order[:count]
    chosen = chosen[np.argsort(rows[chosen])]
    return rows[chosen].astype(np.int32), scores[chosen]


def _bitmap(among: NDArray[np.bool_]) -> "faiss.IDSelectorBitmap":
    bits = np.packbits(among, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]  # the stub knows C++'s alone
