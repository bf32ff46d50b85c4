"""How good a ranking or a decision is. Without questions the functions give a number, never NaN."""

import math
from collections.abc import Sequence

Ranks = Sequence[int | None]
"""Rank of the first right measure of each question, from 1; None where it is not among the hits."""
_LAST_RANK = 10


def hit_at(k: int, ranks: Ranks) -> float:
    """Share of questions with a right measure among the first k; 0 without questions."""
    return mean([float(rank is not None and rank <= k) for rank in ranks])


def mrr(ranks: Ranks) -> float:
    """Mean of 1/rank, counting 0 beyond rank 10."""
    return mean([1 / rank if rank is not None and rank <= _LAST_RANK else 0.0 for rank in ranks])


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean; 0 without values."""
    return math.fsum(values) / len(values) if values else 0.0


def auc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Chance that a positive scores above a negative, ties counted half; 0.5 where one side is empty.

    Example: [0.9, 0.4], [0.4] -> 0.75
    """
    if not positives or not negatives:
        return 0.5
    won = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return won / (len(positives) * len(negatives))
