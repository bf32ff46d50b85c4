"""Inline mode: @bot 老旧小区 in any chat offers measures as cards to share."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from html import escape

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode

from bot.answer import ShownMeasure
from bot.helplines import Danger, call_now, danger_blocks
from bot.messages import helplines as messages
from bot.messages.items import item_name
from bot.rendering import render_html, render_text, split_message, title
from bot.telegram import keyboards
from bot.telegram.channel import Context, Parts

MOST = 10
"""Most measures offered; nobody scrolls through more above a keyboard."""
CACHE_S = 300
_DESCRIPTION_CHARS = 80


class Inline:
    """The handler of inline queries."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def offer(self, update: Update, context: Context) -> None:
        """Offers the measures that what is typed brings to mind; to somebody in danger whom to call."""
        query = update.inline_query
        if query is None:
            return
        cards, danger = [], self._parts.assistance.look_ups.danger(query.query)
        if danger:
            cards = [_urgent(danger)]
        elif query.query.strip():
            look_ups, typed = self._parts.assistance.look_ups, query.query
            shown = await self._parts.off_loop(lambda words: look_ups.offered(words, MOST), typed)
            cards = [self._card(measure, context.bot.username) for measure in shown]
        await query.answer(cards, cache_time=CACHE_S)

    def _card(self, measure: ShownMeasure, bot: str) -> InlineQueryResultArticle:
        html = split_message(render_html.render_full(measure))[0]
        return InlineQueryResultArticle(
            id=self._parts.keys.data(measure.id)[-16:],
            title=title(measure.sections),
            description=escape(f"{measure.doc.number}{item_name(measure.item)}")[:_DESCRIPTION_CHARS],
            input_message_content=InputTextMessageContent(html, parse_mode=ParseMode.HTML),
            reply_markup=keyboards.for_shared(self._parts.keys.link(measure.id, bot)),
        )


def _urgent(danger: Danger) -> InlineQueryResultArticle:
    """Whom to call, as the one card."""
    return InlineQueryResultArticle(
        id=danger.name,
        title=messages.CARD_TITLE,
        description=call_now(danger),
        input_message_content=InputTextMessageContent(render_text.join(danger_blocks(danger))),
    )
