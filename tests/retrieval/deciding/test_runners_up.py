"""Which measure is judged where the best one does not state what is asked for."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.catalog import Catalog
from corpus.records import Section
from retrieval.deciding import Case, stating_next
from tests.retrieval.deciding.test_confidence import case_of
from tests.retrieval.letters import LettersEncoder

PAPERS = "申请低保的，提交身份证、户口簿等材料。"


def _case(catalog: Catalog, letters: LettersEncoder, scores: tuple[float, ...], **asked: str) -> Case:
    """低保要交什么材料 over five measures, of which the third states the sum and the fourth the papers."""
    *others, last = catalog.documents
    named, rest = last.measures
    papers = replace(named, text=PAPERS, sections=(Section("", PAPERS),))
    told = Catalog((*others, replace(last, measures=(papers, rest))), "papers")
    stored = {measure.id: (asked[measure.item],) for measure in told.measures if measure.item in asked}
    case = case_of(told, letters, "低保要交什么材料", {}, stored)
    order = np.argsort(-np.array(scores), kind="stable")
    ranking = replace(case.ranking, total=np.array(scores, dtype=np.float32), order=order)
    return replace(case, ranking=ranking, best=int(order[0]))


@pytest.mark.parametrize(
    ("scores", "leading"),
    [
        ((0.1, 0.1, 1.0, 0.95, 0.2), 3),
        ((0.1, 0.1, 1.0, 0.85, 0.2), 2),
        ((0.98, 0.97, 1.0, 0.95, 0.2), 2),
        ((0.1, 0.1, 0.9, 1.0, 0.95), 3),
    ],
)
def test_the_near_measure_that_states_it_leads(
    catalog: Catalog, letters: LettersEncoder, scores: tuple[float, ...], leading: int
) -> None:
    """Only one of the first three that scores about as much; the best stays where it states it itself."""
    case = _case(catalog, letters, scores)
    led, order = stating_next(case, case.ranking.order.tolist())
    assert (led.best, order[0]) == (leading, leading)
    assert sorted(order) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("asked", ["全文", "一（一）"])
def test_measures_with_questions_of_their_own_keep_their_places(
    catalog: Catalog, letters: LettersEncoder, asked: str
) -> None:
    """The best one, or the one that would lead: stored questions decide about them."""
    case = _case(catalog, letters, (0.1, 0.1, 1.0, 0.95, 0.2), **{asked: "低保多少"})
    assert stating_next(case, case.ranking.order.tolist())[0].best == 2


@pytest.mark.parametrize(
    ("states", "leading"),
    [((1, 0, 0, 0, 0), 0), ((0, 0, 1, 0, 0), 1), ((0, 1, 0, 0, 0), 1), ((1, 1, 0, 0, 0), 1)],
)
def test_the_article_of_the_same_document_with_the_figure_leads(
    catalog: Catalog, letters: LettersEncoder, states: tuple[float, ...], leading: int
) -> None:
    """How much is asked: the second measure is best, the first of its document next, the third of another."""
    case = case_of(catalog, letters, "旧冰箱多少", {})
    total = np.array((0.95, 1.0, 0.96, 0.1, 0.1), dtype=np.float32)
    parts = {**case.ranking.parts, "states": np.array(states, dtype=np.float32)}
    ranking = replace(case.ranking, total=total, order=np.argsort(-total), parts=parts)
    case = replace(case, ranking=ranking, best=1)
    assert stating_next(case, ranking.order.tolist())[0].best == leading
