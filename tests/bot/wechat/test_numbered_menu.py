"""Menus by numbers."""

from datetime import date

import pytest

from bot.answer import Answer, Option, OptionKind, Status, options
from bot.wechat.numbered_menu import menu_of

DAY = date(2026, 11, 21)


def clarify(text, *offered):
    return Answer("问", DAY, Status.CLARIFY, text, options=offered)


def test_options_that_the_reply_numbers_are_not_listed_again():
    """The interview numbers its answers; leaving it comes behind them."""
    answer = clarify("您在哪里？\n1. 周村\n2. 聊城", *options(["周村", "聊城", "跳过", "退出"]))
    menu = menu_of(answer, answer.text)
    assert menu.lines == "回复数字选择：\n3. 跳过\n4. 退出"
    assert menu.says == ((3, "跳过"), (4, "退出"))


def test_measures_keep_their_own_numbers():
    """An answer lists a second measure as 2: places begin at 3."""
    offered = (Option(OptionKind.REGION, "周村", "我在周村"), Option(OptionKind.REGION, "聊城", "我在聊城"))
    answer = clarify("……\n相关的还有：\n2. 办好政府开放活动", *offered)
    assert menu_of(answer, answer.text).says == ((3, "我在周村"), (4, "我在聊城"))


def test_ordinals_are_left_to_the_conversation():
    """1 and 2 mean the measures themselves."""
    offered = (Option(OptionKind.ORDINAL, "1", "甲"), Option(OptionKind.ORDINAL, "2", "乙"))
    assert menu_of(clarify("您指的是哪一条？", *offered), "您指的是哪一条？").lines == ""


def test_a_refused_question_can_be_left_for_the_staff():
    """Its suggestions stand in its words."""
    answer = Answer("问", DAY, Status.NOT_COVERED, "没有查到。", options=options(["老旧小区"]))
    menu = menu_of(answer, answer.text, "/staff 问")
    assert menu.lines == "回复数字选择：\n1. 留言给工作人员"
    assert menu.chosen("1") == "/staff 问"


def test_in_danger_nothing_is_offered():
    """Nothing may draw away from the number to call."""
    answer = Answer("问", DAY, Status.NOT_COVERED, "请马上拨打110", danger="d")
    assert menu_of(answer, answer.text, "/staff 问").lines == ""


def test_the_next_page_is_chosen_by_a_number():
    """Of a ledger, say."""
    answer = Answer("问", DAY, Status.ANSWERED, "1. 甲\n2. 乙", more="更多")
    menu = menu_of(answer, answer.text)
    assert menu.says == ((3, "更多"),)


@pytest.mark.parametrize("typed", ["2", "２", "2.", "2。", "选2", "回复2", " 2 ", "2、", "2号"])
def test_a_number_is_understood_however_it_is_typed(typed):
    """Full width, with a mark, with a word."""
    menu = menu_of(clarify("哪一件？", *options(["低保", "医保"])), "哪一件？")
    assert menu.chosen(typed) == "医保"


@pytest.mark.parametrize("typed", ["3", "22", "两", "2 3", ""])
def test_what_is_no_number_of_the_menu_is_a_message(typed):
    """It goes on as typed."""
    menu = menu_of(clarify("哪一件？", *options(["低保", "医保"])), "哪一件？")
    assert menu.chosen(typed) == typed


def test_what_is_written_behind_a_number_chooses_as_the_number_does():
    """People copy the words; other words stay what they are."""
    menu = menu_of(clarify("哪一件？", Option(OptionKind.REGION, "周村", "我在周村")), "哪一件？")
    assert menu.lines.endswith("1. 周村")
    assert [menu.chosen(typed) for typed in ("周村", " 周村 ", "1", "周村区")] == [
        "我在周村",
        "我在周村",
        "我在周村",
        "周村区",
    ]
