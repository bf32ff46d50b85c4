"""The question before, with another figure."""

from datetime import date

import pytest

from bot.eligibility.spoken.restating import restated

AS_OF = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        ("小规模纳税人月销售额18万免增值税吗", "那12万呢", "小规模纳税人月销售额12万免增值税吗"),
        ("酒厂年销售收入9亿能奖吗", "15亿呢", "酒厂年销售收入15亿能奖吗"),
        ("酒厂年销售收入9亿能奖吗", "要是35亿行不行", "酒厂年销售收入35亿能奖吗"),
        ("单台8万，一共2000万能拿奖补吗", "要是单台20万呢", "单台20万，一共2000万能拿奖补吗"),
        ("我们小区2010年建的能改造吗", "那2001年的呢", "我们小区2001年建的能改造吗"),
        ("我今年62岁能领津贴吗", "79岁呢", "我今年79岁能领津贴吗"),
    ],
)
def test_another_figure_takes_the_place_of_the_one_before(before, turn, expected):
    assert restated(before, turn, AS_OF) == expected


@pytest.mark.parametrize(
    ("before", "turn"),
    [
        ("单台8万，一共2000万能拿奖补吗", "20万呢"),
        ("酒厂年销售收入9亿能奖吗", "电话呢"),
        ("酒厂年销售收入9亿能奖吗", "招了30人呢"),
        ("月销售额18万免增值税吗", "房租补贴12万有吗"),
        ("有啥补贴", "12万呢"),
    ],
)
def test_a_turn_that_may_mean_something_else_replaces_nothing(before, turn):
    """Two figures that it may stand for, none, another unit, another matter."""
    assert restated(before, turn, AS_OF) is None
