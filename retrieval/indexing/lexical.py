"""BM25 over any units.

Postings hold how often a text contains a unit, not what that scores: what depends on all texts, rarity and
mean length, is kept once for each unit and each text, and a posting takes 2 to 5 bytes instead of 8. What the
postings of a small index score is worked out when it is opened, and kept.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.packed_arrays import Numbers, narrow
from retrieval.indexing.unit_table import UnitTable

Scores = NDArray[np.float32]
"""float32 (number of texts,), 0 where nothing matches; higher is better."""

K1 = 1.2
B = 0.75
"""The usual values. Source: Robertson and Zaragoza 2009, The Probabilistic Relevance Framework."""

_LONG = 32
"""Where so many times more texts contain a unit than are compared, each of these is looked up among them."""
_WEIGHED = 250_000
"""Postings of an index up to which their scores are kept, in a megabyte at most."""
_NO_TEXTS: Numbers = np.zeros(0, dtype=np.uint8)


def best_positions(scores: Scores, count: int) -> NDArray[np.intp]:
    """Positions of the `count` highest scores, unordered; all positions where there are fewer scores."""
    return np.argpartition(scores, -count)[-count:] if scores.size > count else np.arange(scores.size)


def rarities(containing: NDArray[np.integer], size: int) -> Scores:
    """The idf of units by the numbers of texts, of so many, that contain them."""
    return np.log1p((size - containing + 0.5) / (containing + 0.5)).astype(np.float32)


def dampings(lengths: NDArray[np.float32], k1: float, b: float = B) -> Scores:
    """How often a unit scores half of the most, for each text by its number of units."""
    mean = float(lengths.mean()) if lengths.any() else 1.0
    return (k1 * (1 - b + b * lengths / mean)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings in compressed rows: unit t's texts are `texts[starts[t]:starts[t + 1]]`.

    `counts` says how often each of them contains the unit. Where `rows` are set only these texts are
    compared, and counted from 0; how rare a unit is follows from all.
    """

    units: UnitTable
    starts: NDArray[np.int64]
    texts: Numbers
    """In as few bytes as fit, like `counts`: a question reads tens of thousands."""
    counts: Numbers
    idf: Scores
    """Rarity of each unit."""
    damping: Scores
    """For each text k1 * (1 - b + b * length / mean length): so often a unit scores half of the most."""
    k1: float
    weights: Scores | None = None
    """What each posting scores where the question contains its unit once; None in a large index."""
    rows: NDArray[np.int32] | None = None
    """The texts that are compared, ascending; None where all are."""
    positions: NDArray[np.int32] | None = None
    """Position of each text among `rows`, -1 where it is none of them."""

    @property
    def size(self) -> int:
        """Number of all texts."""
        return self.damping.size

    @property
    def compared(self) -> int:
        """Number of texts that are compared."""
        return self.size if self.rows is None else self.rows.size

    def narrowed(self, rows: NDArray[np.int32]) -> "LexicalIndex":
        """The same index of which only some texts, ascending, are compared."""
        positions = np.full(self.size, -1, dtype=np.int32)
        positions[rows] = np.arange(rows.size, dtype=np.int32)
        return replace(self, rows=rows, positions=positions)

    def alongside(self, other: "LexicalIndex") -> "LexicalIndex":
        """The same index of which those texts are compared that are in another index over them."""
        return replace(self, rows=other.rows, positions=other.positions)

    @classmethod
    def build(cls, texts: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> "LexicalIndex":
        """An index over `texts`, each given as its units."""
        return cls.over(CountedTexts.of(texts), k1, b)

    @classmethod
    def over(cls, counted: CountedTexts, k1: float = K1, b: float = B) -> "LexicalIndex":
        """An index over texts whose units are counted."""
        size = counted.sizes.size
        columns = np.repeat(np.arange(size, dtype=np.int32), counted.sizes)
        lengths = np.bincount(columns, counted.counts, size).astype(np.float32)
        order = np.argsort(counted.units, kind="stable")
        containing = np.bincount(counted.units, minlength=counted.keys.size)
        return cls(
            UnitTable(counted.keys),
            np.concatenate([[0], np.cumsum(containing)]).astype(np.int64),
            narrow(columns[order]),
            narrow(counted.counts[order]),
            rarities(containing, size),
            dampings(lengths, k1, b),
            k1,
        )._weighed()

    def scored(self, units: Iterable[str]) -> tuple[NDArray[np.int32], Scores]:
        """Positions of the compared texts that contain a unit of a question, ascending, and their scores."""
        scores = self.scores(units)
        rows = np.flatnonzero(scores).astype(np.int32)
        return rows, scores[rows]

    def scores(self, units: Iterable[str]) -> Scores:
        """The BM25 score of every compared text for a question's units."""
        asked = Counter(units)
        known = [(row, times) for unit, times in asked.items() if (row := self.units.row(unit)) is not None]
        if not known:
            return np.zeros(self.compared, dtype=np.float32)
        postings = self._postings_of([row for row, _ in known])
        of_row = np.repeat(np.arange(len(known)), [texts.size for texts, _ in postings])
        texts = np.concatenate([texts for texts, _ in postings])
        rows, chosen = self._compared_of(texts)
        of_row, held = of_row[chosen], np.concatenate([held for _, held in postings])[chosen]
        weights = held
        if self.weights is None:
            weights = self._weights_of(self.idf[[row for row, _ in known]][of_row], held, texts[chosen])
        weights = weights * np.array([times for _, times in known], dtype=np.float32)[of_row]
        return np.bincount(rows, weights, self.compared).astype(np.float32)

    def _weighed(self) -> "LexicalIndex":
        """The same index with what its postings score, where they are few."""
        if self.texts.size > _WEIGHED:
            return self
        return replace(
            self, weights=self._weights_of(self.idf.repeat(self.frequencies), self.counts, self.texts)
        )

    def _weights_of(self, idf: Scores, counts: Numbers, texts: Numbers) -> Scores:
        """What each posting scores: idf x saturated frequency."""
        frequency = counts.astype(np.float32)
        weights: Scores = idf * frequency * (self.k1 + 1) / (frequency + self.damping[texts])
        return weights

    def texts_with(self, unit: str) -> NDArray[np.intp]:
        """Positions of the compared texts that contain a unit."""
        return self.containing([unit])[1]

    def containing(self, units: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Two parallel arrays: positions of units, and of the compared texts that contain them."""
        known = [
            (position, row)
            for position, unit in enumerate(units)
            if (row := self.units.row(unit)) is not None
        ]
        texts = [each for each, _ in self._postings_of([row for _, row in known])]
        rows, chosen = self._compared_of(np.concatenate([_NO_TEXTS, *texts]))
        positions = np.array([position for position, _ in known], dtype=np.intp)
        return np.repeat(positions, [each.size for each in texts])[chosen], rows

    def frequency(self, unit: str) -> int:
        """Number of texts, compared or not, that contain a unit."""
        row = self.units.row(unit)
        return 0 if row is None else int(self.starts[row + 1] - self.starts[row])

    @property
    def frequencies(self) -> NDArray[np.int64]:
        """The same of every unit, in the order of their rows."""
        return np.diff(self.starts)

    def _postings_of(self, rows: Sequence[int]) -> list[tuple[Numbers, Numbers]]:
        """The postings of some units."""
        return [self._postings(row) for row in rows]

    def _postings(self, row: int) -> tuple[Numbers, Numbers]:
        """The texts, ascending, that contain a unit, and how often or with which weight.

        Those that are compared are among them.
        """
        span = slice(self.starts[row], self.starts[row + 1])
        texts, held = self.texts[span], (self.counts if self.weights is None else self.weights)[span]
        if self.rows is None or texts.size <= _LONG * self.rows.size:
            return texts, held
        offsets = texts.searchsorted(self.rows)
        offsets[offsets == texts.size] = 0
        offsets = offsets[texts[offsets] == self.rows]
        return texts[offsets], held[offsets]

    def _compared_of(self, texts: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp] | slice]:
        """The positions of texts among the compared ones, and which of the texts these are."""
        if self.positions is None:
            return texts.astype(np.intp), slice(None)
        positions = self.positions.take(texts)  # type: ignore[arg-type]  # they are whole numbers
        chosen = np.flatnonzero(positions >= 0)
        return positions[chosen].astype(np.intp), chosen

    def rarity(self, unit: str) -> float:
        """The idf of a unit; a unit in no text has the highest.

        Source: the idf formula with 0 texts.
        """
        row = self.units.row(unit)
        return float(self.idf[row]) if row is not None else float(np.log1p(2 * self.size + 1))

    def ideal_score(self, units: Iterable[str]) -> float:
        """The score of a text of mean length that contains every unit once.

        Source: BM25, whose saturation is 1 for one occurrence at mean length.
        """
        return sum(map(self.rarity, units))

    def known_share(self, units: Iterable[str]) -> float:
        """Share of the different units that occur in a text, weighted by rarity; 0 without units."""
        total = {unit: self.rarity(unit) for unit in units}
        known = sum(rarity for unit, rarity in total.items() if unit in self.units)
        return known / sum(total.values()) if total else 0.0

    def arrays(self, prefix: str) -> dict[str, Numbers]:
        """The index as named arrays, which can share a file with others."""
        return {
            f"{prefix}.units": self.units.keys,
            f"{prefix}.starts": self.starts,
            f"{prefix}.texts": self.texts,
            f"{prefix}.counts": self.counts,
            f"{prefix}.idf": self.idf,
            f"{prefix}.damping": self.damping,
            f"{prefix}.k1": np.array([self.k1]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers], prefix: str) -> "LexicalIndex":
        """The index from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        return cls(
            UnitTable(arrays[f"{prefix}.units"].astype(np.uint64, copy=False)),
            arrays[f"{prefix}.starts"].astype(np.int64, copy=False),
            arrays[f"{prefix}.texts"],
            arrays[f"{prefix}.counts"],
            arrays[f"{prefix}.idf"].astype(np.float32, copy=False),
            arrays[f"{prefix}.damping"].astype(np.float32, copy=False),
            float(arrays[f"{prefix}.k1"].item()),
        )._weighed()
