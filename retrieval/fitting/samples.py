"""Ranks judged questions as samples, on which weights are fitted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from retrieval.deciding import Case, Reason, of_words, reason_of
from retrieval.fitting.judged import JudgedQuestion, judged_question
from retrieval.gathering import Candidates, default_limits
from retrieval.indexing import PassageIndex
from retrieval.ranking import Circumstances, Hidden
from retrieval.retriever import Retriever

NEAR_TWINS = (0.95, 0.985)
"""Cosines from which a stored question counts as a repetition of another. The samples alternate between them:
some are judged as if put in words nobody thought of, others as if somebody asked nearly what is stored."""
NEW_DOCUMENT = 3
"""Every third sample of a measure is judged as if its document had no questions, as one added today
has none. Without such samples 14 % of the development questions were refused when their documents had none
(2026-11-21)."""


@dataclass(frozen=True)
class Sample:
    """One judged question after ranking. `gold` is empty where the corpus does not answer it."""

    name: str
    """Name of its sample set."""
    id: str
    case: Case
    gold: frozenset[int]
    reason: Reason
    """The reason that the rules give before the model is asked."""
    runs: float
    """Log odds, by its words alone, that such a question is answered."""

    @property
    def glance(self) -> Case:
        """The case as it would be with words alone."""
        return of_words(self.case, self.runs)

    @property
    def rank(self) -> int | None:
        """Rank of the first right measure, from 1."""
        ranks = (rank for rank, measure in enumerate(self.case.ranking.order, 1) if int(measure) in self.gold)
        return next(ranks, None)


def comparing_everything(retriever: Retriever) -> Retriever:
    """The same retriever without candidates, however large its corpus: a fit weighs every measure."""
    whole = replace(default_limits(), everything=len(retriever.index.measures))
    return retriever.gathering(Candidates(retriever.index, retriever.facts, whole))


def read_samples(path: Path, retriever: Retriever, name: str) -> list[Sample]:
    """Ranks every question of a JSON-lines file with fields id, q, and gold (doc, evidence)."""
    return [
        _sample(retriever, name, asked.id, asked.q, gold=_gold(asked, retriever))
        for asked in _questions(path)
    ]


def without_document(path: Path, retriever: Retriever, name: str) -> list[Sample]:
    """The questions of a file, each as if the documents that answer it had no plain-language questions."""
    samples = []
    questions = retriever.index.questions
    for asked in _questions(path):
        gold = _gold(asked, retriever)
        documents = {retriever.facts.documents[position] for position in gold}
        own = np.isin(retriever.facts.documents[questions.owners], list(documents))
        if gold:
            hidden = questions.positions[own]
            samples.append(_sample(retriever, name, asked.id, asked.q, gold=gold, hidden=hidden))
    return samples


def own_samples(retriever: Retriever, every: int, name: str) -> Iterator[Sample]:
    """Every n-th plain-language question, without its near twins or all questions of its document."""
    yield from _left_out(retriever, retriever.index.questions, every, name)


def uncovered_samples(retriever: Retriever, every: int, name: str) -> Iterator[Sample]:
    """Every n-th question that no measure answers, as if it and its near twins were not in the index."""
    yield from _left_out(retriever, retriever.index.uncovered, every, name)


def bare_samples(bare: Retriever, full: Retriever, every: int, name: str) -> Iterator[Sample]:
    """Every n-th question that `full` stores, asked of a corpus that stores none."""
    nothing = bare.index.uncovered.positions
    for channel in (full.index.questions, full.index.uncovered):
        answers = channel is full.index.questions
        for row in range(1, len(channel.positions), every):
            passage = full.index.passages[int(channel.positions[row])]
            gold = frozenset([int(channel.owners[row])] if answers else ())
            key = f"{passage.owner} {int(channel.positions[row])}"
            yield _sample(
                bare,
                f"{name}, answered" if answers else f"{name}, not answered",
                key,
                passage.text,
                gold=gold,
                hidden=nothing,
            )


def _left_out(retriever: Retriever, channel: PassageIndex, every: int, name: str) -> Iterator[Sample]:
    answers = channel is retriever.index.questions
    documents = retriever.facts.documents[channel.owners]
    for number, row in enumerate(range(0, len(channel.positions), every)):
        position = int(channel.positions[row])
        passage = retriever.index.passages[position]
        new = answers and number % NEW_DOCUMENT == 0
        twins = (
            channel.dense.scores(channel.dense.vectors(np.array([row])))
            >= NEAR_TWINS[number % len(NEAR_TWINS)]
        )
        out = documents == documents[row] if new else twins
        gold = frozenset([int(channel.owners[row])] if answers else ())
        yield _sample(
            retriever,
            f"{name}, document new" if new else name,
            f"{passage.owner} {position}",
            passage.text,
            gold=gold,
            hidden=channel.positions[out].astype(np.int32),
        )


def asked_sample(
    retriever: Retriever, key: tuple[str, str], asked: str, gold: frozenset[int], region: str | None
) -> Sample:
    """One question, asked from a region; `key` is the name of its sample set and its id."""
    around = Circumstances(region, date.today())  # noqa: DTZ011 - a day, not a moment; only validity reads it
    case, _ = retriever.judge(retriever.understand(asked), around)
    return _sample_of(key, case, gold, retriever)


def _sample(
    retriever: Retriever,
    name: str,
    key: str,
    asked: str,
    *,
    gold: frozenset[int],
    hidden: Hidden | None = None,
) -> Sample:
    around = Circumstances(None, date.today())  # noqa: DTZ011 - a day, not a moment; only validity reads it
    case, _ = retriever.judge(retriever.understand(asked), around, hidden=hidden)
    return _sample_of((name, key), case, gold, retriever)


def _sample_of(key: tuple[str, str], case: Case, gold: frozenset[int], retriever: Retriever) -> Sample:
    return Sample(*key, case, gold, reason_of(case), retriever.asks.runs.score(case.query.text))


def with_asks(
    samples: Iterable[Sample], joint: Mapping[str, float], runs: Mapping[str, float]
) -> list[Sample]:
    """The samples with the scores, keyed by question, of models that were fitted without them."""

    def held_out(sample: Sample) -> Sample:
        asked = sample.case.query.original
        case = replace(sample.case, asks=joint.get(asked, sample.case.asks))
        return replace(sample, case=case, runs=runs.get(asked, sample.runs))

    return list(map(held_out, samples))


def _questions(path: Path) -> Iterator[JudgedQuestion]:
    yield from map(judged_question, path.read_text(encoding="utf-8").splitlines())


def _gold(asked: JudgedQuestion, retriever: Retriever) -> frozenset[int]:
    """Positions of the measures that answer a question."""
    measures = retriever.facts.measures
    return frozenset(asked.positions((m.document for m in measures), (m.text for m in measures)))
