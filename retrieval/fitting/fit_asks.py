"""Fits the models of `asks` on the questions of measures and on those that no measure answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings import Encoder, Vectors
from retrieval.deciding import BUCKETS, REASONS, VECTOR_SCALE, AskModel, run_buckets, run_weight
from retrieval.fitting.folds import held_out
from retrieval.fitting.learners import learner
from retrieval.indexing import Questions, Uncovered

STRENGTH = 10.0
"""Inverse of the L2 penalty. Of 3, 10 and 30 the AUC on held-out stored questions was .958, .961, .961 with
the vector; characters alone gave .929 at 10 (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class WishExamples:
    """Questions with their vectors, float32 (n, dim), and which of them a measure answers.

    `groups` names the measure or the kind: the questions of a measure are held out together.
    """

    texts: tuple[str, ...]
    vectors: Vectors
    answered: NDArray[np.bool_]
    groups: tuple[str, ...]

    def __getitem__(self, chosen: NDArray[np.bool_]) -> "WishExamples":
        """The chosen examples."""
        return WishExamples(
            tuple(t for t, c in zip(self.texts, chosen, strict=True) if c),
            self.vectors[chosen],
            self.answered[chosen],
            tuple(g for g, c in zip(self.groups, chosen, strict=True) if c),
        )


_READ_BY_RULES = ("other_place", "other_year")
"""Kinds that differ from answered questions only by a place or a year, which the rules recognise."""


_OF_NO_DOCUMENT = ("gibberish", *(reason for reason, row in REASONS.items() if row.refusal.own_matter))
"""Kinds that no document answers, whatever it is about; except what to bring, which guides state."""
_STATED_BY_GUIDES = ("materials",)


def wish_kinds(uncovered: Uncovered) -> Uncovered:
    """The unanswered questions of kinds that no document answers, whatever it is about."""
    return {
        kind: texts
        for kind, texts in uncovered.items()
        if kind in _OF_NO_DOCUMENT and kind not in _STATED_BY_GUIDES
    }


def read_examples(questions: Questions, uncovered: Uncovered, encoder: Encoder) -> WishExamples:
    """All stored questions, encoded as questions are when asked."""
    ours = [(text, measure) for measure, texts in questions.items() for text in texts]
    theirs = [
        (text, text) for kind, texts in uncovered.items() if kind not in _READ_BY_RULES for text in texts
    ]
    texts = tuple(text for text, _ in (*ours, *theirs))
    return WishExamples(
        texts,
        np.vstack([encoder.encode_queries([text]) for text in texts]),
        np.arange(len(texts)) < len(ours),
        tuple(group for _, group in (*ours, *theirs)),
    )


def train(examples: WishExamples, *, joint: bool = True) -> AskModel:
    """Logistic regression with both classes weighted equally; `joint` includes the vectors."""
    answered = examples.answered
    weights = len(answered) / 2 / np.where(answered, answered.sum(), (~answered).sum())
    vectors = examples.vectors if joint else None
    return fit_ask_model(examples.texts, vectors, answered, weights, STRENGTH)


def fit_ask_model(
    texts: Sequence[str],
    vectors: Vectors | None,
    labels: NDArray[np.bool_],
    weights: NDArray[np.float64],
    strength: float,
) -> AskModel:
    """Logistic regression over the runs of texts and, where given, their vectors.

    `vectors` are float32 (n, dim), `weights` how much each text counts, `strength` the inverse of the L2
    penalty.
    """
    centre = np.zeros(0, dtype=np.float32) if vectors is None else vectors.mean(axis=0)
    rows = _rows(texts)
    if vectors is not None:
        sparse = learner("scipy.sparse")
        rows = sparse.hstack([rows, sparse.csr_matrix((vectors - centre) * VECTOR_SCALE)]).tocsr()
    fitted = learner("sklearn.linear_model").LogisticRegression(C=strength, max_iter=3000)
    fitted.fit(rows, labels, weights)
    slopes = fitted.coef_[0].astype(np.float32)
    return AskModel(float(fitted.intercept_[0]), slopes[:BUCKETS], slopes[BUCKETS:], centre)


def held_out_asks(examples: WishExamples, *, joint: bool = True) -> Mapping[str, float]:
    """The score of every question by a model fitted without its measure's questions."""

    def judged(rest: list[int], mine: list[int]) -> list[float]:
        model = train(examples[np.isin(np.arange(len(examples.texts)), rest)], joint=joint)
        return [model.score(examples.texts[n], examples.vectors[[n]]) for n in mine]

    return dict(zip(examples.texts, held_out(examples.groups, judged), strict=True))


def _rows(texts: Sequence[str]) -> object:
    """A sparse matrix of float64 (n, BUCKETS), one row for each question."""
    buckets = [run_buckets(text) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(of_text) for of_text in buckets])
    values = np.repeat([run_weight(of_text) for of_text in buckets], [len(of_text) for of_text in buckets])
    matrix = learner("scipy.sparse").csr_matrix
    return matrix((values, (rows, np.concatenate(buckets))), shape=(len(texts), BUCKETS))
