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

    @property
    def compared(self) -> int:
        """Number of texts that are compared."""
        return self.size if self.rows is None else self.rows.size

    def narrowed(self, rows: NDArray[np.int32]) -> "LexicalIndex":
        """The same index of which only some texts, ascending, are compared."""
        return replace(self, rows=rows)

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
        """The BM25 score of every compared text for a question's units."""
        texts, weights = [], []
        for unit, times in Counter(units).items():
            containing, of_unit = self._postings(unit)
            if containing.size:
                texts.append(containing)
                weights.append(of_unit if times == 1 else times * of_unit)
        if not texts:
            return np.zeros(self.compared, dtype=np.float32)
        total = np.bincount(np.concatenate(texts), np.concatenate(weights), self.compared)
        return total.astype(np.float32)

    def texts_with(self, unit: str) -> NDArray[np.int32]:
        """Positions of the compared texts that contain a unit."""
        return self._postings(unit)[0]

    def frequency(self, unit: str) -> int:
        """Number of texts, compared or not, that contain a unit."""
        row = self.vocabulary.get(unit)
        return 0 if row is None else int(self.starts[row + 1] - self.starts[row])

    def _postings(self, unit: str) -> tuple[NDArray[np.int32], Scores]:
        """Positions of the compared texts that contain a unit, and its weight in each."""
        row = self.vocabulary.get(unit)
        span = slice(0, 0) if row is None else slice(self.starts[row], self.starts[row + 1])
        texts, weights = self.texts[span], self.weights[span]
        return (texts, weights) if self.rows is None else _among(self.rows, texts, weights)

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


def _among(
    rows: NDArray[np.int32], texts: NDArray[np.int32], weights: Scores
) -> tuple[NDArray[np.int32], Scores]:
    """The postings in some rows, each text by its position among these; both are ascending.

    The shorter of the two is looked up in the longer.
    """
    if rows.size < texts.size:
        offsets = texts.searchsorted(rows)
        offsets[offsets == texts.size] = 0
        kept = (texts[offsets] == rows).nonzero()[0]
        return kept.astype(np.int32), weights[offsets[kept]]
    positions = rows.searchsorted(texts)
    positions[positions == rows.size] = 0
    inside = (rows[positions] == texts).nonzero()[0] if rows.size else positions[0:0]
    return positions[inside].astype(np.int32), weights[inside]
