"""Units under numbers, so that an index looks them up in a sorted array that lies on the disk.

As dictionaries the units of the bundled index took 22 MB and were made anew at every start. A look-up by
halving takes .5 microseconds (a dictionary .03, the trie of marisa-trie .18), and .05 for units that were
looked up lately, as those of a question are, again and again (32,000 units, 2026-11-29).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
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


class UnitCounts:
    """How often each of many units occurs."""

    def __init__(self, counted: Sequence[tuple[UnitTable, NDArray[np.int64]]]) -> None:
        """`counted` says for each row of a table how often its unit occurs; several tables are summed."""
        no_keys, no_counts = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
        keys = np.concatenate([no_keys, *(table.keys for table, _ in counted)])
        distinct, rows = np.unique(keys, return_inverse=True)
        each = np.concatenate([no_counts, *(counts for _, counts in counted)])
        self._table = UnitTable(distinct)
        self._counts = np.bincount(rows, each, distinct.size).astype(np.int64)

    def __contains__(self, unit: object) -> bool:
        return unit in self._table

    def count(self, unit: str) -> int:
        """How often a unit occurs; 0 where it is unknown."""
        row = self._table.row(unit)
        return 0 if row is None else int(self._counts[row])

    def arrays(self, prefix: str) -> dict[str, Numbers]:
        """The counts as named arrays, which can share a file with others."""
        return {f"{prefix}.units": self._table.keys, f"{prefix}.counts": self._counts}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers], prefix: str) -> "UnitCounts":
        """The counts from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        keys, counts = (arrays[f"{prefix}.{name}"] for name in ("units", "counts"))
        return cls([(UnitTable(keys.astype(np.uint64)), counts.astype(np.int64))])

    def characters(self, first: str) -> dict[str, int]:
        """The units of one character from `first` on in Unicode, each with its count."""
        ends = np.array([ord(first), 1 << _CHARACTER_BITS], dtype=np.uint64)
        ours = slice(*self._table.keys.searchsorted(ends))
        keys, counts = self._table.keys[ours].tolist(), self._counts[ours].tolist()
        return dict(zip(map(chr, keys), counts, strict=True))

    def of_pairs(self, firsts: Sequence[str], seconds: Sequence[str]) -> list[list[int]]:
        """For each first character how often it stands before each second one; 0 for what is no character."""
        known = self._table.keys
        if not known.size:
            return [[0] * len(seconds) for _ in firsts]
        one, other = _code_points(firsts)[:, np.newaxis], _code_points(seconds)
        keys = np.where((one > 0) & (other > 0), one << np.uint64(_CHARACTER_BITS) | other, np.uint64(0))
        rows = np.minimum(known.searchsorted(keys), known.size - 1)
        found: list[list[int]] = np.where(known[rows] == keys, self._counts[rows], 0).tolist()
        return found


def _code_points(characters: Sequence[str]) -> Keys:
    points = [ord(character) if len(character) == 1 else 0 for character in characters]
    return np.array(points, dtype=np.uint64)


def _row(keys: memoryview, unit: str) -> int | None:
    key = key_of(unit)
    row = bisect_left(keys, key)
    return row if row < len(keys) and keys[row] == key else None
