"""What the commands on documents need built."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.adding import DocumentAdder
    from bot.settings import Settings
    from corpus.catalog import Catalog
    from corpus.keeping.added_files import AddedFiles
    from corpus.keeping.confirmations import Confirmations


class CollectionWiring(Protocol):
    """Opens and loads the documents."""

    def load_library(self, settings: "Settings") -> "Catalog":
        """All documents that count."""

    def open_adder(self, settings: "Settings") -> "DocumentAdder":
        """What takes documents in and out."""

    def added_documents(self, settings: "Settings") -> "AddedFiles":
        """The store of added documents."""

    def confirmed_phones(self, settings: "Settings") -> "Confirmations":
        """The store of the phones that the staff confirm."""
