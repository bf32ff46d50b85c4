"""Units counted in each text, independent of all other texts; postings are made from these counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class CountedTexts:
    """How often each text contains each unit: texts in order, the units of a text side by side."""

    terms: tuple[str, ...]
    """Every unit once, in code point order."""
    sizes: NDArray[np.int32]
    """(number of texts,): how many different units each text contains."""
    units: NDArray[np.int32]
    """(sum of sizes,): positions in `terms`, ascending within a text."""
    counts: NDArray[np.int32]
    """(sum of sizes,): how often the text contains that unit, 1 or more."""

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> "CountedTexts":
        """Counts the units of `texts`, each given as its units."""
        counted = [sorted(Counter(units).items()) for units in texts]
        terms = tuple(sorted({term for pairs in counted for term, _ in pairs}))
        positions = {term: position for position, term in enumerate(terms)}
        return cls(
            terms,
            np.array([len(pairs) for pairs in counted], dtype=np.int32),
            np.array([positions[term] for pairs in counted for term, _ in pairs], dtype=np.int32),
            np.array([count for pairs in counted for _, count in pairs], dtype=np.int32),
        )

    @classmethod
    def joined(cls, parts: Sequence["CountedTexts"]) -> "CountedTexts":
        """The texts of all `parts`, one part after the other: what `of` gives for all texts at once."""
        terms = tuple(sorted(set().union(*(part.terms for part in parts))))
        positions = dict(zip(terms, range(len(terms)), strict=True))
        units = [
            np.fromiter(map(positions.__getitem__, part.terms), np.int32, len(part.terms))[part.units]
            for part in parts
        ]
        return cls(
            terms,
            _end_to_end([part.sizes for part in parts]),
            _end_to_end(units),
            _end_to_end([part.counts for part in parts]),
        )


def _end_to_end(arrays: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    return np.concatenate([np.zeros(0, dtype=np.int32), *arrays])
