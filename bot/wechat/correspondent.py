"""What is replied to a message: it is translated, the assistant answers."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from bot import messages
from bot.answer import Answer, Ask
from bot.answering import MAX_CHARS
from bot.called_places import place_in, place_said
from bot.china_time import today_in_china
from bot.errors import StoreError
from bot.kept_list import kept_list, record_named
from bot.messages import day_reminders, talk
from bot.messages import kept as kept_words
from bot.messages import telegram as chat_words
from bot.messages import wechat as words
from bot.ports import Assistance
from bot.rendering import answer_blocks, render_text
from bot.store import WEB_CHAT, Store, unkept
from bot.token_buckets import TokenBuckets
from bot.unasked.reader_news import ReaderNews
from bot.wechat.content_pages import fits_reply, pages_of
from bot.wechat.incoming_messages import IncomingKind, IncomingMessage
from bot.wechat.numbered_menu import NumberedMenu, menu_of
from bot.wechat.platform_accounts import PlatformAccount
from bot.wechat.reader_reminders import COMMAND, ReaderReminders
from bot.wechat.reply_pockets import ReplyPockets
from bot.wechat.service_post import ServicePost
from bot.wechat.staff_letters import StaffLetters
from bot.wishes.reminder_wishes import reminder_wish
from bot.wishes.subscription_wishes import subscription_wish

_NEXT_PART = "0"
_CARD = "/card"
_ASKED = frozenset({"/help", *(f"/{name}" for name in talk.ANSWERED_COMMANDS)})
"""Commands that the assistant answers itself."""


@dataclass(frozen=True)
class Correspondent:
    """Replies for one account."""

    account: PlatformAccount
    assistance: Assistance
    aside: Callable[[Callable[[], Answer]], Awaitable[Answer]]
    """Calls what takes time off the event loop."""
    store: Store
    limits: TokenBuckets
    """How often each person may write."""
    address_of: Callable[[str], str] = lambda _: ""
    """Where the page shows a measure; "" where people cannot reach the page."""
    calendar_of: Callable[[str], str] = lambda _: ""
    """Where its days to come are, as a file for a calendar; "" where people cannot reach the page."""
    post: ServicePost | None = None
    """Sends beyond replies; None where the account only replies."""
    drawn: Callable[[str], Awaitable[bytes | None]] | None = None
    """The picture card of the measure of an id; None where it cannot be made."""
    _pockets: ReplyPockets = field(default_factory=ReplyPockets)

    async def reply(self, message: IncomingMessage) -> str:
        """What is said to a message; "" where nothing is to be said."""
        if message.kind is IncomingKind.NOTHING:
            return ""
        person = self._person(message)
        if self.post and not message.is_event:
            self.post.addresses.heard(person, message.sender)
        too_soon = self.limits.take(person)
        if too_soon and not self.assistance.look_ups.danger(message.words):
            return chat_words.TOO_MANY if too_soon.in_a_row == 1 else ""
        match message.kind:
            case IncomingKind.WORDS:
                return await self._words(message, person)
            case IncomingKind.POSITION:
                return await self._position(message, person)
            case IncomingKind.WELCOME:
                return messages.with_examples(messages.WELCOME)
            case IncomingKind.VOICE:
                return messages.with_examples(words.VOICE)
            case _:
                return messages.with_examples(messages.NOT_TEXT)

    async def follow(self, message: IncomingMessage, said: str) -> bool:
        """Sends an answer that came too late to be a reply; whether the person has it."""
        return self.post is not None and await self.post.brought(self._person(message), [said])

    def _person(self, message: IncomingMessage) -> str:
        """Who writes, as the store knows them: a digest that tells nobody's name without the token."""
        known = f"{self.account.platform} {message.receiver} {message.sender}"
        return f":{hmac.digest(self.account.token.encode(), known.encode(), 'sha256').hex()[:32]}"

    async def _words(self, message: IncomingMessage, person: str) -> str:
        pocket, typed = self._pockets.emptied(person), message.words.strip()
        if typed == _NEXT_PART and pocket.parts:
            return self._pockets.filled(person, pocket.parts, pocket.menu)
        said = _as_command(pocket.menu.chosen(typed))
        wish = reminder_wish(said, today_in_china())
        if wish:
            said = pocket.menu.command(COMMAND)
            if not said:
                return day_reminders.WHICH
        command, _, rest = said.partition(" ")
        if command in ("/mine", "/subscriptions"):
            return self._own_list(person, rest)
        if command == COMMAND:
            return self._reminded(person, rest, wish.since if wish else None, pocket.menu)
        if command == _CARD and self.post and self.drawn:
            return await self._card_sent(person, self.post, await self.drawn(rest))
        if command.startswith("/") and command not in _ASKED:
            return self._command(message, person, command, rest)
        heads = (
            words.HEARD_VOICE.format(words=said) if message.spoken else "",
            chat_words.CUT if len(said) > MAX_CHARS else "",
        )
        return await self._answered(message, person, said, tuple(head for head in heads if head))

    def _reminded(self, person: str, measure_id: str, since: date | None, menu: NumberedMenu) -> str:
        """What is said to who wants a reminder; the menu stays open for the day that they are asked for."""
        address = self.post.addresses.sealed(person) if self.post else ""
        asks = self._reminders.asks_since(measure_id, since)
        said = self._reminders.promised(person, measure_id, self.calendar_of(measure_id), address, since)
        return self._pockets.filled(person, pages_of(said), menu if asks else NumberedMenu())

    async def _card_sent(self, person: str, post: ServicePost, card: bytes | None) -> str:
        """What is said to somebody who wants a picture, which then stands above."""
        if card is None:
            return words.NO_CARD
        return words.CARD_SENT if await post.pictured(person, card) else words.CARD_NOT_SENT

    def _command(self, message: IncomingMessage, person: str, command: str, rest: str) -> str:
        """The commands that are not the assistant's."""
        letters = StaffLetters(self.store, self.assistance.look_ups, sends=self.post is not None)
        match command:
            case "/start":
                return messages.with_examples(messages.WELCOME)
            case "/staff":
                return letters.left(person, rest, self._update(message))
            case "/subscribe":
                update, sends = self._update(message), self.post is not None
                return self._news.subscribed(person, rest, update, sends=sends)
            case "/forget":
                if self.post:
                    self.post.addresses.forget(person)
                return letters.forgotten(person)
            case _:
                return messages.UNKNOWN_COMMAND

    def _own_list(self, person: str, key: str) -> str:
        """What is kept of somebody, each with a number; what a key names is removed first."""
        own, named = self.store.own, record_named(key)
        head = ""
        if named:
            try:
                own.remove(person, WEB_CHAT, *named)
                head = kept_words.REMOVED
            except StoreError:
                head = kept_words.NOT_REMOVED
        dangers = self.assistance.look_ups.danger
        listed = kept_list(own, person, WEB_CHAT, lambda text: dangers(text) is not None)
        menu = NumberedMenu(says=tuple((number, f"/mine {key}") for number, key in listed.removals()))
        how = kept_words.HOW_NUMBERS if menu.says else ""
        shown = "\n\n".join(part for part in (head, listed.text, how) if part)
        return self._pockets.filled(person, pages_of(shown), menu)

    async def _position(self, message: IncomingMessage, person: str) -> str:
        """A place on the map tells the region; the rest of it is not kept."""
        regions = self.assistance.look_ups.catalog.regions
        here = place_in(message.words, regions)
        if not here:
            said = words.POSITION_ELSEWHERE.format(regions="、".join(regions))
            return messages.with_examples(said)
        return await self._answered(message, person, talk.I_AM_AT.format(region=here), ())

    async def _answered(
        self, message: IncomingMessage, person: str, said: str, heads: tuple[str, ...]
    ) -> str:
        """The answer to words, below what the staff replied meanwhile, above what may be chosen next."""
        answer = await self.aside(lambda: self._asked(message, person, said))
        letters = () if answer.danger else self._arrived(person)
        text = render_text.join(answer_blocks(answer, fits_reply))
        more = words.MORE_COMMANDS if said == "/help" else ""
        menu = menu_of(answer, text, f"/staff {said}", self._offered(answer))
        news = "" if answer.danger else self._news_read(person)
        shown = "\n\n".join(part for part in (*letters, *heads, text, more, news, menu.lines) if part)
        address = self.address_of(answer.measures[0].id) if answer.measures else ""
        return self._pockets.filled(person, pages_of(shown, address), menu)

    def _offered(self, answer: Answer) -> tuple[tuple[str, str], ...]:
        """(label, command) of what can be had of the first measure of an answer."""
        if not answer.measures:
            return ()
        drawn = self.post and self.drawn
        card = ((chat_words.CARD, f"{_CARD} {answer.measures[0].id}"),) if drawn else ()
        return (*card, *self._reminders.offered(answer))

    def _arrived(self, person: str) -> tuple[str, ...]:
        """What a person is told before an answer: replies of the staff, and days that come near."""
        letters = StaffLetters(self.store, self.assistance.look_ups).arrived(person)
        return (*letters, *self._reminders.arrived(person))

    @property
    def _reminders(self) -> ReaderReminders:
        sends = self.post is not None
        return ReaderReminders(self.store, self.assistance.look_ups, self.account.platform, sends)

    @property
    def _news(self) -> ReaderNews:
        return ReaderNews(self.store, self.assistance.look_ups)

    def _news_read(self, person: str) -> str:
        """What is new of what a person subscribed to; from now on they know it."""
        news = self._news.waiting(person)
        with unkept("delivery"):
            self._news.told(person, news)
        return news.text

    def _asked(self, message: IncomingMessage, person: str, said: str) -> Answer:
        self._settle(person, said)
        update = self._update(message)
        with unkept("update"):
            # No reply can be given after a restart, so its words are not kept; its number is, for a while.
            self.store.updates.take(update, "")
        ask = Ask(
            said,
            session=f"{self.account.platform}{person}",
            region=self.store.people.region(person),
            person=person,
            chat=WEB_CHAT,
            update=update,
        )
        return self.assistance.ask(ask)

    def _settle(self, person: str, said: str) -> None:
        """Notes where somebody says to be, for their next conversations too."""
        place = place_said(said, self.assistance.look_ups.catalog.regions)
        if place:
            self.store.people.settle(person, place)
        if said == f"/region {chat_words.REGION_ANY}":
            self.store.people.settle(person, None)

    def _update(self, message: IncomingMessage) -> int:
        """The number of a message in the store; negative, as none of Telegram's is."""
        digest = sha256(f"{self.account.platform} {message.receiver} {message.key}".encode()).digest()
        return -1 - (int.from_bytes(digest[:8], "big") >> 1)


def _as_command(said: str) -> str:
    """Words that ask to be told of news as the command for it, others as they are."""
    wish = subscription_wish(said)
    if wish is None:
        return said
    return "/mine" if wish.ends else f"/subscribe {wish.wanted}"
