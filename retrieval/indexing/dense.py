"""Compares a vector with those of passages, exactly: with all, with some, and which of them are nearest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing.lexical import best_positions
from retrieval.indexing.row_places import RowPlaces, Rows
from retrieval.indexing.vector_products import (
    Codes,
    Halves,
    SearchedHalves,
    coded,
    halved,
    inner_products,
)

HALVED_FROM = 8_000
"""So many vectors of a channel are kept in half precision, which takes half the memory: 8,540 of 384 numbers
13 MB as they are. Either way they are compared in .3 ms (2026-11-30); the bundled questions, 6,711, stay as
they are, so that nothing about their answers changes."""
CODED_FROM = 40_000
"""Where a segment has so many vectors of a channel the nearest of all are found by codes first, which finds
nearly all: below that comparing all takes 1.4 ms, and everything is exact."""


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """Vectors as an index holds them: few as they are, many in half precision, very many with codes."""

    vectors: Vectors | Halves
    codes: Codes | None = None

    @classmethod
    def of(cls, vectors: Vectors, *, in_halves: bool) -> "StoredVectors":
        """Vectors to be stored."""
        if not in_halves or not len(vectors):
            return cls(vectors)
        return cls(halved(vectors), coded(vectors) if len(vectors) >= CODED_FROM else None)

    @property
    def is_halved(self) -> bool:
        """Whether they are in half precision."""
        return self.vectors.dtype == np.uint8


@dataclass(frozen=True, slots=True)
class NearestWanted:
    """How many of the nearest vectors are wanted, and among which."""

    count: int
    among: Rows | None = None
    """The vectors that may be among them, ascending; None where all may."""
    by_codes: bool = False
    """Whether most of the nearest will do, where there are codes: with the similarities that these tell."""


Found = tuple[Rows, Vectors]
"""Positions of vectors, ascending, and their similarities."""


class DenseIndex(Protocol):
    """Inner-product search over unit vectors: exact, but for the nearest of very many."""

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""

    def narrowed(self, rows: Rows) -> "DenseIndex":
        """The same index of which only some vectors are compared; they are then counted from 0."""

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,), in their order."""

    def nearest(self, query: Vectors, wanted: Sequence[NearestWanted]) -> Sequence[Found]:
        """The vectors nearest to one question's, of each kind wanted."""


def dense_index(parts: Sequence[tuple[StoredVectors, RowPlaces]], dim: int) -> DenseIndex:
    """The index over the vectors of segments in their places, all of one precision.

    Those in single precision are brought together where they lie in several segments.
    """
    own = [(stored, places) for stored, places in parts if places.count]
    if own and all(stored.is_halved for stored, _ in own):
        return HalfVectorIndex([_half_part(stored, at) for stored, at in own])
    if len(own) == 1 and not own[0][1].moved:
        return WholeVectorIndex(own[0][0].vectors.astype(np.float32, copy=False))
    together = np.zeros((sum(places.count for _, places in own), dim), dtype=np.float32)
    for stored, places in own:
        together[places.places()] = places.chosen(stored.vectors)
    return WholeVectorIndex(together)


class WholeVectorIndex:
    """Vectors in single precision, every one of which is compared with each question."""

    def __init__(self, vectors: Vectors, rows: NDArray[np.int64] | None = None) -> None:
        """`rows` are those of the vectors that are compared, ascending; None where all are."""
        self._vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        self._rows = np.arange(len(vectors), dtype=np.int64) if rows is None else rows

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return self._rows.size

    def narrowed(self, rows: Rows) -> "WholeVectorIndex":
        """The same index of which only some vectors are compared."""
        return WholeVectorIndex(self._vectors, self._rows[rows])

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        return self._vectors[self._rows[rows]]

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        return inner_products(query, self._vectors, self._rows)

    def nearest(self, query: Vectors, wanted: Sequence[NearestWanted]) -> Sequence[Found]:
        """The vectors nearest to one question's, of each kind wanted."""
        scores, found = self.scores(query), []
        for each in wanted:
            rows = np.arange(self.size, dtype=np.int32) if each.among is None else each.among
            rows = np.sort(rows[best_positions(scores[rows], each.count)])
            found.append((rows, scores[rows]))
        return found


