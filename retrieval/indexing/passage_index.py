"""Passages that are compared among themselves: characters, syllables, vectors, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing.dense import DenseIndex, NearestWanted, WholeVectorIndex
from retrieval.indexing.lexical import LexicalIndex, Scores
from retrieval.indexing.passages import PassageKind

Rows = NDArray[np.int32]
"""Of passages, ascending."""


@dataclass(frozen=True)
class PassageIndex:
    """Passages of some kinds: their characters, syllables and vectors, and their owners."""

    positions: NDArray[np.int32]
    """Positions of the passages in the index, ascending."""
    owners: NDArray[np.int32]
    """Position of the measure of each passage; for an unanswered question, position of its kind."""
    of_kind: Mapping[PassageKind, NDArray[np.bool_]]
    """Which passages are of each kind."""
    vector_kind: PassageKind
    """The kind that is compared by vector; vectors of titles and contacts are not."""
    characters: LexicalIndex
    syllables: LexicalIndex
    dense: DenseIndex
    """A vector for each passage that is compared by vector."""
    origin: "PassageIndex | None" = None
    """The index of all passages, where this one is narrowed to some."""

    @property
    def everything(self) -> "PassageIndex":
        """The index of all passages of the channel."""
        return self.origin or self

    def narrowed(self, owners: NDArray[np.int32]) -> "PassageIndex":
        """The passages of some owners, ascending, which are then counted from 0."""
        rows = self.rows_of(owners)
        of_kind = {kind: among[rows] for kind, among in self.of_kind.items()}
        return PassageIndex(
            self.positions[rows],
            np.searchsorted(owners, self.owners[rows]).astype(np.int32),
            of_kind,
            self.vector_kind,
            characters := self.characters.narrowed(rows),
            self.syllables.alongside(characters),
            self.dense.narrowed(self._vectors_at(rows)),
            origin=self.everything,
        )

    def unpacked(self) -> "PassageIndex":
        """The same passages with their vectors in memory, to be compared again and again."""
        vectors = self.dense.vectors(np.arange(self.dense.size, dtype=np.int32))
        return replace(self, dense=WholeVectorIndex(vectors))

    def rows_of(self, owners: NDArray[np.int32]) -> Rows:
        """The passages of some owners; an owner may have none."""
        return self._by_owner.rows(owners)

    @cached_property
    def _vector_rows(self) -> Rows:
        """The passages that are compared by vector."""
        return np.flatnonzero(self.of_kind[self.vector_kind]).astype(np.int32)

    def vectors_of(self, owners: NDArray[np.int32]) -> Rows:
        """The vectors of some owners, ascending, counted in the order of their passages."""
        return self._vectors_at(self.rows_of(owners))

    def _vectors_at(self, rows: Rows) -> Rows:
        compared = rows[self.of_kind[self.vector_kind][rows]]
        return self._vector_rows.searchsorted(compared).astype(np.int32)

    def cosines(self, vector: Vectors) -> Scores:
        """Similarity of a question's vector, float32 (1, dim), to every passage; 0 where not compared."""
        cosines = np.zeros(self.positions.size, dtype=np.float32)
        cosines[self._vector_rows] = self.dense.scores(vector)
        return cosines

    def nearest(self, vector: Vectors, wanted: Sequence[NearestWanted]) -> Sequence[tuple[Rows, Scores]]:
        """The passages nearest to a vector, and their similarities, of each kind wanted.

        Vectors that may be among them are told as `vectors_of` gives them.
        """
        compared = self._vector_rows
        return [(compared[found], cosines) for found, cosines in self.dense.nearest(vector, wanted)]

    def only(self, kind: PassageKind, scores: Scores) -> Scores:
        """The scores of the passages of one kind; those of the others are 0."""
        return np.where(self.of_kind[kind], scores, np.float32(0))

    @cached_property
    def _by_owner(self) -> "_Groups":
        return _Groups.of(self.owners)

    def best(self, scores: Scores, owners: int) -> Scores:
        """The best score of each owner; 0 for owners without a passage here."""
        best = np.zeros(owners, dtype=np.float32)
        groups = self._by_owner
        if groups.order.size:
            best[groups.owners] = np.maximum.reduceat(scores[groups.order], groups.starts)
        return best

    def best_among(self, rows: Rows, scores: Scores, owners: int) -> Scores:
        """The best score of each owner among some passages; 0 for owners without one, and never below 0."""
        best = np.zeros(owners, dtype=np.float32)
        np.maximum.at(best, self.owners[rows], scores)
        return best

    def sounding(self, pairs: Sequence[str], owner: int) -> list[int]:
        """Positions in the index of the passages of an owner that contain one of some pairs of syllables.

        The syllables are folded.
        """
        rows = np.unique(self.syllables.containing(pairs)[1])
        own: list[int] = self.positions[rows[self.owners[rows] == owner]].tolist()
        return own

    def best_passages(self, scores: Scores, best: Scores) -> NDArray[np.int32]:
        """The passage (by its position in the index) that has the best score of each owner.

        Owners without a passage here get -1; among equals the last counts.
        """
        which = np.full(len(best), -1, dtype=np.int32)
        reaching = scores == best[self.owners]
        which[self.owners[reaching]] = self.positions[reaching]
        return which


@dataclass(frozen=True, slots=True)
class _Groups:
    """Passages grouped by owner."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]
    """Where in `order` each owner begins."""
    owners: NDArray[np.int32]

    @classmethod
    def of(cls, owners: NDArray[np.int32]) -> "_Groups":
        order = np.argsort(owners, kind="stable")
        distinct, starts = np.unique(owners[order], return_index=True)
        return cls(order, starts, distinct)

    def rows(self, owners: NDArray[np.int32]) -> NDArray[np.int32]:
        """The passages of some owners, ascending; an owner may have none."""
        groups = np.searchsorted(self.owners, owners)
        groups[groups == self.owners.size] = 0
        groups = groups[self.owners[groups] == owners] if self.owners.size else groups[0:0]
        sizes = np.append(self.starts, self.order.size)[groups + 1] - self.starts[groups]
        before = np.cumsum(sizes) - sizes
        offsets = np.arange(sizes.sum()) + np.repeat(self.starts[groups] - before, sizes)
        return np.sort(self.order[offsets]).astype(np.int32)
