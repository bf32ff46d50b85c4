"""The documents of an installation: what is bundled, what was added, which phones the staff confirmed."""

from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.messages import command_line
from bot.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.catalog import Catalog
    from corpus.keeping.added_files import AddedFiles
    from corpus.keeping.collection import DocumentCollection
    from corpus.keeping.confirmations import Confirmations
    from corpus.keeping.originals import Originals


def load_library(settings: Settings) -> "Catalog":
    """The documents alone, with those that were added, under the phones of the staff.

    Raises:
        WenzhengError: there are none, or one cannot be read.
    """
    from corpus.cataloguing import catalog_of

    return catalog_of(open_collection(settings).stock(), confirmed_phones(settings).now)


def open_collection(settings: Settings) -> "DocumentCollection":
    """What reads the bundled and the added documents.

    Raises:
        SettingsError: the folder of the bundled ones is not there.
    """
    from corpus.keeping.collection import DocumentCollection
    from corpus.keeping.record_files import RecordFiles

    kept = RecordFiles(settings.records_folder)
    return DocumentCollection(bundled_folder(settings), added_documents(settings), kept)


def documents_digest(settings: Settings) -> str:
    """Which state the bundled and the added documents are in; what reads them is not loaded for it.

    Raises:
        WenzhengError: the folder of the bundled ones is not there, or one of the folders cannot be read.
    """
    from corpus.keeping.collection_digest import collection_digest

    return collection_digest(bundled_folder(settings), settings.library_folder)


def bundled_folder(settings: Settings) -> "Path":
    """The folder of the bundled documents.

    Raises:
        SettingsError: it is not there.
    """
    if not settings.corpus.is_dir():
        raise SettingsError(command_line.CLI_NO_CORPUS.format(path=settings.corpus))
    return settings.corpus


def added_documents(settings: Settings) -> "AddedFiles":
    """The store of the documents that people add."""
    from corpus.keeping.added_files import AddedFiles

    return AddedFiles(settings.library_folder)


def confirmed_phones(settings: Settings) -> "Confirmations":
    """The store of the phones that the staff confirm."""
    from corpus.keeping.confirmations import Confirmations

    return Confirmations(settings.phones_file)


def open_originals(settings: Settings) -> "Originals":
    """What finds the files that documents come from."""
    from corpus.keeping.originals import Originals

    return Originals(settings.corpus, added_documents(settings))
