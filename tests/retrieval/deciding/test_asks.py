"""Whether a question's words are those of one that documents answer."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.deciding.asks import (
    ASKS_FILE,
    BUCKETS,
    AskModel,
    Asks,
    default_asks,
    read_asks,
    run_buckets,
    run_weight,
    write_asks,
)
from retrieval.fitting.fit_asks import WishExamples, held_out_asks, read_examples, train
from tests.retrieval.letters import LettersEncoder

ANSWERED = {
    "甲#1": ("冰箱换新补多少", "冰箱换新归谁管", "空调换新最高给几块"),
    "甲#2": ("刻章要掏钱吗", "公章免费吗", "开店刻章谁出钱"),
}
UNANSWERED = {
    "progress": ("我的补贴到账没有", "申请审核到哪一步了", "我交的材料批下来没有"),
    "opening": ("窗口周六开门没有", "大厅几点下班", "中午有没有人上班"),
}


@pytest.fixture
def examples(letters: LettersEncoder) -> WishExamples:
    return read_examples(ANSWERED, UNANSWERED, letters)


def test_runs_of_one_to_three_characters_with_borders() -> None:
    """^补贴$ has 4 single characters, 3 pairs and 2 triples, white space apart; the borders are runs too."""
    assert len(run_buckets(" 补 贴 ")) == 9
    assert run_buckets("补贴") == run_buckets("补 贴")
    assert max(run_buckets("补贴到账没有")) < BUCKETS


def test_long_and_short_questions_weigh_the_same() -> None:
    """The squares of a question's runs sum to 1."""
    for text in ("补贴", "我的补贴到账没有"):
        buckets = run_buckets(text)
        assert len(buckets) * run_weight(buckets) ** 2 == pytest.approx(1)
    assert run_weight([]) == 0


def test_wish_counts_not_the_topic(examples: WishExamples, letters: LettersEncoder) -> None:
    """到账没有 is never answered here, 补多少 is, both of 换新."""
    model = train(examples)
    asked, missed = "空调换新补多少", "空调换新的补贴到账没有"
    assert model.score(asked, letters.encode_queries([asked])) > 0
    assert model.score(missed, letters.encode_queries([missed])) < 0


def test_measure_is_held_out_with_all_its_questions(examples: WishExamples) -> None:
    """Every question is scored, by a model that has not seen its measure; so less surely than in sample."""
    found = held_out_asks(examples)
    assert set(found) == set(examples.texts)
    model = train(examples)
    inside = [model.score(text, examples.vectors[[n]]) for n, text in enumerate(examples.texts)]
    outside = [found[text] for text in examples.texts]
    assert np.mean(np.abs(inside)) > np.mean(np.abs(outside))


def test_file_holds_the_models(tmp_path: Path, examples: WishExamples, letters: LettersEncoder) -> None:
    """The encoder it was fitted with gets the joint models, any other the one of characters alone."""
    path = tmp_path / "asks.npz"
    write_asks(path, letters.name, Asks(train(examples), train(examples, joint=False), train(examples)))
    same, other = read_asks(path, letters.name), read_asks(path, "another encoder")
    assert [model.vector.size for model in (same.joint, same.runs, same.wish)] == [
        letters.dim,
        0,
        letters.dim,
    ]
    assert [model.vector.size for model in (other.joint, other.runs, other.wish)] == [0, 0, 0]
    vector = letters.encode_queries(["公章免费吗"])
    assert same.joint.score("公章免费吗", vector) == pytest.approx(
        train(examples).score("公章免费吗", vector), abs=0.02
    )


def test_bundled_model_fits_the_bundled_encoder(letters: LettersEncoder) -> None:
    """The model in the project knows the default encoder by name and serves others without vectors."""
    with np.load(ASKS_FILE) as held:
        known = str(held["encoder"])
    assert default_asks(known).joint.vector.size > 0
    assert default_asks(letters.name).joint.vector.size == 0


def test_model_without_vectors_ignores_them() -> None:
    """Only the intercept and the runs count."""
    none = np.zeros(0, dtype=np.float32)
    model = AskModel(0.5, np.zeros(BUCKETS, dtype=np.float32), none, none)
    assert model.score("补贴", np.ones((1, 4), dtype=np.float32)) == 0.5
    assert model.score("补贴") == 0.5
