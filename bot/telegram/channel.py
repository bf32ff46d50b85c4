"""Messages and buttons of the Telegram channel. They are translated; the assistant answers."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import logging
import re
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any, TypeAlias, TypeVar

from telegram import CallbackQuery, Chat, Message, Update, User
from telegram.error import BadRequest, TelegramError
from telegram.ext import Application, ApplicationHandlerStop, ContextTypes

from bot import messages
from bot.answer import Answer, Ask
from bot.errors import StoreError
from bot.messages import talk
from bot.messages import telegram as words
from bot.ports import Assistance
from bot.printing import Printing
from bot.rendering import render_html
from bot.store import Store
from bot.telegram import keyboards
from bot.telegram.answer_messages import AnswerMessages
from bot.telegram.dated_answers import DatedAnswers
from bot.telegram.forum_topics import topic_in_hand
from bot.telegram.sending import (
    addressed_text,
    marked,
    quoted,
    replaced,
    say,
    send,
    while_typing,
    written,
)
from bot.token_buckets import TokenBuckets

_log = logging.getLogger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Context: TypeAlias = ContextTypes.DEFAULT_TYPE
_ALBUMS = 256
"""Albums remembered, so that each is replied to once; the messages of one arrive together."""
_INLINE_COST = 0.25
"""Share of a message that an inline query counts: clients send one whenever the typing stops for a moment."""
_In = TypeVar("_In")
_Out = TypeVar("_Out")


@dataclass(frozen=True)
class Parts:
    """What the handlers work with."""

    assistance: Assistance
    keys: keyboards.MeasureKeys
    pool: ThreadPoolExecutor
    store: Store
    limits: TokenBuckets
    """How often each person may write."""
    printing: Printing = field(default_factory=Printing)
    site: str = ""
    """Where people reach the page; "" where they do not."""

    async def off_loop(self, call: Callable[[_In], _Out], argument: _In) -> _Out:
        """Calls what takes time in another thread, which knows the topic in hand."""
        within = copy_context()
        return await asyncio.get_running_loop().run_in_executor(self.pool, within.run, call, argument)


def person_of(update: Update) -> str:
    """Who writes, as the store knows them; the end of the keys of their conversations."""
    return f":{update.effective_user.id if update.effective_user else 0}"


def session_of(update: Update) -> str:
    """The conversation of this person in this chat, in a forum in this topic of it."""
    topic = topic_in_hand.get()
    chat = f"{update.effective_chat.id if update.effective_chat else 0}{f'/{topic}' if topic else ''}"
    return f"telegram:{chat}{person_of(update)}"


class Channel:
    """Handlers of messages and of the buttons under answers."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._albums: deque[str] = deque(maxlen=_ALBUMS)
        self._answers = AnswerMessages()
        self.dated = DatedAnswers()

    async def not_too_often(self, update: Update, context: Context) -> None:
        """Stops what one person sends or taps too fast, first with a notice; never a cry for help."""
        person, cost = update.effective_user, _INLINE_COST if update.inline_query else 1.0
        typed = _typed(update, context.bot.bot)
        if person is None or typed is None:
            return
        too_soon = self._parts.limits.take(person.id, cost)
        if too_soon is None:
            return
        danger = await self._parts.off_loop(self._parts.assistance.look_ups.danger, typed)
        if danger:
            return
        if too_soon.in_a_row == 1:
            await _ask_to_wait(update)
        raise ApplicationHandlerStop

    async def start(self, update: Update, context: Context) -> None:
        """Says who it is."""
        await say_to(update, messages.with_examples(messages.WELCOME))

    async def help(self, update: Update, context: Context) -> None:
        """Says how to ask, and which commands there are."""
        await say_to(update, "\n\n".join((messages.with_examples(messages.HELP), words.commands_listed())))

    async def command(self, update: Update, context: Context) -> None:
        """A command that the assistant answers itself, as it was typed."""
        message, chat = update.effective_message, update.effective_chat
        if message and chat:
            typed = re.sub(r"^(/\w+)@\w+", r"\1", message.text or "")
            await self.answer(update, chat, typed, quoted(message))

    async def unknown_command(self, update: Update, context: Context) -> None:
        """Says that there is no such command."""
        await say_to(update, messages.UNKNOWN_COMMAND)

    async def voice(self, update: Update, context: Context) -> None:
        """Says how to type by speaking: nothing here listens."""
        await say_to(update, messages.with_examples(words.VOICE))

    async def not_text(self, update: Update, context: Context) -> None:
        """Asks for words instead of a picture, a file or a location; once for an album."""
        message = update.effective_message
        album = message.media_group_id if message else None
        if album in self._albums:
            return
        self._note_album(album)
        await say_to(update, messages.with_examples(messages.NOT_TEXT))

    async def question(self, update: Update, context: Context) -> None:
        """Answers a message, an edited one too; of a picture or file the words written under it."""
        message, chat = update.effective_message, update.effective_chat
        asked = addressed_text(message, context.bot.bot) if message else None
        if message is None or chat is None or asked is None:
            return
        if len(asked) > words.MAX_CHARS:
            await say(chat, words.CUT)
            half = words.MAX_CHARS // 2
            asked = f"{asked[:half]} {asked[-half:]}"
        if not message.text:
            self._note_album(message.media_group_id)
            await say(chat, words.CAPTION)
        await self.answer(update, chat, asked, quoted(message))

    def _note_album(self, album: str | None) -> None:
        """The other pictures of an album come as messages of their own and need no reply."""
        if album:
            self._albums.append(album)

    async def answer(self, update: Update, chat: Chat, asked: str, reply_to: int | None = None) -> None:
        """Answers words, with the buttons that fit; the words of an edited message in place of its answer."""
        edited, message = update.edited_message, update.effective_message
        if edited and self._answers.is_answered(chat.id, edited.message_id, asked):
            return
        answer = await while_typing(chat, self._parts.off_loop(self._asked, (update, asked)))
        self.dated.note(session_of(update), answer)
        html, keyboard = render_html.render(answer), keyboards.for_answer(answer, self._parts.keys)
        earlier = self._answers.answers(chat.id, edited.message_id) if edited else ()
        if not await replaced(chat, earlier, html, keyboard):
            earlier = tuple(await send(chat, html, keyboard, reply_to, ends=True))
        if message and not update.callback_query:
            self._answers.note(chat.id, message.message_id, asked, earlier)

    def _asked(self, given: tuple[Update, str]) -> Answer:
        update, asked = given
        person, chat = person_of(update), update.effective_chat.id if update.effective_chat else None
        tied = self._parts.assistance.places().of_chat(chat) if chat is not None else None
        region = self._parts.store.people.region(person) or tied
        ask = Ask(
            asked,
            session=session_of(update),
            region=region,
            person=person,
            chat=chat,
            topic=topic_in_hand.get(),
            update=update.update_id,
        )
        return self._parts.assistance.ask(ask)

    async def said(self, update: Update, context: Context) -> None:
        """A button that says something: a page is turned in place, all else is answered below."""
        query, chat = update.callback_query, update.effective_chat
        if query is None or chat is None or query.data is None:
            return
        await acknowledge(query)
        asked = query.data.removeprefix(keyboards.SAY)
        if asked != talk.NEXT_SAID or not isinstance(query.message, Message):
            await self.answer(update, chat, asked)
            return
        answer = await self._parts.off_loop(self._asked, (update, asked))
        keyboard = keyboards.for_answer(answer, self._parts.keys)
        await turn_page(query, render_html.render(answer), keyboard)

    async def outdated(self, update: Update, context: Context) -> None:
        """A button of a kind that no longer exists."""
        if update.callback_query:
            await acknowledge(update.callback_query, messages.BUTTON_EXPIRED)

    async def failed(self, update: object, context: Context) -> None:
        """One log line without a word of the message, one sentence to the person."""
        error = context.error
        frame = extract_tb(error.__traceback__)[-1] if error and error.__traceback__ else None
        where = f"{Path(frame.filename).name}:{frame.lineno}" if frame else "-"
        _log.error("event=update_failed error=%s where=%s", type(error).__name__, where)
        if isinstance(update, Update) and update.effective_chat and not isinstance(error, TelegramError):
            with suppress(TelegramError):
                await say_to(update, words.NOT_KEPT if isinstance(error, StoreError) else messages.FAILED)


