"""Fitting weights on judged questions."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import VectorCache
from retrieval.deciding.reasons import Reason
from retrieval.fitting.fit import answer_threshold, as_toml, figures, threshold
from retrieval.fitting.fit_network import fit_network
from retrieval.fitting.fit_ranking import EVERYDAY, FITTED_RULES, fit_ranking, held_out_ranks, refitted_rank
from retrieval.fitting.samples import Sample, own_samples, read_samples, uncovered_samples, without_document
from retrieval.indexing.composition import build_index
from retrieval.indexing.passages import passage_groups
from retrieval.ranking.weights import default_weights, read_weights
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

HALF = 0.5
CHOPS = "聊政发〔2021〕7号#一（一）"
JUDGED = """
{"id": "a", "q": "旧冰箱换新", "gold": [{"doc": "周政办字〔2024〕11号", "evidence": "交售旧冰箱"}]}
{"id": "b", "q": "公章免费刻吗", "gold": [{"doc": "聊政发〔2021〕7号", "evidence": "免费刻制 公章"}]}
{"id": "c", "q": "明天下雨不", "gold": []}
""".strip()


@pytest.fixture
def retriever(catalog: Catalog, letters: LettersEncoder) -> Retriever:
    questions = {CHOPS: ("戳子收钱不", "开店刻章要掏钱吗")}
    groups = passage_groups(catalog, questions, {"weather": ("后天出太阳不", "今天几度")})
    index = build_index(groups, VectorCache(letters, bundled=None))
    return Retriever(catalog, index, letters, glances=False)


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    path = tmp_path / "judged.jsonl"
    path.write_text(JUDGED, encoding="utf-8")
    return path


def test_evidence_finds_the_right_measure(retriever: Retriever, judged: Path) -> None:
    """Item 19 is the second measure, 一（一） the fourth; a question without gold has none."""
    samples = read_samples(judged, retriever, "judged")
    assert [sample.gold for sample in samples] == [{1}, {3}, frozenset()]


def test_stored_question_is_judged_as_if_it_were_new(retriever: Retriever) -> None:
    """Left out, it does not find itself: its likeness to stored questions is below 1."""
    first, second = own_samples(retriever, 1, "own")
    assert (first.gold, second.gold) == ({3}, {3})
    assert first.case.likeness.nearness.q_cosine < 0.999
    assert [sample.gold for sample in uncovered_samples(retriever, 1, "uncovered")] == [frozenset()] * 2


def test_document_without_its_questions_is_ranked_by_its_texts(retriever: Retriever, judged: Path) -> None:
    """Only answerable questions count; with its questions hidden, no question of 聊城 is compared."""
    samples = without_document(judged, retriever, "judged")
    assert [sample.id for sample in samples] == ["a", "b"]
    assert samples[1].case.likeness.nearness.q_cosine == 0
    assert samples[0].case.likeness.nearness.q_cosine > 0


def test_fitting_keeps_weights_at_or_above_zero_and_the_rest_as_it_was(
    retriever: Retriever, judged: Path
) -> None:
    """Rules that say what must stand above what are not fitted, nor what a document counts."""
    weights = default_weights()
    samples = read_samples(judged, retriever, "judged")
    fitted = fit_ranking(samples, list(own_samples(retriever, 1, "own")), weights)
    assert min(*fitted.everyday.values(), *fitted.literal.values(), *fitted.rules.values()) >= 0
    kept = {name: weight for name, weight in weights.rules.items() if name not in FITTED_RULES}
    assert kept.items() <= fitted.rules.items()
    assert fitted.pinyin == weights.pinyin
    assert (fitted.everyday["document"], fitted.literal["document"]) == (0, 1)


def test_fitting_raises_what_tells_the_right_measure(retriever: Retriever, judged: Path) -> None:
    """Where stored questions alone name the right measure they come to count for more; it ranks first."""
    sample = read_samples(judged, retriever, "judged")[1]
    ranking, likeness = sample.case.ranking, sample.case.likeness
    places = np.arange(len(ranking.total))
    right = (places == 3).astype(np.float32)
    parts = {name: 1 - right if name == "whole" else np.zeros_like(right) for name in ranking.parts}
    told = replace(ranking, parts={**parts, "q_vector": right}, order=places, unasked={})
    everyday = replace(likeness, covered=np.zeros_like(right))
    taught = replace(sample, case=replace(sample.case, ranking=told, likeness=everyday))
    fitted = fit_ranking([taught] * 200, [], default_weights())
    assert fitted.everyday["q_vector"] > EVERYDAY["q_vector"]
    assert fitted.everyday["whole"] < EVERYDAY["whole"]
    assert refitted_rank(taught, fitted) == 1


def test_held_out_ranks_keep_the_order_of_the_samples(retriever: Retriever, judged: Path) -> None:
    """What nothing answers has no rank."""
    samples = read_samples(judged, retriever, "judged")
    ranks = held_out_ranks(samples[:1], samples[1:], default_weights())
    assert [rank is None for rank in ranks] == [False, False, True]


def test_present_weights_give_the_present_rank(retriever: Retriever, judged: Path) -> None:
    """Ranking anew under the same weights changes nothing."""
    for sample in read_samples(judged, retriever, "judged"):
        assert refitted_rank(sample, default_weights()) == sample.rank


def test_confidence_tells_apart_what_can_be_told_apart() -> None:
    """A feature that is high for the right ones gives them the better chance; a useless one adds nothing."""
    rows = [{"near": value, "noise": 1.0} for value in (0.1, 0.2, 0.3, 0.7, 0.8, 0.9)]
    model = fit_network(rows * 20, [False, False, False, True, True, True] * 20)
    assert model.chance({"near": 0.8, "noise": 1.0}) > 0.5 > model.chance({"near": 0.2, "noise": 1.0})
    assert model.chance({"near": 9.0, "noise": 1.0}) > 0.5


@pytest.fixture
def answerable(retriever: Retriever, judged: Path) -> Sample:
    return replace(read_samples(judged, retriever, "judged")[0], reason=Reason.NONE)


def test_threshold_refuses_no_more_than_allowed() -> None:
    """Of four answerable questions a quarter may be refused: the threshold lies between the worst two."""
    assert 0.2 < threshold([0.9, 0.2, 0.5, 0.7], 1) <= 0.5
    assert threshold([0.9, 0.2, 0.5, 0.7], 0) <= 0.2


def test_what_a_rule_refuses_counts_among_the_refused(answerable: Sample) -> None:
    """One of a hundred is refused by a rule, two more may be by the threshold."""
    off = replace(answerable, reason=Reason.NEAR_MISS)
    chances = [0.9, *(n / 100 for n in range(99))]
    at = answer_threshold([off, *[answerable] * 99], chances)
    assert 0.01 < at <= 0.02


def test_figures_leave_out_what_a_set_cannot_tell(answerable: Sample) -> None:
    """Without answerable questions nothing is found or answered; without others nothing is refused."""
    off = replace(answerable, gold=frozenset())
    assert figures([off, off], [None, None], [0.1, 0.6], HALF) == {"refused": 0.5}
    assert "refused" not in figures([answerable], [1], [0.9], HALF)
    both = figures([answerable, off], [1, None], [0.9, 0.1], HALF)
    assert (both["hit1"], both["auc"], both["answered"], both["refused"]) == (1, 1, 1, 1)


def test_rule_refuses_before_the_model(answerable: Sample) -> None:
    """However sure the model is, a question that a rule turns down counts as refused."""
    turned_down = replace(answerable, reason=Reason.NEAR_MISS)
    assert figures([turned_down], [1], [0.99], HALF)["answered"] == 0


def test_written_weights_are_read_back(tmp_path: Path) -> None:
    """The file holds the weights and the figures they gave."""
    path = tmp_path / "weights.toml"
    text = as_toml(default_weights(), {"dev with": {"hit1": 0.5}}, date(2026, 11, 21))
    path.write_text(text, encoding="utf-8")
    assert as_toml(read_weights(path), {"dev with": {"hit1": 0.5}}, date(2026, 11, 21)) == text
    assert tomllib.loads(path.read_text(encoding="utf-8"))["figures"]["dev with"] == {"hit1": 0.5}
