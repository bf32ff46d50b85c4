"""Comparisons that are for some kind of people, and what askers say of that kind."""

from datetime import date

import pytest

from bot.eligibility.checking import check
from bot.eligibility.spoken.asker_facts import facts_of
from corpus.records import Measure, Section, Validity

DAY = date(2026, 11, 30)
TIERS = (
    "补助对象：\n（一）65周岁以上经评估为中度以上失能的老人；\n"
    "（二）最低生活保障家庭或者低保边缘家庭中55周岁以上的老人。"
)


def told(text, question):
    """The verdict on each printed comparison, by its quote."""
    measure = Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())
    return {one.quote: one.met for one in check(measure, facts_of(question, DAY)) if one.said}


def test_who_is_of_none_of_the_households_meets_no_age_among_them():
    """58 is above 55, but the age is that of people of households which the asker says not to be."""
    answers = told(TIERS, "我娘58，家里不是低保也不是边缘户")
    assert not any(answers.values())


@pytest.mark.parametrize("said", ["我家是低保边缘户", "低保户"])
def test_who_is_of_one_of_them_meets_it(said):
    """One household of the list is enough."""
    answers = told(TIERS, f"我娘58，{said}")
    assert [met for quote, met in answers.items() if "55周岁" in quote] == [True]


def test_a_denial_is_quoted_with_what_it_denies():
    """Who is told 不符合 for 不是低保户 is not told that he said 低保户."""
    text = "补助对象：属于最低生活保障家庭的老人。"
    measure = Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())
    checks = check(measure, facts_of("我家不是低保户", DAY))
    assert [(one.met, one.said) for one in checks if one.said] == [(False, "不是低保户")]
