"""/mine: what is kept of a person in a chat, with a button to remove each."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from html import escape

from telegram import Update

from bot import messages
from bot.errors import StoreError
from bot.kept_list import KeptList, kept_list, record_named
from bot.messages import kept as words
from bot.telegram import keyboards
from bot.telegram.channel import Context, Parts, acknowledge, person_of, say_to, turn_page


class OwnList:
    """Handlers of /mine and of its buttons."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def mine(self, update: Update, context: Context) -> None:
        """Lists what the person asked, left and subscribed to in this chat."""
        listed = self._listed(update)
        await say_to(update, _shown(listed), keyboards.kept(listed.removals()), ends=True)

    async def removed(self, update: Update, context: Context) -> None:
        """A button of the list: removes one, and shows in its place what is left."""
        query, chat = update.callback_query, update.effective_chat
        named = record_named((query.data or "").removeprefix(keyboards.DROP)) if query else None
        if query is None or chat is None:
            return
        if named is None:
            await acknowledge(query, messages.BUTTON_EXPIRED)
            return
        try:
            self._parts.store.own.remove(person_of(update), chat.id, *named)
        except StoreError:
            await acknowledge(query, words.NOT_REMOVED)
            return
        await acknowledge(query)
        listed = self._listed(update)
        await turn_page(query, escape(_shown(listed), quote=False), keyboards.kept(listed.removals()))

    def _listed(self, update: Update) -> KeptList:
        chat = update.effective_chat.id if update.effective_chat else 0
        danger = self._parts.assistance.look_ups.danger
        own = self._parts.store.own
        return kept_list(own, person_of(update), chat, lambda text: danger(text) is not None)


def _shown(listed: KeptList) -> str:
    return f"{listed.text}\n\n{words.HOW_BUTTONS}" if listed.numbered else listed.text