def _typed(update: Update, me: User) -> str | None:
    """What the sender typed, "" for a tap; None where nothing is asked of the bot."""
    if update.inline_query:
        return update.inline_query.query
    if update.callback_query:
        return ""
    message = update.effective_message
    return None if message is None or addressed_text(message, me) is None else written(message)


async def _ask_to_wait(update: Update) -> None:
    """Asks the sender for patience, above a button where one was tapped; whoever types inline types on."""
    if update.callback_query:
        await acknowledge(update.callback_query, words.TOO_MANY)
    elif not update.inline_query:
        await say_to(update, words.TOO_MANY)


async def say_to(
    update: Update, text: str, keyboard: keyboards.Keyboard | None = None, *, ends: bool = False
) -> None:
    """Says words in the chat of an update; `ends` says that they are the last."""
    if update.effective_chat:
        await say(update.effective_chat, text, keyboard, ends=ends)


async def acknowledge(query: CallbackQuery, alert: str | None = None, *, passing: bool = False) -> None:
    """Ends the waiting sign of a button; a query that waited too long can no longer be answered.

    The words of `alert`, which nobody else sees, stand until they are read, or pass where they are `passing`.
    """
    with suppress(TelegramError):
        await query.answer(alert, show_alert=alert is not None and not passing)


async def turn_page(query: CallbackQuery, html: str, keyboard: keyboards.Keyboard | None) -> None:
    """Replaces the previous page with the next one; sends a new message where the old one is gone."""
    try:
        await marked(html, lambda words: query.edit_message_text(words, reply_markup=keyboard))
    except BadRequest as error:
        if "not modified" not in str(error) and isinstance(query.message, Message):
            await send(query.message.chat, html, keyboard)
