"""The index on disk: one folder per state of corpus, questions and model, and a pointer to the current one.

FOLDER/current                 name of the folder in use
FOLDER/<key>/manifest.json     what it was built from, and the digest of each file beside it
FOLDER/<key>/catalog.json      the records
FOLDER/<key>/index.arrays      passages, postings and vectors, and the readings of characters
FOLDER/parts/                  what each document and each set of questions contributes to an index
FOLDER/vectors/                vectors of texts encoded on this machine

A folder is written under another name, flushed to the disk, renamed, and only then pointed to, so that a
reader sees either the old index or the new one; what it has mapped of the old one stays readable for it after
the folder is removed. Builders take turns through a lock; one that waited finds the
index already built.
"""

import hashlib
import json
import logging
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from sys import intern

from corpus.catalog import Catalog
from corpus.durable import locked, new_folder, replacing
from corpus.errors import WenzhengError
from embeddings import BUNDLED_VECTORS, Encoder, Progress, VectorCache
from retrieval.errors import IndexUnavailableError
from retrieval.indexing.index import Index, build_index, restore_index
from retrieval.indexing.packed_arrays import open_packed, write_packed
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.passages import passage_groups
from retrieval.indexing.questions import AskedBefore
from retrieval.text import SyllableTable, pinyin_version

_FORMAT = 8
_CURRENT, _PARTS, _VECTORS = "current", "parts", "vectors"
_CATALOG, _ARRAYS, _MANIFEST = "catalog.json", "index.arrays", "manifest.json"

_CODE = (
    "../corpus/text/han_pairs.py",
    "indexing/counted.py",
    "indexing/dense.py",
    "indexing/index.py",
    "indexing/lexical.py",
    "indexing/packed_arrays.py",
    "indexing/part_store.py",
    "indexing/parts.py",
    "indexing/passage_index.py",
    "indexing/passage_table.py",
    "indexing/passages.py",
    "indexing/questions.py",
    "indexing/text_facts.py",
    "indexing/unit_table.py",
    "question/answer_kinds.py",
    "question/answer_kinds.toml",
    "text/normalise.py",
    "text/syllables.py",
    "text/terms.py",
)
"""What determines the content of an index: after a change of one of these files it is built again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sources:
    """What an index is built from. `digest` identifies the state of the corpus without parsing it."""

    digest: str
    load: Callable[[], Catalog]
    asked: AskedBefore = field(default_factory=lambda: AskedBefore.of({}))


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """An index with the records it was built from."""

    catalog: Catalog
    index: Index


Mark = tuple[int, int]
"""Inode and time of change of the pointer."""


class _DamagedError(Exception):
    """A stored folder is not what its manifest says."""


class IndexStore:
    """Opens the index of some sources, and builds it where it is missing, outdated or damaged."""

    def __init__(self, folder: Path, encoder: Encoder, *, bundled: Path | None = BUNDLED_VECTORS) -> None:
        self.folder = folder
        self._encoder = encoder
        self._bundled = bundled

    @property
    def shown(self) -> str:
        """The folder."""
        return str(self.folder)

    def open(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """The index of `sources`, ready in memory.

        Raises:
            IndexUnavailableError: the folder can neither be read nor written.
        """
        key = self.key(sources)
        try:
            return self._read_current(key) or self._locked_open(key, sources, progress)
        except OSError as error:
            raise IndexUnavailableError(self.folder, error.strerror or str(error)) from error

    def build(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """The same as `open`: whoever opens an index of a folder also builds it.

        Raises:
            IndexUnavailableError: the folder can neither be read nor written.
        """
        return self.open(sources, progress)

    def holds(self, sources: Sources) -> bool:
        """Whether the index in use was built from these sources; the index itself is not read."""
        try:
            return (self.folder / _CURRENT).read_text(encoding="utf-8") == self.key(sources)
        except (OSError, UnicodeDecodeError):
            return False

    def mark(self) -> Mark | None:
        """A mark that changes whenever another index is put to use; None while there is no index."""
        try:
            stat = (self.folder / _CURRENT).stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_mtime_ns

    def current(self) -> OpenIndex | None:
        """The index in use, whatever it was built from; None where another model or other code made it.

        Never builds and never waits: for a bot that runs while another process adds documents.
        """
        try:
            key = (self.folder / _CURRENT).read_text(encoding="utf-8")
            manifest = json.loads((self.folder / key / _MANIFEST).read_text(encoding="utf-8"))
            if index_key(manifest["corpus"], manifest["questions"], self._encoder) == key:
                return _read(self.folder / key)
        except (OSError, ValueError, KeyError, TypeError, _DamagedError) as error:
            _log.warning("event=index_not_renewed folder=%s reason=%r", self.folder, error)
        return None

    def key(self, sources: Sources) -> str:
        """Name of the folder for these sources, this model and this code."""
        return index_key(sources.digest, sources.asked.digest, self._encoder)

    def _locked_open(self, key: str, sources: Sources, progress: Progress | None) -> OpenIndex:
        with locked(self.folder):
            return self._read_current(key) or self._build(key, sources, progress)

    def _read_current(self, key: str) -> OpenIndex | None:
        """The stored index; None where it is another one or damaged."""
        try:
            if (self.folder / _CURRENT).read_text(encoding="utf-8") == key:
                return _read(self.folder / key)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (_DamagedError, UnicodeDecodeError) as error:
            _log.warning("event=index_damaged folder=%s reason=%s", self.folder / key, error)
        return None

    def _build(self, key: str, sources: Sources, progress: Progress | None) -> OpenIndex:
        cache = VectorCache(self._encoder, bundled=self._bundled, writable=self.folder / _VECTORS)
        catalog = sources.load()
        parts = self._parts()
        groups = passage_groups(catalog, *parts.asked(sources.asked))
        index = build_index(catalog, groups, cache, progress, parts)
        with new_folder(self.folder / key) as building:
            _write(building, OpenIndex(catalog, index), self._provenance(sources))
            shutil.rmtree(self.folder / key, ignore_errors=True)
        with replacing(self.folder / _CURRENT) as pointer:
            pointer.write(key.encode())
        self._sweep(key)
        cache.keep_only(text for p in index.passages if p.encoded for text in p.encoded_texts)
        _log.info(
            "event=index_built key=%s measures=%d passages=%d", key, len(index.measures), len(index.passages)
        )
        return OpenIndex(replace(catalog, counted=index.pairs.count), index)

    def _parts(self) -> PartStore:
        return PartStore(self.folder / _PARTS, made_by(self._encoder))

    def _provenance(self, sources: Sources) -> dict[str, str]:
        return {
            "corpus": sources.digest,
            "questions": sources.asked.digest,
            "encoder": self._encoder.name,
        }

    def _sweep(self, key: str) -> None:
        """Removes the folders of other states, finished or not; readers have all they need in memory."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in (key, _PARTS, _VECTORS):
                shutil.rmtree(path, ignore_errors=True)


