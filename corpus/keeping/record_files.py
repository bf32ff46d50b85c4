"""The records of documents on disk, those of one source in a file that is named by what was read."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.sealed import SealedFiles

Records = tuple[DocumentRecord, ...]


@cache
def _stored() -> TypeAdapter[Records]:
    """What reads and writes them, made when it is first wanted: most commands need none."""
    return TypeAdapter(Records)


class RecordFiles:
    """Kept records by the key of their source; what is not kept, or damaged, is read and understood anew."""

    def __init__(self, folder: Path) -> None:
        self._files = SealedFiles(folder)

    def records(self, key: str) -> Records | None:
        """The records of a source; None where they are not kept."""
        data = self._files.read(key)
        try:
            return None if data is None else _stored().validate_json(data)
        except ValidationError:
            return None

    def keep(self, key: str, records: Records) -> None:
        """Keeps the records of a source."""
        self._files.write(key, _stored().dump_json(records))

    def keep_only(self, keys: Collection[str]) -> None:
        """Removes the records of all other sources."""
        self._files.keep_only(keys)
