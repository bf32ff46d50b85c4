"""The whole text of a measure, by the button under an answer or a link that was passed on; and its card."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio

from telegram import Chat, Update

from bot import messages
from bot.answer import ShownMeasure
from bot.china_time import today_in_china
from bot.messages import telegram as words
from bot.rendering import card_of, render_html
from bot.telegram import keyboards
from bot.telegram.channel import Channel, Context, Parts, acknowledge, say_to
from bot.telegram.forum_topics import topic_in_hand
from bot.telegram.sending import patiently, send, while_typing
from bot.web.addresses import measure_address
from corpus.errors import SourceError

_CARD_FILE = "wenzheng.png"


class FullTexts:
    """Handlers of the buttons that show a measure, and of /start with a measure."""

    def __init__(self, parts: Parts, channel: Channel) -> None:
        self._parts = parts
        self._channel = channel
        self._drawing = asyncio.Lock()

    async def pressed(self, update: Update, context: Context) -> None:
        """Sends the full text that a button stands for, or says that the button is out of date."""
        shown, chat = await self._named_by_button(update), update.effective_chat
        if shown and chat:
            await self._send(chat, shown, context)

    async def opened(self, update: Update, context: Context) -> None:
        """/start: shows the measure of the link that was followed; without one says who is there."""
        named, chat = next(iter(context.args or ()), ""), update.effective_chat
        if not named or chat is None:
            await self._channel.start(update, context)
            return
        shown = await self._shown(self._parts.keys.linked(named))
        if shown:
            await self._send(chat, shown, context)
        else:
            await say_to(update, messages.with_examples(messages.LINK_EXPIRED))

    async def pictured(self, update: Update, context: Context) -> None:
        """Sends the picture card of the measure that a button stands for."""
        shown, chat = await self._named_by_button(update), update.effective_chat
        if shown is None or chat is None:
            return
        page = f"{self._parts.site}{measure_address(shown.id)}" if self._parts.site else ""
        card = card_of(shown, page or self._link(shown, context))
        try:
            async with self._drawing:
                picture = await while_typing(chat, asyncio.to_thread(self._parts.printing.card, card))
        except SourceError:
            await say_to(update, words.NO_CARD, ends=True)
            return
        await patiently(
            lambda: chat.send_photo(picture, filename=_CARD_FILE, message_thread_id=topic_in_hand.get())
        )

    async def _named_by_button(self, update: Update) -> ShownMeasure | None:
        """The measure of the button that was pressed, which is told when it is out of date."""
        query = update.callback_query
        if query is None:
            return None
        shown = await self._shown(self._parts.keys.measure_id(query.data or ""))
        await acknowledge(query, None if shown else messages.BUTTON_EXPIRED)
        return shown

    async def _shown(self, measure_id: str | None) -> ShownMeasure | None:
        if measure_id is None:
            return None
        return await self._parts.off_loop(self._parts.assistance.look_ups.show, measure_id)

    async def _send(self, chat: Chat, shown: ShownMeasure, context: Context) -> None:
        today = today_in_china()
        keyboard = keyboards.for_full(shown, self._parts.keys, self._link(shown, context), today)
        await send(chat, render_html.render_full(shown, today), keyboard)

    def _link(self, shown: ShownMeasure, context: Context) -> str:
        return self._parts.keys.link(shown.id, context.bot.username)
