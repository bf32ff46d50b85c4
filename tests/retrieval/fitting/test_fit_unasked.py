"""Fitting what is known of measures without plain-language questions."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from retrieval.fitting.fit_unasked import best_level, fit_unasked, read_judged_documents
from retrieval.fitting.samples import Sample, asked_sample, comparing_everything
from retrieval.gathering import default_limits
from retrieval.indexing.index import Index
from retrieval.ranking import default_weights
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

DOCUMENT = {
    "file": "notice.txt",
    "name": "青禾县求职补贴通知.txt",
    "place": "青禾县",
    "questions": [
        {"id": "1-1", "q": "求职补贴多少", "status": "answered", "evidence": "每人3000元"},
        {"id": "1-2", "q": "这个通知管到哪年", "status": "answered", "evidence": None},
        {"id": "1-3", "q": "考公务员加几分", "status": "not_covered"},
    ],
}
ASKED = (
    ("旧冰箱换新有补贴吗", 1),
    ("报废旧车买新能源车补多少", 0),
    ("低保每人每月多少", 2),
    ("公章免费刻吗", 3),
    ("工伤认定几天出结果", 4),
)
UNANSWERED = ("明天下雨不", "股票涨了没有", "谁演的这部电影")


@pytest.fixture
def samples(catalog: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]) -> list[Sample]:
    """Questions of five documents without stored questions, and three that nothing answers."""
    retriever = Retriever(catalog, make_index(catalog), letters, glances=False)
    right = [
        asked_sample(retriever, ("added documents", f"{n} a"), asked, frozenset([gold]), None)
        for n, (asked, gold) in enumerate(ASKED)
    ]
    wrong = [
        asked_sample(retriever, ("added documents", f"{n} b"), asked, frozenset(), None)
        for n, asked in enumerate(UNANSWERED)
    ]
    return [*right, *wrong] * 3


def test_questions_that_any_measure_answers_are_left_out(tmp_path: Path) -> None:
    """They say nothing about the order of measures; those that nothing answers stay."""
    (tmp_path / "gold.jsonl").write_text(json.dumps(DOCUMENT, ensure_ascii=False), encoding="utf-8")
    (document,) = read_judged_documents(tmp_path)
    assert (document.file, document.region) == (tmp_path / "docs" / "notice.txt", "青禾县")
    assert document.name == "青禾县求职补贴通知.txt"
    assert [question["id"] for question in document.questions] == ["1-1", "1-3"]


def test_a_sample_ranks_everything_however_large_the_corpus(
    catalog: Catalog,
    letters: LettersEncoder,
    make_index: Callable[..., Index],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where candidates are few, a retriever of a fit ranks all measures all the same."""
    limits = default_limits()
    few = replace(limits, everything=1, **dict.fromkeys(("whole", "documents_like", "sounds", "vectors"), 1))
    monkeypatch.setattr("retrieval.retriever.default_limits", lambda: few)
    index = make_index(catalog)
    retriever = Retriever(catalog, index, letters, glances=False)
    ranked = [
        len(asked_sample(one, ("added documents", "1"), ASKED[0][0], frozenset([1]), None).case.ranking.order)
        for one in (retriever, comparing_everything(retriever))
    ]
    assert ranked[0] < ranked[1] == len(index.measures)


def test_only_what_concerns_such_measures_changes(samples: list[Sample]) -> None:
    """Weights, model and threshold of theirs; all other tables stay as they were."""
    before = default_weights()
    fitted = fit_unasked(samples, before)
    kept = replace(
        fitted.weights,
        unasked=before.unasked,
        confidence_unasked=before.confidence_unasked,
        choice=before.choice,
    )
    assert kept == before
    assert fitted.weights.choice["answer"] == before.choice["answer"]
    assert set(fitted.weights.unasked) == set(before.unasked)


@pytest.mark.parametrize(("cost", "level"), [(0, 0.0), (1, -0.5), (2.5, -0.5), (3, -1.0)])
def test_a_level_may_cost_a_few_questions(cost: float, level: float) -> None:
    """Bundled measures then keep their questions; among levels equal for them added ones find most."""
    firsts = {-1.5: (80, 20), -1.0: (97, 20), -0.5: (99, 19), -0.25: (99, 15), 0.0: (100, 10)}
    assert best_level(firsts, cost) == level


def test_figures_are_those_of_questions_held_out(samples: list[Sample]) -> None:
    """Shares and a mean reciprocal rank of one sample set."""
    (figures,) = fit_unasked(samples, default_weights()).report.values()
    assert set(figures) == {"hit1", "hit3", "hit5", "mrr", "auc", "answered", "refused"}
    assert all(0 <= value <= 1 for value in figures.values())
