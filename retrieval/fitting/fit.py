"""Fits weights and thresholds on judged questions: `python -m retrieval.fitting.fit FILE.jsonl … [--write]`.

Ranking: `fit_ranking`. Confidence: a `Network` over the `features`. Decisions by words alone: `fit_glance`.
All are judged by cross-validation with fixed folds and then fitted on all. What concerns measures without
plain-language
questions is fitted by `fit_unasked` and left as it is here.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.bundled_sources import BUNDLED_CORPUS, BUNDLED_QUESTIONS
from corpus.cataloguing import load_catalog
from embeddings import Encoder, VectorCache, make_encoder
from retrieval.deciding import ASKS_FILE, Asks, Reason, default_asks, question_features, write_asks
from retrieval.errors import FittingUnavailableError
from retrieval.fitting.fit_asks import held_out_asks, read_examples, train
from retrieval.fitting.fit_glance import fit_glance
from retrieval.fitting.fit_network import fit_network
from retrieval.fitting.fit_ranking import fit_ranking, held_out_ranks, refitted_rank
from retrieval.fitting.folds import FOLDS, SEED, held_out
from retrieval.fitting.learners import require_learners
from retrieval.fitting.metrics import auc, hit_at, mean, mrr
from retrieval.fitting.samples import (
    Sample,
    own_samples,
    read_samples,
    uncovered_samples,
    with_asks,
    without_document,
)
from retrieval.indexing import (
    Questions,
    Uncovered,
    build_index,
    load_questions,
    load_uncovered,
    passage_groups,
)
from retrieval.ranking import WEIGHTS_FILE, Network, Weights, default_weights
from retrieval.retriever import Retriever

OWN_EVERY, UNCOVERED_EVERY = 2, 1
"""Every second question of the measures, and every unanswered one, is judged as if it were new."""
FALSE_REFUSALS = 0.035
"""Share of the stored questions, judged as if they were new, that may be refused; it sets the answer
threshold. Without their near twins they are harder than what people ask: of the development questions held
out it refuses 2.4 %, of the hard ones none (2026-11-29)."""


def model_of(samples: Iterable[Sample]) -> Network:
    """The confidence model of the samples that no rule decides."""
    open_ones = [sample for sample in samples if sample.reason is Reason.NONE]
    return fit_network([question_features(s.case) for s in open_ones], [bool(s.gold) for s in open_ones])


def held_out_chances(samples: Sequence[Sample]) -> list[float]:
    """The chance of each sample by a model that was fitted without its fold."""

    def judged(rest: list[int], mine: list[int]) -> list[float]:
        model = model_of(samples[n] for n in rest)
        return [model.chance(question_features(samples[n].case)) for n in mine]

    return held_out([sample.id for sample in samples], judged)


def answer_threshold(samples: Sequence[Sample], chances: Sequence[float]) -> float:
    """The highest threshold that refuses at most FALSE_REFUSALS of the answerable samples, rules counted."""
    answerable = [
        chance if sample.reason is Reason.NONE else 0.0
        for chance, sample in zip(chances, samples, strict=True)
        if sample.gold
    ]
    return threshold(answerable, int(FALSE_REFUSALS * len(answerable)))


def threshold(chances: Sequence[float], spare: int) -> float:
    """The highest threshold that at most `spare` of these chances miss; .5 without any."""
    ranked = sorted(chances)
    return round(max(0.0, ranked[min(spare, len(ranked) - 1)] - 1e-4), 4) if ranked else 0.5


def figures(
    samples: Sequence[Sample], ranks: Sequence[int | None], chances: Sequence[float], at: float
) -> dict[str, float]:
    """Figures of the samples with these ranks and chances when answered from the threshold `at` on.

    A figure is left out where a set has no answerable questions, or no others, to compute it from.
    """
    rows = list(zip(samples, ranks, chances, strict=True))
    right, wrong = (
        [(c, c >= at and s.reason is Reason.NONE) for s, _, c in rows if bool(s.gold) is answerable]
        for answerable in (True, False)
    )
    measured = ranking_figures([rank for sample, rank, _ in rows if sample.gold]) if right else {}
    if right and wrong:
        measured["auc"] = round(auc([c for c, _ in right], [c for c, _ in wrong]), 3)
    if right:
        measured["answered"] = round(mean([float(answered) for _, answered in right]), 3)
    if wrong:
        measured["refused"] = round(1 - mean([float(answered) for _, answered in wrong]), 3)
    return measured


def ranking_figures(ranks: Sequence[int | None]) -> dict[str, float]:
    """Hit rates and MRR of some ranks."""
    hits = {f"hit{k}": round(hit_at(k, ranks), 3) for k in (1, 3, 5)}
    return {**hits, "mrr": round(mrr(ranks), 3)}


def fit(
    judged: Sequence[Sample], left_out: Sequence[Sample], weights: Weights
) -> tuple[Weights, dict[str, dict[str, float]]]:
    """New weights, and the figures they gave on questions held out, by name of the sample set.

    Samples whose best measure has no stored question are judged by what `fit_unasked` fits, but the
    confidence learns from them too. `judged` questions fit both models. `left_out`, the stored questions as
    if not stored, fit the confidence and the ranking of questions in the documents' own words; used for
    the ranking of other questions they lowered hit@1 on the judged ones (2026-11-21).
    """
    every = [*judged, *left_out]
    judged, left_out = ([s for s in some if not s.case.unasked] for some in (judged, left_out))
    samples = [*judged, *left_out]
    chances = [c for c, s in zip(held_out_chances(every), every, strict=True) if not s.case.unasked]
    ranks = held_out_ranks(judged, left_out, weights)
    at = answer_threshold(samples, chances)
    report = {}
    for name in dict.fromkeys(sample.name for sample in samples):
        mine = [n for n, sample in enumerate(samples) if sample.name == name]
        report[name] = figures(
            [samples[n] for n in mine], [ranks[n] for n in mine], [chances[n] for n in mine], at
        )
    glance = fit_glance(samples)
    for name, measured in glance.figures.items():
        report[name] |= measured
    choice = {**weights.choice, "answer": at, "glance": glance.threshold}
    ranked = fit_ranking(judged, left_out, weights)
    return replace(ranked, confidence=model_of(every), glance=glance.model, choice=choice), report


def stored_figures() -> Mapping[str, Mapping[str, float]]:
    """The figures that stand beside the weights now, by name of the sample set."""
    figures: Mapping[str, Mapping[str, float]] = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))[
        "figures"
    ]
    return figures


def as_toml(weights: Weights, report: Mapping[str, Mapping[str, float]], day: date) -> str:
    """The text of `weights.toml`."""
    lines = [
        "# Written by `python -m retrieval.fitting.fit` and `fit_unasked`; change these, not the numbers.",
        "",
    ]
    tables: dict[str, Mapping[str, object]] = {
        "fit": {"date": day, "folds": FOLDS, "seed": SEED},
        **{f'figures."{name}"': values for name, values in report.items()},
        "everyday": weights.everyday,
        "literal": weights.literal,
        "pinyin": weights.pinyin,
        "rules": weights.rules,
        "unasked": weights.unasked,
        "confidence": weights.confidence.to_data(),
        "confidence_unasked": weights.confidence_unasked.to_data(),
        "glance": weights.glance.to_data(),
        "choice": weights.choice,
    }
    for name, values in tables.items():
        lines += [f"[{name}]", *(f"{key} = {_toml_value(value)}" for key, value in values.items()), ""]
    return "\n".join(lines)


def _toml_value(value: object) -> str:
    """A TOML value; lists of numbers and names are written as JSON writes them."""
    return json.dumps(value) if isinstance(value, list) else str(value)


def main(arguments: Sequence[str]) -> None:
    """Fits on the question files named and prints the new weights, or writes them with --write.

    Raises:
        FittingUnavailableError: a library that fits models is not installed.
    """
    require_learners()
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    questions, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    encoder = make_encoder()
    examples = read_examples(questions, uncovered, encoder)
    asks = Asks(train(examples), train(examples, joint=False), default_asks(encoder.name).wish)
    full = _retriever(questions, uncovered, encoder, asks)
    judged = [sample for path in paths for sample in read_samples(path, full, f"{path.stem} with questions")]
    left_out = [*own_samples(full, OWN_EVERY, "measures left out")]
    left_out += uncovered_samples(full, UNCOVERED_EVERY, "uncovered left out")
    left_out = with_asks(left_out, *(held_out_asks(examples, joint=joint) for joint in (True, False)))
    weights, report = fit(judged, left_out, default_weights())
    for path in paths:
        samples = without_document(path, full, path.stem)
        ranks = [refitted_rank(sample, weights) for sample in samples]
        report[f"{path.stem} without its document's questions"] = ranking_figures(ranks)
    text = as_toml(weights, {**stored_figures(), **report}, date.today())  # noqa: DTZ011 - the day of the fit where it is run
    if "--write" in arguments:
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
        write_asks(ASKS_FILE, encoder.name, asks)
    sys.stdout.write(text)


def _retriever(questions: Questions, uncovered: Uncovered, encoder: Encoder, asks: Asks) -> Retriever:
    """A retriever over the bundled corpus with some plain-language questions."""
    catalog = load_catalog(BUNDLED_CORPUS)
    groups = passage_groups(catalog, questions, uncovered)
    index = build_index(groups, VectorCache(encoder))
    return Retriever(catalog, index, encoder, asks=asks, glances=False)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FittingUnavailableError as error:
        sys.exit(str(error))
