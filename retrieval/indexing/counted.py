"""Units counted in each text, independent of all other texts; postings are made from these counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.unit_table import Keys, key_of

_NO_KEYS = np.zeros(0, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class CountedTexts:
    """How often each text contains each unit: texts in order, the units of a text side by side."""

    keys: Keys
    """The number of every unit, as `key_of` gives it."""
    sizes: NDArray[np.int32]
    """(number of texts,): how many different units each text contains."""
    units: NDArray[np.int32]
    """(sum of sizes,): positions in `keys`, ascending within a text."""
    counts: NDArray[np.int32]
    """(sum of sizes,): how often the text contains that unit, 1 or more."""

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> "CountedTexts":
        """Counts the units of `texts`, each given as its units."""
        counted = [sorted(Counter(map(key_of, units)).items()) for units in texts]
        each = np.fromiter((key for pairs in counted for key, _ in pairs), dtype=np.uint64)
        keys, units = np.unique(each, return_inverse=True)
        return cls(
            keys,
            np.fromiter(map(len, counted), dtype=np.int32),
            units.astype(np.int32),
            np.fromiter((count for pairs in counted for _, count in pairs), dtype=np.int32),
        )

    @classmethod
    def joined(cls, parts: Sequence["CountedTexts"]) -> "CountedTexts":
        """The texts of all `parts`, one part after the other: what `of` gives for all texts at once."""
        keys, positions = np.unique(
            np.concatenate([_NO_KEYS, *(part.keys for part in parts)]), return_inverse=True
        )
        starts = np.cumsum([0, *(part.keys.size for part in parts)])
        units = [
            positions[start : start + part.keys.size][part.units]
            for start, part in zip(starts.tolist(), parts, strict=False)
        ]
        return cls(
            keys,
            _end_to_end([part.sizes for part in parts]),
            _end_to_end(units),
            _end_to_end([part.counts for part in parts]),
        )


def _end_to_end(arrays: Sequence[NDArray[np.integer]]) -> NDArray[np.int32]:
    return np.concatenate([np.zeros(0, dtype=np.int32), *arrays]).astype(np.int32, copy=False)
