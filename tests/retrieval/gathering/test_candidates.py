"""Which measures a question is compared with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import Vectors
from retrieval.gathering import CandidateLimits, Candidates, default_limits
from retrieval.indexing.index import Index
from retrieval.ranking import Circumstances, MeasureFacts
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

AROUND = Circumstances(None, date(2024, 8, 1))
ONE = CandidateLimits(
    **dict.fromkeys(CandidateLimits.__slots__, 1) | {"everything": 0, "postings": 100, "backdrop": 3}
)
"""One candidate of each kind."""
NOWHERE = np.zeros((1, LettersEncoder.dim), dtype=np.float32)
"""The vector of a question that is like nothing."""


@pytest.fixture
def gather(
    catalog: Catalog, facts: MeasureFacts, make_index: Callable[..., Index], retriever: Retriever
) -> Callable[[str], list[str]]:
    candidates = Candidates(make_index(catalog), facts, ONE)

    def ids(question: str, region: str | None = None, vector: Vectors = NOWHERE) -> list[str]:
        query = retriever.understand(question)
        return list(candidates.gathered(query, vector, replace(AROUND, region=region)).facts.ids)

    return ids


def test_a_small_corpus_is_compared_as_a_whole(
    catalog: Catalog, facts: MeasureFacts, make_index: Callable[..., Index]
) -> None:
    """The index and the facts are those of the whole, so no number can differ."""
    index = make_index(catalog)
    candidates = Candidates(index, facts, default_limits())
    assert candidates.whole is not None
    assert candidates.whole.index is index
    assert candidates.whole.facts is facts
    assert candidates.whole.backdrop is None


def test_words_gather_the_measures_that_hold_them(gather: Callable[..., list[str]]) -> None:
    """刻制公章 stands in one measure."""
    assert gather("刻制公章") == ["聊政发〔2021〕7号#一（一）"]


def test_sounds_gather_what_is_misspelt(gather: Callable[..., list[str]]) -> None:
    """客制恭章 sounds like 刻制公章 and shares one pair with no measure."""
    assert "聊政发〔2021〕7号#一（一）" in gather("客制恭章")


def test_documents_named_bring_all_their_measures(
    catalog: Catalog, make_index: Callable[..., Index], retriever: Retriever
) -> None:
    """Up to the limit; the item named is among them."""
    limits = replace(ONE, documents=5)
    candidates = Candidates(make_index(catalog), retriever.facts, limits)
    selected = candidates.gathered(retriever.understand("聊政发〔2021〕7号"), NOWHERE, AROUND)
    assert {"聊政发〔2021〕7号#一（一）", "聊政发〔2021〕7号#十（十）"} <= set(selected.facts.ids)


def test_a_place_brings_its_own_and_some_from_elsewhere(gather: Callable[..., list[str]]) -> None:
    """城市低保 stands in both cities; who asks from one is compared with that of the other too."""
    assert gather("城市低保", "聊城") == ["周政办字〔2020〕29号#全文", "聊政发〔2021〕7号#十（十）"]


def test_vectors_add_what_words_do_not_gather(
    catalog: Catalog, make_index: Callable[..., Index], retriever: Retriever, letters: LettersEncoder
) -> None:
    """The vector of a measure's own text brings this measure."""
    candidates = Candidates(make_index(catalog), retriever.facts, ONE)
    living = catalog.measure("周政办字〔2020〕29号#全文")
    vector = letters.encode_queries([living.text])
    selected = candidates.gathered(retriever.understand("刻制公章"), vector, AROUND)
    assert list(selected.facts.ids) == [living.id, "聊政发〔2021〕7号#一（一）"]
    assert np.array_equal(selected.facts.positions, [2, 3])
    assert selected.backdrop is not None
    assert len(selected.backdrop.measures) == 3


def test_a_question_with_nothing_in_common_is_compared_with_two(gather: Callable[..., list[str]]) -> None:
    """There is a best measure and a second even then, the first two of the backdrop."""
    assert gather("ok") == ["周政办字〔2024〕11号#16", "周政办字〔2020〕29号#全文"]
