"""Points of a text that each name what they give: only that which is asked about is held against somebody."""

import pytest

from bot.eligibility.printed.headed_points import is_of_other_point

TEXT = "对象：\n1.高龄补贴：年满80周岁的老人。\n2.失能护理补贴：失能等级为重度的老人。"


@pytest.mark.parametrize(
    ("words", "question", "expected"),
    [
        ("失能等级", "高龄补贴多少钱", True),
        ("年满80", "失能护理补贴怎么领", True),
        ("年满80", "高龄补贴多少钱", False),
        ("年满80", "老人补贴多少钱", False),
        ("年满80", "高龄补贴和失能护理补贴能都领不", False),
        ("对象", "高龄补贴多少钱", False),
    ],
)
def test_a_point_is_left_out_where_the_question_names_another(words, question, expected):
    """By the words that one head has and the other has not."""
    assert is_of_other_point(TEXT, TEXT.index(words), question) is expected


def test_points_that_name_conditions_are_all_asked_for():
    """年龄条件 and 户籍条件 give nothing; both have to be met."""
    text = "1.户籍条件：本县户籍。\n2.年龄条件：年满60周岁。"
    assert not is_of_other_point(text, text.index("年满"), "我户籍是本县的")
