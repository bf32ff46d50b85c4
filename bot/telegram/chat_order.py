"""In which order updates are worked on."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.store import Updates
from bot.telegram.forum_topics import topic_in_hand, topic_of
from bot.telegram.wire import InHand, in_hand

MAX_CONCURRENT = 64
"""Updates in hand at once; the rest wait in the library's queue."""


class ChatOrder(BaseUpdateProcessor):
    """Works on many chats at once, and on one chat's updates in their order."""

    def __init__(self, updates: Updates) -> None:
        """`updates` is told of each that is answered."""
        super().__init__(MAX_CONCURRENT)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._updates = updates

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's earlier updates, then works on this one."""
        chat = update.effective_chat if isinstance(update, Update) else None
        async with self._locks.setdefault(chat.id if chat else 0, asyncio.Lock()):
            if isinstance(update, Update):
                in_hand.set(InHand(self._updates, update.update_id))
                topic_in_hand.set(topic_of(update))
            await coroutine
        if isinstance(update, Update):
            self._updates.done(update.update_id)

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""
