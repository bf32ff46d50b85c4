"""The features from which a small `Network` judges whether the best measure answers a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.question import Asked, Query
from retrieval.ranking import Likeness, MeasureFacts, Ranking, Weights


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision is based on. `best` is the position of the first measure.

    `named` says that the question names a document by its number. `asks` says how much its words resemble
    those of an answered question, in log odds. `glance` is the chance by the words alone where these decided,
    so that no vector was computed.
    """

    query: Query
    likeness: Likeness
    ranking: Ranking
    facts: MeasureFacts
    best: int
    asks: float
    named: bool = False
    glance: float | None = None


_SUREST_ASKS = 4.0
"""Log odds of the words are limited to this; beyond it the topic alone decides. Pinyin has no words to
distinguish: most of the stored questions in pinyin are among those that no measure answers."""


def features(case: Case) -> dict[str, float]:
    """The features that the model reads, each roughly 0 to 1."""
    nearness, pinyin = case.likeness.nearness, case.likeness.evidence.pinyin
    return {
        "cosine": (nearness.cosine - 0.8) * 5,
        "lead": nearness.lead * 10,
        "q_cosine": max(nearness.q_cosine - 0.8, 0.0) * 5,
        **word_features(case),
        **{name: margin * (1 - pinyin) for name, margin in nearness.margins.items()},
    }


def word_features(case: Case) -> dict[str, float]:
    """The features that need no vector."""
    evidence, holding = case.likeness.evidence, case.likeness.holding
    written = 1 - evidence.pinyin
    return {
        "covered": float(case.likeness.covered[case.best]),
        "known": evidence.known,
        "gap": case.ranking.gap(case.best),
        "pinyin": evidence.pinyin,
        "asks": max(-_SUREST_ASKS, min(_SUREST_ASKS, case.asks)) * written,
        "m_held": (holding.share(case.best) - holding.unanswered) * written,
        "lacking": float(case.likeness.lacking[case.best]),
        "owner": float(bool(case.query.wishes & {Asked.OWNER, Asked.PHONE})),
        "amount": states(case, Asked.AMOUNT, case.facts.amounts),
        "term": states(case, Asked.DEADLINE, case.facts.terms),
        **{name: margin * written for name, margin in evidence.margins.items()},
    }


def states(case: Case, wish: Asked, stating: NDArray[np.float32]) -> float:
    """1 where the best measure states what is asked for, -1 where it does not, 0 where that is not asked."""
    return 2 * float(stating[case.best]) - 1 if wish in case.query.wishes else 0.0


def probability(case: Case, weights: Weights) -> float:
    """Chance that the first measure answers, 0 to 1."""
    return weights.confidence.chance(features(case)) if case.glance is None else case.glance
