"""What is to be told unasked, looked for while the bot runs: news, and days that documents no longer name."""

import asyncio
import logging
from contextlib import suppress
from datetime import date

from bot.china_time import today_in_china
from bot.errors import StoreError
from bot.ports import LookUps
from bot.store import Store
from bot.unasked.news import NewsPlanning
from bot.unasked.reminding import Reminding

EVERY_S = 60.0
"""Documents change a few times a day; between two rounds nothing is done where they did not."""
_log = logging.getLogger(__name__)


class UnaskedPlanning:
    """Runs beside the answering, for channels that send or show what was planned."""

    def __init__(self, store: Store, look_ups: LookUps) -> None:
        self._subscriptions = store.subscriptions
        self._lapsed_on = date.min
        self._news = NewsPlanning(store, look_ups)
        self._reminding = Reminding(store, look_ups)

    async def run(self, stop: asyncio.Event) -> None:
        """Plans until told to stop; a store that fails is one log line, and tried again."""
        while not stop.is_set():
            try:
                await asyncio.to_thread(self._plan)
            except StoreError as error:
                _log.warning("event=news_not_planned error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    def _plan(self) -> None:
        """One round; what has lapsed is looked for once a day."""
        today = today_in_china()
        if self._lapsed_on != today:
            self._subscriptions.lapse()
            self._lapsed_on = today
        self._news.plan()
        self._reminding.check()
