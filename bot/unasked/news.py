"""New and changed measures, and whom to tell of them: the same wherever somebody subscribed."""

from datetime import datetime

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
    return one.wanted in "".join(measure.text.split())


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
        for measure in subscriptions.fresh(catalog.measures):
            with self._store.database.together():
                for one in subscriptions.all():
                    if fits(one, measure):
                        subscriptions.begin(one.chat, measure)
                subscriptions.note([measure])
        self._planned = catalog.digest
