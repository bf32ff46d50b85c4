"""What goes out to a chat: messages in parts, the typing sign, what was asked of the bot."""

# ruff: noqa: TID251 - this subpackage and bot/telegram_bot.py are the importers of telegram

import asyncio
import re
from collections.abc import Awaitable
from contextlib import suppress
from html import escape
from typing import TypeVar

from telegram import Chat, InlineKeyboardMarkup, Message, User
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.splitting import split_message

_T = TypeVar("_T")

TYPING_EVERY_S = 4.5
"""Source: core.telegram.org/bots/api, sendChatAction: the status is set for 5 seconds or less."""


def addressed_text(message: Message, me: User) -> str | None:
    """What is asked of the bot; in groups None unless it is mentioned or replied to. Mentions are cut out."""
    text = message.text or ""
    if message.chat.type == ChatType.PRIVATE:
        return text
    said = re.sub(rf"@{re.escape(me.username or me.first_name)}\b", " ", text, flags=re.IGNORECASE).strip()
    answered = message.reply_to_message
    replied = answered is not None and answered.from_user is not None and answered.from_user.id == me.id
    return said if replied or said != text.strip() else None


async def say(chat: Chat, words: str) -> None:
    """Sends plain words."""
    await send(chat, escape(words, quote=False))


async def send(
    chat: Chat, html: str, keyboard: InlineKeyboardMarkup | None = None, reply_to: int | None = None
) -> None:
    """Sends the text in as many messages as it takes; the buttons go under the last."""
    parts = split_message(html)
    for place, part in enumerate(parts, 1):
        await chat.send_message(
            part,
            reply_markup=keyboard if place == len(parts) else None,
            reply_to_message_id=reply_to if place == 1 else None,
            allow_sending_without_reply=True if reply_to else None,
        )


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
    with suppress(TelegramError):
        while True:
            await chat.send_action(ChatAction.TYPING)
            await asyncio.sleep(TYPING_EVERY_S)
