"""What the commands and the desk need built to take documents in and out."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.adding.document_adder import DocumentAdder
    from bot.settings import Settings
    from corpus.catalog import Catalog
    from corpus.keeping.added_files import AddedFiles


class Work(Protocol):
    """Something that another process does; `multiprocessing.Process` is one."""

    @property
    def exitcode(self) -> int | None:
        """0 where it went well; None while it runs."""

    def join(self) -> None:
        """Waits for its end."""

    def terminate(self) -> None:
        """Ends it; what it had not finished is as if it had never begun."""


class CollectionWiring(Protocol):
    """What the commands on documents need built."""

    def load_library(self, settings: "Settings") -> "Catalog":
        """All documents that count."""

    def open_adder(self, settings: "Settings") -> "DocumentAdder":
        """What takes documents in and out."""

    def added_documents(self, settings: "Settings") -> "AddedFiles":
        """The store of added documents."""
