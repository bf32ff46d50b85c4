"""Fits weights and thresholds on judged questions: `python -m retrieval.fit QUESTIONS.jsonl … [--write]`.

Ranking: a conditional logit (which of the candidates is right) over the likeness parts, drawn towards
`PRIOR`, never below 0. Confidence: a `Network` over the `features`. What words alone decide: `fit_glance`.
All are judged by cross-validation with fixed folds and then fitted on all.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import corpus
from corpus.catalog import load_catalog
from embeddings import Encoder, VectorCache, make_encoder
from retrieval.asks import ASKS_FILE, Asks, write_asks
from retrieval.confidence import Reason, threshold_name
from retrieval.features import features
from retrieval.fit_asks import held_out_asks, read_examples, train
from retrieval.fit_glance import fit_glance
from retrieval.fit_network import fit_network
from retrieval.folds import FOLDS, SEED, held_out
from retrieval.index import build_index
from retrieval.likeness import PARTS
from retrieval.metrics import auc, hit_at, mean, mrr
from retrieval.network import Network
from retrieval.passages import catalog_passages
from retrieval.questions import Questions, Uncovered, load_questions, load_uncovered
from retrieval.retriever import Retriever
from retrieval.samples import (
    Sample,
    bare_samples,
    own_samples,
    read_samples,
    uncovered_samples,
    with_asks,
    without_document,
)
from retrieval.weights import WEIGHTS_FILE, Weights, default_weights

Matrix = NDArray[np.float64]

BUNDLED_CORPUS = Path(corpus.__file__).parent / "documents"
BUNDLED_QUESTIONS = Path(corpus.__file__).parent / "questions"

FITTED_RULES = ("named_department", "states_term", "states_amount")
"""Rules that move a measure as likeness does; the others say what must stand above what.

With weights of 0, .1, .2 and .4 the MRR of 140 stored questions about a term, judged as if they were new, was
.919, .922, .908, .889; of 160 about an amount, .874, .878, .879, .863 (2026-11-21).
"""
FITTED = (*PARTS, *FITTED_RULES)

CANDIDATES = 60
"""Measures that compete in one sample, and the right one wherever it stands: it is among them for 98 % of the
hard development questions ranked without plain-language questions, else for all (2026-11-21)."""
SHARPNESS = 8.0
"""Factor from a difference of totals to a difference of log odds; with it the fitted weights stay
near those they start from in size."""
PULL = 30.0
"""Strength of the pull towards `PRIOR`; 1, 3 and 10 gave one hit@1 less on the hard development questions
held out, 30 and 100 none (2026-11-21)."""
PRIOR: Mapping[str, float] = {
    "whole": 0.5,
    "passage": 0.18,
    "title": 0.02,
    "contact": 0.03,
    "syllables": 0.11,
    "vector": 0.32,
    "q_characters": 0.38,
    "q_syllables": 0.1,
    "q_vector": 0.53,
    "named_department": 0.13,
    "states_term": 0.11,
    "states_amount": 0.056,
}
"""Where the fit starts, so that it gives the same weights however often it is run: what earlier fits settled
on when measures had fewer questions. `whole` was .3 until how a document begins was part of it: .3, .4, .5
and .6 gave an MRR of .889, .891, .892, .892 for 1,086 stored questions asked of documents that store none and
.888, .888, .890, .890 for as many whose document stores none (2026-11-21)."""
OWN_EVERY, UNCOVERED_EVERY = 2, 1
"""Every second of the measures' questions, and every one that none answers, is judged as if it were new."""
BARE_EVERY = 6
"""Every sixth of both is asked of a corpus without stored questions, as that of an office that begins."""
FALSE_REFUSALS = 0.04
"""Share of the stored questions, judged as if they were new, that may be refused: the answer threshold is
placed there. Without their near twins they are harder than what people ask: of the development questions held
out it refuses 2.4 %, of the hard ones as many (2026-11-21)."""
FALSE_REFUSALS_UNASKED = 0.06
"""The same where the best measure stores no questions, which says less of whether it answers. At 3 % only
75 % of what nothing answers was refused by documents that store nothing, at 6 % 90 %; of the development
questions asked so, held out, 4.7 % are refused, of the hard ones none (2026-11-21)."""


def fit_ranking(samples: Sequence[Sample], weights: Weights) -> Weights:
    """The weights of the fitted parts that put the right measures first most often."""
    start = np.array([PRIOR[name] for name in FITTED])
    usable = [_candidates(s, weights) for s in samples if s.gold and s.case.likeness.evidence.pinyin < 0.5]
    current = start.copy()
    for _ in range(400):
        gradient = PULL * (current - start)
        for parts, fixed, right in usable:
            chances = _softmax(SHARPNESS * (parts @ current + fixed))
            wanted = chances * right
            wanted /= max(wanted.sum(), 1e-12)
            gradient += parts.T @ (chances - wanted)
        current = np.maximum(current - 0.01 * gradient / max(len(usable), 1), 0)
    found = {name: round(float(value), 3) for name, value in zip(FITTED, current, strict=True)}
    return replace(
        weights,
        ranking={name: found.get(name, weight) for name, weight in weights.ranking.items()},
        rules={name: found.get(name, weight) for name, weight in weights.rules.items()},
    )


