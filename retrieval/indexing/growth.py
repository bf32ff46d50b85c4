"""How an index grows: which of its segments stay as they are, and what is built anew beside them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.composition import halved_channels
from retrieval.indexing.index_segment import (
    LEXICAL,
    PAIRS,
    ROWS,
    GroupPart,
    IndexSegment,
    counted_together,
    tally_of,
)
from retrieval.indexing.parts import CHANNELS, IndexPart
from retrieval.indexing.row_places import GroupOrder
from retrieval.indexing.unit_table import UnitTally

SMALL = 6_000
"""Passages: a smaller segment is built anew with what is new, which takes about as long as what does not
depend on its size."""
_NEXT = 2
"""A segment is merged with smaller ones where it is at most so many times as large as these together: each
passage is written again about as often as the library doubles."""
_GONE = 32
"""A segment of which one passage in so many is gone is written again: until then the parts of what is gone
are read each time that the index grows, .7 ms a document."""

Collect = Callable[[Sequence[str]], Sequence[GroupPart]]
"""Gives the parts of groups by their digests."""


@dataclass(frozen=True, slots=True)
class Growth:
    """An index as it is to be: some segments that are there, and groups for a new one."""

    kept: Sequence[str]
    """Names of the segments that stay, in order."""
    fresh: Sequence[GroupPart]
    """Groups of the new segment, which comes last; without any there is none."""
    in_halves: Collection[str]
    """Channels whose vectors are kept in half precision."""
    order: GroupOrder
    gone: Mapping[str, UnitTally]


@dataclass(frozen=True)
class Grower:
    """Plans an index over the groups of digests `wanted`, in their order."""

    wanted: Sequence[str]
    held: Mapping[str, IndexSegment]
    """The segments that are there, by name."""
    collect: Collect
    part: Callable[[str], IndexPart | None]
    """The part of a group that may be gone; None where nobody has it any more."""
    small: int = SMALL
    """Passages: a smaller segment is built anew with what is new."""

    def beside_large(self) -> Growth:
        """What is new is indexed together with all small segments; the others stay."""
        return self._grown([name for name in self.held if self._passages(name) >= self.small])

    def merged(self) -> Growth | None:
        """The same index with fewer segments; None where merging is not worth it yet."""
        sizes = {name: self._passages(name) for name in self.held}
        worn = {name for name in self.held if self._is_worn(name)}
        merged = smallest_together(sizes) | worn
        return self._grown([name for name in self.held if name not in merged]) if merged else None

    def _grown(self, names: Sequence[str]) -> Growth:
        """The index in which at most these segments stay."""
        dead = {name: self._dead(name) for name in names if self._fits(name)}
        kept = [name for name, parts in dead.items() if parts is not None]
        fresh = self.collect(self._lacking(kept))
        in_halves = halved_channels([*map(self._rows, kept), *(part.rows() for part in fresh)])
        alike = [name for name in kept if _is_precise_so(self.held[name], in_halves)]
        if alike != kept:
            return self._grown(alike)
        return Growth(kept, fresh, in_halves, self._order(kept, fresh), _gone(dead.values()))

    @cached_property
    def _place_of(self) -> Mapping[str, int]:
        return {digest: place for place, digest in enumerate(self.wanted)}

    def _fits(self, name: str) -> bool:
        """Whether a segment has something wanted, in the order of what is wanted, and nothing is twice."""
        places = [self._place_of[digest] for digest in self.held[name].digests if digest in self._place_of]
        in_order = bool(places) and places == sorted(places)
        return in_order and len(self._place_of) == len(self.wanted)

    def _alive(self, name: str) -> NDArray[np.bool_]:
        """Which groups of a segment are wanted."""
        return np.array([digest in self._place_of for digest in self.held[name].digests], dtype=np.bool_)

    def _rows(self, name: str) -> Mapping[str, int]:
        """How many rows of each kind are wanted of a segment."""
        alive, sizes = self._alive(name), self.held[name].sizes
        return {kind: int(sizes[kind][alive].sum()) for kind in ROWS}

    def _passages(self, name: str) -> int:
        return self._rows(name)["passages"]

    def _is_worn(self, name: str) -> bool:
        every = int(self.held[name].sizes["passages"].sum())
        return _GONE * (every - self._passages(name)) > every

    def _lacking(self, kept: Sequence[str]) -> Sequence[str]:
        """What is wanted and in none of the segments that stay."""
        there = {digest for name in kept for digest in self.held[name].digests}
        return [digest for digest in self.wanted if digest not in there]

    def _dead(self, name: str) -> Sequence[GroupPart] | None:
        """The parts of the groups of a segment that are not wanted; None where one is lost."""
        digests = [digest for digest in self.held[name].digests if digest not in self._place_of]
        found = [(digest, self.part(digest)) for digest in digests]
        parts = [GroupPart(digest, None, part) for digest, part in found if part is not None]
        return parts if len(parts) == len(digests) else None

    def _order(self, kept: Sequence[str], fresh: Sequence[GroupPart]) -> GroupOrder:
        if not kept:
            return GroupOrder.of_one(len(fresh))
        digests = [*(self.held[name].digests for name in kept), [part.digest for part in fresh]]
        standing = {d: (segment, group) for segment, own in enumerate(digests) for group, d in enumerate(own)}
        order = np.array([standing[digest] for digest in self.wanted], dtype=np.int32).reshape(-1, 2)
        return GroupOrder(order[:, 0].copy(), order[:, 1].copy())


def smallest_together(sizes: Mapping[str, int]) -> frozenset[str]:
    """The smallest segments that are to be merged, by their numbers of passages; none or at least two."""
    chosen: list[str] = []
    total = 0
    for name in sorted(sizes, key=lambda name: sizes[name]):
        if chosen and sizes[name] > _NEXT * total:
            break
        chosen.append(name)
        total += sizes[name]
    return frozenset(chosen if len(chosen) > 1 else ())


def _gone(dead: Iterable[Sequence[GroupPart] | None]) -> Mapping[str, UnitTally]:
    """What the segments that stay hold beyond what is wanted."""
    parts = [part for own in dead for part in own or ()]
    if not parts:
        return {}
    return {name: tally_of(counted_together(parts, name), sign=-1) for name in (*LEXICAL, PAIRS)}


def _is_precise_so(segment: IndexSegment, in_halves: Collection[str]) -> bool:
    """Whether vectors are stored as they are to be."""
    stored = ((name, segment.vectors[name]) for name in CHANNELS if segment.sizes[f"{name}.vectors"].any())
    return all(vectors.is_halved == (name in in_halves) for name, vectors in stored)
