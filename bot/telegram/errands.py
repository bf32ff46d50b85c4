"""What the bot sends unasked: replies of the staff, and news of measures to subscribers."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from html import escape

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.answering import CHINA
from bot.errors import StoreError
from bot.messages import telegram as words
from bot.messages.items import item_name
from bot.rendering import split_message, title
from bot.store import Subscription
from bot.telegram import keyboards
from bot.telegram.channel import Parts
from bot.telegram.sending import patiently
from corpus.records import Measure

EVERY_S = 5.0
NEWS_EVERY_S = 0.04
"""Source: core.telegram.org/bots/faq: not more than about 30 notifications a second."""
_log = logging.getLogger(__name__)


def china_hour() -> int:
    """The hour of the day where the subscribers are."""
    return datetime.now(CHINA).hour


class Errands:
    """Runs beside the answering of questions until it is cancelled."""

    def __init__(
        self, parts: Parts, bot: Bot, hours: tuple[int, int], hour: Callable[[], int] = china_hour
    ) -> None:
        self._parts = parts
        self._bot = bot
        self._hours = hours
        self._hour = hour

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every few seconds until told to stop; a failure is one log line, and tried again.

        A message that is being sent is finished and noted first, so that it is not sent again.
        """
        while not stop.is_set():
            try:
                await self.replies(stop)
                await self.news(stop)
            except (StoreError, TelegramError) as error:
                _log.warning("event=errand_failed error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    async def replies(self, stop: asyncio.Event) -> None:
        """Brings the staff's replies into their chats."""
        desk = self._parts.store.desk
        for letter in desk.to_deliver():
            if stop.is_set():
                return
            text = words.REPLIED.format(text=letter.text[: words.SHORT_QUOTE], reply=letter.reply)
            for part in split_message(escape(text, quote=False)):
                await patiently(lambda part=part, chat=letter.chat: self._bot.send_message(chat, part))  # type: ignore[misc]
            desk.delivered(letter.id)

    async def news(self, stop: asyncio.Event) -> None:
        """Tells each subscriber once of each measure that is new or changed, at a polite hour."""
        if not self._hours[0] <= self._hour() < self._hours[1]:
            return
        store, catalog = self._parts.store.subscriptions, self._parts.assistance.look_ups.catalog
        fresh = await self._parts.off_loop(store.fresh, catalog.measures)
        for measure in fresh:
            for one in store.all():
                if stop.is_set():
                    return
                if _fits(one, measure) and store.begin(one.chat, measure):
                    await self._tell(one, measure)
                    await asyncio.sleep(NEWS_EVERY_S)
            store.note([measure])

    async def _tell(self, one: Subscription, measure: Measure) -> None:
        head = escape(words.NEWS.format(wanted=one.wanted), quote=False)
        name = escape(
            f"{title(measure.sections)}（{measure.document}{item_name(measure.item)}）", quote=False
        )
        rows = [
            [InlineKeyboardButton(words.FULL, callback_data=self._parts.keys.data(measure.id))],
            [InlineKeyboardButton(words.STOP, callback_data=f"{keyboards.END}{one.id}")],
        ]
        try:
            await patiently(
                lambda: self._bot.send_message(
                    one.chat, f"{head}\n{name}", reply_markup=InlineKeyboardMarkup(rows)
                )
            )
        except TelegramError:
            # Nothing was sent: the claim is given back, and the next look tries again.
            self._parts.store.subscriptions.withdraw(one.chat, measure)
            raise


def _fits(one: Subscription, measure: Measure) -> bool:
    if one.kind == "document":
        return measure.document == one.wanted
    if one.kind == "department":
        return any(duty.canonical == one.wanted for duty in measure.responsibilities)
    return one.wanted in "".join(measure.text.split())
