"""Sequences looked at as one, end to end."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import TypeVar, overload

Item = TypeVar("Item")


class JoinedSequence(Sequence[Item]):
    """The items of several sequences, one sequence after the other; nothing is copied."""

    __slots__ = ("_ends", "_parts")

    def __init__(self, parts: Sequence[Sequence[Item]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, position: int) -> Item: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Item]: ...

    def __getitem__(self, position: int | slice) -> Item | Sequence[Item]:
        """The item at a position; of a slice those in it."""
        if isinstance(position, slice):
            return tuple(self[place] for place in range(len(self))[position])
        place = position if position >= 0 else position + len(self)
        if place < 0:
            raise IndexError(position)
        part = bisect_right(self._ends, place)
        return self._parts[part][place - self._ends[part - 1] if part else place]

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(self._parts)
