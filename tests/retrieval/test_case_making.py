"""A question compared with some measures is judged as if it were compared with all."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import Vectors
from retrieval.case_making import Judge
from retrieval.deciding import features
from retrieval.gathering import CandidateLimits, Candidates, Selection
from retrieval.indexing.index import Index
from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts
from retrieval.ranking.weights import default_weights
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

TODAY = date(2026, 11, 21)
ASKED = {"周政办字〔2020〕29号#全文": ("低保一个月多少钱",), "周政办字〔2024〕11号#19": ("旧冰箱换新",)}
QUESTIONS = ("旧冰箱换新的有补贴吗", "低保一个月发几百", "聊城工伤认定多久", "刻公章要钱吗", "今天天气")
ALL = CandidateLimits(**dict.fromkeys(CandidateLimits.__slots__, 100) | {"everything": 0})
"""Gathers whatever a question has anything in common with."""


class Narrowing:
    """Candidates that narrow an index to all its measures."""

    whole = None

    def __init__(self, index: Index, facts: MeasureFacts) -> None:
        every = np.arange(len(index.measures), dtype=np.int32)
        narrowed = index.narrowed(every)
        self._selection = Selection(narrowed, facts.taken(every), narrowed)

    def gathered(self, query: Query, vector: Vectors, around: Circumstances) -> Selection:
        """All of it."""
        return self._selection


def gathering(retriever: Retriever, limits: CandidateLimits) -> Retriever:
    return retriever.gathering(Candidates(retriever.index, retriever.facts, limits))


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_narrowed_to_everything_gives_the_same_numbers(
    question: str, catalog: Catalog, make_index: Callable[..., Index], letters: LettersEncoder
) -> None:
    """Every part, total and feature to the digit, with background values from the backdrop."""
    index = make_index(catalog, ASKED)
    plain = Retriever(catalog, index, letters, glances=False)
    judge = Judge(Narrowing(index, plain.facts), letters, default_weights(), plain.asks, glances=False)  # type: ignore[arg-type]
    query, around = plain.understand(question), Circumstances(None, TODAY)
    (whole, order), (narrowed, same) = (
        plain.judge(query, around),
        judge.judge(query, around, frozenset(), None),
    )
    assert list(order) == list(same)
    assert features(whole) == features(narrowed)
    for name, column in whole.ranking.parts.items():
        assert column.tolist() == narrowed.ranking.parts[name].tolist()
    assert whole.ranking.total.tolist() == narrowed.ranking.total.tolist()


@pytest.mark.parametrize("question", QUESTIONS)
def test_candidates_give_the_answer_of_the_whole(
    question: str, catalog: Catalog, make_index: Callable[..., Index], letters: LettersEncoder
) -> None:
    """Where whatever may come first is gathered, the same measures are shown for the same reason."""
    plain = Retriever(catalog, make_index(catalog, ASKED), letters)
    one, other = (r.search(question, as_of=TODAY) for r in (plain, gathering(plain, ALL)))
    assert (one.verdict, one.reason) == (other.verdict, other.reason)
    assert [hit.measure_id for hit in one.hits] == [hit.measure_id for hit in other.hits]


def test_an_item_of_a_document_named_is_found_among_candidates(
    catalog: Catalog, make_index: Callable[..., Index], letters: LettersEncoder
) -> None:
    """Positions among candidates are not those of the catalog: the last measure is the one meant."""
    retriever = Retriever(catalog, make_index(catalog), letters)
    result = gathering(retriever, ALL).search("聊政发〔2021〕7号十（十）", as_of=TODAY)
    assert result.hits[0].measure_id == "聊政发〔2021〕7号#十（十）"
    assert "工伤认定" in result.hits[0].passage
