"""Searches by one channel alone: what shares most with the question comes first, nothing is refused."""

from datetime import date

import pytest

from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from retrieval.fitting.baselines import Baseline, BaselineSearch

AS_OF = date(2026, 11, 21)
SEAL = "聊政发〔2021〕7号#一（一）"
FRIDGE = "周政办字〔2024〕11号#19"


@pytest.fixture(params=list(Baseline))
def search(request, retriever, letters):
    """Both channels, over five measures."""
    return BaselineSearch(retriever, letters, request.param)


def ids(result):
    return [hit.measure_id for hit in result.hits]


def test_the_measure_that_shares_most_comes_first(search):
    """The question is the measure's own words."""
    result = search.search("为新开办企业、个体工商户免费刻制公章", region=None, as_of=AS_OF, top_k=5)
    assert result.verdict is Verdict.ANSWER
    assert ids(result)[0] == SEAL


def test_neither_place_nor_day_moves_it(search):
    """No rules: 周村 asks in 2030 and gets 聊城's seals."""
    asked = "为新开办企业、个体工商户免费刻制公章"
    first = search.search(asked, region=None, as_of=AS_OF, top_k=5)
    assert search.search(asked, region="周村", as_of=date(2030, 1, 1), top_k=5) == first


def test_as_many_as_asked_for_but_none_excluded(search):
    """Two of five, and the next in the place of the one that is not wanted."""
    asked = "对个人消费者交售旧冰箱并新购节能冰箱的给予补贴"
    result = search.search(asked, region=None, as_of=AS_OF, top_k=2)
    assert ids(result)[0] == FRIDGE
    assert len(result.hits) == 2
    others = search.search(asked, region=None, as_of=AS_OF, top_k=2, exclude=frozenset({FRIDGE}))
    assert ids(others)[0] == ids(result)[1]
    assert FRIDGE not in ids(others)


def test_a_hit_names_its_channel_and_passage(search):
    """One part, by the name of the channel, at most 1 as a score."""
    hit = search.search("免费刻制公章", region=None, as_of=AS_OF, top_k=1).hits[0]
    assert set(hit.parts) <= set(Baseline)
    assert 0 < hit.score <= 1
    assert hit.passage


def test_no_word_in_common_is_off_topic(retriever, letters):
    """BM25 finds nothing where no character is shared."""
    search = BaselineSearch(retriever, letters, Baseline.BM25)
    result = search.search("qwxz", region=None, as_of=AS_OF, top_k=5)
    assert (result.verdict, result.reason, result.hits) == (Verdict.NOT_COVERED, Reason.OFF_TOPIC, ())
