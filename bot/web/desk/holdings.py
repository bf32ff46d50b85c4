"""The documents as they are kept now: those that count, those replaced, and what is doubtful about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from bot import messages
from bot.adding.corpus_add import AddingWiring
from bot.settings import Settings
from corpus.catalog import Catalog, folder_digest, load_drafts
from corpus.departments import load_names
from corpus.drafts import DocumentDraft
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.confirmations import Confirmations
from corpus.keeping.standing import AddedFile, Standing
from corpus.keeping.suspicions import remarks
from corpus.records import Document


@dataclass(frozen=True)
class Held:
    """One state of the documents."""

    catalog: Catalog
    bundled: tuple[DocumentDraft, ...]
    doubts: Mapping[str, tuple[str, ...]]
    """Number -> what a person should look at."""
    added: Mapping[str, AddedFile]
    """Number -> the added file whose document counts."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Of all documents that count."""
        return tuple(document.number for document in self.catalog.documents)

    def document(self, number: str) -> Document | None:
        """The document that counts under exactly that number."""
        return next((held for held in self.catalog.documents if held.number == number), None)


class Holdings:
    """The documents of the data folder and the bundled ones; read anew when they have changed."""

    def __init__(self, settings: Settings, corpus: AddingWiring) -> None:
        self._settings = settings
        self._corpus = corpus
        self._lock = Lock()
        self._kept: tuple[str, Held] | None = None

    @property
    def library(self) -> AddedFiles:
        """The store of the added documents."""
        return self._corpus.added_documents(self._settings)

    def now(self) -> Held:
        """As they are now.

        Raises:
            WenzhengError: a document or the data folder cannot be read.
        """
        with self._lock:
            library = self.library
            digest = folder_digest(self._settings.corpus, library, Confirmations(self._settings.phones_file))
            if self._kept is None or self._kept[0] != digest:
                self._kept = (digest, self._read(library))
            return self._kept[1]

    def _read(self, library: AddedFiles) -> Held:
        catalog, bundled = self._corpus.load_library(self._settings), load_drafts(self._settings.corpus)
        documents = {document.number: document for document in catalog.documents}
        found = {
            draft.number: remarks(draft, documents[draft.number], load_names(), documents)
            for draft in library.current(bundled)
            if draft.number in documents
        }
        doubts = {
            number: tuple(messages.suspicion(remark.suspicion, remark.about) for remark in held)
            for number, held in found.items()
        }
        current = (version for version in library.versions(bundled) if version.standing is Standing.CURRENT)
        added = {version.number: version.entry for version in current if version.entry}
        return Held(catalog, bundled, doubts, added)
