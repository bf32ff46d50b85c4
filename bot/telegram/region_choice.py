"""Where people are: settled by /region or a button, and kept for their next conversations too."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from telegram import Update

from bot import messages
from bot.called_places import CalledPlace, called_place, places_at_hand
from bot.messages import talk
from bot.messages import telegram as words
from bot.telegram import keyboards
from bot.telegram.channel import Channel, Context, Parts, acknowledge, person_of, say_to


class Regions:
    """Handlers of /region and of the buttons that name a region."""

    def __init__(self, parts: Parts, channel: Channel) -> None:
        self._parts = parts
        self._channel = channel

    async def region(self, update: Update, context: Context) -> None:
        """Settles where the person is, or asks."""
        typed, known = " ".join(context.args or ()), self._parts.assistance.look_ups.catalog.regions
        called = called_place(typed, known) if typed else CalledPlace(why_not=words.REGION_ASK)
        if called.place:
            await self._settle(update, called.place)
        else:
            await say_to(update, called.why_not, keyboards.regions(called.choices or places_at_hand(known)))

    async def chosen(self, update: Update, context: Context) -> None:
        """A button with a region, or with none."""
        query = update.callback_query
        if query is None or query.data is None:
            return
        name = query.data.removeprefix(keyboards.REGION)
        regions = self._parts.assistance.look_ups.catalog.regions
        if name and called_place(name, regions).place != name:
            await acknowledge(query, messages.BUTTON_EXPIRED)
            return
        await acknowledge(query)
        await self._settle(update, name or None)

    async def _settle(self, update: Update, name: str | None) -> None:
        """Stores the region and tells the conversation, which may answer its last question for it."""
        self._parts.store.people.settle(person_of(update), name)
        said = talk.I_AM_AT.format(region=name) if name else f"/region {words.REGION_ANY}"
        if update.effective_chat:
            await self._channel.answer(update, update.effective_chat, said)
