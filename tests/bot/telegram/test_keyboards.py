"""Buttons are made of what an answer carries, not of its sentences."""

from datetime import date

import pytest

from bot.answer import Answer, Option, OptionKind, Status, options
from bot.store import Subscription
from bot.telegram import keyboards
from bot.telegram.keyboards import MeasureKeys, for_answer

DAY = date(2026, 11, 21)


def rows(answer):
    """(text, data) of the buttons, row by row."""
    keyboard = for_answer(answer, MeasureKeys())
    return [[(button.text, button.callback_data) for button in row] for row in keyboard.inline_keyboard]


def answer(status, **given):
    return Answer("问", DAY, status, "任何一句话", number=5, **given)


def test_the_next_page_is_a_button_that_says_what_the_answer_says():
    """In place of the full texts; the thumbs stand below."""
    assert rows(answer(Status.ANSWERED, more="还有吗"))[0] == [("下一页", "say:还有吗")]


@pytest.mark.parametrize(
    ("option", "button"),
    [
        (Option(OptionKind.ORDINAL, "2", "支持汽车报废更新"), ("2", "say:2")),
        (Option(OptionKind.REGION, "聊城", "我在聊城"), ("聊城", "region:聊城")),
        (Option(OptionKind.MEASURE, "农机报废", "农机报废"), ("农机报废", "say:农机报废")),
        (Option(OptionKind.SUGGESTION, "跳过", "跳过"), ("跳过", "say:跳过")),
    ],
)
def test_the_kind_of_an_option_decides_what_its_button_sends(option, button):
    """A measure of a list by its number, a place so that it is kept for the person, all else by its words."""
    assert rows(answer(Status.CLARIFY, options=(option,))) == [[button]]


def test_words_too_long_for_a_button_are_cut_between_characters():
    """64 bytes hold 20 characters behind "say:"; the button has a row of its own."""
    (((label, data),),) = rows(answer(Status.CLARIFY, options=options(["补" * 30])))
    assert (label, data) == ("补" * 30, "say:" + "补" * 20)


def test_a_refusal_names_its_topics_in_words_alone():
    """Its buttons leave the question to the staff, and rate the answer."""
    refused = answer(Status.NOT_COVERED, options=options(["农机报废"]))
    assert [data for row in rows(refused) for _, data in row] == ["leave:5", "up:5", "down:5"]


def test_a_long_list_of_subscriptions_has_pages():
    """150 make five pages of 30, each with a button to the next; the last leads back to the first."""
    many = tuple(Subscription(number, 1, "topic", "养老" * 40) for number in range(150))
    pages = [keyboards.subscriptions(many, start) for start in range(0, 150, 30)]
    shown = [button.callback_data for page in pages for row in page.inline_keyboard for button in row]
    assert [data for data in shown if data.startswith("end:")] == [f"end:{number}" for number in range(150)]
    assert [data for data in shown if data.startswith("list:")] == [
        "list:30",
        "list:60",
        "list:90",
        "list:120",
        "list:0",
    ]
