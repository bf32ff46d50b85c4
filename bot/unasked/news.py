"""New and changed measures, and whom to tell of them: the same wherever somebody subscribed."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from bot.china_time import CHINA
from bot.ports import CatalogView, LookUps
from bot.store import Store, Subscription
from corpus.errors import WenzhengError
from corpus.records import Measure


def china_hour() -> int:
    """The hour of the day where the subscribers are."""
    return datetime.now(CHINA).hour


def subscription_kind(catalog: CatalogView, wanted: str) -> tuple[str, str]:
    """(document, department or topic, what is wanted) of the words that somebody subscribes to."""
    if any(document.number == wanted for document in catalog.documents):
        return "document", wanted
    whole = next((mention for mention in catalog.bodies.find(wanted) if mention.text == wanted), None)
    return ("department", whole.canonical) if whole else ("topic", wanted)


def fits(one: Subscription, measure: Measure) -> bool:
    """Whether a measure is what somebody subscribed to."""
    if one.kind == "document":
        return measure.document == one.wanted
    if one.kind == "department":
        return any(duty.canonical == one.wanted for duty in measure.responsibilities)
    return one.wanted in _unspaced(measure.text)


@lru_cache(maxsize=8)
def _unspaced(text: str) -> str:
    """A text without blanks: one is compared with what many want, one after the other."""
    return "".join(text.split())


def measure_at_hand(catalog: CatalogView, measure_id: str) -> Measure | None:
    """The measure that news are about; None where it is gone."""
    try:
        return catalog.measure(measure_id)
    except WenzhengError:
        return None


class NewsPlanning:
    """Notes whom to tell of what is new; whoever else plans at the same time notes the same."""

    def __init__(self, store: Store, look_ups: LookUps) -> None:
        self._store = store
        self._look_ups = look_ups
        self._planned = ""

    def plan(self) -> None:
        """Plans for the documents as they are now: of a measure everybody is told, or nobody after a kill.

        Takes no time where the documents are as they were.

        Raises:
            StoreError: the database cannot be read or written.
        """
        catalog, subscriptions = self._look_ups.catalog, self._store.subscriptions
        if catalog.digest == self._planned:
            return
        fresh = subscriptions.fresh(catalog.measures)
        wishes = _by_wish(subscriptions.all() if fresh else ())
        for measure in fresh:
            with self._store.database.together():
                for alike in wishes:
                    if fits(alike[0], measure):
                        for one in alike:
                            subscriptions.begin(one.chat, measure)
                subscriptions.note([measure])
        self._planned = catalog.digest


def _by_wish(subscriptions: Iterable[Subscription]) -> list[list[Subscription]]:
    """Those that want the same together: a measure is compared with each wish once."""
    alike: dict[tuple[str, str], list[Subscription]] = {}
    for one in subscriptions:
        alike.setdefault((one.kind, one.wanted), []).append(one)
    return list(alike.values())
