"""Whom to tell of which measures."""

from contextlib import closing
from dataclasses import replace

import pytest

from bot.store import Store, Subscription, reader_chat
from bot.unasked.news import NewsPlanning, fits, subscription_kind
from tests.bot.fakes import DOCUMENT, FRIDGE, NUMBER, SHIPS, FakeCatalog


class ChangingLookUps:
    """Documents that change while the bot runs; counts how often their measures are read."""

    def __init__(self):
        self.catalog = FakeCatalog(documents=(replace(DOCUMENT, measures=(SHIPS,)),), digest="before")

    def bring_fridges(self):
        """One measure more."""
        self.catalog = FakeCatalog(documents=(replace(DOCUMENT, measures=(SHIPS, FRIDGE)),), digest="after")


@pytest.fixture
def store(tmp_path):
    """Of its own: the data folder of whoever runs the tests stays as it is."""
    with closing(Store.open(tmp_path / "wenzheng.db")) as store:
        yield store


def test_words_subscribe_to_a_document_a_department_or_a_topic():
    """A department by its whole name, however it is written; a part of a name is a topic."""
    catalog = FakeCatalog()
    assert subscription_kind(catalog, NUMBER) == ("document", NUMBER)
    assert subscription_kind(catalog, "区商务局") == ("department", "区商务局")
    assert subscription_kind(catalog, "家电") == ("topic", "家电")
    assert subscription_kind(catalog, "区商务局家电") == ("topic", "区商务局家电")


@pytest.mark.parametrize(
    ("kind", "wanted", "fitting"),
    [
        ("topic", "家电", {FRIDGE.id}),
        ("topic", "养驴", set()),
        ("document", NUMBER, {FRIDGE.id, SHIPS.id}),
        ("document", "周政办字〔2020〕30号", set()),
    ],
)
def test_what_fits_a_subscription(kind, wanted, fitting):
    """By its words, or by its document."""
    one = Subscription(1, 7, kind, wanted)
    assert {measure.id for measure in (FRIDGE, SHIPS) if fits(one, measure)} == fitting


def test_what_comes_is_planned_for_those_it_fits_and_what_was_there_is_not(store):
    """In chats that are written to, and for readers; a second time nothing is."""
    look_ups = ChangingLookUps()
    planning = NewsPlanning(store, look_ups)
    planning.plan()
    store.subscriptions.add(":7", 7, "topic", "家电")
    store.subscriptions.add(":8", 8, "topic", "养驴")
    store.subscriptions.add(":digest", reader_chat(":digest"), "topic", "家电")
    look_ups.bring_fridges()
    planning.plan()
    NewsPlanning(store, look_ups).plan()
    assert store.subscriptions.due() == ((7, FRIDGE.id),)
    assert store.subscriptions.waiting(reader_chat(":digest")) == (FRIDGE.id,)
    assert store.subscriptions.readers_waiting() == (":digest",)


def test_a_reader_s_number_is_no_chat_of_telegram():
    """Those have 52 bits at most; SQLite holds 63."""
    assert all(1 << 60 <= reader_chat(f":{number}") < 1 << 61 for number in range(100))
