"""Wishes in words: to be reminded of a day, to be told of what is new, or of nothing more."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import Update
from telegram.ext import filters

from bot.china_time import today_in_china
from bot.telegram.channel import Channel, Context
from bot.telegram.reminder_asking import ReminderAsking
from bot.telegram.requests import Requests
from bot.telegram.sending import addressed_text
from bot.wishes.reminder_wishes import reminder_wish
from bot.wishes.subscription_wishes import subscription_wish

NAMED = filters.Regex("提醒|订|通知|告诉|告知|知会|说|吱")
"""Without one of these words nothing is a wish."""


class Wishes:
    """The handler of messages that may be one."""

    def __init__(self, channel: Channel, reminders: ReminderAsking, requests: Requests) -> None:
        self._channel = channel
        self._reminders = reminders
        self._requests = requests

    async def worded(self, update: Update, context: Context) -> None:
        """Fulfils a wish; all other words are a question."""
        message = update.effective_message
        asked = (addressed_text(message, context.bot.bot) if message else None) or ""
        day, news = reminder_wish(asked, today_in_china()), subscription_wish(asked)
        if day:
            await self._reminders.wanted(update, day)
        elif news and news.ends:
            await self._requests.subscriptions(update, context)
        elif news:
            await self._requests.subscribed(update, news.wanted)
        else:
            await self._channel.question(update, context)
