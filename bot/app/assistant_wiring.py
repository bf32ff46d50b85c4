"""The assistance over the newest index, and the workbench over the index as it is."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.app.document_wiring import confirmed_phones, open_originals
from bot.app.index_wiring import filled, index_keeper, refresh_aside, report, sources_of
from bot.errors import SettingsError
from bot.messages import command_line
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.answering import Assistant
    from bot.chain import Newest
    from bot.conversation import Sessions, Talk
    from bot.evaluation import Workbench
    from bot.ports import Assistance
    from bot.store import Store
    from corpus.catalog import Catalog
    from embeddings import Encoder
    from retrieval import OpenIndex
    from retrieval.indexing import Index


def make_assistant(
    settings: Settings,
    *,
    region: str | None = None,
    store: "Store | None" = None,
    clock: Callable[[], float] = time.monotonic,
) -> "Assistance":
    """The assistance over the documents and their index, which is built or refreshed where needed.

    `region` overrides the one of the settings. Documents that another process adds are taken up.
    Answers carry the notice of the staff. With a store, for a process that stays, questions are recorded and
    conversations survive a restart, and an index is built in a process of its own: what building takes is
    free again; originals are for those who show pages, in such a process too.

    Raises:
        WenzhengError: something it needs is missing or broken; the message is one line.
    """
    from bot.answering import Assistant, RememberingSearch
    from bot.chain import NewestLookUps, make_chain
    from bot.conversation import MemorySessions
    from bot.helplines import CurrentHelplines, make_alarm
    from bot.place_table import WatchedPlaceTable
    from bot.ports import Assistance
    from bot.store import Database, KeptFields, Notices
    from bot.ways_on import WaysOn
    from embeddings import make_encoder
    from retrieval import Retriever

    settings = settings.model_copy(update={"region": region or settings.region})
    encoder = make_encoder(settings.model)
    helplines = CurrentHelplines(settings.home)
    database = store.database if store else Database(settings.database)
    notices, places = Notices(database), WatchedPlaceTable(settings.home)
    sessions = store.sessions if store else MemorySessions()

    def over(catalog: "Catalog", index: "Index", own: str | None) -> "Assistant":
        ways_on = WaysOn(helplines, places)
        search = RememberingSearch(Retriever(catalog, index, encoder))
        fields = KeptFields(database).shown
        return Assistant(catalog, search, region=own, ways_on=ways_on, staff_fields=fields)

    newest = _newest_talk(
        settings,
        encoder,
        sessions,
        over,
        clock=clock,
        stays=store is not None,
    )
    look_ups = NewestLookUps(lambda: newest().assistant, sessions, notices.current, helplines)
    journal = store.journal if store else None
    ask = make_chain(
        lambda: newest().ask,
        notices.current,
        journal,
        lambda: look_ups.catalog.digest,
        helplines,
        make_alarm(encoder),
    )
    return Assistance(ask, look_ups, open_originals(settings) if store else None, places)


def _newest_talk(
    settings: Settings,
    encoder: "Encoder",
    sessions: "Sessions",
    assistant_over: "Callable[[Catalog, Index, str | None], Assistant]",
    *,
    clock: Callable[[], float],
    stays: bool,
) -> "Newest[Talk]":
    """What gives the talk over the newest index; the first is opened here, or built where it is missing."""
    from bot.chain import Newest, prepare_aside
    from bot.conversation import Talk, make_ear
    from corpus.keeping.confirmations import CurrentPhones

    indexes = index_keeper(settings, encoder)
    sources = sources_of(settings)
    if stays and not indexes.holds(sources):
        refresh_aside(settings, logged=False).join()  # what goes wrong there is told when it is opened
    seen = indexes.mark()
    stored = filled(settings, indexes.open(sources, report))
    own = _known_region(stored.catalog, settings.region)
    phones = CurrentPhones(confirmed_phones(settings))

    def over(index: "OpenIndex") -> "Talk":
        catalog = replace(index.catalog, phones=phones)
        assistant = assistant_over(catalog, index.index, own)
        if stays:
            prepare_aside(assistant.prepare)
        return Talk(assistant, sessions, make_ear(encoder, index.index.table))

    def renewed() -> "Talk | None":
        newer = indexes.current()
        return over(newer) if newer else None

    return Newest(over(stored), indexes.mark, renewed, seen=seen, clock=clock)


def make_workbench(settings: Settings, *, region: str | None = None) -> "Workbench":
    """The assistant with its parts at hand, over the index as it is now.

    Raises:
        WenzhengError: something it needs is missing or broken; the message is one line.
    """
    from bot.evaluation import Workbench
    from embeddings import make_encoder
    from retrieval import Retriever

    encoder = make_encoder(settings.model)
    sources = sources_of(settings)
    stored = filled(settings, index_keeper(settings, encoder).open(sources, report))
    catalog = replace(stored.catalog, phones=confirmed_phones(settings).now)
    basis = {
        "model": encoder.name,
        "corpus": sources.digest,
        "questions file": sources.asked.digest,
        "weights": _fitted_digest(),
    }
    retriever = Retriever(catalog, stored.index, encoder)
    own = _known_region(catalog, region or settings.region)
    return Workbench(catalog, retriever, encoder, own, basis)


def _fitted_digest() -> str:
    """SHA-256 of what was fitted: two evaluations differ by it where only weights do."""
    from hashlib import sha256

    from retrieval.deciding import ASKS_FILE
    from retrieval.ranking import WEIGHTS_FILE

    return sha256(WEIGHTS_FILE.read_bytes() + ASKS_FILE.read_bytes()).hexdigest()


def _known_region(catalog: "Catalog", name: str | None) -> str | None:
    """The place of the settings by its name here."""
    from bot.called_places import called_place

    if name is None:
        return None
    called = called_place(name, catalog.regions)
    if called.why_not:
        raise SettingsError(command_line.CLI_NO_SUCH_REGION.format(why=called.why_not))
    return called.place
