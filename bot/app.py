"""The wiring: the only place that knows every part. What is heavy is imported where it is built."""

import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.messages import command_line
from bot.messages.next_steps import explained
from bot.settings import Settings
from corpus.bundled_sources import BUNDLED_CORPUS, BUNDLED_QUESTIONS
from corpus.errors import WenzhengError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from bot.adding import DocumentAdder
    from bot.answering import Assistant
    from bot.chain import Newest
    from bot.conversation import Sessions, Talk
    from bot.evaluation import Workbench
    from bot.ports import Assistance
    from bot.store import Store
    from bot.web.desk.desk_parts import DeskParts
    from bot.web.desk.refreshing import Work
    from corpus.catalog import Catalog
    from corpus.keeping.added_files import AddedFiles
    from corpus.keeping.collection import DocumentCollection
    from corpus.keeping.confirmations import Confirmations
    from embeddings import Encoder
    from retrieval import IndexKeeper, OpenIndex, Sources
    from retrieval.indexing import Index

_POLITENESS = 5
"""Added to the niceness of a process that works while others answer."""
_log = logging.getLogger(__name__)


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
    free again.

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
    from corpus.keeping.originals import Originals
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
    return Assistance(ask, look_ups, Originals(settings.corpus, added_documents(settings)), places)


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

    indexes = _index_keeper(settings, encoder)
    sources = _sources(settings, open_collection(settings))
    if stays and not indexes.holds(sources):
        refresh_aside(settings, logged=False).join()  # what goes wrong there is told when it is opened
    seen = indexes.mark()
    stored = _filled(settings, indexes.open(sources, _report))
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
    sources = _sources(settings, open_collection(settings))
    stored = _filled(settings, _index_keeper(settings, encoder).open(sources, _report))
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


def load_library(settings: Settings) -> "Catalog":
    """The documents alone, with those that were added, under the phones of the staff.

    Raises:
        WenzhengError: there are none, or one cannot be read.
    """
    from corpus.catalog import Catalog

    return Catalog.of(open_collection(settings).stock(), confirmed_phones(settings).now)


def open_collection(settings: Settings) -> "DocumentCollection":
    """What reads the bundled and the added documents."""
    from corpus.keeping.collection import DocumentCollection
    from corpus.keeping.record_files import RecordFiles

    _check_corpus(settings.corpus)
    kept = RecordFiles(settings.records_folder)
    return DocumentCollection(settings.corpus, added_documents(settings), kept)


def open_adder(settings: Settings, refresh: Callable[[], str] | None = None) -> "DocumentAdder":
    """What takes documents in and out; `refresh` is done in place of bringing the index up to date."""
    from bot.adding import DocumentAdder
    from corpus.keeping.reading_process import ReadingProcess

    collection = open_collection(settings)

    def refreshed() -> str:
        return _refreshed(settings, collection)

    process = ReadingProcess(settings.limits)
    return DocumentAdder(collection, added_documents(settings), process, refresh or refreshed)


def open_store(settings: Settings) -> "Store":
    """The database of conversations, questions and the staff. Whoever opens it closes it.

    Raises:
        StoreError: it cannot be used.
    """
    from bot.store import Store

    return Store.open(settings.database)


def open_desk(settings: Settings, store: "Store", begin: "Callable[[], Work] | None" = None) -> "DeskParts":
    """What the desk works with; the index follows its changes in a process of its own, or by `begin`."""
    from bot.following import WaitingFiles
    from bot.web.desk.desk_parts import DeskParts
    from bot.web.desk.refreshing import Refresher
    from bot.web.desk.uploads import Uploads

    refresher = Refresher(begin or (lambda: refresh_aside(settings)))
    return DeskParts(
        store,
        open_adder(settings, refresher.refresh),
        confirmed_phones(settings),
        Uploads(settings.uploads_folder),
        WaitingFiles(settings.waiting_folder),
        settings.questions_folder,
        refresher,
    )


def added_documents(settings: Settings) -> "AddedFiles":
    """The store of the documents that people add."""
    from corpus.keeping.added_files import AddedFiles

    return AddedFiles(settings.library_folder)


def confirmed_phones(settings: Settings) -> "Confirmations":
    """The store of the phones that the staff confirm."""
    from corpus.keeping.confirmations import Confirmations

    return Confirmations(settings.phones_file)


