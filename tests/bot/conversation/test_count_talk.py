"""Counts that a turn asks for are told from the measure at hand; other things are no case of it."""

import pytest

from bot.answering import without_things
from bot.conversation.hearing.counted_things import figure_of
from bot.conversation.hearing.followups import read_turn
from bot.conversation.relation import SUFFERED


@pytest.mark.parametrize(
    ("words", "text"),
    [("桥要改几座", "实施农村公路危桥改造1座"), ("路灯装几盏", "安装路灯120盏"), ("古树挂几块牌", "")],
)
def test_a_thing_named_before_its_count_is_looked_for_beside_a_figure(words, text):
    """In the same clause; a count without a unit of things finds nothing."""
    figure = figure_of(words)
    assert bool(figure and figure.search(text)) is bool(text)


def test_a_figure_of_another_thing_is_not_it():
    """新改建公路 is no bridge."""
    assert not figure_of("桥要改几座").search("改造公交站点12座，新修公路3公里")


def test_what_befell_a_thing_of_the_asker_is_told():
    """By somebody, and not as a wish."""
    assert SUFFERED.search("工资卡被银行冻了咋整")["thing"] == "工资卡"
    assert SUFFERED.search("车被交警扣了咋办") is None
    assert SUFFERED.search("电动车被交警扣了咋办")["thing"] == "电动车"
    assert SUFFERED.search("申请被退回来了咋办") is None


def test_before_a_day_goes_back_to_nothing():
    """什么时候之前 asks for a deadline; 之前说的 goes back."""
    assert read_turn("什么时候之前报上去").move is None
    assert read_turn("几号之前交").move is None
    assert read_turn("之前说的那个").move is not None


def test_a_question_without_its_thing_keeps_the_rest():
    """What is done to it."""
    assert without_things("老船报废补多少") == "老，报废补多少"
