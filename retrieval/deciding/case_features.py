"""The features from which a small `Network` judges whether the best measure answers a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.deciding.printed_points import printed_points
from retrieval.question import Asked, Query, counted, figures_asked, kinds_asked
from retrieval.ranking import Likeness, MeasureFacts, Network, Ranking, Weights, asked_units, stands_under


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision is based on. `best` is the position of the first measure.

    `named` says that the question names a document by its number. `asks` says how much its words resemble
    those of an answered question, in log odds; of a measure without plain-language questions, how much it
    asks
    for what documents state. `glance` is the chance by the words alone where these decided, so that no vector
    was computed.
    """

    query: Query
    likeness: Likeness
    ranking: Ranking
    facts: MeasureFacts
    best: int
    asks: float
    named: bool = False
    glance: float | None = None

    @property
    def unasked(self) -> bool:
        """Whether the best measure has no plain-language questions, so that its sentences speak for it."""
        return bool(self.likeness.lacking[self.best])


_SUREST_ASKS = 4.0
"""Log odds of the words are limited to this; beyond it the topic alone decides. Pinyin has no words to
distinguish: most of the stored questions in pinyin are among those that no measure answers."""


_AS_MUCH = 0.1
"""Shares of a question's words that differ by no more are alike. Over 885 questions about 141 documents,
held out, with other measures compared whatever they hold .595 of the unanswered were refused at .06 false
refusals and .696 at .12; with those left out that hold as much but for .02, .608 and .719; but for .1, .634
and .725 (2026-11-30).
"""
_MANY_UNITS = 20
"""Different characters of a question that says much; the feature rises no further."""


def features(case: Case) -> dict[str, float]:
    """The features that the model for the best measure reads, each roughly 0 to 1."""
    return _of_sentences(case) if case.unasked else question_features(case)


def _of_sentences(case: Case) -> dict[str, float]:
    """What the sentences of the best measure say; stored questions are not asked, answered or not."""
    evidence, nearness, parts = case.likeness.evidence, case.likeness.nearness, case.ranking.parts
    read = {name: float(parts[name][case.best]) for name in ("held", "window", "stating", "states")}
    text = case.query.text
    measure = case.facts.measures[case.best]
    heading = stands_under(case.facts.titles[case.best], measure.heading)
    points = printed_points(case.query, measure, heading)
    figures, counts, kinds = bool(figures_asked(text)), counted(text) is not None, bool(kinds_asked(text))
    return {
        **read,
        "stating": read["stating"] if figures else read["window"],
        "states": 2 * read["states"] - 1 if figures else 0.0,
        "figures": float(figures),
        "counting": _given(case, "counting", counts),
        "kinds": _given(case, "kinds", kinds),
        "points": float(points.asked),
        "points_printed": points.stated,
        "points_near": points.nearness,
        "apart": _lead_over_less(case),
        "other": _lead_over_less(case, case.facts.documents != case.facts.documents[case.best]),
        "covered": float(case.likeness.covered[case.best]),
        "cosine": (nearness.cosine - 0.8) * 5,
        "lead": nearness.lead * 10,
        "known": evidence.known,
        "pinyin": evidence.pinyin,
        "owner": float(bool(case.query.wishes & {Asked.OWNER, Asked.PHONE})),
        "asks": _limited(case.asks),
        "units": min(len(asked_units(case.query)), _MANY_UNITS) / _MANY_UNITS,
    }


def _given(case: Case, part: str, asked: bool) -> float:
    """1 where the best measure gives some of what is asked for, -1 where nothing, 0 where it is not asked."""
    return 2 * float(case.ranking.parts[part][case.best] > 0) - 1 if asked else 0.0


def _lead_over_less(case: Case, others: NDArray[np.bool_] | bool = True) -> float:
    """How far the best measure's score is above that of others which hold less of the question; at most 1.

    What holds as much, such as the rule of the city on the same matter, is no sign that the best is wrong.
    """
    covered, total = case.likeness.covered, case.ranking.total
    less = total[others & (covered < covered[case.best] - _AS_MUCH)]
    return min(float(total[case.best] - less.max()), 1.0) if less.size else 1.0


def _limited(log_odds: float) -> float:
    return max(-_SUREST_ASKS, min(_SUREST_ASKS, log_odds))


def question_features(case: Case) -> dict[str, float]:
    """What stored questions, answered and not, say beside the sentences of the best measure."""
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
        "asks": _limited(case.asks) * written,
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
    if case.glance is not None:
        return case.glance
    return model_of(case, weights).chance(features(case))


def model_of(case: Case, weights: Weights) -> Network:
    """The model that reads the features of a case."""
    return weights.confidence_unasked if case.unasked else weights.confidence
