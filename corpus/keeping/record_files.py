"""The records of documents on disk, those of one source in a file that is named by what was read."""

from pathlib import Path

from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.sealed import SealedValues

Records = tuple[DocumentRecord, ...]


class RecordFiles(SealedValues[Records]):
    """Kept records by the key of their source; what is not kept, or damaged, is read and understood anew."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Records)
