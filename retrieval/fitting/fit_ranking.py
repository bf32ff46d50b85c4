"""Fits how much each part and rule counts in the order of measures.

A conditional logit (which of the candidates is right), drawn towards the weights it starts from, never below
0. The weights of everyday words and of rules are fitted first, on questions that people asked. Those for
questions in the documents' own words follow, fitted on all samples, because few people ask in such words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.fitting.folds import held_out
from retrieval.fitting.learners import learner
from retrieval.fitting.samples import Sample
from retrieval.ranking import ASKED_RULES, PARTS, Weights, reweighted

Matrix = NDArray[np.float64]

FITTED_RULES = ("named_department", "states_term", "states_amount")
"""Rules that add to a score as similarity does; the others set which measures must rank above which.

With weights of 0, .1, .2 and .4 the MRR of 140 stored questions about a term, judged as if they were new, was
.919, .922, .908, .889; of 160 about an amount, .874, .878, .879, .863 (2026-11-21).
"""
_FITTED_PARTS = tuple(name for name in PARTS if name != "document")

CANDIDATES = 60
"""Number of best measures that compete in one sample, besides the right one: it is among them for 98 % of the
hard development questions ranked without plain-language questions, else for all (2026-11-21)."""
SHARPNESS = 8.0
"""Factor from a difference of totals to a difference of log odds; with it the fitted weights stay
near those they start from in size."""
PULL = 300.0
"""Strength of the pull towards the starting weights. 30, 100, 300 and 1,000 gave, held out, hit@1 .894 each
on the development questions without plain-language questions and .595, .619, .619, .595 on the hard ones,
with them .965, .953, .953, .953 and .857 each (2026-11-21)."""

EVERYDAY: Mapping[str, float] = {
    "whole": 0.5,
    "document": 0.0,
    "passage": 0.18,
    "title": 0.02,
    "contact": 0.03,
    "syllables": 0.11,
    "vector": 0.32,
    "q_characters": 0.38,
    "q_syllables": 0.1,
    "q_vector": 0.53,
}
"""The starting weights, fixed so that every run gives the same result: what earlier fits settled on
when measures had fewer questions. `whole` was .3 until how a document begins was part of it: .3, .4, .5
and .6 gave an MRR of .889, .891, .892, .892 for 1,086 stored questions asked of documents that store none and
.888, .888, .890, .890 for as many whose document stores none (2026-11-21)."""
LITERAL: Mapping[str, float] = {
    "whole": 0.9,
    "document": 1.0,
    "passage": 0.35,
    "title": 0.0,
    "contact": 0.0,
    "syllables": 0.0,
    "vector": 0.33,
    "q_characters": 0.08,
    "q_syllables": 0.0,
    "q_vector": 0.25,
}
"""The same for questions in the documents' own words; what a fit without a start settled on. `document` is
not fitted, since seventeen documents are too few to fit it: weights of 0, 1 and 2 gave, held out, an MRR of
.912, .913 and .912 for the stored questions judged as new, .892, .892, .891 for those whose document stores
none and .893, .892, .890 for those asked of documents that store none (2026-11-21). At 1 a score of the
document counts about as much as one of the measure."""
RULES: Mapping[str, float] = {"named_department": 0.13, "states_term": 0.11, "states_amount": 0.056}
"""The same for the fitted rules."""
UNASKED: Mapping[str, float] = {
    "whole": 0.75,
    "document": 1.0,
    "passage": 0.1,
    "title": 0.0,
    "contact": 0.09,
    "syllables": 0.0,
    "vector": 0.54,
    "held": 0.0,
    "window": 0.7,
    "stating": 0.35,
    "states": 0.2,
    "counting": 0.3,
    "kinds": 0.2,
    "formal": 0.2,
    "brevity": 0.58,
    "unasked": 0.0,
}
"""The same for measures without plain-language questions: what a first fit settled on.

