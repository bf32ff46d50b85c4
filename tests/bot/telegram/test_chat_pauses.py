"""A chat that is told to wait waits alone."""

import asyncio
from types import SimpleNamespace

import pytest
from telegram.error import RetryAfter

from bot.telegram.chat_pauses import ONE_ATTEMPT, ChatPauses

HOUR_S = 3600


async def call(pauses, chat, fault=None, attempts=None):
    """One message to a chat, which Telegram refuses with `fault`."""

    async def send():
        if fault:
            raise fault
        return True

    return await pauses.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, attempts)


async def test_one_chat_that_must_wait_an_hour_holds_up_no_other():
    """Chat 7 waits; chats 8 and 9, and what is about no chat, do not."""
    pauses = ChatPauses()
    waiting = asyncio.create_task(call(pauses, 7, RetryAfter(HOUR_S)))
    await asyncio.sleep(0)
    assert [await call(pauses, chat) for chat in (8, 9, None)] == [True, True, True]
    assert not waiting.done()
    waiting.cancel()


async def test_what_can_be_sent_later_does_not_wait():
    """The first attempt is refused by Telegram, the second is not made before the hour is over."""
    clock = SimpleNamespace(now=0.0)
    pauses = ChatPauses(lambda: clock.now)
    with pytest.raises(RetryAfter):
        await call(pauses, 7, RetryAfter(HOUR_S), ONE_ATTEMPT)
    with pytest.raises(RetryAfter):
        await call(pauses, 7, attempts=ONE_ATTEMPT)
    clock.now = HOUR_S + 1.0
    assert await call(pauses, 7, attempts=ONE_ATTEMPT)


async def test_a_group_takes_twenty_messages_a_minute():
    """The 21st waits, into another group and into a private chat messages go on."""
    clock = SimpleNamespace(now=0.0)
    pauses = ChatPauses(lambda: clock.now)
    assert all([await call(pauses, -5, attempts=ONE_ATTEMPT) for _ in range(20)])
    with pytest.raises(RetryAfter):
        await call(pauses, -5, attempts=ONE_ATTEMPT)
    assert await call(pauses, -6, attempts=ONE_ATTEMPT)
    assert all([await call(pauses, 5, attempts=ONE_ATTEMPT) for _ in range(40)])
    clock.now = 3.0
    assert await call(pauses, -5, attempts=ONE_ATTEMPT)


async def test_the_fourth_refusal_is_the_last():
    """A message is given up after four attempts."""
    pauses, tries = ChatPauses(), []

    async def refused():
        tries.append(1)
        raise RetryAfter(0)

    with pytest.raises(RetryAfter):
        await pauses.process_request(refused, (), {}, "sendMessage", {"chat_id": 7}, None)
    assert len(tries) == 4
