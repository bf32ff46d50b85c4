"""What a search found, and whether it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from retrieval.deciding import Case, Decision, Reason, Verdict
from retrieval.question import Query


@dataclass(frozen=True, slots=True)
class Hit:
    """A measure that matched: `parts` are weighted contributions to its score, `passage` its best match."""

    measure_id: str
    score: float
    """0 to 1: the chance that it answers."""
    parts: Mapping[str, float]
    passage: str
    unasked: bool = False
    """Whether it has no plain-language questions, as what an office has just added."""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a search. `hits` is empty unless the verdict is to answer or to clarify."""

    query: Query
    verdict: Verdict
    reason: Reason
    hits: tuple[Hit, ...]
    rejected: tuple[Hit, ...]
    """The next best measures: those not close enough, or the best of all where the question is not
    covered."""
    neighbour: str | None = None
    """The measure on the topic of a question that is not covered, where one surely is on it."""
    heard: tuple[str, ...] = ()
    """The words of the first measure as which misspelt words or pinyin of the question were read."""


def hit_of(case: Case, decision: Decision, position: int, passage: str) -> Hit:
    """The hit of a measure at a position of a case, scored beside the best one."""
    ranking, best = case.ranking, case.ranking.total[case.best]
    share = float(np.clip(ranking.total[position] / best, 0, 1)) if best > 0 else 0.0
    return Hit(
        case.facts.ids[position],
        round(decision.probability * share, 4),
        MappingProxyType(ranking.parts_of(position)),
        passage,
        bool(case.likeness.lacking[position]),
    )
