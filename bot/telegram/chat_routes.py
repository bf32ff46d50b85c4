"""Which handler takes which update."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import Update
from telegram.ext import (
    ApplicationHandlerStop,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.messages.talk import ANSWERED_COMMANDS
from bot.telegram import keyboards
from bot.telegram.channel import App, Channel, Context, Parts
from bot.telegram.full_texts import FullTexts
from bot.telegram.inline import Inline
from bot.telegram.own_list import OwnList
from bot.telegram.region_choice import Regions
from bot.telegram.reminder_asking import ReminderAsking
from bot.telegram.requests import Requests
from bot.telegram.worded_wishes import NAMED, Wishes

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
"""Kinds of updates that are asked for."""

_ASKED = tuple(name for name in ANSWERED_COMMANDS if name != "region")
"""/region shows its buttons first."""


_SPOKEN = filters.VOICE | filters.AUDIO | filters.VIDEO_NOTE


async def only_asked_for(update: Update, _: Context) -> None:
    """Stops updates of every other kind: of channels, of business chats, of chats where it is a guest.

    Source: core.telegram.org/bots/api, Update: a server may bring kinds that were asked for before; the
    library's handlers of messages take them all.
    """
    if not any(getattr(update, kind) for kind in ALLOWED):
        raise ApplicationHandlerStop


def add_handlers(app: App, parts: Parts, admins: frozenset[int]) -> None:
    """Registers every handler; the first that fits takes the update."""
    channel, requests = Channel(parts), Requests(parts, admins)
    regions, full_texts = Regions(parts, channel), FullTexts(parts, channel)
    own, reminders = OwnList(parts), ReminderAsking(parts, channel)
    private, mine = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
    app.add_handler(TypeHandler(Update, only_asked_for), group=-2)
    app.add_handler(TypeHandler(Update, channel.not_too_often), group=-1)
    commands = {
        "start": full_texts.opened,
        "help": channel.help,
        "forget": requests.forget,
        "mine": own.mine,
        "region": regions.region,
        "staff": requests.leave,
        "subscribe": requests.subscribe,
        "subscriptions": requests.subscriptions,
        "export": requests.export,
        "stats": requests.stats,
    }
    for name, handler in commands.items():
        app.add_handler(CommandHandler(name, handler, mine))
    app.add_handler(CommandHandler(_ASKED, channel.command))
    # What an edit does not answer in place it leaves alone: a letter is not left twice, and the places of
    # somebody who shares where they are arrive as edits.
    app.add_handler(MessageHandler(filters.COMMAND & private & mine, channel.unknown_command))
    words = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION
    wishes = Wishes(channel, reminders, requests)
    app.add_handler(MessageHandler(NAMED & ~filters.COMMAND & mine, wishes.worded))
    app.add_handler(MessageHandler(words, channel.question))
    app.add_handler(MessageHandler(_SPOKEN & private & mine, channel.voice))
    app.add_handler(MessageHandler(private & mine & ~filters.StatusUpdate.ALL, channel.not_text))
    buttons = {
        keyboards.FULL: full_texts.pressed,
        keyboards.CARD: full_texts.pictured,
        keyboards.REMIND: reminders.tapped,
        keyboards.SAY: channel.said,
        keyboards.GOOD: requests.rated,
        keyboards.BAD: requests.rated,
        keyboards.WHY: requests.reasoned,
        keyboards.LEAVE: requests.leave,
        keyboards.REGION: regions.chosen,
        keyboards.END: requests.unsubscribe,
        keyboards.DROP: own.removed,
        keyboards.LIST: requests.more_subscriptions,
    }
    for data, button in buttons.items():
        app.add_handler(CallbackQueryHandler(button, f"^{data}"))
    app.add_handler(CallbackQueryHandler(channel.outdated))
    app.add_handler(InlineQueryHandler(Inline(parts).offer))
    app.add_error_handler(channel.failed)
