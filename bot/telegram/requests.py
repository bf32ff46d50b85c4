"""Commands and buttons beyond questions: feedback, the desk, places, subscriptions, ledger, forgetting."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import CallbackQuery, Update
from telegram.constants import ChatType

from bot import messages
from bot.errors import StoreError
from bot.helplines import danger_blocks
from bot.messages import telegram as words
from bot.rendering import ledger_of, render_text
from bot.rendering.ledger_sheet import workbook
from bot.telegram import keyboards
from bot.telegram.channel import Context, Parts, acknowledge, person_of, say_to, session_of, turn_page
from bot.telegram.forum_topics import topic_in_hand
from bot.telegram.sending import patiently
from bot.unasked.news import subscription_kind
from corpus.text.unprinted import visible


class Requests:
    """Handlers of what people want kept, sent or removed."""

    def __init__(self, parts: Parts, admins: frozenset[int]) -> None:
        self._parts = parts
        self._admins = admins

    async def forget(self, update: Update, context: Context) -> None:
        """Removes everything of the person, or says that it is still there."""
        try:
            self._parts.store.forget(person_of(update))
        except StoreError:
            await say_to(update, words.NOT_FORGOTTEN, ends=True)
            return
        await say_to(update, words.FORGOTTEN, ends=True)

    async def rated(self, update: Update, context: Context) -> None:
        """Thumbs up or down; down asks why."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        number = await self._question(update, query)
        if number is None:
            return
        good = query.data.startswith(keyboards.GOOD)

        def rate(question: int = number) -> int:
            self._parts.store.journal.rated(person_of(update), question, good=good)
            return question

        self._parts.store.effects.once(update.update_id, "rating", rate)
        if good:
            await _thank(update, query, words.THANKED)
            return
        await acknowledge(query)
        await say_to(update, words.WHY, keyboards.reasons(number), ends=True)

    async def _question(self, update: Update, query: CallbackQuery) -> int | None:
        """The question that a button is about; None, and its sender knows, where it is none of this chat."""
        number = keyboards.number_in(query.data or "")
        chat = update.effective_chat
        if number is None or chat is None or not self._parts.store.journal.is_of_chat(number, chat.id):
            await acknowledge(query, messages.BUTTON_EXPIRED)
            return None
        return number

    async def reasoned(self, update: Update, context: Context) -> None:
        """Why it was no good."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        number, reason = await self._question(update, query), query.data.rpartition(":")[2]
        if number is None:
            return

        def note(question: int = number) -> int:
            why = words.REASONS.get(reason, words.REASONS["other"])
            self._parts.store.journal.reasoned(person_of(update), question, why)
            return question

        self._parts.store.effects.once(update.update_id, "reason", note)
        await _thank(update, query, words.REASON_WORDS if reason == "other" else words.REASON_NOTED)

    async def leave(self, update: Update, context: Context) -> None:
        """/staff with words, or the button under a refusal: a question goes to the staff."""
        query, chat, store = update.callback_query, update.effective_chat, self._parts.store
        if query is not None and query.data is not None:
            question = await self._question(update, query)
            if question is None:
                return
            await acknowledge(query)
            text = store.journal.text(person_of(update), question)
        else:
            text = visible(" ".join(context.args or ()))
        if chat is None or not text:
            await say_to(update, words.LEAVE_EMPTY)
            return
        danger = self._parts.assistance.look_ups.danger(text)
        if danger:
            await say_to(update, render_text.join(danger_blocks(danger)))
        number = store.desk.leave(
            person_of(update), chat.id, text, topic_in_hand.get(), update=update.update_id
        )
        await say_to(update, words.LEFT.format(id=number), ends=True)

    async def subscribe(self, update: Update, context: Context) -> None:
        """/subscribe with words."""
        await self.subscribed(update, visible(" ".join(context.args or ())).strip())

    async def subscribed(self, update: Update, wanted: str) -> None:
        """Notes a topic, a department or a document."""
        chat = update.effective_chat
        if not wanted or chat is None:
            await say_to(update, words.SUBSCRIBE_EMPTY)
            return
        kind, store = subscription_kind(self._parts.assistance.look_ups.catalog, wanted), self._parts.store

        def subscribe() -> int:
            store.subscriptions.add(person_of(update), chat.id, *kind)
            return 0

        store.effects.once(update.update_id, "subscription", subscribe)
        await say_to(update, words.SUBSCRIBED.format(wanted=wanted), ends=True)

    async def subscriptions(self, update: Update, context: Context) -> None:
        """Lists them, each with a button that ends it."""
        subscribed = self._parts.store.subscriptions.of(
            update.effective_chat.id if update.effective_chat else 0
        )
        if subscribed:
            await say_to(update, words.SUBSCRIPTIONS, keyboards.subscriptions(subscribed))
        else:
            await say_to(update, words.SUBSCRIPTIONS_NONE)

    async def more_subscriptions(self, update: Update, context: Context) -> None:
        """A button of /subscriptions that turns its page."""
        query, chat = update.callback_query, update.effective_chat
        if query is None or chat is None:
            return
        start = keyboards.number_in(query.data or "")
        await acknowledge(query, messages.BUTTON_EXPIRED if start is None else None)
        if start is None:
            return
        subscribed = self._parts.store.subscriptions.of(chat.id)
        first = start if start < len(subscribed) else 0
        said = words.SUBSCRIPTIONS if subscribed else words.SUBSCRIPTIONS_NONE
        await turn_page(query, said, keyboards.subscriptions(subscribed, first) if subscribed else None)

    async def unsubscribe(self, update: Update, context: Context) -> None:
        """A button of /subscriptions or under news."""
        query, chat = update.callback_query, update.effective_chat
        if query is None or query.data is None or chat is None:
            return
        number = keyboards.number_in(query.data)
        if number is None:
            await acknowledge(query, messages.BUTTON_EXPIRED)
            return
        self._parts.store.subscriptions.remove(chat.id, number)
        await acknowledge(query)
        await say_to(update, words.UNSUBSCRIBED, ends=True)

    async def export(self, update: Update, context: Context) -> None:
        """Sends the ledger of the department talked about as a workbook."""
        named, chat = self._parts.assistance.look_ups.department(session_of(update)), update.effective_chat
        if named is None or chat is None:
            await say_to(update, words.EXPORT_EMPTY)
            return
        ledger = ledger_of(self._parts.assistance.look_ups.catalog, *named)
        sheet = await self._parts.off_loop(workbook, ledger)
        name = words.EXPORT_NAME.format(name=ledger.name)
        await patiently(
            lambda: chat.send_document(sheet, filename=name, message_thread_id=topic_in_hand.get())
        )

    async def stats(self, update: Update, context: Context) -> None:
        """For the people who run the bot; to everybody else there is no such command."""
        if update.effective_user is None or update.effective_user.id not in self._admins:
            return
        store = self._parts.store
        await say_to(
            update,
            words.STATS.format(
                count=len(store.journal.entries()),
                letters=len(store.desk.open()),
                subscriptions=len(store.subscriptions.all()),
            ),
        )


async def _thank(update: Update, query: CallbackQuery, text: str) -> None:
    """Says words that concern only who tapped: in a group above the button, seen by nobody else."""
    chat = update.effective_chat
    if chat and chat.type != ChatType.PRIVATE:
        await acknowledge(query, text, passing=True)
        return
    await acknowledge(query)
    await say_to(update, text, ends=True)
