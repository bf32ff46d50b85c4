"""The clause of a rambling question that asks something."""

import pytest

from bot.answering.leading.asked_clause import asked_clause
from retrieval.deciding import Reason, Verdict
from tests.bot.fakes import FakeFinding

REFUSED = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), ())


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("家里断了收入，低保一个月给多少，我是城里户口", "低保一个月给多少"),
        ("俺娘八十二了，高龄津贴去哪办", "高龄津贴去哪办"),
        ("低保一个月给多少", None),
        ("低保给多少，高龄津贴给多少", None),
        ("俺家断了收入，给多少", None),
    ],
)
def test_one_clause_asks_and_names_a_matter(question, clause):
    """Where several ask, or the one that does names nothing, the whole stands."""
    assert asked_clause(question, REFUSED, ()) == clause


def test_a_refusal_with_a_reason_of_its_own_stands():
    """Only one by the chance may be owed to the words around what is asked."""
    elsewhere = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_PLACE, (), ())
    assert asked_clause("我在桓台，低保一个月给多少", elsewhere, ()) is None
