"""Learning on a few lessons."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers

from embeddings.training import batches as batching
from embeddings.training import tuning
from embeddings.training.batches import LessonBook, batches, make_book
from embeddings.training.contrast import Compared, contrast, drift
from embeddings.training.judging import figures, left_out
from embeddings.training.lessons import Lesson
from embeddings.training.transformer import TextTransformer
from embeddings.training.tuning import SHARE, Tuner, mix


@pytest.fixture(scope="module")
def book(lessons: list[Lesson]) -> LessonBook:
    """The lessons, a piece a letter."""
    letters = sorted(
        {letter for lesson in lessons for text in lesson.passages + lesson.questions for letter in text}
    )
    tokenizer = Tokenizer(
        models.WordLevel({"?": 0} | {letter: n for n, letter in enumerate(letters, 1)}, unk_token="?")
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    return make_book(lessons, tokenizer)


def copied(network: TextTransformer) -> TextTransformer:
    """A network of its own that may learn."""
    torch.manual_seed(2)
    fresh = TextTransformer(60, 2, 12, 1e-12)
    fresh.load_state_dict(network.state_dict())
    return fresh


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """All three lessons in one batch."""
    monkeypatch.setattr(batching, "MEASURES", 3)
    monkeypatch.setattr(batching, "_NEIGHBOURS", 1)


def test_own_passages_and_like_ones_elsewhere_are_no_wrong_answers(book: LessonBook) -> None:
    """Lesson 0 says what lesson 2 of another document says; its neighbour in the document is a wrong one."""
    vectors = torch.eye(4)[[0, 1, 2, 0]]
    assert book.passage_owners.tolist() == [0, 0, 1, 2]
    assert book.excused(vectors, 0.9).tolist() == [
        [True, True, False, True],
        [False, False, True, False],
        [True, False, False, True],
    ]


def test_near_questions_know_who_answers_them(book: LessonBook) -> None:
    """They stand after the others; what lesson 1 does not answer lesson 0 does."""
    assert book.question_owners.tolist() == [0, 0, 1, 2, -1, 0]
    assert book.near == [[4], [5], []]
    assert book.by_lesson == [[0, 1], [2], [3]]


def test_a_near_question_is_no_wrong_one_for_what_answers_it() -> None:
    """The same batch costs less where the near question belongs to the first lesson than where to none."""
    batch = two_found_and_one_near()
    owned = replace(batch, near_owners=torch.tensor([0]))
    assert float(contrast(owned)) == pytest.approx(0, abs=1e-6)
    assert float(contrast(batch)) == pytest.approx(np.log(2) / 4)


def test_an_answered_question_must_come_nearer_than_an_unanswered_one_of_its_kind() -> None:
    """The near one lies on the first passage, as near as answered ones on theirs: a gap of .02 is missing."""
    batch = two_found_and_one_near()
    alike = replace(batch, near_kinds=torch.tensor([0]))
    missing = np.log1p(np.exp(0.02 / 0.03))
    assert float(contrast(alike) - contrast(batch)) == pytest.approx(missing, abs=1e-6)
    answered = replace(alike, near_owners=torch.tensor([0]))
    assert float(contrast(answered)) == pytest.approx(0, abs=1e-6)


def test_amounts_and_short_questions_are_kinds_of_their_own(lessons: list[Lesson]) -> None:
    """Four kinds: long, short, long about an amount, short about an amount."""
    asked = ("家里老人住院回来以后去哪里办", "去哪里办", "家里老人住院回来以后能领多少", "能领多少")
    one = make_book([Lesson("a", lessons[0].passages, asked, ())], Tokenizer(models.WordLevel({"?": 0}, "?")))
    assert one.kinds.tolist() == [0, 1, 2, 3]


def two_found_and_one_near() -> Compared:
    """Two questions, each on its passage, and one of another kind on the first that nothing answers."""
    both = torch.eye(2)
    return Compared(
        asked=both,
        near=both[:1],
        near_owners=torch.tensor([-1]),
        stored=both,
        passages=both,
        answers=torch.tensor([0, 1]),
        owners=torch.tensor([0, 1]),
        lessons=torch.tensor([0, 1]),
        asked_kinds=torch.tensor([0, 0]),
        near_kinds=torch.tensor([1]),
        excused=torch.eye(2, dtype=torch.bool),
        alike=torch.eye(2, dtype=torch.bool),
    )


@pytest.mark.usefixtures("small_batches")
def test_a_batch_asks_each_lesson_something_it_answers(book: LessonBook) -> None:
    """And the same seed draws the same."""
    (batch,) = batches(book, [0, 1, 2], torch.eye(3), seed=5)
    assert sorted(batch.lessons) == [0, 1, 2]
    assert sorted(batch.asked) == [0, 1, 2, 3]
    assert sorted(batch.near) == [4, 5]
    assert [book.question_owners[number] for number in batch.stored] == list(batch.lessons)
    assert list(batches(book, [0, 1, 2], torch.eye(3), seed=5)) == [batch]


@pytest.mark.usefixtures("small_batches")
def test_learning_finds_more_and_can_be_resumed(
    network: TextTransformer, book: LessonBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loss falls; the second of two rounds is the same after a fresh start from the file."""
    monkeypatch.setattr(tuning, "RATE", 2e-3)
    monkeypatch.setattr(tuning, "_RISING_STEPS", 1)
    monkeypatch.setattr(tuning, "ANCHOR", 0.0)
    losses: list[str] = []
    first = Tuner(copied(network), book, [0, 1, 2])
    first.round(losses.append)
    first.save(tmp_path / "tuning.pt")
    first.round(losses.append)
    again = Tuner(copied(network), book, [0, 1, 2])
    again.resume(tmp_path / "tuning.pt")
    again.round(losses.append)
    before, after, resumed = (float(re.findall(r"loss ([.\d]+)", text)[0]) for text in losses)
    assert after < before
    assert resumed == after


def test_figures_of_a_network_that_tells_nothing_apart(network: TextTransformer, book: LessonBook) -> None:
    """Shares between nothing and all, over the lessons judged alone."""
    measured = figures(network, book, frozenset({0, 1}))
    assert set(measured) == {"all", "document", "near"}
    assert all(0 <= value <= 1 for value in measured.values())


def test_whole_documents_are_left_out(lessons: list[Lesson]) -> None:
    """One in eight, all of its lessons."""
    many = [Lesson(str(n // 2), lessons[0].passages, ("问",), ()) for n in range(32)]
    chosen = left_out(many, seed=1)
    assert len(chosen) == 4
    assert len({many[n].document for n in chosen}) == 2
    assert left_out(many, seed=1) == chosen


def test_mixed_weights_lie_between() -> None:
    """Nearer to the tuned ones by their share."""
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(network.weight, 2.0)
    mix(network, {"weight": torch.tensor([[1.0]])})
    assert float(network.weight.detach()) == pytest.approx(1 + SHARE)


def test_drift_is_the_way_from_the_old_vectors() -> None:
    """None where they are the same; 1 for a right angle."""
    right = torch.tensor([[1.0, 0.0]])
    assert float(drift([right], [right])) == pytest.approx(0)
    assert float(drift([right, right], [right, torch.tensor([[0.0, 1.0]])])) == pytest.approx(1)
    assert np.isfinite(float(drift([right], [-right])))
