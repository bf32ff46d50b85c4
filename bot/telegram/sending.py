"""What goes out to a chat: messages in parts, the typing sign, what was asked of the bot."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext, suppress
from html import escape
from typing import TypeVar

from telegram import Chat, InlineKeyboardMarkup, Message, User
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.rendering import render_html, split_message
from bot.telegram.forum_topics import topic_in_hand
from bot.telegram.wire import last_words

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

TYPING_AFTER_S = 1.0
"""Source: the same place: only for a response that takes a noticeable time; most answers are there sooner."""
TYPING_EVERY_S = 4.5
"""Source: core.telegram.org/bots/api, sendChatAction: the status is set for 5 seconds or less."""

RETRY_AFTER_S = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Between attempts while Telegram is down: about a minute in all, beside what it asks to wait for (429)."""


def written(message: Message) -> str:
    """The words of a message: its text, or the caption of its picture, recording or file."""
    return message.text or message.caption or ""


def addressed_text(message: Message, me: User) -> str | None:
    """What is asked of the bot; in groups None unless it is mentioned or replied to. Mentions are cut out."""
    text = written(message)
    if message.chat.type == ChatType.PRIVATE:
        return text
    said = re.sub(rf"@{re.escape(me.username or me.first_name)}\b", " ", text, flags=re.IGNORECASE).strip()
    answered = message.reply_to_message
    replied = answered is not None and answered.from_user is not None and answered.from_user.id == me.id
    return said if replied or said != text.strip() else None


async def say(
    chat: Chat, words: str, keyboard: InlineKeyboardMarkup | None = None, *, ends: bool = False
) -> None:
    """Sends plain words."""
    await send(chat, escape(words, quote=False), keyboard, ends=ends)


async def send(
    chat: Chat,
    html: str,
    keyboard: InlineKeyboardMarkup | None = None,
    reply_to: int | None = None,
    *,
    ends: bool = False,
) -> list[int]:
    """Sends the text in as many messages as it takes; the buttons go under the last. The ids of the messages.

    `ends` says that nothing more is to be said to the update in hand.
    """
    parts, sent = split_message(html), []
    for number, part in enumerate(parts, 1):
        last, first = number == len(parts), number == 1
        with last_words() if ends and last else nullcontext():
            message = await marked(
                part,
                lambda words, last=last, first=first: chat.send_message(  # type: ignore[misc]
                    words,
                    message_thread_id=topic_in_hand.get(),
                    reply_markup=keyboard if last else None,
                    reply_to_message_id=reply_to if first else None,
                    allow_sending_without_reply=True if reply_to else None,
                ),
            )
        if message:
            sent.append(message.message_id)
    return sent


async def replaced(
    chat: Chat, earlier: Sequence[int], html: str, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """Puts a text in the place of an earlier message of the bot; whether it stands there, as the last words.

    It does not where that message is gone, or either text takes more than one.
    """
    parts = split_message(html)
    if len(parts) != 1 or len(earlier) != 1:
        return False
    try:
        with last_words():
            await marked(
                parts[0],
                lambda words: chat.get_bot().edit_message_text(
                    words, chat_id=chat.id, message_id=earlier[0], reply_markup=keyboard
                ),
            )
    except BadRequest as error:
        return "not modified" in str(error)
    return True


async def marked(html: str, call: Callable[[str], Awaitable[_T]]) -> _T | None:
    """Calls with a text, patiently; with plainer markup where the server does not know what stands in it."""
    try:
        return await patiently(lambda: call(html))
    except BadRequest as error:
        plainer = render_html.plainer(html)
        if "parse entities" not in str(error) or plainer == html:
            raise
    return await patiently(lambda: call(plainer))


async def patiently(call: Callable[[], Awaitable[_T]]) -> _T | None:
    """Calls, again while Telegram is out of reach; None with one log line where nobody can be reached.

    A call that timed out may have arrived: it is repeated once, since a doubled answer harms less than none.
    """
    timed_out = False
    for wait_s in (*RETRY_AFTER_S, None):
        try:
            return await call()
        except Forbidden:
            _log.info("event=telegram_blocked")
            return None
        except BadRequest:
            raise
        except NetworkError as error:
            if wait_s is None or (timed_out and isinstance(error, TimedOut)):
                raise
            timed_out = isinstance(error, TimedOut)
            await asyncio.sleep(wait_s)
    return None


def quoted(message: Message) -> int | None:
    """In a group the answer hangs under its question."""
    return None if message.chat.type == ChatType.PRIVATE else message.message_id


async def while_typing(chat: Chat, work: Awaitable[_T]) -> _T:
    """Awaits the work and shows meanwhile that the bot is typing."""
    typing = asyncio.create_task(_type(chat))
    try:
        return await work
    finally:
        typing.cancel()
        with suppress(asyncio.CancelledError):
            await typing


async def _type(chat: Chat) -> None:
    # Typing is a courtesy: whatever stops it must not stop the answer.
    await asyncio.sleep(TYPING_AFTER_S)
    with suppress(TelegramError):
        while True:
            await chat.send_action(ChatAction.TYPING, message_thread_id=topic_in_hand.get())
            await asyncio.sleep(TYPING_EVERY_S)
