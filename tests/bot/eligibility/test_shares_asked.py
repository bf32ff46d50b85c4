"""Shares of a whole that a text asks for, from a part and a whole that are told."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity

AS_OF = date(2026, 11, 21)
EXPORT = "出口额占营业收入比重达到20%以上的企业，奖励5万元。"
HIRED = "新招用人员达到企业在职职工总数12%（超过60人的企业达到6%）以上的，可以申请贷款。"


def verdicts(text, question):
    """Whether each comparison of a share that is told is met."""
    stated = conditions(text)
    measure = Measure("n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=stated)
    return [one.met for one in check(measure, facts_of(question, AS_OF)) if one.said and one.met is not None]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (EXPORT, "我们出口额500万，营收2000万", [True]),
        (EXPORT, "我们出口额300万，营收2000万", [False]),
        (EXPORT, "我们出口额500万", []),
        (HIRED, "厂里职工50人，新招用了5人", [False]),
        (HIRED, "厂里职工100人，新招用了8人", [True]),
    ],
)
def test_a_share_is_told_by_its_part_and_its_whole(text, question, expected):
    """25 and 15 % of the revenue; 10 % of 50 people, where 12 are asked for; 8 of 100, where 6 are."""
    assert verdicts(text, question) == expected
