"""Where updates arrive: each is on disk before Telegram is told that it was received."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import json
from collections import deque

from telegram import Bot, Update

from bot.store import Updates, unkept
from bot.telegram.kept_update import kept_body

_UNKEPT = 1000
"""Ids remembered of updates that could not be kept; Telegram brings 100 at once."""


class Receiver(asyncio.Queue[object]):
    """The queue between fetching and answering.

    The library confirms an update with its next fetch, or with its reply to a webhook call, after it was put
    here. An update that was here before, in this run or an earlier one, is left out.
    """

    def __init__(self, updates: Updates) -> None:
        super().__init__()
        self._updates = updates
        self._unkept: deque[int] = deque(maxlen=_UNKEPT)

    async def put(self, item: object) -> None:
        """Keeps an update and queues it, unless it was here before."""
        if not isinstance(item, Update) or self._is_new(item):
            await super().put(item)

    def _is_new(self, update: Update) -> bool:
        """Whether an update was not here before; where the disk takes nothing, this run remembers its id."""
        if update.update_id in self._unkept:
            return False
        with unkept("update"):
            return self._updates.take(update.update_id, kept_body(update))
        self._unkept.append(update.update_id)
        return True

    async def resume(self, bot: Bot) -> None:
        """Queues what an earlier run took and did not answer."""
        for body in self._updates.waiting():
            update = Update.de_json(json.loads(body), bot)
            await super().put(update)
