"""What says whether the best measure answers a question: some numbers, and the model that weighs them.

The model is a logistic regression over the features and their products, with weights in `weights.toml`.
A product tells what neither says alone: how little it means that a measure leads where it holds little.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from retrieval.facts import Facts
from retrieval.likeness import Likeness
from retrieval.query import Query, Wish
from retrieval.ranker import Ranking
from retrieval.weights import Weights


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision rests on. `best` is the position of the first measure.

    `named` says that the question gives its number, or that of the one document that holds it, `asks` how
    much its words are those of an answered question, in log odds.
    """

    query: Query
    likeness: Likeness
    ranking: Ranking
    facts: Facts
    best: int
    asks: float
    named: bool = False


_SUREST_ASKS = 4.0
"""Log odds of the words beyond which the topic decides alone. Pinyin has no words that could be told apart:
of the stored questions typed so most are of those that no measure answers."""


def features(case: Case) -> dict[str, float]:
    """What the logistic model sees, each roughly 0 to 1."""
    evidence = case.likeness.evidence
    return {
        "cosine": (evidence.cosine - 0.8) * 5,
        "lead": evidence.lead * 10,
        "covered": float(case.likeness.covered[case.best]),
        "known": evidence.known,
        "gap": case.ranking.gap(case.best),
        "q_cosine": max(evidence.q_cosine - 0.8, 0.0) * 5,
        "pinyin": evidence.pinyin,
        "asks": max(-_SUREST_ASKS, min(_SUREST_ASKS, case.asks)) * (1 - evidence.pinyin),
        "lacking": float(case.likeness.lacking[case.best]),
        "owner": float(bool(case.query.wishes & {Wish.OWNER, Wish.PHONE})),
        "amount": states(case, Wish.AMOUNT, case.facts.amounts),
        "term": states(case, Wish.DEADLINE, case.facts.terms),
        **{name: margin * (1 - evidence.pinyin) for name, margin in evidence.margins.items()},
    }


def states(case: Case, wish: Wish, stating: NDArray[np.float32]) -> float:
    """1 where the best measure states what is wished for, -1 where it does not, 0 without that wish."""
    return 2 * float(stating[case.best]) - 1 if wish in case.query.wishes else 0.0


def with_products(values: Mapping[str, float]) -> dict[str, float]:
    """The features, their products by two and their squares.

    Example: {"a": 2.0, "b": 3.0} -> {"a": 2.0, "b": 3.0, "a*a": 4.0, "a*b": 6.0, "b*b": 9.0}
    """
    pairs = combinations_with_replacement(values, 2)
    return {**values, **{f"{one}*{other}": values[one] * values[other] for one, other in pairs}}


def chance(values: Mapping[str, float], model: Mapping[str, float]) -> float:
    """What a model says of the features of one case, 0 to 1."""
    known = with_products(values)
    score = sum(weight * known.get(name, 1.0) for name, weight in model.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def probability(case: Case, weights: Weights) -> float:
    """Chance that the first measure answers, 0 to 1."""
    return chance(features(case), weights.confidence)
