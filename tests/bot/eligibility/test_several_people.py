"""Several people in one question, each with a verdict of his own."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from bot.eligibility.spoken.several_people import each_of_several
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity

AS_OF = date(2026, 11, 30)
ELDERS = "年满80周岁的老年人，每人每月发放60元。"
GRADES = "残疾等级为一级或者二级的残疾人，每人每月补贴140元。"


def told(text, question):
    """What is said and whether it is met, of each check that the question tells of."""
    measure = Measure(
        "n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=conditions(text)
    )
    return [(one.said, one.met) for one in check(measure, facts_of(question, AS_OF)) if one.said]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (ELDERS, "我爸妈一个70一个82，能领吗", [("70", False), ("82", True)]),
        (ELDERS, "老两口一个七十九，一个八十三能领不", [("七十九", False), ("八十三", True)]),
        (ELDERS, "爸妈一个七十一个八十二，能领不", [("七十", False), ("八十二", True)]),
        (ELDERS, "我爸79我妈81，他俩都能领吗", [("79", False), ("81", True)]),
        (ELDERS, "我爸79，我妈81，我妈能领吗", [("81", True)]),
        (ELDERS, "我爸81，我今年55，我爸能领吗", [("81", True)]),
        (GRADES, "一级和三级残疾都能领吗", [("一级", True), ("三级", False)]),
        (GRADES, "我三级残疾能领吗", [("三级", False)]),
    ],
)
def test_each_of_several_people_has_a_verdict(text, question, expected):
    """Where all of them are asked for; else that of whom the question asks for."""
    assert told(text, question) == expected


@pytest.mark.parametrize("question", ["我家一个5亩一个8亩的地", "我82，能领吗", "两个店一个70平一个82平"])
def test_what_is_of_one_person_has_one_reading(question):
    assert len(each_of_several(facts_of(question, AS_OF))) == 1
