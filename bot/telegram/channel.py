"""The handlers of the Telegram channel. They translate; the assistant answers."""

# ruff: noqa: TID251 - this subpackage and bot/telegram_bot.py are the importers of telegram

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from typing import Any, Protocol, TypeAlias, TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import messages, render_html
from bot.answer import Answer, Ask, ShownMeasure
from bot.telegram.keys import MeasureKeys
from bot.telegram.sending import addressed_text, quoted, say, send, while_typing
from bot.titles import title

_log = logging.getLogger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
_Context: TypeAlias = ContextTypes.DEFAULT_TYPE
_In = TypeVar("_In")
_Out = TypeVar("_Out")

REMEMBERED_UPDATES = 1000
"""Update ids kept to drop what is delivered twice; getUpdates hands out at most 100 at a time."""


class Asker(Protocol):
    """What the channel needs of the assistant; both are called off the event loop."""

    def ask(self, ask: Ask, /) -> Answer:
        """The answer to one question."""

    def show(self, measure_id: str, /) -> ShownMeasure | None:
        """The measure of that id in full; None when there is none."""


class Channel:
    """The handlers. They translate; the assistant answers."""

    def __init__(self, asker: Asker, keys: MeasureKeys, pool: ThreadPoolExecutor) -> None:
        self._asker = asker
        self._keys = keys
        self._pool = pool
        self._seen: OrderedDict[int, None] = OrderedDict()

    def add_to(self, app: App) -> None:
        """Registers every handler; the first that fits takes the update."""
        private = filters.ChatType.PRIVATE
        app.add_handler(TypeHandler(Update, self.drop_repeated), group=-1)
        app.add_handler(CommandHandler("start", self.start, filters.UpdateType.MESSAGE))
        app.add_handler(CommandHandler("help", self.help, filters.UpdateType.MESSAGE))
        app.add_handler(MessageHandler(filters.COMMAND & private, self.unknown_command))
        app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, self.question))
        app.add_handler(MessageHandler(private & ~filters.StatusUpdate.ALL, self.not_text))
        app.add_handler(CallbackQueryHandler(self.button))
        app.add_error_handler(self.failed)

    async def drop_repeated(self, update: Update, context: _Context) -> None:
        """Stops an update that was here before."""
        if update.update_id in self._seen:
            raise ApplicationHandlerStop
        self._seen[update.update_id] = None
        if len(self._seen) > REMEMBERED_UPDATES:
            self._seen.popitem(last=False)

    async def start(self, update: Update, context: _Context) -> None:
        """Says who it is."""
        await _say(update, messages.with_examples(messages.WELCOME))

    async def help(self, update: Update, context: _Context) -> None:
        """Says how to ask."""
        await _say(update, messages.with_examples(messages.HELP))

    async def unknown_command(self, update: Update, context: _Context) -> None:
        """Says that there is no such command."""
        await _say(update, messages.UNKNOWN_COMMAND)

    async def not_text(self, update: Update, context: _Context) -> None:
        """Asks for words instead of a picture, a voice message, a file."""
        await _say(update, messages.with_examples(messages.NOT_TEXT))

    async def question(self, update: Update, context: _Context) -> None:
        """Answers, with a button for the full text of each measure."""
        message, chat = update.effective_message, update.effective_chat
        asked = addressed_text(message, context.bot.bot) if message else None
        if message is None or chat is None or asked is None:
            return
        user = update.effective_user
        ask = Ask(asked, session=f"telegram:{chat.id}:{user.id if user else 0}")
        answer = await while_typing(chat, self._off_loop(self._asker.ask, ask))
        await send(chat, render_html.render(answer), self._keyboard(answer.measures), quoted(message))

    async def button(self, update: Update, context: _Context) -> None:
        """Sends the full text that a button stands for, or says that the button is out of date."""
        query, chat = update.callback_query, update.effective_chat
        if query is None:
            return
        measure_id = self._keys.measure_id(query.data or "")
        shown = await self._off_loop(self._asker.show, measure_id) if measure_id else None
        # A query that waited too long can no longer be answered; the text is still wanted.
        with suppress(TelegramError):
            await query.answer(None if shown else messages.BUTTON_EXPIRED, show_alert=shown is None)
        if shown and chat:
            await send(chat, render_html.render_full(shown))

    async def failed(self, update: object, context: _Context) -> None:
        """One log line without a word of the message, one sentence to the person."""
        error = context.error
        frame = extract_tb(error.__traceback__)[-1] if error and error.__traceback__ else None
        where = f"{Path(frame.filename).name}:{frame.lineno}" if frame else "-"
        _log.error("event=update_failed error=%s where=%s", type(error).__name__, where)
        if isinstance(update, Update) and update.effective_chat:
            with suppress(TelegramError):
                await _say(update, messages.FAILED)

    async def _off_loop(self, call: Callable[[_In], _Out], argument: _In) -> _Out:
        return await asyncio.get_running_loop().run_in_executor(self._pool, call, argument)

    def _keyboard(self, measures: Sequence[ShownMeasure]) -> InlineKeyboardMarkup | None:
        def words(measure: ShownMeasure) -> str:
            name = messages.BUTTON_FULL_TEXT_OF.format(title=title(measure.sections))
            return name if len(measures) > 1 else messages.BUTTON_FULL_TEXT

        rows = [[InlineKeyboardButton(words(m), callback_data=self._keys.data(m.id))] for m in measures]
        return InlineKeyboardMarkup(rows) if rows else None


async def _say(update: Update, words: str) -> None:
    if update.effective_chat:
        await say(update.effective_chat, words)