def refresh_index(settings: Settings) -> str:
    """Builds or refreshes the index where needed; says what is there now."""
    return _refreshed(settings, open_collection(settings))


def _refreshed(settings: Settings, collection: "DocumentCollection") -> str:
    from embeddings import make_encoder

    keeper = _index_keeper(settings, make_encoder(settings.model))
    stored = _filled(settings, keeper.build(_sources(settings, collection), _report))
    keeper.tidy()
    return command_line.INDEX_READY.format(place=keeper.shown, measures=len(stored.catalog.measures))


def refresh_aside(settings: Settings, *, logged: bool = True) -> "SpawnProcess":
    """Begins to build or refresh the index in a process of its own.

    Where that fails its exit code is 1, and it says why unless `logged` is False.
    """
    process = get_context("spawn").Process(target=_refresh, args=(settings, logged), daemon=True)
    process.start()
    return process


def _refresh(settings: Settings, logged: bool) -> None:
    """What that process does: after those who answer, and with one line where it fails."""
    from bot import logs

    logs.configure(settings.log_level)
    os.nice(_POLITENESS)
    try:
        refresh_index(settings)
    except WenzhengError as error:
        if logged:
            _log.error("event=index_not_refreshed reason=%s", explained(error))
        sys.exit(1)


def bundled_texts() -> list[str]:
    """All texts that the index of the bundled documents encodes, in order, each once."""
    from corpus.catalog import load_catalog
    from retrieval import load_questions, load_uncovered
    from retrieval.indexing import catalog_passages

    questions, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    passages = catalog_passages(load_catalog(BUNDLED_CORPUS), questions, uncovered)
    return list(dict.fromkeys(text for p in passages if p.encoded for text in p.encoded_texts))


def bundle_vectors(settings: Settings) -> str:
    """Writes the vectors of the bundled documents and questions into the repository; says where."""
    from embeddings import BUNDLED_VECTORS, VectorCache, make_encoder

    texts = bundled_texts()
    cache = VectorCache(make_encoder(settings.model))
    cache.passages(texts, _report)
    return command_line.INDEX_BUNDLED.format(
        path=cache.write_bundle(BUNDLED_VECTORS, texts), count=len(texts)
    )


def _index_keeper(settings: Settings, encoder: "Encoder") -> "IndexKeeper":
    """The folder or the engine that keeps the index."""
    from retrieval import IndexStore
    from retrieval.gathering import default_limits

    if settings.index_engine is None:
        return IndexStore(settings.index_folder, encoder)
    from retrieval.engine import EngineIndexes

    vectors = settings.index_folder / "vectors"
    return EngineIndexes(settings.index_engine, encoder, vectors, joined_up_to=default_limits().everything)


def _filled(settings: Settings, stored: "OpenIndex") -> "OpenIndex":
    if not stored.catalog.measures:
        raise SettingsError(command_line.CLI_EMPTY_CORPUS.format(path=settings.corpus))
    return stored


def _sources(settings: Settings, collection: "DocumentCollection") -> "Sources":
    from corpus.catalog import Catalog
    from retrieval import AskedBefore, Sources

    asked = AskedBefore.within(BUNDLED_QUESTIONS, settings.questions_folder)
    return Sources(collection.digest(), lambda: Catalog.of(collection.stock()), asked)


def _fitted_digest() -> str:
    """SHA-256 of what was fitted: two evaluations differ by it where only weights do."""
    from hashlib import sha256

    from retrieval.deciding import ASKS_FILE
    from retrieval.ranking import WEIGHTS_FILE

    return sha256(WEIGHTS_FILE.read_bytes() + ASKS_FILE.read_bytes()).hexdigest()


def _check_corpus(folder: Path) -> None:
    if not folder.is_dir():
        raise SettingsError(command_line.CLI_NO_CORPUS.format(path=folder))


def _known_region(catalog: "Catalog", name: str | None) -> str | None:
    """The place of the settings by its name here."""
    from bot.called_places import called_place

    if name is None:
        return None
    called = called_place(name, catalog.regions)
    if called.why_not:
        raise SettingsError(command_line.CLI_NO_SUCH_REGION.format(why=called.why_not))
    return called.place


def _report(done: int, total: int) -> None:
    """Shows how far encoding is; the terminal is only touched when there is something to encode."""
    from bot import terminal

    terminal.report(done, total)
