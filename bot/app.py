"""The wiring: the only place that knows every part. What is heavy is imported where it is built."""

from pathlib import Path
from typing import TYPE_CHECKING

from bot import messages
from bot.errors import SettingsError
from bot.settings import BUNDLED_CORPUS, Settings

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from corpus.catalog import Catalog
    from embeddings import Encoder
    from retrieval import Sources, Stored

QUESTIONS = BUNDLED_CORPUS.parent / "questions"
"""Plain-language questions of measures, written by staff."""


def make_assistant(settings: Settings, *, region: str | None = None) -> "Assistant":
    """An assistant over the documents and their index, which is built or refreshed where needed.

    `region` counts before the one of the settings.

    Raises:
        WenzhengError: something it needs is missing or broken; the message is one line.
    """
    from bot.assistant import Assistant
    from embeddings import make_encoder
    from retrieval import Retriever

    encoder = make_encoder(settings.model)
    stored = _open_index(settings, encoder)
    own = _known_region(stored.catalog, region or settings.region)
    return Assistant(stored.catalog, Retriever(stored.catalog, stored.index, encoder), region=own)


def load_library(settings: Settings) -> "Catalog":
    """The documents alone, parsed anew.

    Raises:
        WenzhengError: there are none, or one cannot be read.
    """
    from corpus.catalog import load_catalog

    _check_corpus(settings.corpus)
    return load_catalog(settings.corpus)


def refresh_index(settings: Settings) -> str:
    """Builds or refreshes the index where needed; says what is there now."""
    from embeddings import make_encoder

    stored = _open_index(settings, make_encoder(settings.model))
    return messages.INDEX_READY.format(folder=settings.index_folder, measures=len(stored.catalog.measures))


def bundle_vectors(settings: Settings) -> str:
    """Writes the vectors of the bundled documents and questions into the repository; says where."""
    from corpus.catalog import load_catalog
    from embeddings import BUNDLED_VECTORS, VectorCache, make_encoder
    from retrieval import load_questions
    from retrieval.passages import catalog_passages

    passages = catalog_passages(load_catalog(BUNDLED_CORPUS), load_questions(QUESTIONS))
    texts = [passage.text for passage in passages]
    cache = VectorCache(make_encoder(settings.model))
    cache.passages(texts, _report)
    return messages.INDEX_BUNDLED.format(path=cache.write_bundle(BUNDLED_VECTORS, texts), count=len(texts))


def _open_index(settings: Settings, encoder: "Encoder") -> "Stored":
    from retrieval import IndexStore

    stored = IndexStore(settings.index_folder, encoder).open(_sources(settings), _report)
    if not stored.catalog.measures:
        raise SettingsError(messages.CLI_EMPTY_CORPUS.format(path=settings.corpus))
    return stored


def _sources(settings: Settings) -> "Sources":
    from corpus.catalog import folder_digest, load_catalog
    from retrieval import Sources, load_questions

    _check_corpus(settings.corpus)
    try:
        digest = folder_digest(settings.corpus)
    except OSError as error:
        raise SettingsError(messages.unreadable_file(error.filename or settings.corpus, error)) from error
    return Sources(digest, lambda: load_catalog(settings.corpus), load_questions(QUESTIONS))


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