def _write(folder: Path, stored: OpenIndex, provenance: Mapping[str, str]) -> None:
    index = stored.index
    (folder / _CATALOG).write_bytes(stored.catalog.to_json())
    readings = " ".join(map("".join, index.table.readings.items()))
    with (folder / _ARRAYS).open("wb") as file:
        write_packed(file, {"kinds": index.kinds, "readings": readings}, index.arrays())
    digests = {name: _digest(folder / name) for name in (_CATALOG, _ARRAYS)}
    counts = {"measures": len(index.measures), "passages": len(index.passages)}
    _write_json(folder / _MANIFEST, {"format": _FORMAT, **provenance, **counts, "files": digests})


def _read(folder: Path) -> OpenIndex:
    """A stored index. Raises _DamagedError where anything is missing or not as written."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        for name, digest in manifest["files"].items():
            if _digest(folder / name) != digest:
                raise _DamagedError(name)
        catalog = Catalog.from_json((folder / _CATALOG).read_bytes())
        head, arrays = open_packed(folder / _ARRAYS)
        table = SyllableTable({entry[0]: intern(entry[1:]) for entry in head["readings"].split()})
        measures = tuple(measure.id for measure in catalog.measures)
        index = restore_index(arrays, measures, tuple(head["kinds"]), table)
        return OpenIndex(replace(catalog, counted=index.pairs.count), index)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, WenzhengError) as error:
        raise _DamagedError(repr(error)) from error


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def index_key(corpus: str, questions: str, encoder: Encoder) -> str:
    """What tells an index over a corpus and stored questions, by this code and an encoder, from any other."""
    identity = (str(_FORMAT), _code_digest(), corpus, questions, encoder.name)
    return hashlib.sha256("\n".join(identity).encode()).hexdigest()[:16]


def made_by(encoder: Encoder) -> str:
    """What tells the parts of this code and an encoder from those of any other."""
    return f"{_FORMAT}\n{_code_digest()}\n{pinyin_version()}\n{encoder.name}"


@lru_cache(maxsize=1)
def _code_digest() -> str:
    here = Path(__file__).parent.parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in _CODE)).hexdigest()
