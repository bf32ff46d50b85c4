"""BM25 over any units, with the weights of all postings computed in advance."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.counted import CountedTexts

Scores = NDArray[np.float32]
"""float32 (number of texts,), 0 where nothing matches; higher is better."""

K1 = 1.2
B = 0.75
"""The usual values. Source: Robertson and Zaragoza 2009, The Probabilistic Relevance Framework."""

_SEPARATOR = "\n"
_LONG = 32
"""Where so many times more texts contain a unit than are compared, each of these is looked up among them."""
_NO_TEXTS = np.zeros(0, dtype=np.int32)


def best_positions(scores: Scores, count: int) -> NDArray[np.intp]:
    """Positions of the `count` highest scores, unordered; all positions where there are fewer scores."""
    return np.argpartition(scores, -count)[-count:] if scores.size > count else np.arange(scores.size)


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings in compressed rows: term t's texts are `texts[starts[t]:starts[t + 1]]`.

    `weights` contains idf x saturated term frequency of each posting, `idf` the rarity of each term. Where
    `rows` are set only these texts are compared, and counted from 0; how rare a unit is follows from all.
    """

    vocabulary: Mapping[str, int]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    weights: Scores
    idf: Scores
    size: int
    """Number of all texts."""
    rows: NDArray[np.int32] | None = None
    """The texts that are compared, ascending; None where all are."""
    positions: NDArray[np.int32] | None = None
    """Position of each text among `rows`, -1 where it is none of them."""

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
        size = len(counted.sizes)
        columns = np.repeat(np.arange(size, dtype=np.int32), counted.sizes)
        lengths = np.bincount(columns, counted.counts, size).astype(np.float32)
        order = np.argsort(counted.units, kind="stable")
        rows, columns = counted.units[order], columns[order]
        frequency = counted.counts[order].astype(np.float32)
        containing = np.bincount(rows, minlength=len(counted.terms))
        idf = np.log1p((size - containing + 0.5) / (containing + 0.5)).astype(np.float32)
        mean = float(lengths.mean()) if size and lengths.any() else 1.0
        damping = k1 * (1 - b + b * lengths[columns] / mean)
        weights = (idf[rows] * frequency * (k1 + 1) / (frequency + damping)).astype(np.float32)
        starts = np.concatenate([[0], np.cumsum(containing)]).astype(np.int64)
        vocabulary = dict(zip(counted.terms, range(len(counted.terms)), strict=True))
        return cls(vocabulary, starts, columns, weights, idf, size)

    def scored(self, units: Iterable[str]) -> tuple[NDArray[np.int32], Scores]:
        """Positions of the compared texts that contain a unit of a question, ascending, and their scores."""
        scores = self.scores(units)
        rows = np.flatnonzero(scores).astype(np.int32)
        return rows, scores[rows]

    def scores(self, units: Iterable[str]) -> Scores:
        """The BM25 score of every compared text for a question's units."""
        texts, weights = [], []
        for unit, times in Counter(units).items():
            containing, of_unit = self._postings(unit)
            if containing.size:
                texts.append(containing)
                weights.append(of_unit if times == 1 else times * of_unit)
        if not texts:
            return np.zeros(self.compared, dtype=np.float32)
        rows, chosen = self._compared_of(np.concatenate(texts))
        return np.bincount(rows, np.concatenate(weights)[chosen], self.compared).astype(np.float32)

    def texts_with(self, unit: str) -> NDArray[np.int32]:
        """Positions of the compared texts that contain a unit."""
        return self._compared_of(self._postings(unit)[0])[0]

    def containing(self, units: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Two parallel arrays: positions of units, and of the compared texts that contain them."""
        texts = [self._postings(unit)[0] for unit in units]
        rows, chosen = self._compared_of(np.concatenate([_NO_TEXTS, *texts]))
        return np.repeat(np.arange(len(texts)), [each.size for each in texts])[chosen], rows

    def frequency(self, unit: str) -> int:
        """Number of texts, compared or not, that contain a unit."""
        row = self.vocabulary.get(unit)
        return 0 if row is None else int(self.starts[row + 1] - self.starts[row])

    def _postings(self, unit: str) -> tuple[NDArray[np.int32], Scores]:
        """The texts, ascending, that contain a unit, and its weight in each; at least the compared ones."""
        row = self.vocabulary.get(unit)
        span = slice(0, 0) if row is None else slice(self.starts[row], self.starts[row + 1])
        texts, weights = self.texts[span], self.weights[span]
        if self.rows is None or texts.size <= _LONG * self.rows.size:
            return texts, weights
        offsets = texts.searchsorted(self.rows)
        offsets[offsets == texts.size] = 0
        offsets = offsets[texts[offsets] == self.rows]
        return texts[offsets], weights[offsets]

    def _compared_of(self, texts: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.bool_] | slice]:
        """The positions of texts among the compared ones, and which of the texts these are."""
        if self.positions is None:
            return texts, slice(None)
        positions = self.positions[texts]
        chosen: NDArray[np.bool_] = positions >= 0
        return positions[chosen], chosen

    def rarity(self, unit: str) -> float:
        """The idf of a unit; a unit in no text has the highest.

        Source: the idf formula with 0 texts.
        """
        row = self.vocabulary.get(unit)
        return float(self.idf[row]) if row is not None else float(np.log1p(2 * self.size + 1))

    def ideal_score(self, units: Iterable[str]) -> float:
        """The score of a text of mean length that contains every unit once.

        Source: BM25, whose saturation is 1 for one occurrence at mean length.
        """
        return sum(map(self.rarity, units))

    def known_share(self, units: Iterable[str]) -> float:
        """Share of the different units that occur in a text, weighted by rarity; 0 without units."""
        total = {unit: self.rarity(unit) for unit in units}
        known = sum(rarity for unit, rarity in total.items() if unit in self.vocabulary)
        return known / sum(total.values()) if total else 0.0

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """The index as named arrays, which can share one `.npz` with others."""
        words = _SEPARATOR.join(self.vocabulary).encode()
        return {
            f"{prefix}.words": np.frombuffer(words, dtype=np.uint8),
            f"{prefix}.starts": self.starts,
            f"{prefix}.texts": self.texts,
            f"{prefix}.weights": self.weights,
            f"{prefix}.idf": self.idf,
            f"{prefix}.size": np.array(self.size),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], prefix: str) -> "LexicalIndex":
        """The index from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        words = arrays[f"{prefix}.words"].tobytes().decode()
        terms = words.split(_SEPARATOR) if words else []
        return cls(
            {term: row for row, term in enumerate(terms)},
            arrays[f"{prefix}.starts"].astype(np.int64, copy=False),
            arrays[f"{prefix}.texts"].astype(np.int32, copy=False),
            arrays[f"{prefix}.weights"].astype(np.float32, copy=False),
            arrays[f"{prefix}.idf"].astype(np.float32, copy=False),
            int(arrays[f"{prefix}.size"].item()),
        )