def _candidates(sample: Sample, weights: Weights) -> tuple[Matrix, Matrix, Matrix]:
    ranking = sample.case.ranking
    chosen = list(dict.fromkeys([*map(int, ranking.order[:CANDIDATES]), *sample.gold]))
    parts = np.array([[ranking.parts[name][place] for name in FITTED] for place in chosen], dtype=float)
    rules = {name: weight for name, weight in weights.rules.items() if name not in FITTED}
    fixed = np.array([sum(w * ranking.parts[n][p] for n, w in rules.items()) for p in chosen])
    return parts, fixed, np.array([place in sample.gold for place in chosen], dtype=float)


def _softmax(values: Matrix) -> Matrix:
    shifted = np.exp(values - values.max())
    chances: Matrix = shifted / shifted.sum()
    return chances


def model_of(samples: Iterable[Sample]) -> Network:
    """The confidence model of the samples that no rule decides."""
    open_ones = [sample for sample in samples if sample.reason is Reason.NONE]
    return fit_network([features(s.case) for s in open_ones], [bool(s.gold) for s in open_ones])


def held_out_chances(samples: Sequence[Sample]) -> list[float]:
    """The chance of each sample by a model that was fitted without its fold."""

    def judged(rest: list[int], mine: list[int]) -> list[float]:
        model = model_of(samples[n] for n in rest)
        return [model.chance(features(samples[n].case)) for n in mine]

    return held_out([sample.id for sample in samples], judged)


def held_out_ranks(samples: Sequence[Sample], weights: Weights) -> list[int | None]:
    """The rank of each sample under weights fitted without its fold; None where nothing is right."""

    def judged(rest: list[int], mine: list[int]) -> list[int | None]:
        fitted = fit_ranking([samples[n] for n in rest], weights)
        return [refitted_rank(samples[n], fitted) for n in mine]

    return held_out([sample.id for sample in samples], judged)


def refitted_rank(sample: Sample, weights: Weights) -> int | None:
    """The rank of the first right measure under other ranking weights."""
    ranking, pinyin = sample.case.ranking, sample.case.likeness.evidence.pinyin
    total = sum(
        (weights.part(n, pinyin) * ranking.parts[n] for n in PARTS), np.zeros(len(ranking.total), dtype=float)
    )
    total = total + sum(w * ranking.parts[n] for n, w in weights.rules.items())
    order = np.argsort(-total, kind="stable").tolist()
    return next((n for n, place in enumerate(order, 1) if place in sample.gold), None)


def thresholds(samples: Sequence[Sample], chances: Sequence[float]) -> dict[str, float]:
    """The thresholds of measures with questions and of those without, by name."""
    asked = {"answer": FALSE_REFUSALS, "answer_unasked": FALSE_REFUSALS_UNASKED}
    rows = [
        (threshold_name(sample.case), sample, chance) for sample, chance in zip(samples, chances, strict=True)
    ]
    return {
        name: threshold([s for n, s, _ in rows if n == name], [c for n, _, c in rows if n == name], allowed)
        for name, allowed in asked.items()
    }


def threshold(samples: Sequence[Sample], chances: Sequence[float], allowed: float) -> float:
    """The highest threshold that refuses at most `allowed` of the answerable samples."""
    answerable = sorted(
        c for c, s in zip(chances, samples, strict=True) if s.gold and s.reason is Reason.NONE
    )
    spare = int(allowed * sum(bool(s.gold) for s in samples)) - sum(
        bool(s.gold) and s.reason is not Reason.NONE for s in samples
    )
    return (
        round(max(0.0, answerable[min(max(spare, 0), len(answerable) - 1)] - 1e-4), 4) if answerable else 0.5
    )


def figures(
    samples: Sequence[Sample], ranks: Sequence[int | None], chances: Sequence[float], at: Mapping[str, float]
) -> dict[str, float]:
    """What the samples give with these ranks and chances when answered from the thresholds `at` on.

    What a set cannot tell, for want of answerable questions or of others, is left out.
    """
    rows = list(zip(samples, ranks, chances, strict=True))
    right, wrong = (
        [
            (c, c >= at[threshold_name(s.case)] and s.reason is Reason.NONE)
            for s, _, c in rows
            if bool(s.gold) is answerable
        ]
        for answerable in (True, False)
    )
    told = found_figures([rank for sample, rank, _ in rows if sample.gold]) if right else {}
    if right and wrong:
        told["auc"] = round(auc([c for c, _ in right], [c for c, _ in wrong]), 3)
    if right:
        told["answered"] = round(mean([float(answered) for _, answered in right]), 3)
    if wrong:
        told["refused"] = round(1 - mean([float(answered) for _, answered in wrong]), 3)
    return told


