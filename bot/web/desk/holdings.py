"""The documents as they are kept now: those that count, those replaced, and what is doubtful about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from bot.adding import DocumentAdder
from bot.messages import adding as messages
from corpus.catalog import Catalog, Phones
from corpus.cataloguing import catalog_of
from corpus.keeping.standing import AddedFile
from corpus.keeping.stock import Stock
from corpus.records import Document


@dataclass(frozen=True)
class Held:
    """One state of the documents, under the phones of the staff as they are at any time."""

    stock: Stock
    catalog: Catalog

    @cached_property
    def doubts(self) -> Mapping[str, tuple[str, ...]]:
        """Number -> what a person should look at."""
        return {
            number: tuple(messages.suspicion(remark.suspicion, remark.about) for remark in remarks)
            for number, remarks in self.stock.doubts().items()
        }

    @property
    def added(self) -> Mapping[str, AddedFile]:
        """Number -> the added file whose document counts."""
        return self.stock.added

    @property
    def numbers(self) -> tuple[str, ...]:
        """Of all documents that count."""
        return self.stock.numbers

    def document(self, number: str) -> Document | None:
        """The document that counts under exactly that number."""
        return next((document for document in self.catalog.documents if document.number == number), None)


class Holdings:
    """The documents of the data folder and the bundled ones; read anew when they have changed."""

    def __init__(self, documents: DocumentAdder, phones: Phones) -> None:
        self._documents = documents
        self._phones = phones
        self._lock = Lock()
        self._kept: Held | None = None

    def now(self) -> Held:
        """As they are now.

        Raises:
            WenzhengError: a document or the data folder cannot be read.
        """
        with self._lock:
            if self._kept is None or self._kept.stock.digest != self._documents.digest():
                stock = self._documents.stock()
                self._kept = Held(stock, catalog_of(stock, self._phones))
            return self._kept
