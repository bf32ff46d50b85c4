"""Engines on judged questions: how high they rank what is right, and how long a question takes."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.fitting.metrics import hit_at, mean, mrr
from tests.bench.pool import Engine, Pool

ROUNDS = 1
"""Every question is asked so often; its time is the median. A table has over a hundred questions."""


@dataclass(frozen=True)
class Asked:
    """A question and the groups (measures, or documents) that answer it."""

    q: str
    right: frozenset[int]


@dataclass(frozen=True)
class Outcome:
    """What an engine came to on one set of questions."""

    rankings: Sequence[Sequence[int]]
    """Passages of each question, best first."""
    ranks: Sequence[int | None]
    """Place of the first right group of each question, from 1, among the first ten."""
    times_ms: Sequence[float]

    def hit(self, depth: int) -> str:
        """Share of questions with a right group among the first `depth`."""
        return _share(hit_at(depth, self.ranks))

    @property
    def mrr(self) -> str:
        """Mean reciprocal rank among the first ten."""
        return _share(mrr(self.ranks))

    @property
    def median_ms(self) -> float:
        """Of a question."""
        return statistics.median(self.times_ms)

    @property
    def p99_ms(self) -> float:
        """Of a question."""
        return percentile(self.times_ms, 99)


def contend(engine: Engine, pool: Pool, questions: Sequence[Asked], group_of: Sequence[int]) -> Outcome:
    """Asks an engine every question. `group_of` gives the group of each measure."""
    engine(questions[0].q)  # what is loaded with the first question is not part of a question's time
    rankings, times = [], []
    for asked in questions:
        taken = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            ranking = engine(asked.q)
            taken.append((time.perf_counter() - start) * 1000)
        rankings.append(ranking)
        times.append(statistics.median(taken))
    ranks = [
        rank_of([group_of[pool.owners[place]] for place in ranking], asked.right)
        for ranking, asked in zip(rankings, questions, strict=True)
    ]
    return Outcome(rankings, ranks, times)


def rank_of(groups: Sequence[int], right: frozenset[int]) -> int | None:
    """The place of the first right group among the first ten different ones; None where there is none."""
    different = list(dict.fromkeys(groups))[:10]
    return next((place for place, group in enumerate(different, 1) if group in right), None)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of the values do not exceed."""
    return sorted(values)[min(len(values) * percent // 100, len(values) - 1)]


def share_of(won: Sequence[bool]) -> str:
    """Which part is true. Example: [True, False] -> ".500"."""
    return _share(mean([float(one) for one in won]))


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")