def found_figures(ranks: Sequence[int | None]) -> dict[str, float]:
    """What ranks say of a ranking."""
    hits = {f"hit{k}": round(hit_at(k, ranks), 3) for k in (1, 3, 5)}
    return {**hits, "mrr": round(mrr(ranks), 3)}


def fit(
    judged: Sequence[Sample], left_out: Sequence[Sample], weights: Weights
) -> tuple[Weights, dict[str, dict[str, float]]]:
    """New weights, and the figures they gave on questions held out, by name of the sample set.

    `judged` questions fit both models; `left_out`, the stored ones as if they were not stored, only whether
    to answer: as the ranking's samples they cost hit@1 on the judged questions (2026-11-21).
    """
    samples = [*judged, *left_out]
    chances = held_out_chances(samples)
    ranks = [*held_out_ranks(judged, weights), *(sample.rank for sample in left_out)]
    at = thresholds(samples, chances)
    report = {}
    for name in dict.fromkeys(sample.name for sample in samples):
        mine = [n for n, sample in enumerate(samples) if sample.name == name]
        report[name] = figures(
            [samples[n] for n in mine], [ranks[n] for n in mine], [chances[n] for n in mine], at
        )
    glance = fit_glance(samples)
    for name, told in glance.figures.items():
        report[name] |= told
    choice = {**weights.choice, **at, "glance": glance.threshold}
    ranked = fit_ranking(judged, weights)
    return replace(ranked, confidence=model_of(samples), glance=glance.model, choice=choice), report


def as_toml(weights: Weights, report: Mapping[str, Mapping[str, float]], day: date) -> str:
    """The text of `weights.toml`."""
    lines = ["# Written by `python -m retrieval.fit … --write`; change the fit, not the numbers.", ""]
    tables: dict[str, Mapping[str, object]] = {
        "fit": {"date": day, "folds": FOLDS, "seed": SEED},
        **{f'figures."{name}"': values for name, values in report.items()},
        "ranking": weights.ranking,
        "pinyin": weights.pinyin,
        "rules": weights.rules,
        "confidence": weights.confidence.to_data(),
        "glance": weights.glance.to_data(),
        "choice": weights.choice,
    }
    for name, values in tables.items():
        lines += [f"[{name}]", *(f"{key} = {_told(value)}" for key, value in values.items()), ""]
    return "\n".join(lines)


def _told(value: object) -> str:
    """A TOML value; lists of numbers and names are written as JSON writes them."""
    return json.dumps(value) if isinstance(value, list) else str(value)


def main(arguments: Sequence[str]) -> None:
    """Fits on the question files named and prints the new weights, or writes them with --write."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    questions, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    encoder = make_encoder()
    examples = read_examples(questions, uncovered, encoder)
    asks = Asks(train(examples), train(examples, joint=False))
    bare, full = (_retriever(some, uncovered, encoder, asks) for some in ({}, questions))
    judged = [
        sample
        for name, retriever in (("without questions", bare), ("with questions", full))
        for path in paths
        for sample in read_samples(path, retriever, f"{path.stem} {name}")
    ]
    left_out = [*own_samples(full, OWN_EVERY, "measures left out")]
    left_out += uncovered_samples(full, UNCOVERED_EVERY, "uncovered left out")
    left_out += bare_samples(bare, full, BARE_EVERY, "nothing stored")
    left_out = with_asks(left_out, *(held_out_asks(examples, joint=joint) for joint in (True, False)))
    weights, report = fit(judged, left_out, default_weights())
    for path in paths:
        samples = without_document(path, full, path.stem)
        ranks = [refitted_rank(sample, weights) for sample in samples]
        report[f"{path.stem} without its document's questions"] = found_figures(ranks)
    text = as_toml(weights, report, date.today())  # noqa: DTZ011 - the day of the fit where it is run
    if "--write" in arguments:
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
        write_asks(ASKS_FILE, encoder.name, asks)
    sys.stdout.write(text)


def _retriever(questions: Questions, uncovered: Uncovered, encoder: Encoder, asks: Asks) -> Retriever:
    """Over the bundled corpus with some plain-language questions."""
    catalog = load_catalog(BUNDLED_CORPUS)
    passages = catalog_passages(catalog, questions, uncovered)
    index = build_index([measure.id for measure in catalog.measures], passages, VectorCache(encoder))
    return Retriever(catalog, index, encoder, asks=asks, glances=False)


if __name__ == "__main__":
    main(sys.argv[1:])
