"""Replies of the staff, news and reminders, sent to people who may be written to."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from bot.ports import LookUps
from bot.store import Store, reader_chat
from bot.unasked.news import china_hour
from bot.unasked.reader_news import ReaderNews
from bot.unasked.reminding import Reminding
from bot.wechat.content_pages import pages_of
from bot.wechat.message_turns import Turns
from bot.wechat.service_post import ServicePost
from bot.wechat.staff_letters import told

EVERY_S = 2.0
_log = logging.getLogger(__name__)


class UnaskedMessages:
    """Runs beside the answering for one account.

    What cannot be sent is read with the next message, as where an account only replies.
    """

    def __init__(
        self,
        store: Store,
        look_ups: LookUps,
        post: ServicePost,
        turns: Turns,
        hours: tuple[int, int],
        hour: Callable[[], int] = china_hour,
    ) -> None:
        """News and reminders go out from the first to before the second of `hours`; `hour` gives the hour."""
        self._store = store
        self._look_ups = look_ups
        self._news = ReaderNews(store, look_ups)
        self._reminding = Reminding(store, look_ups)
        self._post = post
        self._turns = turns
        self._hours = hours
        self._hour = hour

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every few seconds until told to stop; what is being sent then is noted first."""
        while not stop.is_set():
            try:
                await self.deliver(stop)
            except Exception as error:  # noqa: BLE001 - whatever breaks, the next round is tried
                _log.warning("event=not_sent error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    async def deliver(self, stop: asyncio.Event) -> None:
        """Sends what waits, one after the other, to those who may be written to now.

        Raises:
            StoreError: the database cannot be read or written.
        """
        for person, number in self._store.desk.waiting():
            await self._in_turn(person, stop, partial(self._letter, person, number))
        if self._hours[0] <= self._hour() < self._hours[1]:
            for person in self._store.subscriptions.readers_waiting():
                await self._in_turn(person, stop, partial(self._told, person))
            for person in self._reminding.readers_waiting():
                self._know_again(person)
                await self._in_turn(person, stop, partial(self._reminded, person))

    async def _in_turn(
        self, person: str, stop: asyncio.Event, sending: Callable[[], Awaitable[None]]
    ) -> None:
        """Sends unless the person is being answered, who would read it a second time; then afterwards."""
        sender = self._post.addresses.of(person)
        if sender and not stop.is_set():
            async with self._turns.order_of(sender):
                await sending()

    async def _letter(self, person: str, number: int) -> None:
        letter = self._store.desk.letter(number)
        if (
            letter
            and not letter.delivered
            and await self._post.brought(person, pages_of(told(letter, self._look_ups)))
        ):
            self._store.desk.delivered(number)

    async def _told(self, person: str) -> None:
        news = self._news.waiting(person)
        if news.text and await self._post.brought(person, pages_of(news.text)):
            self._news.told(person, news)

    def _know_again(self, person: str) -> None:
        """Whoever asked to be reminded may have written before a restart."""
        for reminder in self._reminding.waiting(reader_chat(person)):
            self._post.addresses.restore(person, reminder.address)

    async def _reminded(self, person: str) -> None:
        for reminder in self._reminding.waiting(reader_chat(person)):
            if await self._post.brought(person, pages_of(self._reminding.text(reminder))):
                self._store.reminders.told(reminder.id)