Of 104 questions about 36 documents of other offices, each judged by weights fitted without its document, .731
had the right measure first with the tables above, .779 when it also counted whether a sentence states the
figure asked for, .837 with the best sentence, .856 with the length too. Of
166 about 58 documents .831 then, .849 when kinds of answer and articles of form counted too, .867 with the
unit in which a question counts. `document` is not
fitted here either: .24, which a fit settled on, and 1 gave the same on these, and .793 and .813 on 300
questions about 599 texts (2026-11-29).
"""
PULL_UNASKED = 30.0

_FITTED = {
    "everyday": _FITTED_PARTS,
    "literal": _FITTED_PARTS,
    "rules": FITTED_RULES,
    "unasked": tuple(name for name in UNASKED if name != "document"),
}
"""What is fitted of each table."""
_OF_EITHER_SIGN = ("unasked",)
"""Where 0 is no bound: it makes measures without questions comparable to those with."""


@dataclass(frozen=True, slots=True)
class _Choices:
    """The candidates of some samples, padded to the same number for each.

    Totals are `given` + `columns` @ the weights that are fitted; `given` is -inf where there is no candidate.
    """

    columns: Matrix
    """float64 (samples, candidates, fitted weights)."""
    given: Matrix
    """float64 (samples, candidates)."""
    right: Matrix
    """The same, 1 for right ones, else 0."""


def fit_ranking(asked: Sequence[Sample], others: Sequence[Sample], weights: Weights) -> Weights:
    """The weights that put the right measures first most often, in `asked`, and where literal in all."""
    start = replace(weights, everyday=EVERYDAY, literal=LITERAL, rules={**weights.rules, **RULES})
    first = _fitted(_usable(asked), start, ("everyday", "rules"))
    return _fitted(_usable([*asked, *others]), first, ("literal",))


def fit_unasked_ranking(samples: Sequence[Sample], weights: Weights) -> Weights:
    """The weights with those of measures without plain-language questions fitted."""
    start = replace(weights, unasked=UNASKED)
    return _fitted(_usable(samples), start, ("unasked",), PULL_UNASKED)


def held_out_ranks(asked: Sequence[Sample], others: Sequence[Sample], weights: Weights) -> list[int | None]:
    """The rank of each sample, first of `asked`, under weights fitted without its fold.

    None where nothing is right.
    """
    samples = [*asked, *others]

    def judged(rest: list[int], mine: list[int]) -> list[int | None]:
        known = [samples[n] for n in rest if n < len(asked)]
        fitted = fit_ranking(known, [samples[n] for n in rest if n >= len(asked)], weights)
        return [refitted_rank(samples[n], fitted) for n in mine]

    return held_out([sample.id for sample in samples], judged)


def refitted_rank(sample: Sample, weights: Weights) -> int | None:
    """The rank of the first right measure under other weights; None where nothing is right."""
    return reweighted_sample(sample, weights).rank


def reweighted_sample(sample: Sample, weights: Weights) -> Sample:
    """The sample as it would be ranked under other weights, with the measure that then comes first."""
    ranking = reweighted(sample.case.ranking, sample.case.likeness, weights)
    return replace(sample, case=replace(sample.case, ranking=ranking, best=int(ranking.order[0])))


def _usable(samples: Iterable[Sample]) -> list[Sample]:
    return [s for s in samples if s.gold and s.case.likeness.evidence.pinyin < 0.5]


def _fitted(
    samples: Sequence[Sample], weights: Weights, tables: Sequence[str], pull: float = PULL
) -> Weights:
    """The weights with those of some tables fitted, starting from their values; unchanged without samples."""
    if not samples:
        return weights
    named = [(table, name) for table in tables for name in _FITTED[table]]
    start = np.array([getattr(weights, table)[name] for table, name in named])
    blank = _with(weights, named, np.zeros(len(named)))
    choices = _choices(samples, blank, named)

    def loss(values: Matrix) -> tuple[float, Matrix]:
        scores = SHARPNESS * (choices.given + choices.columns @ values)
        chances = _softmax(scores)
        likely = (chances * choices.right).sum(axis=1)
        wanted = chances * choices.right / np.maximum(likely, 1e-12)[:, None]
        slope = SHARPNESS * np.einsum("sc,scw->w", chances - wanted, choices.columns)
        away = values - start
        return float(pull / 2 * away @ away - np.log(np.maximum(likely, 1e-12)).sum()), slope + pull * away

    minimize = learner("scipy.optimize").minimize
    bounds = [(None if name in _OF_EITHER_SIGN else 0, None) for _, name in named]
    optimum = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return _with(weights, named, optimum.round(3))


def _with(weights: Weights, named: Sequence[tuple[str, str]], values: Matrix) -> Weights:
    tables = {table: dict(getattr(weights, table)) for table, _ in named}
    for (table, name), value in zip(named, values, strict=True):
        tables[table][name] = float(value)
    return replace(
        weights,
        everyday=tables.get("everyday", weights.everyday),
        literal=tables.get("literal", weights.literal),
        rules=tables.get("rules", weights.rules),
        unasked=tables.get("unasked", weights.unasked),
    )


def _choices(samples: Sequence[Sample], blank: Weights, named: Sequence[tuple[str, str]]) -> _Choices:
    rows = [list(dict.fromkeys([*map(int, s.case.ranking.order[:CANDIDATES]), *s.gold])) for s in samples]
    shape = len(rows), max(map(len, rows), default=0)
    columns, given, right = np.zeros((*shape, len(named))), np.full(shape, -np.inf), np.zeros(shape)
    for number, (sample, row) in enumerate(zip(samples, rows, strict=True)):
        for column, (table, name) in enumerate(named):
            part = sample.case.ranking.parts.get(name)
            if part is not None:
                columns[number, : len(row), column] = (_share(sample, table, name) * part)[row]
        given[number, : len(row)] = _total(sample, blank)[row]
        right[number, : len(row)] = [position in sample.gold for position in row]
    return _Choices(columns, given, right)


def _share(sample: Sample, table: str, name: str) -> Matrix:
    """How much an entry of a table counts for each measure of a sample, float64 (measures,)."""
    likeness, ranking = sample.case.likeness, sample.case.ranking
    unasked = (ranking.lacking & bool(ranking.unasked)).astype(np.float64)
    written, literal = 1 - likeness.evidence.pinyin, likeness.literal
    if table == "rules":
        return 1 - unasked if name in ASKED_RULES else np.ones_like(unasked)
    of_table = {"everyday": 1 - literal, "literal": literal, "unasked": 1.0}[table]
    return written * of_table * (unasked if table == "unasked" else 1 - unasked)


def _total(sample: Sample, weights: Weights) -> Matrix:
    """The total of every measure under some weights."""
    return reweighted(sample.case.ranking, sample.case.likeness, weights).total.astype(np.float64)


def _softmax(values: Matrix) -> Matrix:
    shifted = np.exp(values - values.max(axis=1, keepdims=True))
    chances: Matrix = shifted / shifted.sum(axis=1, keepdims=True)
    return chances
