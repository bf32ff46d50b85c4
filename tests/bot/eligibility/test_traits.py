"""Traits: what is asked for without a figure, and what people say of it."""

import pytest

from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.printed.printed_traits import printed_traits, trait_requirements
from bot.eligibility.traits import default_traits, holds, traits_from

SCHOOL = traits_from(
    {
        "trait": [
            {
                "name": "学历",
                "values": {"高中": "高中", "本科": "本科", "博士": "博士"},
                "printed": [{"words": "本科(?:及?以上)?学历", "allowed": ["本科"]}],
                "is_scale": True,
            }
        ]
    }
)


def asked(text):
    """The names of the traits that a text asks for, those of one requirement together."""
    return [
        [printed.trait.name for one in requirement.alternatives for printed in one]
        for requirement in trait_requirements(text, default_traits())
    ]


def answer(text, question):
    """Whether a question satisfies the one printed trait of a text."""
    (printed,) = printed_traits(text, default_traits())
    return AskerTraits(question).holds(printed)[0]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("本科以上学历的", "博士", True),
        ("本科以上学历的", "高中毕业", False),
        ("本科学历的", "博士", None),
        ("本科学历的", "有驾照", None),
    ],
)
def test_a_scale_takes_in_what_lies_above_only_where_that_is_printed(text, question, expected):
    """以上 allows more; who has more than what is asked for exactly is left open."""
    (printed,) = printed_traits(text, SCHOOL)
    assert holds(printed.trait, printed.allowed, printed.trait.said(question)) is expected


def test_a_list_of_kinds_is_one_requirement():
    """Of 低保, 低保边缘 and 特困 one is enough."""
    text = "属于低保家庭、低保边缘家庭、特困人员之一的，可以申请。"
    assert asked(text) == [["低保", "低保边缘", "特困"]]


@pytest.mark.parametrize(
    "text",
    [
        "进一步扶持小微企业发展，落实减免政策。",
        "具有本区户籍的，不予补助。",
        "确保粮食总产不低于上年水平，给予奖励。",
        "具有本区户籍的人数为三万人。",
    ],
)
def test_tasks_exclusions_and_reports_ask_nobody_for_anything(text):
    """A trait is asked for where there is something to get, and not where who has it is left out."""
    assert asked(text) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我是本地户口", True),
        ("我户口是外地的", False),
        ("我是外地的户口，媳妇本地户口", None),
        ("媳妇是本地户口", None),
        ("是不是必须本地户口", None),
        ("以前是本地户口", None),
        ("邻居是本地户口", None),
    ],
)
def test_only_what_is_told_of_the_asker_as_it_is_now_counts(question, expected):
    """Not of a rule, of the past or of somebody else; two values at once are left open."""
    assert answer("具有本区户籍的，可以申请。", question) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("今年第一次升规", True),
        ("退规以后又升规了", False),
        ("头一回贷款", None),
    ],
)
def test_a_first_time_is_the_first_time_of_that(question, expected):
    """首次升规 is no first loan."""
    assert answer("首次升为规模以上工业企业的，奖励20万元。", question) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("去年被环保罚过", False), ("五年前被罚过", None), ("从没挨过罚", True)],
)
def test_what_happened_before_the_printed_years_misses_nothing(question, expected):
    """近两年内 begins two years ago."""
    assert answer("近两年内没有受到环保行政处罚的，给予奖励。", question) is expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("持有健康证的，每人补贴150元。", "健康证没办", False),
        ("持有健康证的，每人补贴150元。", "健康证有", True),
        ("没有消防喷淋的，每个端口补助50元。", "没装喷淋", True),
        ("没有消防喷淋的，每个端口补助50元。", "装了喷淋", False),
        ("没有重大投诉的，奖励10万元。", "小区没电梯", None),
    ],
)
def test_things_that_have_no_table_are_known_by_their_nouns(text, question, expected):
    """持有 and 没有 with a noun are asked for whatever the noun is."""
    assert answer(text, question) is expected
