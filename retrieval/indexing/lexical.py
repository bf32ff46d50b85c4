"""BM25 over any units.

Postings hold how often a text contains a unit, not what that scores: what depends on all texts, rarity and
mean length, is worked out when an index is opened or asked, and a posting takes 2 to 5 bytes instead of 8.
What the postings of a small index score is worked out when it is opened, and kept.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.packed_arrays import Numbers
from retrieval.indexing.postings import Postings
from retrieval.indexing.row_places import RowPlaces
from retrieval.indexing.unit_table import UnitCounts, UnitTally

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
FoundPostings = tuple[NDArray[np.intp], Numbers, Numbers]
"""Parallel arrays: positions of units, the texts that contain them, and how often or with which weight."""
Contained = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Parallel arrays: positions of units, and of texts that contain them."""
_NOTHING: FoundPostings = (np.zeros(0, dtype=np.intp), _NO_TEXTS, _NO_TEXTS)


def best_positions(scores: Scores, count: int) -> NDArray[np.intp]:
    """Positions of the `count` highest scores, unordered; all positions where there are fewer scores."""
    return np.argpartition(scores, -count)[-count:] if scores.size > count else np.arange(scores.size)


def dampings(lengths: NDArray[np.float32], k1: float) -> Scores:
    """How often a unit scores half of the most, for each text by its number of units."""
    mean = float(lengths.mean()) if lengths.any() else 1.0
    return (k1 * (1 - B + B * lengths / mean)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class MatchedUnits:
    """Which texts contain which units, looked up once for all that is asked of them."""

    units: Sequence[str]
    """Each once."""
    of_unit: NDArray[np.intp]
    """Position of a unit, ascending, repeated for each text that contains it."""
    rows: NDArray[np.intp]
    """The text, counted among those that are compared."""
    weights: Scores
    """What it scores where a question contains the unit once."""
    compared: int
    """Number of texts that are compared."""

    def scores(self, asked: Sequence[str]) -> Scores:
        """The BM25 score of every compared text for some of the units, as often as they are asked."""
        counts = Counter(asked)
        times = np.array([counts[unit] for unit in self.units], dtype=np.float32)[self.of_unit]
        return np.bincount(self.rows, self.weights * times, self.compared).astype(np.float32)

    def containing(self, asked: Sequence[str]) -> Contained:
        """Positions among some of the units, each once, and of the compared texts that contain them."""
        position = {unit: n for n, unit in enumerate(asked)}
        positions = np.array([position.get(unit, -1) for unit in self.units], dtype=np.intp)[self.of_unit]
        chosen = positions >= 0
        return positions[chosen], self.rows[chosen]


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Texts of one or several segments, compared by the units that they contain.

    Where `rows` are set only these texts are compared, and counted from 0; how rare a unit is follows from
    all.
    """

    parts: tuple[tuple[Postings, RowPlaces], ...]
    """The postings of each segment, and where its texts stand among all."""
    units: UnitCounts
    """How many texts, compared or not, contain each unit."""
    damping: Scores
    """Of each text, as `dampings` gives it."""
    k1: float
    weights: Scores | None = None
    """What each posting scores where the question contains its unit once; None in a large index, or one of
    several segments."""
    rows: NDArray[np.int32] | None = None
    """The texts that are compared, ascending; None where all are."""
    positions: NDArray[np.int32] | None = None
    """Position of each text among `rows`, -1 where it is none of them."""
    own: tuple[NDArray[np.int32], ...] = ()
    """Those of `rows` that each segment has, as its own rows."""

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
        own = tuple(places.down(rows)[0] for _, places in self.parts)
        return replace(self, rows=rows, positions=positions, own=own)

    def alongside(self, other: "LexicalIndex") -> "LexicalIndex":
        """The same index of which those texts are compared that are in another index over them."""
        return replace(self, rows=other.rows, positions=other.positions, own=other.own)

    @classmethod
    def build(cls, texts: Iterable[Sequence[str]], k1: float = K1) -> "LexicalIndex":
        """An index over `texts`, each given as its units."""
        postings = Postings.of(CountedTexts.of(texts))
        return cls.over([(postings, RowPlaces.of_one(postings.lengths.size))], k1=k1)

    @classmethod
    def over(
        cls, parts: Sequence[tuple[Postings, RowPlaces]], gone: Sequence[UnitTally] = (), k1: float = K1
    ) -> "LexicalIndex":
        """An index over the texts of segments; `gone` takes units away of texts that are in no place."""
        lengths = np.zeros(sum(places.count for _, places in parts), dtype=np.float32)
        for postings, places in parts:
            lengths[places.places()] = places.chosen(postings.lengths)
        return cls(
            tuple((postings, places) for postings, places in parts if places.count),
            UnitCounts([*(postings.tally for postings, _ in parts), *gone]),
            dampings(lengths, k1),
            k1,
        )._weighed()

    def scored(self, units: Iterable[str]) -> tuple[NDArray[np.int32], Scores]:
        """Positions of the compared texts that contain a unit of a question, ascending, and their scores.

        NumPy looks for what is true 15 times as fast as for numbers that are not 0 (118,000: .1 and 1.7 ms).
        """
        scores = self.scores(units)
        rows = np.flatnonzero(scores != 0).astype(np.int32)
        return rows, scores[rows]

    def scores(self, units: Iterable[str]) -> Scores:
        """The BM25 score of every compared text for a question's units."""
        asked = [*units]
        return self.matched(asked).scores(asked)

    def matched(self, units: Iterable[str]) -> "MatchedUnits":
        """The compared texts that contain units, and what each of these scores for it."""
        asked = tuple(dict.fromkeys(units))
        of_unit, texts, held = self._found(asked)
        rows, chosen = self._compared_of(texts)
        of_unit, held = of_unit[chosen], held[chosen]
        if self.weights is None:
            idf = np.array([self.rarity(unit) for unit in asked], dtype=np.float32)
            held = self._weights_of(idf[of_unit], held, texts[chosen])
        return MatchedUnits(asked, of_unit, rows, held.astype(np.float32, copy=False), self.compared)

    def _weighed(self) -> "LexicalIndex":
        """The same index with what its postings score, where they are few and of one segment."""
        if len(self.parts) != 1 or self.parts[0][1].moved or self.parts[0][0].texts.size > _WEIGHED:
            return self
        (postings, _), *_ = self.parts
        containing = np.diff(postings.starts)
        idf = _rarities(self.size, containing).repeat(containing)
        return replace(self, weights=self._weights_of(idf, postings.counts, postings.texts))

    def _weights_of(self, idf: Scores, counts: Numbers, texts: Numbers) -> Scores:
        """What each posting scores: idf x saturated frequency."""
        frequency = counts.astype(np.float32)
        weights: Scores = idf * frequency * (self.k1 + 1) / (frequency + self.damping[texts])
        return weights

    def texts_with(self, unit: str) -> NDArray[np.intp]:
        """Positions of the compared texts that contain a unit, those of one segment after the other."""
        return self.containing([unit])[1]

    def containing(self, units: Sequence[str]) -> Contained:
        """Two parallel arrays: positions of units, and of the compared texts that contain them."""
        of_unit, texts, _ = self._found(units)
        rows, chosen = self._compared_of(texts)
        return of_unit[chosen], rows

    def frequency(self, unit: str) -> int:
        """Number of texts, compared or not, that contain a unit."""
        return self.units.count(unit)

    def _found(self, units: Sequence[str]) -> FoundPostings:
        """The texts that contain units, segment by segment; those that are compared are among them."""
        found = [self._found_in(number, units) for number in range(len(self.parts))]
        if len(found) == 1:
            return found[0]
        of_unit, texts, held = ([*arrays] for arrays in zip(_NOTHING, *found, strict=True))
        return np.concatenate(of_unit), np.concatenate(texts), np.concatenate(held)

    def _found_in(self, number: int, units: Sequence[str]) -> FoundPostings:
        postings, places = self.parts[number]
        counts = postings.counts if self.weights is None else self.weights
        longest = None if self.rows is None else _LONG * self.rows.size
        texts, held = [_NO_TEXTS], [_NO_TEXTS]
        known, spans = postings.spans(units)
        for start, end in spans:
            own, theirs = postings.texts[start:end], counts[start:end]
            if longest is not None and end - start > longest:
                offsets = _offsets_in(own, self.own[number])
                own, theirs = own[offsets], theirs[offsets]
            texts.append(own)
            held.append(theirs)
        of_unit = np.repeat(np.array(known, dtype=np.intp), [own.size for own in texts[1:]])
        standing, every = places.up(np.concatenate(texts)), np.concatenate(held)
        if places.held is None:
            return of_unit, standing, every
        there = np.flatnonzero(standing >= 0)  # type: ignore[operator]  # they are whole numbers
        return of_unit[there], standing[there], every[there]

    def _compared_of(self, texts: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp] | slice]:
        """The positions of texts among the compared ones, and which of the texts these are."""
        if self.positions is None:
            return texts.astype(np.intp), slice(None)
        positions = self.positions.take(texts)  # type: ignore[arg-type]  # they are whole numbers
        chosen = np.flatnonzero(positions >= 0)
        return positions[chosen].astype(np.intp), chosen

    def rarity(self, unit: str) -> float:
        """The idf of a unit; a unit in no text has the highest."""
        return _rarity(self.size, self.units.count(unit))

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


def _offsets_in(texts: Numbers, rows: NDArray[np.int32]) -> NDArray[np.intp]:
    """Where in `texts`, ascending, those of the rows stand that are there."""
    wanted = rows.astype(texts.dtype)
    offsets = texts.searchsorted(wanted)
    offsets[offsets == texts.size] = 0
    found: NDArray[np.intp] = offsets[texts[offsets] == wanted]
    return found


def _rarities(size: int, containing: NDArray[np.int64]) -> Scores:
    """The idf of units that so many of `size` texts contain."""
    return np.log1p((size - containing + 0.5) / (containing + 0.5)).astype(np.float32)


@lru_cache(maxsize=4096)
def _rarity(size: int, containing: int) -> float:
    """The idf of a unit in single precision; of one that is in no text with all digits.

    Source: the idf formula with 0 texts.
    """
    if not containing:
        return float(np.log1p(2 * size + 1))
    return float(_rarities(size, np.array([containing]))[0])
