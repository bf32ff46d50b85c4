"""Which handler takes which update."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.messages.talk import ANSWERED_COMMANDS
from bot.telegram import keyboards
from bot.telegram.channel import App, Channel, Parts
from bot.telegram.inline import Inline
from bot.telegram.own_list import OwnList
from bot.telegram.region_choice import Regions
from bot.telegram.requests import Requests

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
"""Kinds of updates that are asked for."""

_ASKED = tuple(name for name in ANSWERED_COMMANDS if name != "region")
"""/region shows its buttons first."""


def add_handlers(app: App, parts: Parts, admins: frozenset[int]) -> None:
    """Registers every handler; the first that fits takes the update."""
    channel, requests = Channel(parts), Requests(parts, admins)
    regions = Regions(parts, channel)
    own = OwnList(parts)
    private, mine = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
    app.add_handler(TypeHandler(Update, channel.not_too_often), group=-1)
    commands = {
        "start": channel.start,
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
    app.add_handler(CommandHandler(_ASKED, channel.command, mine))
    app.add_handler(MessageHandler(filters.COMMAND & private, channel.unknown_command))
    words = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION
    app.add_handler(MessageHandler(words, channel.question))
    app.add_handler(MessageHandler(private & ~filters.StatusUpdate.ALL, channel.not_text))
    buttons = {
        keyboards.FULL: channel.full_text,
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
