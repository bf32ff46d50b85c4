"""Combines similarity and rules into one score per measure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.question import Query
from retrieval.ranking.close_reading import read_closely
from retrieval.ranking.facts import MeasureFacts
from retrieval.ranking.likeness import PARTS, Likeness
from retrieval.ranking.rules import RULES, Circumstances, Column
from retrieval.ranking.weights import Weights

ASKED_RULES = ("states_term", "states_amount")
"""Rules that count for measures with plain-language questions; of the others a close reading tells more."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """All measures, scored."""

    parts: Mapping[str, Column]
    """Part or rule -> its unweighted number per measure."""
    weights: Mapping[str, float]
    """Part or rule -> its weight for this question."""
    unasked: Mapping[str, float]
    """The same for measures without plain-language questions; empty until they are read closely."""
    lacking: NDArray[np.bool_]
    """Which measures have no plain-language question."""
    total: Column
    order: NDArray[np.int64]
    """Positions of the measures, best first; ties in catalog order."""

    def gap(self, position: int) -> float:
        """The score of a measure minus that of the second in rank; 0 stands in for a missing second."""
        second = float(self.total[self.order[1]]) if len(self.order) > 1 else 0.0
        return float(self.total[position]) - second

    def weights_of(self, position: int) -> Mapping[str, float]:
        """Part or rule -> its weight in the score of one measure; a part that does not count has none."""
        return self.unasked if self.unasked and self.lacking[position] else self.weights

    def parts_of(self, position: int) -> dict[str, float]:
        """What each part contributed to one measure's score, weighted; they sum to its total."""
        weights = self.weights_of(position)
        return {name: weights.get(name, 0.0) * float(column[position]) for name, column in self.parts.items()}


def rank(
    query: Query, likeness: Likeness, facts: MeasureFacts, around: Circumstances, weights: Weights
) -> Ranking:
    """Scores every measure as the weighted sum of its parts and rules."""
    parts: dict[str, Column] = {name: likeness.parts[name] for name in PARTS}
    used = weights.parts(likeness.evidence.pinyin, likeness.literal)
    for rule in RULES:
        parts[rule.__name__] = rule(query, facts, around)
        used[rule.__name__] = weights.rules[rule.__name__]
    return _ordered(parts, used, {}, likeness.lacking)


def reranked(ranking: Ranking, likeness: Likeness) -> Ranking:
    """The ranking of the same question under the same rules, with other similarities."""
    parts = {**ranking.parts, **{name: likeness.parts[name] for name in PARTS}}
    return _ordered(parts, ranking.weights, {}, likeness.lacking)


def ranked_closely(
    ranking: Ranking, query: Query, likeness: Likeness, facts: MeasureFacts, weights: Weights
) -> Ranking:
    """The ranking in which measures without plain-language questions count by what their sentences say."""
    if not likeness.lacking.any():
        return ranking
    parts = {**ranking.parts, **read_closely(query, likeness, facts, ranking.order.tolist())}
    return _ordered(parts, ranking.weights, _unasked(likeness, weights), likeness.lacking)


def reweighted(ranking: Ranking, likeness: Likeness, weights: Weights) -> Ranking:
    """The ranking of the same question under other weights."""
    used = {**weights.parts(likeness.evidence.pinyin, likeness.literal), **weights.rules}
    unasked = _unasked(likeness, weights) if ranking.unasked else {}
    return _ordered(ranking.parts, used, unasked, ranking.lacking)


def _unasked(likeness: Likeness, weights: Weights) -> dict[str, float]:
    rules = {rule: weight for rule, weight in weights.rules.items() if rule not in ASKED_RULES}
    return {**weights.unasked_parts(likeness.evidence.pinyin), **rules}


def _ordered(
    parts: Mapping[str, Column],
    used: Mapping[str, float],
    unasked: Mapping[str, float],
    lacking: NDArray[np.bool_],
) -> Ranking:
    total = _summed(parts, used)
    if unasked:
        total = np.where(lacking, _summed(parts, unasked), total)
    return Ranking(parts, used, unasked, lacking, total, np.argsort(-total, kind="stable"))


def _summed(parts: Mapping[str, Column], used: Mapping[str, float]) -> Column:
    total = np.zeros_like(next(iter(parts.values())), dtype=np.float32)
    for name, weight in used.items():
        total += weight * parts[name]
    return total
