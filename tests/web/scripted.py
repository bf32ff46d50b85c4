"""The bundled documents with a search that knows a few questions, served as people meet it."""

import asyncio
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date

import httpx

from bot.answering.assistant import Assistant
from bot.settings import Settings
from bot.web.server import serve
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.catalog import Catalog
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.originals import Originals
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.fakes import FakeFinding, FakeHit, ReadBySearch, assistance
from tests.bundled import bundled_catalog

TODAY = date(2026, 11, 21)
FRIDGE = "周政办字〔2024〕11号#19"
SHIPS = "周政办字〔2024〕11号#7"
FOUND = {
    "冰箱": (FRIDGE, "周政办字〔2024〕11号#18"),
    "船": (SHIPS,),
    "企业": ("周政办字〔2024〕11号#1", "周政办字〔2024〕11号#2"),
    "重点任务": ("周政发〔2020〕27号#7", "周政发〔2020〕27号#14"),
}
"""A word of the question, and what is found for it."""


@dataclass
class ScriptedSearch(ReadBySearch):
    """Finds by one word; waits on 慢 until released, breaks on 坏."""

    release: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """What the script says."""
        if "坏" in question:
            raise ZeroDivisionError
        if "慢" in question:
            self.begun.set()
            self.release.wait(60)
        for word, ids in FOUND.items():
            if word in question:
                return FakeFinding(hits=tuple(FakeHit(name) for name in ids))
        near = tuple(FakeHit(name) for name in (FRIDGE, SHIPS))
        return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, rejected=near)


def scripted(search=None, **more):
    """An assistant over the bundled documents."""
    return Assistant(bundled_catalog(), search or ScriptedSearch(), today=lambda: TODAY, **more)


def two_regions():
    """The list of 2024 as issued in 周村, and the same as if issued in 聊城."""
    own = bundled_catalog().document(FRIDGE.partition("#")[0])
    number = "聊政办字〔2024〕99号"
    measures = tuple(replace(held, id=f"{number}#{held.item}", document=number) for held in own.measures)
    other = replace(own, number=number, region="聊城", measures=measures)
    return Assistant(Catalog((own, other), ""), ScriptedSearch(), today=lambda: TODAY)


def originals_of(home):
    """The bundled files and those of a data folder."""
    return Originals(BUNDLED_CORPUS, AddedFiles(home / "documents"))


class Running:
    """A server on a free port, in a thread of its own."""

    def __init__(self, inner, desk=None, **settings):
        """`desk` makes of the settings what a desk works with."""
        self._settings = Settings(**{"web_port": 0, "web_per_minute": 100_000} | settings)
        self._desk = desk(self._settings) if desk else None
        store = self._desk.store if self._desk else None
        self._assistance = assistance(inner, store=store, originals=originals_of(self._settings.home))
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._listening = threading.Event()
        self.address = ""
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._listening.wait(60)

    def stop(self):
        """Tells it to stop, where it still runs, and does not wait."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stop.set)

    def join(self):
        """Waits for its end."""
        self._thread.join(60)
        assert not self._thread.is_alive()

    def _run(self):
        try:
            self._loop.run_until_complete(self._serving())
        finally:
            self._loop.close()
            if self._desk:
                self._desk.store.close()

    def _serving(self):
        return serve(self._settings, self._assistance, self._stop, self._ready, desk=self._desk)

    def _ready(self, address):
        self.address = address
        self._listening.set()


@contextmanager
def running(inner, desk=None, **settings):
    """A server over an assistant that is stopped in the end; with a desk it has a store."""
    server = Running(inner, desk, **settings)
    try:
        yield server
    finally:
        server.stop()
        server.join()


def page_client(application):
    """A client of the application without a network."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(application.asgi), base_url="http://test")
