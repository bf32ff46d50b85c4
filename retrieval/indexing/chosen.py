"""Some items of a sequence, looked up when they are wanted."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item")


class Chosen(Sequence[Item]):
    """The items at some positions of a sequence, in the order of the positions; nothing is copied.

    Of several hundred candidates few are looked at: copying what is known of each took 1 ms a question,
    since the items lie all over the memory (15,000 measures, 2026-11-29).
    """

    __slots__ = ("_items", "_positions")

    def __init__(self, items: Sequence[Item], positions: NDArray[np.int32]) -> None:
        self._items, self._positions = items, positions

    def __len__(self) -> int:
        return self._positions.size

    @overload
    def __getitem__(self, position: int) -> Item: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Item]: ...

    def __getitem__(self, position: int | slice) -> Item | Sequence[Item]:
        """The item at a position among the chosen ones; of a slice those in it."""
        if isinstance(position, slice):
            return Chosen(self._items, self._positions[position])
        return self._items[int(self._positions[position])]

    def __iter__(self) -> Iterator[Item]:
        return map(self._items.__getitem__, self._positions.tolist())
