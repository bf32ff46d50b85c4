"""BM25 over any units, with the weights of all postings computed in advance."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.counted import CountedTexts

Scores = NDArray[np.float32]
"""float32 (number of texts,), 0 where nothing matches; higher is better."""

K1 = 1.2
B = 0.75
"""The usual values. Source: Robertson and Zaragoza 2009, The Probabilistic Relevance Framework."""

_SEPARATOR = "\n"


def best_positions(scores: Scores, count: int) -> NDArray[np.intp]:
    """Positions of the `count` highest scores, unordered; all positions where there are fewer scores."""
    return np.argpartition(scores, -count)[-count:] if scores.size > count else np.arange(scores.size)


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings in compressed rows: term t's texts are `texts[starts[t]:starts[t + 1]]`.

    `weights` contains idf x saturated term frequency of each posting, `idf` the rarity of each term.
    """

    vocabulary: Mapping[str, int]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    weights: Scores
    idf: Scores
    size: int

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

    def scores(self, units: Iterable[str]) -> Scores:
        """The BM25 score of every text for a question's units."""
        texts, weights = [], []
        for unit, times in Counter(units).items():
            row = self.vocabulary.get(unit)
            if row is not None:
                span = slice(self.starts[row], self.starts[row + 1])
                texts.append(self.texts[span])
                weights.append(self.weights[span] if times == 1 else times * self.weights[span])
        if not texts:
            return np.zeros(self.size, dtype=np.float32)
        total = np.bincount(np.concatenate(texts), np.concatenate(weights), self.size)
        return total.astype(np.float32)

    def texts_with(self, unit: str) -> NDArray[np.int32]:
        """Positions of the texts that contain a unit."""
        row = self.vocabulary.get(unit)
        return self.texts[0:0] if row is None else self.texts[self.starts[row] : self.starts[row + 1]]

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
