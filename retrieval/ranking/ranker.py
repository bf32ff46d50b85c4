"""Combines similarity and rules into one score per measure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.question import Query
from retrieval.ranking.facts import MeasureFacts
from retrieval.ranking.likeness import PARTS, Likeness
from retrieval.ranking.rules import RULES, Circumstances, Column
from retrieval.ranking.weights import Weights


@dataclass(frozen=True, slots=True)
class Ranking:
    """All measures, scored."""

    parts: Mapping[str, Column]
    """Part or rule -> its unweighted number per measure."""
    weights: Mapping[str, float]
    """Part or rule -> its weight for this question."""
    total: Column
    order: NDArray[np.int64]
    """Positions of the measures, best first; ties in catalog order."""

    def gap(self, position: int) -> float:
        """The score of a measure minus that of the second in rank; 0 stands in for a missing second."""
        second = float(self.total[self.order[1]]) if len(self.order) > 1 else 0.0
        return float(self.total[position]) - second

    def parts_of(self, position: int) -> dict[str, float]:
        """What each part contributed to one measure's score, weighted; they sum to its total."""
        return {name: self.weights[name] * float(column[position]) for name, column in self.parts.items()}


def rank(
    query: Query, likeness: Likeness, facts: MeasureFacts, around: Circumstances, weights: Weights
) -> Ranking:
    """Scores every measure as the weighted sum of its parts and rules."""
    parts: dict[str, Column] = {name: likeness.parts[name] for name in PARTS}
    used = weights.parts(likeness.evidence.pinyin, likeness.literal)
    for rule in RULES:
        parts[rule.__name__] = rule(query, facts, around)
        used[rule.__name__] = weights.rules[rule.__name__]
    return _summed(parts, used)


def reranked(ranking: Ranking, likeness: Likeness) -> Ranking:
    """The ranking of the same question under the same rules, with other similarities."""
    return _summed({**ranking.parts, **{name: likeness.parts[name] for name in PARTS}}, ranking.weights)


def _summed(parts: Mapping[str, Column], used: Mapping[str, float]) -> Ranking:
    total = np.zeros_like(next(iter(parts.values())), dtype=np.float32)
    for name, column in parts.items():
        total += used[name] * column
    return Ranking(parts, used, total, np.argsort(-total, kind="stable"))
