"""The index on disk: segments that are there, one folder per state, and a pointer to the current one.

FOLDER/current                 name of the state in use
FOLDER/<key>-<number>/         a state: which segments in which order, with what is gone from them
FOLDER/segments/               records, texts, postings and vectors of groups that were indexed together
FOLDER/parts/                  what each document and each set of questions contributes to an index
FOLDER/vectors/                vectors of texts encoded on this machine

A folder is written under another name, flushed to the disk, renamed, and only then pointed to, so that a
reader sees either the old index or the new one; what it has mapped of the old one stays readable for it after
the folder is removed. Builders take turns through a lock; one that waited finds the
index already built.
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from secrets import token_hex

from corpus.catalog import Catalog
from corpus.durable import locked, replacing
from corpus.errors import WenzhengError
from embeddings import BUNDLED_VECTORS, Encoder, Progress, VectorCache
from retrieval.errors import IndexUnavailableError
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.composition import Composition
from retrieval.indexing.growth import SMALL, Grower, Growth
from retrieval.indexing.index import Index
from retrieval.indexing.index_identity import index_key, made_by
from retrieval.indexing.index_segment import GroupPart, IndexSegment
from retrieval.indexing.index_state import IndexState, read_state
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.parts import IndexPart
from retrieval.indexing.passages import passage_groups
from retrieval.indexing.questions import AskedBefore
from retrieval.indexing.sealed_folder import DamagedIndexError
from retrieval.indexing.segment_store import SegmentStore
from retrieval.text import SyllableTable

_CURRENT, _PARTS, _VECTORS, _SEGMENTS = "current", "parts", "vectors", "segments"
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, WenzhengError, DamagedIndexError)
"""What reading a folder raises that is not as it was written."""

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


class IndexStore:
    """Opens the index of some sources, and builds it where it is missing, outdated or damaged."""

    def __init__(
        self, folder: Path, encoder: Encoder, *, bundled: Path | None = BUNDLED_VECTORS, small: int = SMALL
    ) -> None:
        """`small` says up to how many passages a segment is built anew with what is new."""
        self.folder = folder
        self._small = small
        self._encoder = encoder
        self._bundled = bundled
        self._segments = SegmentStore(folder / _SEGMENTS)

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

    def tidy(self) -> None:
        """Merges segments of the index in use where they are many or hold much that is gone.

        For a process that nobody waits for: all that the index says stays the same. Where it cannot be done
        that is logged, and the index stays as it is.
        """
        try:
            with locked(self.folder):
                self._merge()
        except _UNREADABLE as error:
            _log.warning("event=index_not_merged folder=%s reason=%r", self.folder, error)

    def holds(self, sources: Sources) -> bool:
        """Whether the index in use was built from these sources; the index itself is not read."""
        try:
            return _key_in(self._pointed()) == self.key(sources)
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
            return self._read(self._own_state())
        except _UNREADABLE as error:
            _log.warning("event=index_not_renewed folder=%s reason=%r", self.folder, error)
        return None

    def key(self, sources: Sources) -> str:
        """What the states of these sources, this model and this code are called."""
        return index_key(sources.digest, sources.asked.digest, self._encoder)

    def _pointed(self) -> str:
        return (self.folder / _CURRENT).read_text(encoding="utf-8")

    def _own_state(self) -> IndexState:
        """The state in use. Raises one of `_UNREADABLE` where it is damaged or others made it."""
        name = self._pointed()
        state = read_state(self.folder / name)
        told = str(state.told["corpus"]), str(state.told["questions"])
        if _key_in(name) != index_key(*told, self._encoder):
            raise DamagedIndexError(f"{name} was made by another model or other code")
        return state

    def _locked_open(self, key: str, sources: Sources, progress: Progress | None) -> OpenIndex:
        with locked(self.folder):
            return self._read_current(key) or self._build(key, sources, progress)

    def _read_current(self, key: str) -> OpenIndex | None:
        """The stored index; None where it is another one or damaged."""
        try:
            if _key_in(self._pointed()) != key:
                return None
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None
        try:
            return self._read(self._own_state())
        except _UNREADABLE as error:
            _log.warning("event=index_damaged folder=%s reason=%r", self.folder, error)
        return None

    def _read(self, state: IndexState) -> OpenIndex:
        """The index of a state. Raises one of `_UNREADABLE` where a segment is damaged."""
        composed = state.composed([self._segments.checked(name) for name in state.segments])
        self._segments.forget(state.segments)
        documents = composed.documents()
        return _opened(replace(state.around, documents=documents), composed.index(documents))

    def _build(self, key: str, sources: Sources, progress: Progress | None) -> OpenIndex:
        cache, parts, catalog = self._cache(), self._parts(), sources.load()
        reader = parts.reader()
        groups = passage_groups(catalog, *parts.asked(sources.asked))
        by_digest = {group.digest: group for group in groups}

        def collect(digests: Sequence[str]) -> Sequence[GroupPart]:
            return collect_parts([by_digest[digest] for digest in digests], reader, cache, parts, progress)

        wanted = [group.digest for group in groups]
        growth = Grower(wanted, self._held(key), collect, parts.part, self._small).beside_large()
        told = {"corpus": sources.digest, "questions": sources.asked.digest, "encoder": self._encoder.name}
        told["measures"] = str(len(catalog.measures))
        state = self._put_to_use(key, told, growth, replace(catalog, documents=()), reader.table)
        index = self._composed(state).index(catalog.documents)
        if not growth.kept:
            cache.keep_only(_encoded_texts(index))
        _log.info(
            "event=index_built key=%s measures=%d fresh=%d", key, len(index.measures), len(growth.fresh)
        )
        return _opened(catalog, index)

    def _held(self, key: str) -> Mapping[str, IndexSegment]:
        """The segments in use; none where they are damaged, as those of the key to be opened were found."""
        try:
            state = self._own_state()
            if _key_in(self._pointed()) != key:
                return {name: self._segments.unchecked(name) for name in state.segments}
        except FileNotFoundError:
            return {}
        except _UNREADABLE as error:
            _log.info("event=index_built_anew folder=%s reason=%r", self.folder, error)
        return {}

    def _merge(self) -> None:
        state, parts = self._own_state(), self._parts()
        held = {name: self._segments.checked(name) for name in state.segments}
        composed = state.composed([*held.values()])

        def collect(digests: Sequence[str]) -> Sequence[GroupPart]:
            documents = composed.documents_by_group()
            return [GroupPart(d, documents.get(d), _at_hand(parts.part(d), d)) for d in digests]

        growth = Grower(composed.digests(), held, collect, parts.part).merged()
        if growth is None:
            return
        key = _key_in(self._pointed())
        merged = self._composed(self._put_to_use(key, state.told, growth, state.around, state.table))
        self._cache().keep_only(_encoded_texts(merged.index(merged.documents())))
        _log.info("event=index_merged key=%s segments=%d", key, len(merged.segments))

    def _put_to_use(
        self, key: str, told: Mapping[str, str], growth: Growth, around: Catalog, table: SyllableTable
    ) -> IndexState:
        """Writes what is new, then the state, then the pointer; removes what is not in use any more."""
        names, dim = [*growth.kept], self._encoder.dim
        if growth.fresh:
            names.append(self._segments.write(IndexSegment.of(growth.fresh, dim, growth.in_halves)))
        state = IndexState(told, names, around, growth.order, growth.gone, table, dim)
        name = f"{key}-{token_hex(4)}"
        state.write(self.folder / name)
        with replacing(self.folder / _CURRENT) as pointer:
            pointer.write(name.encode())
        self._sweep(name, state)
        return state

    def _composed(self, state: IndexState) -> Composition:
        return state.composed([self._segments.unchecked(name) for name in state.segments])

    def _sweep(self, name: str, state: IndexState) -> None:
        """Removes other states and segments, finished or not, and parts that no segment in use holds."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in (name, _PARTS, _VECTORS, _SEGMENTS):
                shutil.rmtree(path, ignore_errors=True)
        self._segments.keep_only(state.segments)
        held = (self._segments.unchecked(each).digests for each in state.segments)
        self._parts().keep_only(chain.from_iterable(held), state.told["questions"])

    def _cache(self) -> VectorCache:
        return VectorCache(self._encoder, bundled=self._bundled, writable=self.folder / _VECTORS)

    def _parts(self) -> PartStore:
        return PartStore(self.folder / _PARTS, made_by(self._encoder))


def _opened(catalog: Catalog, index: Index) -> OpenIndex:
    return OpenIndex(replace(catalog, counted=index.pairs.count), index)


def _encoded_texts(index: Index) -> Iterator[str]:
    return (text for passage in index.passages if passage.encoded for text in passage.encoded_texts)


def _key_in(name: str) -> str:
    """The key in the name of a state."""
    return name.partition("-")[0]


def _at_hand(part: IndexPart | None, digest: str) -> IndexPart:
    """A part that is there. Raises DamagedIndexError where it is lost."""
    if part is None:
        raise DamagedIndexError(f"part {digest}")
    return part
