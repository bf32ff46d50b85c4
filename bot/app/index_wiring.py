"""The index over the documents: where it is kept, and how it is brought up to date."""

import logging
import os
import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bot.app.document_wiring import documents_digest, open_collection
from bot.errors import SettingsError
from bot.messages import command_line
from bot.messages.next_steps import explained
from bot.settings import Settings
from corpus.bundled_sources import BUNDLED_CORPUS, BUNDLED_QUESTIONS
from corpus.errors import WenzhengError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from corpus.catalog import Catalog
    from corpus.keeping.collection import DocumentCollection
    from embeddings import Encoder
    from retrieval import IndexKeeper, OpenIndex, Sources

_POLITENESS = 5
"""Added to the niceness of a process that works while others answer."""
_log = logging.getLogger(__name__)


def refresh_index(settings: Settings) -> str:
    """Builds or refreshes the index over all documents where needed; says what is there now."""
    return brought_up_to_date(settings, open_collection(settings))


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


def brought_up_to_date(settings: Settings, collection: "DocumentCollection") -> str:
    """Builds or refreshes the index over a collection where needed; says what is there now."""
    from embeddings import make_encoder

    keeper = index_keeper(settings, make_encoder(settings.model))
    stored = filled(settings, keeper.build(sources_of(settings, collection), report))
    keeper.tidy()
    return command_line.INDEX_READY.format(place=keeper.shown, measures=len(stored.catalog.measures))


def index_keeper(settings: Settings, encoder: "Encoder") -> "IndexKeeper":
    """The folder or the engine that keeps the index."""
    from retrieval import IndexStore
    from retrieval.gathering import default_limits

    if settings.index_engine is None:
        return IndexStore(settings.index_folder, encoder)
    from retrieval.engine import EngineIndexes

    vectors = settings.index_folder / "vectors"
    return EngineIndexes(settings.index_engine, encoder, vectors, joined_up_to=default_limits().everything)


def sources_of(settings: Settings, collection: "DocumentCollection | None" = None) -> "Sources":
    """What an index is built from: the documents, of a collection where one is open, and questions asked."""
    from retrieval import AskedBefore, Sources

    def understood() -> "Catalog":
        from corpus.cataloguing import catalog_of

        return catalog_of((collection or open_collection(settings)).stock())

    asked = AskedBefore.within(BUNDLED_QUESTIONS, settings.questions_folder)
    return Sources(documents_digest(settings), understood, asked)


def filled(settings: Settings, stored: "OpenIndex") -> "OpenIndex":
    """An index with measures in it.

    Raises:
        SettingsError: it has none.
    """
    if not stored.catalog.measures:
        raise SettingsError(command_line.CLI_EMPTY_CORPUS.format(path=settings.corpus))
    return stored


def report(done: int, total: int) -> None:
    """Shows how far encoding is; the terminal is only touched when there is something to encode."""
    from bot import terminal

    terminal.report(done, total)


def bundled_texts() -> list[str]:
    """All texts that the index of the bundled documents encodes, in order, each once."""
    from corpus.cataloguing import load_catalog
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
    cache.passages(texts, report)
    return command_line.INDEX_BUNDLED.format(
        path=cache.write_bundle(BUNDLED_VECTORS, texts), count=len(texts)
    )
