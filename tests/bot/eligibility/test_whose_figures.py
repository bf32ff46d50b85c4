"""Whose figures count where a question speaks of several people."""

from datetime import date

import pytest

from bot.eligibility.spoken.asker_facts import facts_of
from bot.eligibility.spoken.whose_figures import of_applicant

AS_OF = date(2026, 11, 21)


def counting(question):
    """The figures that count, as the question words them."""
    return [fact.text for fact in of_applicant(question, facts_of(question, AS_OF).figures)]


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("我今年68岁，我娘91岁，她能领高龄补贴吗", ["91岁"]),
        ("我68岁，老伴80岁，我能给他申请护理补贴吗", ["80岁"]),
        ("我爹81岁，我想问问我爹能领多少", ["81岁"]),
        ("我66岁，我婆婆能申请吗", []),
        ("我爹86岁，我59岁，我能申请吗", ["59岁"]),
        ("岳母77岁，我媳妇50岁，岳母可以申请适老化改造吗", ["77岁"]),
    ],
)
def test_the_age_of_whoever_it_is_asked_for_counts(question, counted):
    """A relative that the asking clause names, or takes up with 他, and nobody else."""
    assert counting(question) == counted


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("我妈79岁，户口在本县，能领吗", ["79岁"]),
        ("我家孩子2岁，我能领育儿补贴吗", ["2岁"]),
        ("80岁的老人，我想打听一下能领多少", ["80岁"]),
        ("我30岁，公司招了12个人，能申请吗", ["30岁", "12个人"]),
    ],
)
def test_all_ages_count_where_nobody_else_is_asked_for(question, counted):
    """Who asks for himself may be given something for the age of his child."""
    assert counting(question) == counted


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("邻居老李流转了260亩，我种了40亩，能补吗", ["40亩"]),
        ("王师傅的船用了21年，我的船用了6年", ["6年"]),
        ("我邻居家养了500只羊，能领补贴吗", ["500只"]),
        ("我哥毕业3年，我毕业9年，我能申请吗", ["9年"]),
        ("我爸种了20亩，能补吗", ["20亩"]),
        ("我表哥开店4年了，我跟着他干", []),
        ("我姐开店14个月，帮她问问能领吗", ["14个月"]),
    ],
)
def test_what_others_have_does_not_count_for_the_asker(question, counted):
    """A stranger's where the asker then speaks of himself, a relative's beside his own of the same unit."""
    assert counting(question) == counted
