"""Repeated questions are searched once; nothing else is taken for a repetition."""

from datetime import date

import pytest

from bot.answering.search_memory import RememberingSearch
from tests.bot.fakes import FRIDGE, found

DAY = date(2026, 11, 21)


@pytest.fixture
def inner():
    return found(FRIDGE.id)


def ask(search, question, *, region="周村", as_of=DAY, top_k=5, exclude=frozenset()):
    return search.search(question, region=region, as_of=as_of, top_k=top_k, exclude=exclude)


def test_repeated_question_is_searched_once(inner):
    """Also in full width, in capitals and with other spaces around it."""
    search = RememberingSearch(inner)
    first = ask(search, "PUE 是多少？")
    assert ask(search, " ｐｕｅ 是多少?") is first
    assert len(inner.asked) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"region": "聊城"},
        {"region": None},
        {"as_of": date(2024, 12, 31)},
        {"top_k": 3},
        {"exclude": frozenset({FRIDGE.id})},
    ],
)
def test_place_day_number_and_exclusion_count(inner, other):
    """The same words from elsewhere, on another day, or after a rejection are another question."""
    search = RememberingSearch(inner)
    ask(search, "旧冰箱")
    ask(search, "旧冰箱", **other)
    assert len(inner.asked) == 2


def test_the_least_recently_asked_is_forgotten_first(inner):
    """With room for two, a question asked again outlives one that was not."""
    search = RememberingSearch(inner, max_findings=2)
    for question in ("一", "二", "一", "三", "一", "二"):
        ask(search, question)
    assert [question for question, *_ in inner.asked] == ["一", "二", "三", "二"]


def test_what_was_asked_is_not_shown(inner, caplog):
    """Neither its name in a log nor a log of its own holds a question."""
    search = RememberingSearch(inner)
    with caplog.at_level("DEBUG"):
        ask(search, "我家低保")
    assert "低保" not in repr(search)
    assert caplog.records == []
