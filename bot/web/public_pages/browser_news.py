"""What a browser follows, and what is new of it: shown from its next visit on until it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from bot.messages import web as messages
from bot.ports import LookUps
from bot.store import WEB_CHAT, OwnKind, Store, reader_chat
from bot.unasked.reader_news import ReaderNews
from bot.web.public_pages.visitors import KEPT_S, Visitor
from bot.web.service import person_of
from corpus.records import Measure

MAX_WANTED = 50
"""Characters of what is followed."""
MOST_WANTED = 20
"""Subscriptions of one browser."""
MOST_OF_ALL = 20_000
"""Of all browsers: nobody has to log in for one, and each new measure is compared with every one."""
_RENEWED_S = 24 * 3600
"""Every visit a day later or more puts off the end of what a browser follows."""


@dataclass(frozen=True, slots=True)
class ShownNews:
    """What is new for a browser, as a page shows it."""

    named: Mapping[str, tuple[Measure, ...]] = field(default_factory=dict)
    """New and changed measures by what was subscribed to."""
    at_ms: int = 0
    """When it was looked up, in milliseconds since 1970: what comes later is not read with it."""
    kept_s: int | None = None
    """How long the browser is to be known from now on; None where nothing changes."""


NOTHING_NEW = ShownNews()


@dataclass(frozen=True, slots=True)
class BrowserNews:
    """The subscriptions of browsers. A browser is known by its cookie, so they end with it."""

    store: Store
    look_ups: LookUps
    most_of_all: int = MOST_OF_ALL

    def news(self, visitor: Visitor) -> ShownNews:
        """What a browser has not read yet; a visit keeps its subscriptions for as long as its cookie."""
        person = person_of(visitor.session)
        followed = () if visitor.is_new else self.store.subscriptions.ends(person)
        if not followed:
            return NOTHING_NEW
        now = self.store.database.now()
        renewed = min(followed) < now + KEPT_S - _RENEWED_S
        if renewed:
            self.store.subscriptions.renew(person, now + KEPT_S)
        return ShownNews(self._reader.waiting(person).named, ceil(now * 1000), KEPT_S if renewed else None)

    def why_full(self, visitor: Visitor) -> str:
        """Why a browser cannot subscribe to anything more, for people to read; "" where it can."""
        held = self.store.own.of(person_of(visitor.session), WEB_CHAT, OwnKind.SUBSCRIPTION, MOST_WANTED)
        if len(held) >= MOST_WANTED:
            return messages.SUBSCRIBE_MANY.format(most=MOST_WANTED)
        return messages.SUBSCRIBE_CROWD if self.store.subscriptions.ending() >= self.most_of_all else ""

    def subscribe(self, visitor: Visitor, wanted: str) -> None:
        """Notes a topic, a department or a document."""
        person = person_of(visitor.session)
        self._reader.subscribe(person, wanted, self.store.database.now() + KEPT_S)

    def read(self, visitor: Visitor, until_ms: int) -> None:
        """Notes that a browser has read what there was up to a moment.

        Raises:
            StoreError: the database cannot be written; it will be shown again.
        """
        self.store.subscriptions.read(reader_chat(person_of(visitor.session)), until_ms / 1000)

    @property
    def _reader(self) -> ReaderNews:
        return ReaderNews(self.store, self.look_ups)
