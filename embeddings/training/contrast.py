"""What is learnt: a question lies near the passage that answers it, and far from all others."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

TEMPERATURE = 0.01
"""As multilingual-e5 was trained with."""
_IMPOSSIBLE = -1e4
_GAP, _SOFTNESS = 0.02, 0.03
"""By how much an answered question lies nearer to its passage than an unanswered one to any; cosines."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The vectors of a batch and who may be told from whom."""

    asked: Tensor
    """Of questions that a lesson answers, float32 (questions, width)."""
    near: Tensor
    """Of questions that are near a lesson and that it does not answer."""
    near_owners: Tensor
    """The lesson that does answer each of these, int64 (near,); -1 where none does."""
    stored: Tensor
    """Of one question of each lesson as it is kept with the measure."""
    passages: Tensor
    """Of all passages of the batch's lessons."""
    answers: Tensor
    """The passage that answers each question, int64 (questions,)."""
    owners: Tensor
    """The lesson of each question, int64 (questions,)."""
    lessons: Tensor
    """The lesson of each stored question, int64."""
    asked_kinds: Tensor
    """The kind of each question, int64 (questions,): near ones are compared with those of their kind."""
    near_kinds: Tensor
    """Of each near question, int64 (near,)."""
    excused: Tensor
    """Passages that are no wrong answers, bool (all lessons, passages)."""
    alike: Tensor
    """Lessons whose questions are no wrong ones, bool (all lessons, all lessons)."""


def contrast(batch: Compared) -> Tensor:
    """The loss: passages for a question, questions for a passage, stored ones for a question; distance."""
    return (
        _passages_for_questions(batch)
        + (_questions_for_passages(batch) + _stored_for_questions(batch)) / 2
        + _answered_nearer(batch)
    )


def _passages_for_questions(batch: Compared) -> Tensor:
    excused = batch.excused[batch.owners]
    excused[torch.arange(len(batch.asked)), batch.answers] = False
    return _told_apart(batch.asked @ batch.passages.T, excused, batch.answers)


def _questions_for_passages(batch: Compared) -> Tensor:
    """Near questions count as wrong ones for the passage that nearly answers them, and for most others."""
    owners = torch.cat([batch.owners, batch.near_owners])
    excused = (batch.excused[owners.clamp(min=0)] & (owners >= 0)[:, None])[:, batch.answers].T
    itself = torch.arange(len(batch.asked))
    excused[itself, itself] = False
    questions = torch.cat([batch.asked, batch.near])
    return _told_apart(batch.passages[batch.answers] @ questions.T, excused, itself)


def _stored_for_questions(batch: Compared) -> Tensor:
    own = batch.owners[:, None] == batch.lessons[None]
    excused = batch.alike[batch.owners][:, batch.lessons] & ~own
    return _told_apart(batch.asked @ batch.stored.T, excused, own.int().argmax(dim=1))


def _answered_nearer(batch: Compared) -> Tensor:
    """How far questions that nothing answers come as near as answered ones: a refusal goes by distance.

    Only questions of one kind are compared. What is near and unanswered asks for an amount five times as
    often and is shorter; by that alone it would be told, and answered amounts with it.
    """
    nearest = (batch.near @ batch.passages.T).amax(dim=1)
    right = (batch.asked * batch.passages[batch.answers]).sum(dim=1)
    pairs = (batch.near_kinds[:, None] == batch.asked_kinds[None]) & (batch.near_owners < 0)[:, None]
    nearer = functional.softplus((nearest[:, None] - right[None] + _GAP) / _SOFTNESS)
    return (nearer * pairs).sum() / pairs.sum().clamp(min=1)


def _told_apart(likeness: Tensor, excused: Tensor, right: Tensor) -> Tensor:
    return functional.cross_entropy((likeness / TEMPERATURE).masked_fill(excused, _IMPOSSIBLE), right)


def drift(new: Sequence[Tensor], old: Sequence[Tensor]) -> Tensor:
    """How far vectors left their old places: the sum of 1 - mean cosine of each kind."""
    return torch.stack([1 - (a * b).sum(1).mean() for a, b in zip(new, old, strict=True)]).sum()
