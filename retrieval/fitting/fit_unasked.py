"""Fits what is known of measures without plain-language questions, as every added document has at first.

`python -m retrieval.fitting.fit_unasked FOLDER … FILE.jsonl … [--chance] [--write]`. A folder holds judged
documents: `docs/` with files as offices published them, and `gold.jsonl`, a line a document: `file`, `name`
(what its office calls the file), `place`, and `questions`, each with `id`, `q` and `evidence` (words of the
measure that answers, null where nothing does); `direct` ones are short and name their matter. The files are
question sets over the bundled texts. Everything else is left as it is; `fit` fits that. With `--chance` only
the model of the chance and its threshold are fitted, as on documents that the encoder was taught: they do not
tell how much its vectors should weigh.

Samples: the questions of the folder's documents, asked of GROUP of these and the bundled texts together; the
question sets, asked of both together and of the bundled texts without stored questions; and stored questions
asked of these.
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from corpus.bundled_sources import BUNDLED_CORPUS, BUNDLED_QUESTIONS
from corpus.catalog import Catalog
from corpus.cataloguing import load_catalog
from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import read_intake
from embeddings import Encoder, VectorCache, make_encoder
from retrieval.deciding import ASKS_FILE, Asks, Reason, default_asks, features, reason_of, write_asks
from retrieval.errors import FittingUnavailableError
from retrieval.fitting.fit import as_toml, ranking_figures, stored_figures, threshold
from retrieval.fitting.fit_asks import held_out_asks, read_examples, train, wish_kinds
from retrieval.fitting.fit_network import fit_network
from retrieval.fitting.fit_ranking import fit_unasked_ranking, refitted_rank, reweighted_sample
from retrieval.fitting.folds import SEED, held_out
from retrieval.fitting.judged import norm
from retrieval.fitting.learners import require_learners
from retrieval.fitting.metrics import auc, mean
from retrieval.fitting.samples import (
    Sample,
    asked_sample,
    bare_samples,
    comparing_everything,
    read_samples,
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

BARE_EVERY = 6
"""Every sixth stored question is asked of a corpus without stored questions."""
OFFICES_COUNT = 4
"""How often each question about documents of other offices counts: they are what matters here. Of 685 that
150 documents answer, held out, the right measure came first for .761; counting those of 69 earlier documents
10 times, .766, with the same AUC (2026-11-29)."""
GROUP = 36
"""So many documents of offices stand beside the bundled texts at a time, as at an office that added them."""
LEVELS = tuple(round(-2 + 0.05 * step, 2) for step in range(41))
"""What a measure may get for having no plain-language questions."""
LEVEL_COST = 0.0025
"""Share of the questions about added documents that may lose their first place to the level. For one more of
1,450 in first place, 18 of 127 about the bundled texts beside them lost their own: held out, .764 of these
found their measure first where nothing may be lost, .898 with this and .937 where .0055 are lost; of the near
questions .711, .710 and .683 were refused (2026-11-30)."""
FALSE_REFUSALS = 0.08
"""Share of the answerable questions about added documents, held out, that may be refused. At .12 nearly one
in four direct questions over nine notices that nothing was fitted on was refused, and no near one answered
(2026-11-30); at .06 half of the questions whose very point is missing would be answered, which is worse."""
_OFFICES, _BARE, _BOTH = "added documents", "nothing stored", "added documents beside"


@dataclass(frozen=True)
class JudgedDocument:
    """A document of an office with the questions that it answers and those that it does not."""

    file: Path
    name: str
    """The name of the file at the office; it may tell title and place."""
    region: str | None
    questions: Sequence[Mapping[str, Any]]
    """Each with `id`, `q` and `evidence`, which is null where nothing answers, and `direct` if it is so."""


def read_judged_documents(folder: Path) -> list[JudgedDocument]:
    """The judged documents of a folder, without questions that any measure of the document answers.

    Raises:
        OSError, ValueError, KeyError: the folder has another form.
    """
    lines = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        JudgedDocument(
            folder / "docs" / line["file"],
            line["name"],
            line["place"],
            [q for q in line["questions"] if q.get("evidence") or q["status"] == "not_covered"],
        )
        for line in lines
    ]


@dataclass(frozen=True, slots=True)
class Fitted:
    """New weights with the figures they gave on questions held out, by name of the sample set."""

    weights: Weights
    report: Mapping[str, Mapping[str, float]]


def fit_unasked(samples: Sequence[Sample], weights: Weights, *, ranking: bool = True) -> Fitted:
    """Weights, model and threshold of measures without plain-language questions, fitted on all samples.

    Without `ranking` the weights stay as they are.
    """

    def judged(rest: list[int], mine: list[int]) -> list[tuple[Sample, float]]:
        weighed, model = _fit([samples[n] for n in rest], weights, ranking=ranking)
        own = [reweighted_sample(samples[n], weighed) for n in mine]
        return [(sample, _chance(sample, model)) for sample in own]

    seen = held_out([sample.id.partition(" ")[0] for sample in samples], judged)
    names = dict.fromkeys(sample.name for sample in samples)
    sets = {name: [pair for pair in seen if pair[0].name == name] for name in names}
    at = _threshold(sets[_OFFICES])
    weighed, model = _fit(samples, weights, ranking=ranking)
    fitted = replace(weighed, confidence_unasked=model, choice={**weights.choice, "answer_unasked": at})
    return Fitted(fitted, {name: _figures(pairs, at) for name, pairs in sets.items()})


def _fit(samples: Sequence[Sample], weights: Weights, *, ranking: bool) -> tuple[Weights, Network]:
    """The weights, fitted too with `ranking`, and the model of some samples."""
    counted = [sample for sample in samples for _ in range(OFFICES_COUNT if sample.name == _OFFICES else 1)]
    weighed = _levelled(samples, fit_unasked_ranking(counted, weights)) if ranking else weights
    ranked = [reweighted_sample(sample, weighed) for sample in samples]
    decided = [
        sample
        for sample in ranked
        if sample.case.unasked and reason_of(sample.case) is Reason.NONE
        for _ in range(OFFICES_COUNT if sample.name == _OFFICES else 1)
    ]
    return weighed, fit_network([features(s.case) for s in decided], [bool(s.gold) for s in decided])


def _levelled(samples: Sequence[Sample], weights: Weights) -> Weights:
    """The weights with the level that `best_level` takes."""
    added, bundled = ([s for s in samples if s.name == name and s.gold] for name in (_OFFICES, _BOTH))

    def at(level: float) -> Weights:
        return replace(weights, unasked={**weights.unasked, "unasked": level})

    def first(some: Sequence[Sample], level: float) -> int:
        return sum(refitted_rank(sample, at(level)) == 1 for sample in some)

    firsts = {level: (first(added, level), first(bundled, level)) for level in LEVELS}
    return at(best_level(firsts, LEVEL_COST * len(added)))


def best_level(firsts: Mapping[float, tuple[int, int]], cost: float) -> float:
    """The level that takes fewest bundled measures from their questions, for `cost` questions or less.

    `firsts` says at each level how many questions about added and about bundled documents find their measure
    first. The level decides nothing between added documents, and a fit on questions about these lets them
    stand above the bundled ones.
    """
    most = max(added for added, _ in firsts.values())
    within = [level for level, (added, _) in firsts.items() if added >= most - cost]
    return max(within, key=lambda level: (firsts[level][1], firsts[level][0]))


def _chance(sample: Sample, model: Network) -> float:
    """The chance by the model; 0 where a rule refuses, 1 where the best measure has questions of its own."""
    if not sample.case.unasked:
        return 1.0
    return model.chance(features(sample.case)) if reason_of(sample.case) is Reason.NONE else 0.0


def _threshold(pairs: Sequence[tuple[Sample, float]]) -> float:
    chances = [chance for sample, chance in pairs if sample.gold]
    return threshold(chances, int(FALSE_REFUSALS * len(chances)))


def _figures(pairs: Sequence[tuple[Sample, float]], at: float) -> dict[str, float]:
    right, wrong = ([c for s, c in pairs if bool(s.gold) is answerable] for answerable in (True, False))
    measured = ranking_figures([sample.rank for sample, _ in pairs if sample.gold])
    measured["auc"] = round(auc(right, wrong), 3)
    measured["answered"] = round(mean([float(chance >= at) for chance in right]), 3)
    measured["refused"] = round(mean([float(chance < at) for chance in wrong]), 3)
    return measured


def main(arguments: Sequence[str]) -> None:
    """Fits on folders and question files and prints the new weights, or writes them with --write.

    Raises:
        FittingUnavailableError: a library that fits models is not installed.
    """
    require_learners()
    given = [Path(argument) for argument in arguments if not argument.startswith("--")]
    folders, paths = ([path for path in given if path.is_dir() is folder] for folder in (True, False))
    questions, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    encoder = make_encoder()
    examples = read_examples(questions, wish_kinds(uncovered), encoder)
    asks = replace(default_asks(encoder.name), wish=train(examples))
    samples = _with_wish(list(_samples(folders, paths, encoder, asks)), held_out_asks(examples))
    fitted = fit_unasked(samples, default_weights(), ranking="--chance" not in arguments)
    text = as_toml(fitted.weights, {**stored_figures(), **fitted.report}, date.today())  # noqa: DTZ011 - day of the fit
    if "--write" in arguments:
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
        write_asks(ASKS_FILE, encoder.name, asks)
    sys.stdout.write(text)


def _samples(
    folders: Sequence[Path], paths: Sequence[Path], encoder: Encoder, asks: Asks
) -> Iterator[Sample]:
    documents = [document for folder in folders for document in read_judged_documents(folder)]
    questions, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    bundled = load_catalog(BUNDLED_CORPUS)
    random.Random(SEED).shuffle(documents)
    for at in range(0, len(documents), GROUP):
        group = documents[at : at + GROUP]
        beside = _retriever(_with(bundled, group), questions, uncovered, encoder, asks)
        for document in group:
            yield from _of_document(document, beside)
    bare, full = (_retriever(bundled, some, uncovered, encoder, asks) for some in ({}, questions))
    for path in paths:
        yield from read_samples(path, beside, _BOTH)
        yield from read_samples(path, bare, _BARE)
    for sample in bare_samples(bare, full, BARE_EVERY, _BARE):
        yield replace(sample, name=_BARE)


def _of_document(document: JudgedDocument, retriever: Retriever) -> Iterator[Sample]:
    """The questions of one document, asked from its region; their ids begin with its name.

    Direct ones are asked from nowhere too, as by somebody who does not say where he is.
    """
    texts = [norm(measure.text) for measure in retriever.facts.measures]
    for asked in document.questions:
        words = norm(asked["evidence"]) if asked.get("evidence") else ""
        gold = frozenset(position for position, text in enumerate(texts) if words and words in text)
        if bool(words) == bool(gold):
            key = f"{document.file.stem} {asked['id']}"
            for region in (document.region, None) if asked.get("direct") else (document.region,):
                yield asked_sample(retriever, (_OFFICES, key), str(asked["q"]), gold, region)


def _with(bundled: Catalog, documents: Sequence[JudgedDocument]) -> Catalog:
    """The bundled documents and those of some files, read as an office's files are."""
    names = load_names()
    with TemporaryDirectory() as folder:
        added = [assemble(draft, names) for d in documents for draft in read_intake(_named(d, folder)).drafts]
    return Catalog((*bundled.documents, *added), "")


def _named(document: JudgedDocument, folder: str) -> Path:
    """A copy of the file under the name that it has at its office."""
    path = Path(folder) / document.file.stem / document.name
    path.parent.mkdir(exist_ok=True)
    copyfile(document.file, path)
    return path


def _with_wish(samples: Sequence[Sample], scores: Mapping[str, float]) -> list[Sample]:
    """The samples, those of stored questions with the scores of a model fitted without them."""
    return [
        replace(s, case=replace(s.case, asks=scores.get(s.case.query.original, s.case.asks))) for s in samples
    ]


def _retriever(
    catalog: Catalog, questions: Questions, uncovered: Uncovered, encoder: Encoder, asks: Asks
) -> Retriever:
    index = build_index(passage_groups(catalog, questions, uncovered), VectorCache(encoder))
    return comparing_everything(Retriever(catalog, index, encoder, asks=asks, glances=False))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FittingUnavailableError as error:
        sys.exit(str(error))
