"""Lessons as numbers of pieces, and which of them are learnt together."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from embeddings.models import E5
from embeddings.training.lessons import Lesson

MEASURES = 30
"""Measures of a batch: beside each other in their documents by fives, so that neighbours are told apart."""
_NEIGHBOURS = 5
_ALIKE = 12
"""Fives of other documents, the nearest to the first of a batch, of which the rest are drawn."""
_QUESTIONS, _NEAR = 6, 2
"""Questions of a measure in a batch, and near ones."""
_LONGEST_PASSAGE, _LONGEST_QUESTION = 200, 96
"""Pieces; what is longer is cut for training alone."""
_SAMPLES = 150
"""Of questions and of passages."""
_SHORT = 12
"""Characters of a short question."""
_AMOUNT = re.compile("多少|几[个天年块万岁级]|多久|多长")

Pieces = Sequence[Sequence[int]]


@dataclass(frozen=True)
class LessonBook:
    """All lessons as pieces. A question's number counts the answered ones first, then the near ones."""

    lessons: Sequence[Lesson]
    passages: Pieces
    passage_owners: NDArray[np.int64]
    """The lesson of each passage, ascending."""
    questions: Pieces
    question_owners: NDArray[np.int64]
    """The lesson that answers each question, near ones too; -1 where none does."""
    stored: Pieces
    """The same questions as they are kept with a measure, to be compared with what people ask."""
    near: Sequence[Sequence[int]]
    """Numbers of the near questions of each lesson."""
    kinds: NDArray[np.int64]
    """Of each question: whether it asks for an amount, and whether it is short."""

    @cached_property
    def first_passages(self) -> NDArray[np.int64]:
        """Number of the first passage of each lesson."""
        return np.searchsorted(self.passage_owners, np.arange(len(self.lessons)))

    @cached_property
    def by_lesson(self) -> list[list[int]]:
        """Numbers of the questions that each lesson answers, each question once."""
        counts = [len(lesson.questions) for lesson in self.lessons]
        ends = np.cumsum(counts).tolist()
        return [list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]

    def passages_of(self, lesson: int) -> range:
        """Numbers of the passages of a lesson."""
        first = int(self.first_passages[lesson])
        return range(first, first + len(self.lessons[lesson].passages))

    def excused(self, passage_vectors: Tensor, likeness: float) -> Tensor:
        """Whether a passage is no wrong answer to the questions of a lesson, bool (lessons, passages).

        Its own passages are none, nor are those of other documents that say nearly the same.
        """
        owners = torch.from_numpy(self.passage_owners)
        alike = (passage_vectors @ passage_vectors.T).numpy()
        best = torch.from_numpy(np.maximum.reduceat(alike, self.first_passages, axis=0))
        names = {lesson.document: number for number, lesson in enumerate(self.lessons)}
        documents = torch.tensor([names[lesson.document] for lesson in self.lessons])
        elsewhere = documents[:, None] != documents[owners][None]
        own = torch.arange(len(self.lessons))[:, None] == owners[None]
        return own | ((best > likeness) & elsewhere)


def make_book(lessons: Sequence[Lesson], tokenizer: Tokenizer) -> LessonBook:
    """The lessons as pieces, with the prompts of the encoder."""
    answered = [(number, q) for number, lesson in enumerate(lessons) for q in lesson.questions]
    near = [(number, q) for number, lesson in enumerate(lessons) for q in lesson.near]
    texts, owners = [q for _, q in (*answered, *near)], {q: number for number, q in answered}
    numbers: dict[int, list[int]] = defaultdict(list)
    for position, (number, _) in enumerate(near, start=len(answered)):
        numbers[number].append(position)
    passages = [(number, p) for number, lesson in enumerate(lessons) for p in lesson.passages]
    return LessonBook(
        lessons,
        _pieces(tokenizer, [E5.passage + p for _, p in passages], _LONGEST_PASSAGE),
        np.array([number for number, _ in passages]),
        _pieces(tokenizer, [E5.query + q for q in texts], _LONGEST_QUESTION),
        np.array([number for number, _ in answered] + [owners.get(q, -1) for _, q in near]),
        _pieces(tokenizer, [E5.passage + q for q in texts], _LONGEST_QUESTION),
        [numbers[number] for number in range(len(lessons))],
        np.array([2 * bool(_AMOUNT.search(q)) + (len(q) <= _SHORT) for q in texts]),
    )


def samples(book: LessonBook) -> list[Sequence[int]]:
    """Some texts of every kind, evenly drawn: they show what the matrices of a network take in."""
    return [
        texts[number]
        for texts in (book.questions, book.passages)
        for number in range(0, len(texts), max(1, len(texts) // _SAMPLES))
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons with some of their questions, all by number.

    `asked` are questions that they answer, `near` ones that they do not, `stored` one question of each.
    """

    lessons: Sequence[int]
    asked: Sequence[int]
    near: Sequence[int]
    stored: Sequence[int]


def batches(book: LessonBook, taught: Sequence[int], vectors: Tensor, seed: int) -> Iterator[Batch]:
    """The batches of one round over the `taught` lessons; the same for the same seed.

    A batch begins with neighbours from a document drawn by lot, and goes on with those of other documents
    that are most like them by `vectors`, float32 (lessons, width): what is alike must be told apart.
    """
    chance = random.Random(seed)
    groups = list(_neighbours(book, taught, chance))
    means = torch.stack([vectors[group].mean(dim=0) for group in groups])
    alike = means @ means.T
    left = list(range(len(groups)))
    while left:
        first = left.pop()
        nearest = sorted(left, key=lambda group: -float(alike[first, group]))[:_ALIKE]
        more = chance.sample(nearest, min(len(nearest), MEASURES // _NEIGHBOURS - 1))
        left = [group for group in left if group not in more]
        yield _batch(book, [number for group in (first, *more) for number in groups[group]], chance)


def _neighbours(book: LessonBook, taught: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Lessons of one document, five at most each time, all by lot."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for number in taught:
        by_document[book.lessons[number].document].append(number)
    groups = []
    for numbers in by_document.values():
        chance.shuffle(numbers)
        groups += [numbers[start : start + _NEIGHBOURS] for start in range(0, len(numbers), _NEIGHBOURS)]
    chance.shuffle(groups)
    yield from groups


def _batch(book: LessonBook, lessons: Sequence[int], chance: random.Random) -> Batch:
    asked, stored, near = [], [], []
    for number in lessons:
        mine = book.by_lesson[number]
        chosen = chance.sample(mine, min(_QUESTIONS, len(mine)))
        asked += chosen
        stored.append(chance.choice([q for q in mine if q not in chosen] or mine))
        near += chance.sample(book.near[number], min(_NEAR, len(book.near[number])))
    return Batch(lessons, asked, near, stored)


def _pieces(tokenizer: Tokenizer, texts: list[str], longest: int) -> Pieces:
    return [encoding.ids[:longest] for encoding in tokenizer.encode_batch(texts)]
