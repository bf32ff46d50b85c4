"""Where updates arrive: each is on disk before Telegram is told that it was received."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import json

from telegram import Bot, Update

from bot.store import Updates
from bot.telegram.kept_update import kept_body


class Receiver(asyncio.Queue[object]):
    """The queue between fetching and answering.

    The library confirms an update with its next fetch, or with its reply to a webhook call, after it was put
    here. An update that was here before, in this run or an earlier one, is left out.
    """

    def __init__(self, updates: Updates) -> None:
        super().__init__()
        self._updates = updates

    async def put(self, item: object) -> None:
        """Keeps an update and queues it, unless it was here before."""
        if not isinstance(item, Update) or self._updates.take(item.update_id, kept_body(item)):
            await super().put(item)

    async def resume(self, bot: Bot) -> None:
        """Queues what an earlier run took and did not answer."""
        for body in self._updates.waiting():
            update = Update.de_json(json.loads(body), bot)
            await super().put(update)
