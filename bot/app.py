"""The wiring: the only place that knows every part. What is heavy is imported where it is built."""

import logging
import os
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from bot import messages
from bot.errors import SettingsError
from bot.settings import BUNDLED_CORPUS, Settings
from corpus.errors import WenzhengError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from bot.answering.assistant import Assistant
    from bot.conversation.talk import Talk
    from bot.evaluation.workbench import Workbench
    from bot.ports import Assistance
    from bot.store import Store
    from corpus.catalog import Catalog
    from corpus.keeping.added_files import AddedFiles
    from corpus.keeping.confirmations import Confirmations
    from embeddings import Encoder
    from retrieval import IndexStore, OpenIndex, Sources

QUESTIONS = BUNDLED_CORPUS.parent / "questions"
"""Plain-language questions of measures, written by staff."""

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
    from bot.chain import make_chain
    from bot.chain.looking_up import NewestLookUps
    from bot.chain.renewing import Newest
    from bot.conversation.phrases import make_ear
    from bot.conversation.sessions import MemorySessions
    from bot.conversation.talk import Talk
    from bot.ports import Assistance
    from bot.store import Database, Notices
    from embeddings import make_encoder
    from retrieval import IndexStore

    encoder = make_encoder(settings.model)
    indexes, sources = IndexStore(settings.index_folder, encoder), _sources(settings)
    if store and not indexes.holds(sources):
        refresh_aside(settings, told=False).join()  # what goes wrong there is told when it is opened
    seen = indexes.mark()
    stored = _open_index(settings, indexes, sources)
    own = _known_region(stored.catalog, region or settings.region)
    notices = store.notices if store else Notices(Database(settings.database))
    sessions = store.sessions if store else MemorySessions()

    def over(index: "OpenIndex") -> "Talk":
        return Talk(_assistant(index, encoder, own), sessions, make_ear(encoder, index.index.table))

    def renewed() -> "Talk | None":
        newer = indexes.current()
        return over(newer) if newer else None

    newest = Newest(over(stored), indexes.mark, renewed, seen=seen, clock=clock)
    look_ups = NewestLookUps(lambda: newest().assistant, sessions, notices.current)
    journal = store.journal if store else None
    ask = make_chain(lambda: newest().ask, notices.current, journal, lambda: look_ups.catalog.digest)
    return Assistance(ask, look_ups)


def open_store(settings: Settings) -> "Store":
    """What is kept of people's questions and of the staff's work; to be closed in the end.

    Raises:
        StoreError: it cannot be opened.
    """
    from bot.store import Store

    return Store.open(settings.database)


def make_workbench(settings: Settings, *, region: str | None = None) -> "Workbench":
    """The assistant with its parts at hand, over the index as it is now.

    Raises:
        WenzhengError: something it needs is missing or broken; the message is one line.
    """
    from bot.evaluation.workbench import Workbench
    from embeddings import make_encoder
    from retrieval import IndexStore, Retriever

    encoder = make_encoder(settings.model)
    sources = _sources(settings)
    stored = _open_index(settings, IndexStore(settings.index_folder, encoder), sources)
    told = {
        "model": encoder.name,
        "corpus": sources.digest,
        "questions file": sources.questions_digest,
        "weights": _fitted_digest(),
    }
    retriever = Retriever(stored.catalog, stored.index, encoder)
    own = _known_region(stored.catalog, region or settings.region)
    return Workbench(stored.catalog, retriever, encoder, own, told)


def load_library(settings: Settings) -> "Catalog":
    """The documents alone, parsed anew, with those that were added.

    Raises:
        WenzhengError: there are none, or one cannot be read.
    """
    from corpus.catalog import load_catalog

    _check_corpus(settings.corpus)
    return load_catalog(settings.corpus, added_documents(settings), confirmed_phones(settings))


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
    from embeddings import make_encoder
    from retrieval import IndexStore

    store = IndexStore(settings.index_folder, make_encoder(settings.model))
    stored = _open_index(settings, store, _sources(settings))
    return messages.INDEX_READY.format(folder=settings.index_folder, measures=len(stored.catalog.measures))


