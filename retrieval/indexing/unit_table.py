"""Units under numbers, so that an index looks them up in a sorted array that lies on the disk.

As dictionaries the units of the bundled index took 22 MB and were made anew at every start. A look-up by
halving takes .5 microseconds (a dictionary .03, the trie of marisa-trie .18), and .05 for units that were
looked up lately, as those of a question are, again and again (32,000 units, 2026-11-29).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.packed_arrays import Numbers

Keys = NDArray[np.uint64]
"""Numbers of units, ascending, each once."""

_SHORT = 3
"""A unit of so many characters is its own number: they fit into 63 bits."""
_CHARACTER_BITS = 21
_LONG = 1 << 63
"""The bit that tells numbers of longer units from those of short ones."""
_REMEMBERED = 1024
"""Units whose rows a table remembers; a question of usual length has 50."""


@lru_cache(maxsize=4096)
def key_of(unit: str) -> int:
    """The number of a unit, never 0: its characters, or a digest of 63 bits where it is longer than three.

    Two of 100,000 long units have the same number in one of 10^9 libraries; they then count as one.
    """
    if len(unit) <= _SHORT:
        key = 0
        for character in unit:
            key = key << _CHARACTER_BITS | ord(character)
        return key
    digest = blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) | _LONG


class UnitTable:
    """The units of an index: the row of a unit is the position of its number among all."""

    def __init__(self, keys: Keys) -> None:
        self.keys = np.ascontiguousarray(keys, dtype=np.uint64)
        self.row = lru_cache(maxsize=_REMEMBERED)(partial(_row, self.keys.data))
        """The row of a unit; None where the table does not contain it."""

    def __len__(self) -> int:
        return self.keys.size

    def __contains__(self, unit: object) -> bool:
        return isinstance(unit, str) and self.row(unit) is not None


@dataclass(frozen=True, slots=True)
class UnitTally:
    """How often each unit of a table occurs: that of row r `ends[r + 1] - ends[r]` times."""

    table: UnitTable
    ends: NDArray[np.int64]
    sign: int = 1
    """-1 where the units are gone: they are taken away from what other tallies say."""

    @classmethod
    def of(cls, keys: Keys, counts: NDArray[np.int64], sign: int = 1) -> "UnitTally":
        """The tally of units that occur so often."""
        return cls(UnitTable(keys), np.concatenate([[0], counts.cumsum()]).astype(np.int64), sign)

    def count(self, unit: str) -> int:
        """How often a unit occurs; 0 where it is unknown."""
        row = self.table.row(unit)
        return 0 if row is None else self.sign * int(self.ends[row + 1] - self.ends[row])

    def counts(self, rows: NDArray[np.intp] | slice) -> NDArray[np.int64]:
        """How often the units of some rows occur."""
        if isinstance(rows, slice):
            return self.sign * np.diff(self.ends[rows.start : rows.stop + 1])
        return self.sign * (self.ends[rows + 1] - self.ends[rows])

    def arrays(self, prefix: str) -> dict[str, Numbers]:
        """The tally as named arrays, which can share a file with others."""
        return {f"{prefix}.units": self.table.keys, f"{prefix}.ends": self.ends}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers], prefix: str, sign: int = 1) -> "UnitTally":
        """The tally from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        keys, ends = arrays[f"{prefix}.units"], arrays[f"{prefix}.ends"]
        return cls(UnitTable(keys.astype(np.uint64, copy=False)), ends.astype(np.int64, copy=False), sign)


class UnitCounts:
    """How often each of many units occurs: the sum of several tallies, added up when it is asked for."""

    def __init__(self, tallies: Sequence[UnitTally]) -> None:
        self.tallies = tuple(tallies)
        self.count = lru_cache(maxsize=_REMEMBERED)(partial(_summed, self.tallies))
        """How often a unit occurs; 0 where it is unknown."""

    def __contains__(self, unit: object) -> bool:
        return isinstance(unit, str) and self.count(unit) > 0

    def characters(self, first: str) -> dict[str, int]:
        """The units of one character from `first` on in Unicode, each with its count."""
        ends = np.array([ord(first), 1 << _CHARACTER_BITS], dtype=np.uint64)
        summed = Counter[int]()
        for tally in self.tallies:
            ours = slice(*tally.table.keys.searchsorted(ends).tolist())
            counts = tally.counts(ours).tolist()
            summed.update(dict(zip(tally.table.keys[ours].tolist(), counts, strict=True)))
        return {chr(key): count for key, count in sorted(summed.items()) if count}

    def of_pairs(self, firsts: Sequence[str], seconds: Sequence[str]) -> list[list[int]]:
        """For each first character how often it stands before each second one; 0 for what is no character."""
        one, other = _code_points(firsts)[:, np.newaxis], _code_points(seconds)
        keys = np.where((one > 0) & (other > 0), one << np.uint64(_CHARACTER_BITS) | other, np.uint64(0))
        summed = np.zeros(keys.shape, dtype=np.int64)
        for tally in self.tallies:
            known = tally.table.keys
            if known.size:
                rows = np.minimum(known.searchsorted(keys), known.size - 1)
                summed += np.where(known[rows] == keys, tally.counts(rows), 0)
        found: list[list[int]] = summed.tolist()  # type: ignore[assignment]  # of two dimensions
        return found


def _summed(tallies: Sequence[UnitTally], unit: str) -> int:
    return sum(tally.count(unit) for tally in tallies)


def _code_points(characters: Sequence[str]) -> Keys:
    points = [ord(character) if len(character) == 1 else 0 for character in characters]
    return np.array(points, dtype=np.uint64)


def _row(keys: memoryview, unit: str) -> int | None:
    key = key_of(unit)
    row = bisect_left(keys, key)
    return row if row < len(keys) and keys[row] == key else None
