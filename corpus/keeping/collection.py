"""All documents: those of a folder of source texts and those that people added, each understood once."""

import logging
from collections.abc import Callable, Collection
from functools import lru_cache, partial
from pathlib import Path

from corpus.errors import CorpusError
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection_digest import collection_digest, content_key, folder_contents
from corpus.keeping.document_record import DocumentRecord, understood
from corpus.keeping.intake import Intake
from corpus.keeping.record_files import RecordFiles, Records
from corpus.keeping.standing import AddedFile, Version, versions
from corpus.keeping.stock import KnownVersion, Stock
from corpus.structure.parse import parse_sources

_log = logging.getLogger(__name__)


class DocumentCollection:
    """Reads the documents as they are now; what was understood before is not read and understood again."""

    def __init__(
        self, folder: Path, added: AddedFiles | None = None, kept: RecordFiles | None = None
    ) -> None:
        """`folder` holds the bundled texts; without `kept`, what is understood goes with this object."""
        self.added = added
        self._folder = folder
        self._kept = kept
        self._known: dict[str, Records] = {}

    def digest(self) -> str:
        """SHA-256 over the texts of the folder, the added files, the data tables and the code.

        Raises:
            SourceError: the folder or one of its texts cannot be read.
            LibraryError: the added files cannot be read.
        """
        return collection_digest(self._folder, self.added.folder if self.added else None)

    def stock(self) -> Stock:
        """All versions of all documents.

        Raises:
            SourceError: the folder or one of its texts cannot be read.
            LibraryError: the added files cannot be read.
        """
        digest, contents = self.digest(), folder_contents(self._folder)
        entries = self.added.entries() if self.added else ()
        live = {entry.sequence: entry for entry in entries if entry.live}
        bundled = self._of_source(content_key(contents), partial(_of_folder, self._folder, contents))
        shelves = {0: bundled}
        for sequence, entry in live.items():
            shelves[sequence] = self._of_source(_key_of(entry), partial(self._of_file, entry))
        self._forget_all_but({content_key(contents), *map(_key_of, live.values())})
        records = {(shelf, record.number): record for shelf, own in shelves.items() for record in own}
        every = versions([record.number for record in bundled], entries)
        known = (
            (v, _with_copies(v, records.get((v.entry.sequence if v.entry else 0, v.number)))) for v in every
        )
        return Stock(digest, tuple(KnownVersion(version, record) for version, record in known if record))

    def remember(self, intake: Intake, records: Records) -> None:
        """Keeps the records of a file that is added, so that it is not understood a second time."""
        numbers = (draft.number for draft in intake.drafts)
        self._remembered(content_key(intake.sha256, str(intake.region), intake.address, *numbers), records)

    def _of_source(self, key: str, read: Callable[[], Records]) -> Records:
        """The records of a source: known or kept; else read now, and kept."""
        records = self._known.get(key) or (self._kept.read(key) if self._kept else None)
        return self._remembered(key, read()) if records is None else self._known.setdefault(key, records)

    def _remembered(self, key: str, records: Records) -> Records:
        """What could not be read is tried again the next time."""
        if records:
            self._known[key] = records
            if self._kept:
                self._kept.write(key, records)
        return records

    def _of_file(self, entry: AddedFile) -> Records:
        """The records of an added file; none where it cannot be read any more, which is logged."""
        try:
            return tuple(map(understood, self.added.drafts(entry) if self.added else ()))
        except CorpusError as error:
            _log.warning("event=document_unreadable file=%s reason=%s", entry.file, error)
            return ()

    def _forget_all_but(self, keys: Collection[str]) -> None:
        self._known = {key: records for key, records in self._known.items() if key in keys}
        if self._kept:
            self._kept.keep_only(keys)


def _with_copies(version: Version, record: DocumentRecord | None) -> DocumentRecord | None:
    """The record of a version, which names all files that hold its text."""
    if record is None or version.entry is None or not version.entry.copies:
        return record
    return record.with_copies(version.entry.copies)


@lru_cache(maxsize=1)
def _of_folder(folder: Path, contents: str) -> Records:
    """The records of a folder with those contents."""
    return tuple(map(understood, parse_sources(folder)))


def _key_of(entry: AddedFile) -> str:
    return content_key(entry.sha256, str(entry.region), entry.address, *entry.numbers)