def refresh_aside(settings: Settings, *, told: bool = True) -> "SpawnProcess":
    """Begins to build or refresh the index in a process of its own.

    Where that fails its exit code is 1, and it says why unless `told` is False.
    """
    process = get_context("spawn").Process(target=_refresh, args=(settings, told), daemon=True)
    process.start()
    return process


def _refresh(settings: Settings, told: bool) -> None:
    """What that process does: after those who answer, and with one line where it fails."""
    from bot import logs

    logs.configure(settings.log_level)
    os.nice(_POLITENESS)
    try:
        refresh_index(settings)
    except WenzhengError as error:
        if told:
            _log.error("event=index_not_refreshed reason=%s", error)
        sys.exit(1)


def bundled_texts() -> list[str]:
    """All texts that the index of the bundled documents encodes, in order, each once."""
    from corpus.catalog import load_catalog
    from retrieval import load_questions, load_uncovered
    from retrieval.indexing.passages import catalog_passages

    questions, uncovered = load_questions(QUESTIONS), load_uncovered(QUESTIONS)
    passages = catalog_passages(load_catalog(BUNDLED_CORPUS), questions, uncovered)
    return list(dict.fromkeys(passage.text for passage in passages if passage.encoded))


def bundle_vectors(settings: Settings) -> str:
    """Writes the vectors of the bundled documents and questions into the repository; says where."""
    from embeddings import BUNDLED_VECTORS, VectorCache, make_encoder

    texts = bundled_texts()
    cache = VectorCache(make_encoder(settings.model))
    cache.passages(texts, _report)
    return messages.INDEX_BUNDLED.format(path=cache.write_bundle(BUNDLED_VECTORS, texts), count=len(texts))


def _assistant(stored: "OpenIndex", encoder: "Encoder", region: str | None) -> "Assistant":
    from bot.answering.assistant import Assistant
    from bot.answering.search_memory import RememberingSearch
    from retrieval import Retriever

    search = RememberingSearch(Retriever(stored.catalog, stored.index, encoder))
    return Assistant(stored.catalog, search, region=region)


def _open_index(settings: Settings, store: "IndexStore", sources: "Sources") -> "OpenIndex":
    stored = store.open(sources, _report)
    if not stored.catalog.measures:
        raise SettingsError(messages.CLI_EMPTY_CORPUS.format(path=settings.corpus))
    return stored


def _sources(settings: Settings) -> "Sources":
    from corpus.catalog import folder_digest, load_catalog
    from retrieval import Sources, load_questions, load_uncovered

    _check_corpus(settings.corpus)
    library, phones = added_documents(settings), confirmed_phones(settings)
    digest = folder_digest(settings.corpus, library, phones)
    questions = load_questions(QUESTIONS, settings.questions_folder)
    uncovered = load_uncovered(QUESTIONS)
    return Sources(digest, lambda: load_catalog(settings.corpus, library, phones), questions, uncovered)


def _fitted_digest() -> str:
    """SHA-256 of what was fitted: two evaluations differ by it where only weights do."""
    from hashlib import sha256

    from retrieval.deciding.asks import ASKS_FILE
    from retrieval.ranking.weights import WEIGHTS_FILE

    return sha256(WEIGHTS_FILE.read_bytes() + ASKS_FILE.read_bytes()).hexdigest()


def _check_corpus(folder: Path) -> None:
    if not folder.is_dir():
        raise SettingsError(messages.CLI_NO_CORPUS.format(path=folder))


def _known_region(catalog: "Catalog", name: str | None) -> str | None:
    if name is None or name in catalog.regions:
        return name
    known = "、".join(catalog.regions)
    raise SettingsError(messages.CLI_UNKNOWN_REGION.format(region=name, regions=known))


def _report(done: int, total: int) -> None:
    """Shows how far encoding is; the terminal is only touched when there is something to encode."""
    from bot import terminal

    terminal.report(done, total)
