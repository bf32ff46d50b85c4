"""Figures as people say them: rough ones are as wide as they are said."""

import pytest

from bot.eligibility.spoken.spoken_figures import spoken_figures


def only(clause):
    """Unit and ends of the only figure of a clause."""
    (figure,) = spoken_figures(clause)
    return figure.unit, figure.interval.low, figure.interval.high


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("面积三百多平", ("平方米", 300, 400)),
        ("投了五百来万", ("元", 4_500_000, 5_500_000)),
        ("四十出头", ("岁", 40, 45)),
        ("快60了", ("岁", 59, 60)),
        ("我妈73", ("岁", 73, 73)),
        ("今年五十六", ("岁", 56, 56)),
        ("做了6个亿", ("元", 600_000_000, 600_000_000)),
        ("一台7万6", ("元", 76_000, 76_000)),
        ("月收入正好900", ("元", 900, 900)),
        ("想买1.8的油车", ("升", 1.8, 1.8)),
        ("全县排第七", ("名次", 7, 7)),
        ("国四的车", ("国标", 4, 4)),
        ("俺爹虚岁七十", ("岁", 68, 69)),
        ("离车站两公里半", ("米", 2500, 2500)),
        ("建筑面积二百六", ("平方米", 260, 260)),
        ("我七十九行不行", ("岁", 79, 79)),
        ("俺妈82低保", ("岁", 82, 82)),
        ("我男的五十二", ("岁", 52, 52)),
        ("孩子4能上不", ("岁", 4, 4)),
        ("减产两成五", ("%", 25, 25)),
        ("种了一亩半", ("亩", 1.5, 1.5)),
        ("十月十二号交的", ("月日", 322, 322)),
        ("利润率三个多点", ("%", 3, 4)),
        ("承包六分地", ("亩", 0.6, 0.6)),
        ("菜园两亩四", ("亩", 2.4, 2.4)),
        ("干了两年零俩月", ("月", 26, 26)),
        ("她52岁零3个月", ("岁", 52, 52)),
        ("我差三个月70", ("岁", 69, 70)),
        ("还差一年满20年", ("年", 19, 19)),
        ("入职快3年了", ("年", 2, 3)),
        ("快50头牛", ("头", 40, 50)),
        ("我爸75岁不到", ("岁", 74, 75)),
        ("满50还差俩月", ("岁", 49, 50)),
        ("70差半年", ("岁", 69, 71)),
        ("差半年55", ("岁", 54, 55)),
        ("工龄满20年还差两年", ("年", 18, 18)),
        ("身高一米二五", ("米", 1.25, 1.25)),
        ("儿子1米3", ("米", 1.3, 1.3)),
        ("近两年", ("年", 2, 2)),
        ("带着俩孙子", ("人", 2, 2)),
        ("献了400毫升", ("升", 0.4, 0.4)),
    ],
)
def test_a_spoken_figure_is_read_with_its_unit(clause, expected):
    """多 opens up to the next power, 来 is a tenth either way, 虚岁 one or two years more than an age."""
    assert only(clause) == expected


@pytest.mark.parametrize("clause", ["我65号去", "我7个月没上班", "我60多条狗", "我十月去"])
def test_a_number_that_counts_something_is_no_age(clause):
    """Behind a person only a bare number is an age; a small one only behind a child."""
    assert all(figure.unit != "岁" for figure in spoken_figures(clause))


@pytest.mark.parametrize("clause", ["楼是零几年盖的", "有一台旧车", "今年（2026年）能办吗"])
def test_what_tells_no_figure_gives_none(clause):
    """A decade, one thing, the year that is asked about."""
    assert spoken_figures(clause) == ()


def test_what_counts_another_figure_is_none_itself():
    """一年 in front of a sum says of what time the sum is."""
    assert only("一年卖40万") == ("元", 400_000, 400_000)


@pytest.mark.parametrize("clause", ["孩子上四年级", "等了半天", "2023年上半年的事"])
def test_a_grade_at_school_a_while_and_half_a_calendar_year_are_no_lengths(clause):
    """四年级 is no four years, 半天 no half a day, 上半年 no half a year."""
    assert [figure.unit for figure in spoken_figures(clause) if figure.unit in ("年", "天", "月")] == []


@pytest.mark.parametrize("clause", ["失业金一个月多少", "补贴1年多少钱", "低保1个月多少"])
def test_how_much_for_each_month_tells_no_length_of_time(clause):
    """多少 asks: 一个月多少 is not 一个月多."""
    assert spoken_figures(clause) == ()


def test_a_length_and_more_is_told_before_a_question():
    """Between one and two years."""
    assert only("交了一年多能领多少") == ("年", 1, 2)
