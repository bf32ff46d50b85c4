"""Documents as a bot has them that opened a stored index: their records are read from bytes."""

from collections.abc import Sequence

from corpus.read_bytes import HeldBytes
from corpus.records import Document
from retrieval.indexing.written_records import with_records, written_records


def on_disk(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same documents, whose measures are read when they are looked at."""
    written = written_records(documents)
    return with_records(written.documents, HeldBytes(written.measures), written.arrays)