@dataclass(frozen=True, slots=True)
class _HalfPart:
    """The vectors of one segment that are compared."""

    halves: SearchedHalves
    rows: Rows | None
    """The rows of these vectors in the segment, ascending; None where all are compared."""
    places: Rows
    """The place of each of them among all that are compared, ascending."""

    def narrowed(self, wanted: Rows) -> "_HalfPart":
        """Those at some places, which are then counted from 0."""
        own, among = self.at(wanted)
        return _HalfPart(self.halves, own, among)

    def at(self, wanted: Rows) -> tuple[Rows, Rows]:
        """The rows in the segment of the vectors at some places, and which of the places they have."""
        found = self.places.searchsorted(wanted)
        there = np.flatnonzero(found < self.places.size)
        there = there[self.places[found[there]] == wanted[there]]
        own = found[there].astype(np.int32)
        return own if self.rows is None else self.rows[own], there.astype(np.int32)

    def searched(self, query: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Places of the nearest, nearest first, and their similarities."""
        found, scores = self.halves.searched(query, min(count, self.places.size), self.rows)
        own = found if self.rows is None else self.rows.searchsorted(found)
        return self.places[own].astype(np.intp), scores

    def scores(self, query: Vectors) -> Vectors:
        """Similarities of all that are compared, in their order."""
        if self.rows is not None:
            return self.halves.products(query, self.rows)
        scores = np.zeros(self.places.size, dtype=np.float32)
        found, similarities = self.halves.searched(query, self.places.size, None)
        scores[found] = similarities
        return scores

    def can_search_roughly(self, count: int) -> bool:
        """Whether so many are found by codes, few being passed over that are not compared."""
        return self.halves.is_coded and self._lacking <= count

    @property
    def _lacking(self) -> int:
        """How many of the segment's vectors are not compared."""
        return self.halves.size - self.places.size

    def roughly(self, query: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
        """The same as `searched`, nearly all of the nearest, of those that are found by codes."""
        return self._standing(*self.halves.roughly(query, count + self._lacking))

    def by_codes(self, query: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
        """The same by codes alone."""
        return self._standing(*self.halves.by_codes(query, count + self._lacking))

    def _standing(self, found: NDArray[np.intp], scores: Vectors) -> tuple[NDArray[np.intp], Vectors]:
        """The places of rows that are compared, with their similarities."""
        if self.rows is None:
            return self.places[found].astype(np.intp), scores
        own = self.rows.searchsorted(found)
        known = own < self.rows.size
        known[known] = self.rows[own[known]] == found[known]
        return self.places[own[known]].astype(np.intp), scores[known]


class HalfVectorIndex:
    """Very many vectors in half precision, in one or several segments."""

    def __init__(self, parts: Sequence[_HalfPart]) -> None:
        self._parts = parts

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return sum(part.places.size for part in self._parts)

    def narrowed(self, rows: Rows) -> "HalfVectorIndex":
        """The same index of which only some vectors are compared."""
        return HalfVectorIndex([part.narrowed(rows) for part in self._parts])

    def vectors(self, rows: Rows) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        wanted = [(part, *part.at(rows)) for part in self._parts]
        order = np.argsort(np.concatenate([among for _, _, among in wanted]))
        return np.concatenate([part.halves.vectors(own) for part, own, _ in wanted])[order]

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        scores = np.zeros(self.size, dtype=np.float32)
        for part in self._parts:
            scores[part.places] = part.scores(query)
        return scores

    def nearest(self, query: Vectors, wanted: Sequence[NearestWanted]) -> Sequence[Found]:
        """The vectors nearest to one question's, of each kind wanted; of equal ones the first count.

        Which of equal ones FAISS names depends on how vectors are divided among segments. So where equal ones
        stand on both sides of a limit more are looked at, until all of these are seen; not where the nearest
        are found by codes, which miss some anyway.
        """
        return [self._found(query, each) for each in wanted]

    def _found(self, query: Vectors, wanted: NearestWanted) -> Found:
        if wanted.among is not None:
            return self._nearest_among(query, wanted.count, wanted.among)
        if wanted.by_codes:
            return self._nearest_by_codes(query, wanted.count)
        return self._nearest(query, wanted.count, wanted.count + 1)

    def _nearest_by_codes(self, query: Vectors, count: int) -> Found:
        if not all(part.can_search_roughly(count) for part in self._parts):
            return self._nearest(query, count, count + 1)
        found = [part.by_codes(query, count) for part in self._parts]
        rows, scores = np.concatenate([own for own, _ in found]), np.concatenate([own for _, own in found])
        chosen = best_positions(scores, count)
        chosen = chosen[np.argsort(rows[chosen])]
        return rows[chosen].astype(np.int32), scores[chosen]

    def _nearest_among(self, query: Vectors, count: int, among: Rows) -> Found:
        found, scores = self.narrowed(among)._nearest(query, count, count + 1)
        return among[found], scores

    def _nearest(self, query: Vectors, count: int, looked_at: int) -> Found:
        roughly = any(part.can_search_roughly(looked_at) for part in self._parts)
        rows, scores = self._searched(query, looked_at, roughly=roughly)
        order = np.lexsort((rows, -scores))
        undecided = rows.size >= looked_at and looked_at < self.size and not roughly
        if undecided and scores[order[count - 1]] == scores[order[looked_at - 1]]:
            return self._nearest(query, count, 2 * looked_at)
        chosen = order[:count]
        chosen = chosen[np.argsort(rows[chosen])]
        return rows[chosen].astype(np.int32), scores[chosen]

    def _searched(
        self, query: Vectors, count: int, *, roughly: bool = False
    ) -> tuple[NDArray[np.intp], Vectors]:
        """Positions of the nearest of each segment, and their similarities: the nearest of all among them."""
        found = [
            part.roughly(query, count)
            if roughly and part.can_search_roughly(count)
            else part.searched(query, count)
            for part in self._parts
            if part.places.size
        ]
        rows = [np.zeros(0, dtype=np.intp), *(own for own, _ in found)]
        return np.concatenate(rows), np.concatenate([np.zeros(0, np.float32), *(own for _, own in found)])


def _half_part(stored: StoredVectors, places: RowPlaces) -> _HalfPart:
    """The vectors of a segment that the index has, with their places."""
    standing = places.places()
    if isinstance(standing, slice):
        standing = np.arange(standing.start, standing.stop, dtype=np.int32)
    halves = SearchedHalves(stored.vectors.astype(np.uint8, copy=False), stored.codes)
    return _HalfPart(halves, places.held, standing)
