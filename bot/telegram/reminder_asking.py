"""Asking for a reminder of the days to come of a measure: by a button, or in words after an answer."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from datetime import date

from telegram import Update

from bot import messages
from bot.messages import day_reminders as words
from bot.telegram.channel import Channel, Context, Parts, acknowledge, person_of, say_to, session_of
from bot.telegram.forum_topics import topic_in_hand
from bot.unasked.reminding import Reminded, Reminding
from bot.wishes.reminder_wishes import ReminderWish


class ReminderAsking:
    """Handlers of the button and of the words."""

    def __init__(self, parts: Parts, channel: Channel) -> None:
        self._parts = parts
        self._channel = channel

    async def tapped(self, update: Update, context: Context) -> None:
        """The button below a measure."""
        query = update.callback_query
        if query is None:
            return
        measure_id = self._parts.keys.measure_id(query.data or "")
        await acknowledge(query, None if measure_id else messages.BUTTON_EXPIRED)
        if measure_id:
            self._channel.dated.take_up(session_of(update), measure_id)
            await self._promise(update, measure_id)

    async def wanted(self, update: Update, wish: ReminderWish) -> None:
        """A wish in words, of the measure shown last."""
        measure_id = self._channel.dated.last(session_of(update))
        if measure_id:
            await self._promise(update, measure_id, wish.since)
        else:
            await say_to(update, words.WHICH, ends=True)

    async def _promise(self, update: Update, measure_id: str, since: date | None = None) -> None:
        chat = update.effective_chat
        if chat is None:
            return
        asker = Reminded(person_of(update), chat.id, topic_in_hand.get())
        reminding = Reminding(self._parts.store, self._parts.assistance.look_ups)
        said = await self._parts.off_loop(
            lambda name: reminding.promised(asker, name, words.HERE, since), measure_id
        )
        await say_to(update, said, ends=True)
