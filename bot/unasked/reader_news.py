"""Subscriptions of people who read news with their next message or visit, or sooner where that is allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.messages import telegram as chat_words
from bot.messages import wechat as words
from bot.messages.items import item_name
from bot.ports import LookUps
from bot.rendering import title
from bot.store import Store, reader_chat
from bot.unasked.news import fits, measure_at_hand, subscription_kind
from corpus.records import Measure
from corpus.text.unprinted import visible

_MOST = 5
"""Measures named at once in a chat; of the others it is said how many there are."""


@dataclass(frozen=True, slots=True)
class News:
    """What a person is to be told."""

    named: Mapping[str, tuple[Measure, ...]] = field(default_factory=dict)
    """New and changed measures by what was subscribed to."""

    @property
    def text(self) -> str:
        """As a chat says it; empty where there is nothing."""
        parts = [_part(wanted, measures) for wanted, measures in self.named.items()]
        return "\n\n".join((*parts, words.NEWS_HOW)) if parts else ""


@dataclass(frozen=True, slots=True)
class ReaderNews:
    """The subscriptions of people whom the bot cannot write to at will."""

    store: Store
    look_ups: LookUps

    def subscribed(self, person: str, typed: str, update: int, *, sends: bool) -> str:
        """Notes a topic, a department or a document; `sends` says whether news are also sent."""
        wanted = visible(typed).strip()
        if not wanted:
            return chat_words.SUBSCRIBE_EMPTY

        def subscribe() -> int:
            self.subscribe(person, wanted)
            return 0

        self.store.effects.once(update, "subscription", subscribe)
        return (words.SUBSCRIBED_SENDS if sends else words.SUBSCRIBED).format(wanted=wanted)

    def subscribe(self, person: str, wanted: str, until: float | None = None) -> None:
        """Notes a topic, a department or a document, for good or until a moment."""
        kind = subscription_kind(self.look_ups.catalog, wanted)
        self.store.subscriptions.add(person, reader_chat(person), *kind, until)

    def waiting(self, person: str) -> News:
        """What a person has not been told yet; what nobody wants any more, or is gone, is not told."""
        subscriptions, chat = self.store.subscriptions, reader_chat(person)
        planned = subscriptions.waiting(chat)
        if not planned:
            return News()
        wishes = subscriptions.of(chat)
        named: dict[str, tuple[Measure, ...]] = {}
        for measure_id in dict.fromkeys(planned):
            measure = measure_at_hand(self.look_ups.catalog, measure_id)
            wish = next((one for one in wishes if measure and fits(one, measure)), None)
            if measure and wish:
                named[wish.wanted] = (*named.get(wish.wanted, ()), measure)
            else:
                subscriptions.withdraw(chat, measure_id)
        return News(named)

    def told(self, person: str, news: News) -> None:
        """Notes that a person knows it.

        Raises:
            StoreError: the database cannot be written; they will be told again.
        """
        for measure in (measure for measures in news.named.values() for measure in measures):
            self.store.subscriptions.sent(reader_chat(person), measure.id)


def _part(wanted: str, measures: tuple[Measure, ...]) -> str:
    lines = [f"{title(m.sections)}（{m.document}{item_name(m.item)}）" for m in measures[:_MOST]]
    if len(measures) > _MOST:
        lines.append(words.NEWS_MORE.format(count=len(measures)))
    return "\n".join((chat_words.NEWS.format(wanted=wanted), *lines))
