"""What is done before the first answer."""

from datetime import date
from threading import current_thread

from bot.answering import Assistant
from bot.chain import prepare_aside
from tests.bot.fakes import FRIDGE, FRIDGE_CONTACTS, FakeCatalog, FakeSearch

TODAY = date(2026, 11, 21)


class Lent(dict):
    """Contacts by measure, which remembers whose were looked up."""

    def __init__(self):
        super().__init__({FRIDGE.id: FRIDGE_CONTACTS})
        self.looked_up = []

    def get(self, measure_id, otherwise=None):
        """The contacts of a measure."""
        self.looked_up.append(measure_id)
        return super().get(measure_id, otherwise)


def test_preparing_searches_and_looks_up_whom_to_call():
    """What no document answers is searched once, and the contacts of the first measure are made."""
    catalog, search = FakeCatalog(lent=Lent()), FakeSearch()
    Assistant(catalog, search, today=lambda: TODAY).prepare()
    assert [(region, day) for _, region, day in search.asked] == [(None, TODAY)]
    assert catalog.lent.looked_up == [catalog.measures[0].id]


def test_an_empty_catalog_is_prepared_too():
    """There is nobody to call."""
    search = FakeSearch()
    Assistant(FakeCatalog(()), search, today=lambda: TODAY).prepare()
    assert len(search.asked) == 1


def test_it_is_done_beside_whoever_serves():
    """Once, in a thread that does not keep the process alive."""
    threads = []
    thread = prepare_aside(lambda: threads.append(current_thread()))
    thread.join()
    assert threads == [thread]
    assert thread.daemon
