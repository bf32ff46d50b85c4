"""In which order updates are worked on."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
from collections.abc import Awaitable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, cast
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.store import Updates, unkept
from bot.telegram.forum_topics import topic_in_hand, topic_of
from bot.telegram.wire import InHand, in_hand

MAX_CONCURRENT = 64
"""Chats worked on at once."""
_MAX_WAITING = 100_000
"""Updates that may wait for their turn: they take memory alone and no slot."""


class ChatOrder(BaseUpdateProcessor):
    """Works on many chats at once, and on one chat's updates in their order."""

    def __init__(self, updates: Updates) -> None:
        """`updates` is told of each that is answered."""
        super().__init__(_MAX_WAITING)
        self._slots = asyncio.Semaphore(MAX_CONCURRENT)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._updates = updates
        self._begun: set[asyncio.Task[Any]] = set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's earlier updates, then for a slot, then works on this one.

        What waits for its own chat takes no slot, however much of it there is.
        """
        with self._noted(), _closing(coroutine):
            async with self._locks.setdefault(_line_of(update), asyncio.Lock()), self._slots:
                if isinstance(update, Update):
                    in_hand.set(InHand(self._updates, update.update_id))
                    topic_in_hand.set(topic_of(update))
                await coroutine
        if isinstance(update, Update):
            with unkept("update"):
                self._updates.done(update.update_id)

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Gives up what has not ended; it stays among the updates that wait."""
        given_up = tuple(self._begun)
        for task in given_up:
            task.cancel()
        await asyncio.gather(*given_up, return_exceptions=True)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Notes the task at work as long as it is."""
        task = cast("asyncio.Task[Any]", asyncio.current_task())  # whatever is awaited runs in one
        self._begun.add(task)
        try:
            yield
        finally:
            self._begun.discard(task)


@contextmanager
def _closing(work: Awaitable[Any]) -> Iterator[None]:
    """Ends work that was given up before it began; the interpreter complains of what is left."""
    try:
        yield
    finally:
        if isinstance(work, Coroutine):
            work.close()


def _line_of(update: object) -> int:
    """The chat, or whoever types where there is no chat (inline queries); 0 for all else."""
    source = (update.effective_chat or update.effective_user) if isinstance(update, Update) else None
    return source.id if source else 0
