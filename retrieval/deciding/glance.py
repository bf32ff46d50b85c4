"""Decides by a question's words alone where they suffice, so that its vector need not be computed.

Computing the vector takes three quarters of an answer's time. Where the words alone leave no doubt it changes
next to nothing; `weights.toml` holds the model that says where, and the chance from which it is trusted.
"""

from dataclasses import replace

import numpy as np

from retrieval.deciding.case_features import Case, word_features
from retrieval.ranking import PARTS, VECTOR_PARTS, Column, Weights, reranked

_WORD_PARTS = tuple(name for name in PARTS if name not in VECTOR_PARTS)
_MANY_UNITS = 60
"""Units of a long question, about thirty characters; the feature rises no further."""


def of_words(case: Case, asks: float) -> Case:
    """The case as it would be with words alone; `asks` is the log odds by the words alone."""
    likeness = case.likeness.of_words()
    ranking = reranked(case.ranking, likeness)
    return replace(case, likeness=likeness, ranking=ranking, best=int(ranking.order[0]), asks=asks)


def glance_features(case: Case) -> dict[str, float]:
    """The features of a case of words alone, among them each part of the best measure and its lead in it."""
    ranking, likeness = case.ranking, case.likeness
    third = ranking.total[ranking.order[2]] if len(ranking.order) > 2 else 0.0
    parts = {name: likeness.parts[name] for name in _WORD_PARTS}
    return {
        **word_features(case),
        "top": float(ranking.total[case.best]),
        "gap2": float(ranking.total[case.best] - third),
        "units": min(likeness.evidence.units, _MANY_UNITS) / _MANY_UNITS,
        "wishes": float(bool(case.query.wishes)),
        **{name: float(column[case.best]) for name, column in parts.items()},
        **{f"{name} lead": _lead(column, case.best) for name, column in parts.items()},
    }


def chance_at_a_glance(case: Case, weights: Weights) -> float:
    """Chance that the best measure by words answers, 0 to 1."""
    return weights.glance.chance(glance_features(case))


def _lead(column: Column, position: int) -> float:
    """How far one value is above the best of the others."""
    others = np.delete(column, position)
    return float(column[position]) - float(others.max(initial=0))
