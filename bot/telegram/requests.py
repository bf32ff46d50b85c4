"""Commands and buttons beyond questions: feedback, the desk, places, subscriptions, ledger, forgetting."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import Update

from bot.helplines import danger_blocks
from bot.messages import telegram as words
from bot.rendering import ledger_of, render_text
from bot.rendering.ledger_sheet import workbook
from bot.telegram import keyboards
from bot.telegram.channel import Context, Parts, acknowledge, person_of, say_to, session_of, turn_page
from bot.telegram.sending import patiently


class Requests:
    """Handlers of what people want kept, sent or removed."""

    def __init__(self, parts: Parts, admins: frozenset[int]) -> None:
        self._parts = parts
        self._admins = admins

    async def forget(self, update: Update, context: Context) -> None:
        """Removes everything of the person."""
        self._parts.store.forget(person_of(update))
        await say_to(update, words.FORGOTTEN)

    async def rated(self, update: Update, context: Context) -> None:
        """Thumbs up or down; down asks why."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        number = int(query.data.partition(":")[2] or 0)
        good = query.data.startswith(keyboards.GOOD)
        self._parts.store.journal.rated(person_of(update), number, good=good)
        await acknowledge(query)
        if good:
            await say_to(update, words.THANKED)
        else:
            await say_to(update, words.WHY, keyboards.reasons(number))

    async def reasoned(self, update: Update, context: Context) -> None:
        """Why it was no good."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        _, number, reason = query.data.split(":", 2)
        self._parts.store.journal.reasoned(person_of(update), int(number), words.REASONS.get(reason, reason))
        await acknowledge(query)
        await say_to(update, words.REASON_WORDS if reason == "other" else words.REASON_NOTED)

    async def leave(self, update: Update, context: Context) -> None:
        """/staff with words, or the button under a refusal: a question goes to the staff."""
        query, chat, store = update.callback_query, update.effective_chat, self._parts.store
        if query is not None and query.data is not None:
            await acknowledge(query)
            text = store.journal.text(person_of(update), int(query.data.removeprefix(keyboards.LEAVE)))
        else:
            text = " ".join(context.args or ())
        if chat is None or not text:
            await say_to(update, words.LEAVE_EMPTY)
            return
        danger = self._parts.assistance.look_ups.danger(text)
        if danger:
            await say_to(update, render_text.join(danger_blocks(danger)))
        number = store.desk.leave(person_of(update), chat.id, text)
        await say_to(update, words.LEFT.format(id=number))

    async def subscribe(self, update: Update, context: Context) -> None:
        """Notes a topic, a department or a document."""
        wanted, chat = " ".join(context.args or ()).strip(), update.effective_chat
        if not wanted or chat is None:
            await say_to(update, words.SUBSCRIBE_EMPTY)
            return
        self._parts.store.subscriptions.add(person_of(update), chat.id, *self._kind(wanted))
        await say_to(update, words.SUBSCRIBED.format(wanted=wanted))

    def _kind(self, wanted: str) -> tuple[str, str]:
        catalog = self._parts.assistance.look_ups.catalog
        if any(document.number == wanted for document in catalog.documents):
            return "document", wanted
        named = catalog.names.find(wanted)
        whole = next((mention for mention in named if mention.text == wanted), None)
        return ("department", whole.canonical) if whole else ("topic", wanted)

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
        start = (query.data or "").removeprefix(keyboards.LIST) if query else ""
        if query is None or chat is None or not start.isdecimal():
            return
        await acknowledge(query)
        subscribed = self._parts.store.subscriptions.of(chat.id)
        first = int(start) if int(start) < len(subscribed) else 0
        said = words.SUBSCRIPTIONS if subscribed else words.SUBSCRIPTIONS_NONE
        await turn_page(query, said, keyboards.subscriptions(subscribed, first) if subscribed else None)

    async def unsubscribe(self, update: Update, context: Context) -> None:
        """A button of /subscriptions or under news."""
        query, chat = update.callback_query, update.effective_chat
        if query is None or query.data is None or chat is None:
            return
        self._parts.store.subscriptions.remove(chat.id, int(query.data.removeprefix(keyboards.END)))
        await acknowledge(query)
        await say_to(update, words.UNSUBSCRIBED)

    async def export(self, update: Update, context: Context) -> None:
        """Sends the ledger of the department talked about as a workbook."""
        named, chat = self._parts.assistance.look_ups.department(session_of(update)), update.effective_chat
        if named is None or chat is None:
            await say_to(update, words.EXPORT_EMPTY)
            return
        ledger = ledger_of(self._parts.assistance.look_ups.catalog, *named)
        sheet = await self._parts.off_loop(workbook, ledger)
        name = words.EXPORT_NAME.format(name=ledger.name)
        await patiently(lambda: chat.send_document(sheet, filename=name))

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
