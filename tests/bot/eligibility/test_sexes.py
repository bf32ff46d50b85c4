"""Ages that differ for men and women: compared only where it is told who is which."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from corpus.records import Measure, Section, Validity

TEXT = "申请人应当同时具备：（一）领取了父母光荣证；（二）{}年满60周岁、{}年满55周岁。"


def measure(man, woman):
    """An item whose ages are told of men and women in some words."""
    text = TEXT.format(man, woman)
    return Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())


@pytest.mark.parametrize(("man", "woman"), [("男方", "女方"), ("男性", "女性"), ("男职工", "女职工")])
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我老公58，能领独生子女奖励吗", [False]),
        ("我老婆56，能领独生子女奖励吗", [True]),
        ("我男56，能领吗", [False]),
        ("我56，能领独生子女奖励吗", [None, None]),
        ("我61能领儿女奖励吗", [None, None]),
    ],
)
def test_an_age_is_compared_with_that_of_the_sex_that_is_told(man, woman, question, expected):
    """独生子女 tells no sex."""
    checks = check(measure(man, woman), facts_of(question, date(2026, 11, 30)))
    assert [each.met for each in checks if each.said] == expected
