"""Replies of the staff, sent as soon as they are there to people who may still be written to."""

import asyncio
import logging
from contextlib import suppress

from bot.errors import StoreError
from bot.store import Store
from bot.wechat.content_pages import pages_of
from bot.wechat.message_turns import Turns
from bot.wechat.service_post import ServicePost
from bot.wechat.staff_letters import told

EVERY_S = 2.0
_log = logging.getLogger(__name__)


class LetterDelivery:
    """Runs beside the answering for one account.

    What cannot be sent is read with the next message, as where an account only replies.
    """

    def __init__(self, store: Store, post: ServicePost, turns: Turns) -> None:
        self._store = store
        self._post = post
        self._turns = turns

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every few seconds until told to stop; what is being sent then is noted first."""
        while not stop.is_set():
            try:
                await self.deliver(stop)
            except StoreError as error:
                _log.warning("event=letters_not_sent error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    async def deliver(self, stop: asyncio.Event) -> None:
        """Sends what waits, one after the other, to those who may be written to now.

        Raises:
            StoreError: the database cannot be read or written.
        """
        for person, number in self._store.desk.waiting():
            sender = self._post.addresses.of(person)
            if stop.is_set():
                return
            if sender:
                # Nobody is answered meanwhile, who would read the reply a second time.
                async with self._turns.order_of(sender):
                    await self._bring(person, number)

    async def _bring(self, person: str, number: int) -> None:
        letter = self._store.desk.letter(number)
        if letter and not letter.delivered and await self._post.brought(person, pages_of(told(letter))):
            self._store.desk.delivered(number)
