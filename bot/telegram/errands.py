"""What the bot sends unasked: replies of the staff, news to subscribers, reminders of days to come."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import ExtBot

from bot.china_time import CHINA
from bot.errors import StoreError
from bot.messages import telegram as words
from bot.messages.items import item_name
from bot.rendering import split_message, staff_reply, title
from bot.store import Subscription
from bot.telegram import keyboards
from bot.telegram.channel import Parts
from bot.telegram.delivering import Attempt, DeliveryOutcome, Parcel, deliver
from bot.unasked.news import NewsPlanning, china_hour, fits, measure_at_hand
from bot.unasked.reminding import Reminding
from corpus.records import Measure

EVERY_S = 5.0
NEWS_EVERY_S = 0.04
"""Source: core.telegram.org/bots/faq: not more than about 30 notifications a second."""
_log = logging.getLogger(__name__)


class Errands:
    """Runs beside the answering of questions until it is cancelled."""

    def __init__(self, parts: Parts, bot: ExtBot[int], hours: tuple[int, int]) -> None:
        self._parts = parts
        self._bot = bot
        self._planning = NewsPlanning(parts.store, parts.assistance.look_ups)
        self._reminding = Reminding(parts.store, parts.assistance.look_ups)
        self._hours = hours

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every few seconds until told to stop; a store that fails is one log line, and tried again.

        A message that is being sent is finished and noted first, so that it is not sent again.
        """
        while not stop.is_set():
            try:
                await self.replies(stop)
                if self._hours[0] <= china_hour() < self._hours[1]:
                    await self.news(stop)
                    await self.reminders(stop)
            except StoreError as error:
                _log.warning("event=errand_failed error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    async def replies(self, stop: asyncio.Event) -> None:
        """Brings the staff's replies that are due into their chats, each for itself."""
        desk = self._parts.store.desk
        for letter in desk.to_deliver():
            if stop.is_set():
                return
            day = datetime.fromtimestamp(letter.replied, CHINA).date() if letter.replied else None
            danger = self._parts.assistance.look_ups.danger(letter.text) is not None
            said = letter.text, letter.reply or "", letter.department, day, letter.approved_by
            text = staff_reply(*said, danger=danger)
            parts = [Parcel(part) for part in split_message(escape(text, quote=False))]
            desk.attempted(letter.id)
            sent = await deliver(self._bot, letter.chat, parts, topic=letter.topic)
            self._settle(
                sent, letter.chat, partial(desk.delivered, letter.id), partial(desk.refused, letter.id)
            )

    async def news(self, stop: asyncio.Event) -> None:
        """Tells each subscriber once of each measure that is new or changed."""
        await self._parts.off_loop(lambda planning: planning.plan(), self._planning)
        subscriptions, look_ups = self._parts.store.subscriptions, self._parts.assistance.look_ups
        for chat, measure_id in subscriptions.due():
            if stop.is_set():
                return
            measure = measure_at_hand(look_ups.catalog, measure_id)
            wishes = subscriptions.of(chat) if measure else ()
            wish = next((one for one in wishes if measure and fits(one, measure)), None)
            if measure is None or wish is None:
                subscriptions.withdraw(chat, measure_id)
                continue
            await self._tell(wish, measure)
            await asyncio.sleep(NEWS_EVERY_S)

    async def reminders(self, stop: asyncio.Event) -> None:
        """Tells whoever asked for it of the days that come near, once."""
        await self._parts.off_loop(lambda reminding: reminding.check(), self._reminding)
        reminders = self._parts.store.reminders
        for one in self._reminding.due():
            if stop.is_set():
                return
            text = escape(self._reminding.text(one), quote=False)
            reminders.attempted(one.id)
            parcels = [Parcel(part) for part in split_message(text)]
            parcels[-1] = replace(parcels[-1], keyboard=keyboards.for_told(one.measure, self._parts.keys))
            sent = await deliver(self._bot, one.chat, parcels, topic=one.topic)
            self._settle(sent, one.chat, partial(reminders.told, one.id), partial(reminders.refused, one.id))
            await asyncio.sleep(NEWS_EVERY_S)

    async def _tell(self, one: Subscription, measure: Measure) -> None:
        subscriptions = self._parts.store.subscriptions
        subscriptions.attempted(one.chat, measure.id)
        sent = await deliver(self._bot, one.chat, [self._news_parcel(one, measure)])
        self._settle(
            sent,
            one.chat,
            partial(subscriptions.sent, one.chat, measure.id),
            partial(subscriptions.refused, one.chat, measure.id),
        )

    def _settle(
        self, sent: Attempt, chat: int, done: Callable[[], None], refused: Callable[..., None]
    ) -> None:
        """Notes how an attempt ended; what did not reach Telegram stays due."""
        match sent.outcome:
            case DeliveryOutcome.SENT:
                done()
            case DeliveryOutcome.UNREACHED:
                return
            case DeliveryOutcome.MOVED:
                self._parts.store.move_chat(chat, sent.moved_to)
            case _:
                refused(sent.why, over=sent.outcome is DeliveryOutcome.BLOCKED)

    def _news_parcel(self, one: Subscription, measure: Measure) -> Parcel:
        head = escape(words.NEWS.format(wanted=one.wanted), quote=False)
        name = escape(
            f"{title(measure.sections)}（{measure.document}{item_name(measure.item)}）", quote=False
        )
        rows = [
            [InlineKeyboardButton(words.FULL, callback_data=self._parts.keys.data(measure.id))],
            [InlineKeyboardButton(words.STOP, callback_data=f"{keyboards.END}{one.id}")],
        ]
        return Parcel(f"{head}\n{name}", InlineKeyboardMarkup(rows))
