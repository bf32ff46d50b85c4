"""The question before, with another figure."""

from datetime import date

import pytest

from bot.eligibility.spoken.restating import gives_figure, kind_restated, renewed, restated

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


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        ("我男56，能干公岗吗", "女44", "能干公岗吗"),
        ("俺种了60亩麦子能补多少", "那30亩呢", "俺种了麦子能补多少"),
        ("我今年79能领高龄津贴吗", "我老伴85", "能领高龄津贴吗"),
        ("单台8万，一共2000万能拿吗", "一共900万呢", "单台8万，一共能拿吗"),
        ("我79，能领吗", "电话呢", "我79，能领吗"),
    ],
)
def test_what_a_turn_tells_anew_is_told_once(before, turn, expected):
    """A clause that says nothing else goes whole; a figure of another name stays."""
    assert renewed(before, turn, AS_OF) == expected


@pytest.mark.parametrize(
    ("turn", "gives"),
    [("增长12%", True), ("总额500万呢", True), ("2003年", True), ("2025年呢", False), ("电话呢", False)],
)
def test_a_turn_may_be_hardly_more_than_a_figure(turn, gives):
    """A year lately gone by is one of rules."""
    assert gives_figure(turn, AS_OF) is gives


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        ("租房补助大专多少", "研究生呢", "租房补助硕士多少"),
        ("租房补助大专多少", "本科和博士呢", "租房补助大专多少"),
        ("租房补助多少", "本科呢", "租房补助多少"),
        ("租房补助大专多少", "不是本科", "租房补助大专多少"),
    ],
)
def test_a_kind_takes_the_place_of_its_rival(before, turn, expected):
    """One that is told, and not denied."""
    assert kind_restated(before, turn) == expected
