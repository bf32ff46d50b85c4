"""How well a network finds the measures of documents that it was not taught."""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.training.batches import LessonBook
from embeddings.training.lessons import Lesson
from embeddings.training.transformer import TextTransformer, vectors_of

_LEFT_OUT = 8
"""One document in so many."""


def left_out(lessons: Sequence[Lesson], seed: int) -> frozenset[int]:
    """Numbers of the lessons of documents that are not taught; by lot, the same for the same seed."""
    documents = sorted({lesson.document for lesson in lessons})
    random.Random(seed).shuffle(documents)
    chosen = set(documents[: len(documents) // _LEFT_OUT])
    return frozenset(number for number, lesson in enumerate(lessons) if lesson.document in chosen)


def figures(network: TextTransformer, book: LessonBook, judged: frozenset[int]) -> dict[str, float]:
    """Shares of the questions of the `judged` lessons whose measure has the nearest passage, and more.

    `all` among all judged measures, `document` among those of its document; `near` is the chance that an
    answered question is nearer to its document than one that nothing answers is to the one it is about.
    """
    passages = [n for n, owner in enumerate(book.passage_owners) if owner in judged]
    questions = [n for lesson in sorted(judged) for n in book.by_lesson[lesson]]
    near = [
        (n, lesson) for lesson in sorted(judged) for n in book.near[lesson] if book.question_owners[n] < 0
    ]
    asked = _best(network, book, [*questions, *(n for n, _ in near)], passages)
    names = np.array([lesson.document for lesson in book.lessons])
    right, answered = asked[: len(questions)], book.question_owners[questions]
    same = names[answered][:, np.newaxis] == names[np.newaxis]
    inside = np.where(same, right, -1.0)
    beside = [
        row[names == names[lesson]].max()
        for row, (_, lesson) in zip(asked[len(questions) :], near, strict=True)
    ]
    return {
        "all": float((right.argmax(axis=1) == answered).mean()),
        "document": float((inside.argmax(axis=1) == answered).mean()),
        "near": _higher(inside.max(axis=1), np.array(beside)),
    }


def _best(
    network: TextTransformer, book: LessonBook, questions: Sequence[int], passages: Sequence[int]
) -> NDArray[np.float32]:
    """The highest cosine of each question to each lesson's passages, (questions, lessons); -1 without any."""
    asked = vectors_of(network, [book.questions[n] for n in questions]).numpy()
    shown = vectors_of(network, [book.passages[n] for n in passages]).numpy()
    best = np.full((len(book.lessons), len(questions)), -1.0, dtype=np.float32)
    np.maximum.at(best, book.passage_owners[list(passages)], shown @ asked.T)
    return best.T


def _higher(some: NDArray[np.float32], others: NDArray[np.float32]) -> float:
    """The chance that one of `some` is above one of `others`."""
    return float((some[:, np.newaxis] > others[np.newaxis]).mean())
