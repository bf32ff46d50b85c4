"""Where the rows of segments stand in the index that is put together from them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.packed_arrays import Numbers

Rows = NDArray[np.int32]
"""Positions of rows, ascending."""
Sizes = NDArray[np.int32]
"""How many rows each group of a segment has."""


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """The groups of an index, one after the other: the segment of each, and its position in that.

    The groups of one segment come in the segment's order, each at most once; what is missing is gone.
    """

    segments: NDArray[np.int32]
    groups: NDArray[np.int32]

    @classmethod
    def of_one(cls, groups: int) -> "GroupOrder":
        """All groups of a single segment."""
        return cls(np.zeros(groups, dtype=np.int32), np.arange(groups, dtype=np.int32))

    def of_segment(self, segment: int) -> NDArray[np.int32]:
        """The groups of a segment that the index has, ascending."""
        own: NDArray[np.int32] = self.groups[self.segments == segment]
        return own


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the rows of one segment stand among those of all."""

    rows: int
    """How many it has."""
    count: int
    """How many of them the index has."""
    offset: int
    """Place of the first row, where the index has all of them side by side."""
    held: Rows | None = None
    """The rows that the index has; None where it has all of them side by side."""
    whole: Rows | None = None
    """The place of each of these, ascending."""
    place_of: Rows | None = None
    """The place of every row, -1 where it is gone."""

    @classmethod
    def of_one(cls, rows: int) -> "RowPlaces":
        """All rows of a single segment."""
        return cls(rows, rows, 0)

    @property
    def moved(self) -> bool:
        """Whether rows and places differ."""
        return self.offset != 0 or self.held is not None

    def chosen(self, rows: Numbers) -> Numbers:
        """Those of values given for every row that belong to rows of the index."""
        return rows if self.held is None else rows[self.held]

    def places(self) -> slice | Rows:
        """The places of all rows that the index has."""
        return slice(self.offset, self.offset + self.count) if self.whole is None else self.whole

    def up(self, rows: Numbers) -> Numbers:
        """The places of some rows; -1 for those that are gone."""
        if self.place_of is not None:
            return self.place_of.take(rows)  # type: ignore[arg-type]  # they are whole numbers
        return rows.astype(np.int32) + np.int32(self.offset) if self.offset else rows

    def down(self, places: Rows) -> tuple[Rows, Rows]:
        """The rows at some places, ascending, and which of the places these are: others are elsewhere."""
        if self.whole is None or self.held is None:
            among = np.arange(*places.searchsorted((self.offset, self.offset + self.count)), dtype=np.int32)
            return places[among] - np.int32(self.offset), among
        found = self.whole.searchsorted(places)
        known = found < self.count
        known[known] = self.whole[found[known]] == places[known]
        return self.held[found[known]], np.flatnonzero(known).astype(np.int32)


def row_places(sizes: Sequence[Sizes], order: GroupOrder) -> tuple[RowPlaces, ...]:
    """The places of the rows of each segment, whose groups have so many."""
    each = np.zeros(order.groups.size, dtype=np.int64)
    for segment, own in enumerate(sizes):
        each[order.segments == segment] = own[order.of_segment(segment)]
    starts = each.cumsum() - each
    return tuple(
        _placed(own.astype(np.int64), order.of_segment(segment), starts[order.segments == segment])
        for segment, own in enumerate(sizes)
    )


def end_to_end(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The positions in spans that begin at `starts`, one span after the other.

    Example: starts 5, 0 and sizes 2, 3 -> 5, 6, 0, 1, 2
    """
    before = sizes.cumsum() - sizes
    positions: NDArray[np.int64] = np.arange(sizes.sum()) + np.repeat(starts - before, sizes)
    return positions


def _placed(sizes: NDArray[np.int64], groups: NDArray[np.int32], starts: NDArray[np.int64]) -> RowPlaces:
    total = int(sizes.sum())
    own = sizes[groups]
    held = end_to_end((sizes.cumsum() - sizes)[groups], own).astype(np.int32)
    whole = end_to_end(starts, own).astype(np.int32)
    if held.size == total and (not total or (whole - held == whole[0]).all()):
        return RowPlaces(total, total, int(whole[0]) if total else 0)
    place_of = np.full(total, -1, dtype=np.int32)
    place_of[held] = whole
    return RowPlaces(total, held.size, 0, held, whole, place_of)
