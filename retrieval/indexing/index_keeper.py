"""What keeps indexes: a folder of this machine, or an engine that several share."""

from typing import Protocol

from embeddings import Progress
from retrieval.indexing.index_store import Mark, OpenIndex, Sources


class IndexKeeper(Protocol):
    """Opens and builds indexes. Whatever it opens answers the same questions alike."""

    @property
    def shown(self) -> str:
        """Where the indexes are kept, as it may be shown."""

    def holds(self, sources: Sources) -> bool:
        """Whether an index can be opened as it is, so that nothing has to be built first."""

    def open(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """An index to answer from: of these sources, or of those of the machine that loads.

        Raises:
            RetrievalError: there is none, and none can be built.
        """

    def build(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """The index of `sources`, which is built where it is not the newest one.

        Raises:
            RetrievalError: it cannot be kept.
        """

    def tidy(self) -> None:
        """Does for the index in use what nobody has to wait for; all that it says stays the same."""

    def mark(self) -> Mark | None:
        """A mark that changes whenever another index is put to use; None while there is no index."""

    def current(self) -> OpenIndex | None:
        """The index in use; None where it cannot be opened. Never builds."""
