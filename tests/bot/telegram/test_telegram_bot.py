"""Parts of the Telegram channel that need no server."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, Message, User

from bot.telegram.keyboards import MeasureKeys
from bot.telegram.sending import addressed_text

ME = User(1, "问政", is_bot=True, username="wenzheng_bot")
SOMEBODY = User(2, "群众", is_bot=False)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
GROUP, PRIVATE = Chat(-5, Chat.SUPERGROUP), Chat(2, Chat.PRIVATE)


def message(text, chat, answered=None):
    return Message(9, NOW, chat, SOMEBODY, text=text, reply_to_message=answered)


def said_by(person):
    return Message(8, NOW, GROUP, person, text="答")


@given(st.text(min_size=1))
def test_a_key_is_short_and_leads_back_in_another_run(measure_id):
    """Whatever the id, the data fit 64 bytes and a new table over the same catalog resolves them."""
    data = MeasureKeys().data(measure_id)
    assert len(data.encode()) == 21
    assert MeasureKeys([measure_id]).measure_id(data) == measure_id


def test_a_key_of_no_known_measure_leads_nowhere():
    """Data of a measure that is gone, or of anything else, resolve to nothing."""
    gone = MeasureKeys().data("周政办字〔2024〕11号#99")
    known = MeasureKeys(["周政办字〔2024〕11号#19"])
    assert known.measure_id(gone) is None
    assert known.measure_id("") is None


@pytest.mark.parametrize(
    ("text", "chat", "answered", "expected"),
    [
        ("低保多少钱", PRIVATE, None, "低保多少钱"),
        ("低保多少钱", GROUP, None, None),
        ("@Wenzheng_Bot 低保多少钱", GROUP, None, "低保多少钱"),
        ("@wenzheng_bot2 低保多少钱", GROUP, None, None),
        ("那电话呢", GROUP, said_by(ME), "那电话呢"),
        ("那电话呢", GROUP, said_by(SOMEBODY), None),
    ],
)
def test_groups_are_heard_only_when_they_address_the_bot(text, chat, answered, expected):
    """A private message always counts; in a group a mention of this very name or a reply to the bot."""
    assert addressed_text(message(text, chat, answered), ME) == expected
