"""Segments on disk: a folder each, written once and never changed.

FOLDER/<name>/manifest.json    the digest of each file beside it
FOLDER/<name>/records.json     the documents without their measures
FOLDER/<name>/measures.utf8    the records of measures, end to end
FOLDER/<name>/texts.utf8       the texts of passages, end to end
FOLDER/<name>/index.arrays     where these begin, ids, postings and vectors

What a reader has mapped of a segment stays readable for it after the folder is removed.
"""

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from secrets import token_hex

from corpus.catalog import Catalog
from corpus.durable import new_folder, private_folder
from corpus.read_bytes import FileBytes
from corpus.records import Document
from retrieval.indexing.index_segment import IndexSegment
from retrieval.indexing.packed_arrays import Numbers, open_packed, write_packed
from retrieval.indexing.sealed_folder import check_seal, seal
from retrieval.indexing.written_records import with_records, written_records

_RECORDS, _MEASURES, _TEXTS, _ARRAYS = "records.json", "measures.utf8", "texts.utf8", "index.arrays"


class SegmentStore:
    """The segments of one folder, by name; what was opened is remembered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, IndexSegment] = {}

    def checked(self, name: str) -> IndexSegment:
        """A segment; its files are compared with its manifest when it is opened first.

        Raises:
            DamagedIndexError: a file is missing or not as it was written.
            OSError, ValueError, KeyError, TypeError, AttributeError: it is missing or something else.
        """
        if name not in self._opened:
            check_seal(self._folder / name)
        return self.unchecked(name)

    def unchecked(self, name: str) -> IndexSegment:
        """The same without looking at all bytes: for a builder, whose index readers check.

        Raises:
            OSError, ValueError, KeyError, TypeError, AttributeError: it is missing or something else.
        """
        if name not in self._opened:
            path = self._folder / name
            digests, arrays = open_packed(path / _ARRAYS)
            texts, records = FileBytes(path / _TEXTS), FileBytes(path / _MEASURES)
            self._opened[name] = IndexSegment.from_arrays(
                arrays, digests, texts, lambda: _documents(path, records, arrays)
            )
        return self._opened[name]

    def write(self, segment: IndexSegment) -> str:
        """Writes a segment and gives it a name. Raises OSError where that cannot be done."""
        name = token_hex(8)
        private_folder(self._folder)
        with new_folder(self._folder / name) as building:
            records = written_records(segment.documents)
            (building / _RECORDS).write_bytes(Catalog(records.documents, "").to_json())
            (building / _MEASURES).write_bytes(records.measures)
            (building / _TEXTS).write_bytes(segment.passages.every())
            with (building / _ARRAYS).open("wb") as file:
                write_packed(file, segment.digests, {**segment.arrays(), **records.arrays})
            seal(building, {"groups": len(segment.digests)})
        return name

    def forget(self, names: Collection[str]) -> None:
        """Closes all segments but these, as far as nobody reads them."""
        self._opened = {name: segment for name, segment in self._opened.items() if name in names}

    def keep_only(self, names: Collection[str]) -> None:
        """Removes all other segments, finished or not."""
        self.forget(names)
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name not in names:
                shutil.rmtree(path, ignore_errors=True)


def _documents(folder: Path, records: FileBytes, arrays: Mapping[str, Numbers]) -> tuple[Document, ...]:
    documents = Catalog.from_json((folder / _RECORDS).read_bytes()).documents
    return with_records(documents, records, arrays)
