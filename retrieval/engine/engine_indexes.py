"""Indexes that an engine keeps: loaded by one process where the documents are, read by any number of bots."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from typing import LiteralString

import numpy as np
from pydantic import TypeAdapter

from corpus.catalog import Catalog
from corpus.errors import WenzhengError
from corpus.records import Document
from embeddings import BUNDLED_VECTORS, Encoder, Progress, VectorCache
from retrieval.engine.engine_address import EngineAddress
from retrieval.engine.engine_connections import Engine, EngineSession
from retrieval.engine.engine_index import Release, Statistics
from retrieval.engine.loading import Loader, line_of
from retrieval.engine.part_rows import CHANNELS, Sketch
from retrieval.engine.schema import check_tables, prepare, settle
from retrieval.errors import EngineError, EngineUnfitError
from retrieval.indexing import (
    GroupPart,
    Mark,
    OpenIndex,
    PassageKind,
    RecordFacts,
    Sources,
    UnitTally,
    index_key,
    joined_index,
    made_by,
    part_of,
    passage_groups,
    with_records_aside,
)
from retrieval.text import SyllableTable, TextReader

_OPENING_S = 300.0
"""Seconds for reading a whole release; 100,000 measures take some tens."""
_AT_ONCE = 500
"""Parts read by one statement."""
_DOCUMENT = TypeAdapter(Document)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _KeptPart:
    """What is kept of a part from one release to the next."""

    document: Document | None
    """Its records lie out of memory, as those of a folder do."""
    recorded: RecordFacts
    """What its records say that is asked of all."""
    sketch: Sketch
    uncovered: bytes
    """All of the part, of questions that no measure answers."""


class EngineIndexes:
    """Opens the newest index of this code and encoder in an engine; loads one. An `IndexKeeper`."""

    def __init__(
        self,
        address: str,
        encoder: Encoder,
        vectors: Path,
        *,
        joined_up_to: int,
        bundled: Path | None = BUNDLED_VECTORS,
    ) -> None:
        """`vectors` is the folder of those that were encoded on this machine.

        An index of up to `joined_up_to` measures is read as a whole, and asks the engine nothing after.
        """
        self._engine = Engine(EngineAddress(address))
        self._encoder = encoder
        self._vectors = vectors
        self._joined_up_to = joined_up_to
        self._bundled = bundled
        self._parts: dict[int, _KeptPart] = {}
        self._marked: Mark | None = None
        self._failed = 0

    @property
    def shown(self) -> str:
        """Where the indexes are kept, as it may be shown."""
        return self._engine.address.shown

    def holds(self, sources: Sources) -> bool:
        """Whether nothing has to be built before an index can be opened: bots never load."""
        return True

    def open(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """The newest index, whatever it was built from: the documents may lie on another machine.

        Raises:
            EngineError: the engine cannot be read, or keeps no index that this code made with this encoder.
        """
        check_tables(self._engine, self._encoder.dim)
        opened = self._opened()
        if opened is None:
            raise EngineUnfitError(
                self.shown, "里面还没有本版程序和模型做的索引；请在放文件的机器上运行 wenzheng index"
            )
        return opened

    def build(self, sources: Sources, progress: Progress | None = None) -> OpenIndex:
        """The index of `sources`, which is loaded into the engine where it is not the newest.

        Raises:
            EngineError: the engine cannot be written.
        """
        with self._engine.session(None) as session:
            prepare(session, self._engine, self._encoder.dim)
            cache = VectorCache(self._encoder, bundled=self._bundled, writable=self._vectors)
            loader = Loader(session, made_by(self._encoder), cache)
            with loader.alone():
                if self._newest_key() != self._key(sources):
                    self._load(loader, sources, progress)
        return self.open(sources)

    def tidy(self) -> None:
        """Nothing: what no release needs any more is removed when one is loaded."""

    def mark(self) -> Mark | None:
        """A mark that changes whenever another index is put to use; the last one while the engine is gone."""
        try:
            rows = self._engine.rows(_NEWEST, {"line": self._line})
        except EngineError:
            return self._marked  # a question that cannot be searched tells of it
        self._marked = (int(rows[0][0]), self._failed) if rows else None
        return self._marked

    def current(self) -> OpenIndex | None:
        """The newest index; None where there is none of this code and encoder, or the engine is gone.

        After the latter the mark is another one, so that whoever follows it tries again.
        """
        try:
            return self._opened()
        except WenzhengError as error:
            self._failed += 1
            _log.warning("event=index_not_renewed engine=%s reason=%s", self.shown, error)
            return None

    def _key(self, sources: Sources) -> str:
        return index_key(sources.digest, sources.asked.digest, self._encoder)

    @property
    def _line(self) -> str:
        return line_of(made_by(self._encoder))

    def _newest_key(self) -> str | None:
        rows = self._engine.rows(_NEWEST, {"line": self._line})
        return str(rows[0][1]) if rows else None

    def _load(self, loader: Loader, sources: Sources, progress: Progress | None) -> None:
        catalog = sources.load()
        questions, uncovered = sources.asked.load()
        groups = passage_groups(catalog, questions, uncovered)
        reader = TextReader.from_pypinyin()
        parts = loader.parts(catalog, groups, reader, progress)
        if not loader.session.rows("select 1 from wenzheng.releases limit 1"):
            settle(loader.session)
        removed = loader.switch(self._key(sources), parts, catalog, reader.table)
        loader.sweep()
        if removed:
            encoded = (passage for group in groups for passage in group.passages if passage.encoded)
            loader.cache.keep_only(text for passage in encoded for text in passage.encoded_texts)
        _log.info("event=index_loaded engine=%s parts=%d", self.shown, len(parts))

    def _opened(self) -> OpenIndex | None:
        """The newest index as one moment of the engine shows it."""
        with self._engine.session(_OPENING_S) as session, session.transaction():
            session.done("set transaction isolation level repeatable read, read only")
            rows = session.rows(_RELEASE, {"line": self._line})
            if not rows:
                return None
            numbers, rest, readings = rows[0]
            table = SyllableTable({entry[0]: intern(entry[1:]) for entry in readings.split()})
            self._read_parts(session, numbers)
            kept = [self._parts[number] for number in numbers]
            documents = tuple(part.document for part in kept if part.document)
            catalog = replace(Catalog.from_json(bytes(rest)), documents=documents)
            if len(catalog.measures) <= self._joined_up_to:
                parts = _whole_parts(session, numbers, [part.document for part in kept])
                index = joined_index(parts, table, self._encoder.dim)
            else:
                uncovered = [
                    GroupPart(str(number), None, part_of(part.uncovered))
                    for number, part in zip(numbers, kept, strict=True)
                    if part.uncovered
                ]
                statistics = _statistics(session, self._line)
                sketches = [part.sketch for part in kept]
                recorded = RecordFacts.joined([part.recorded for part in kept])
                release = Release(
                    self._line, catalog, numbers, sketches, recorded, uncovered, statistics, table
                )
                index = release.index(self._engine, self._encoder.dim)
        return OpenIndex(replace(catalog, counted=index.pairs.count), index)

    def _read_parts(self, session: EngineSession, numbers: Sequence[int]) -> None:
        """Reads what is not kept of parts yet, and forgets those that are no longer among them."""
        kept = {number: self._parts[number] for number in numbers if number in self._parts}
        lacking = [number for number in numbers if number not in kept]
        for start in range(0, len(lacking), _AT_ONCE):
            some = lacking[start : start + _AT_ONCE]
            for number, kind, record, sketch, part in session.rows(_SKETCHES, {"ids": some}):
                document = _DOCUMENT.validate_json(record) if kind == PassageKind.TEXT else None
                recorded = RecordFacts.of([document] if document else ())
                kept[number] = _KeptPart(document, recorded, Sketch.from_bytes(sketch), part)
        self._parts = kept | _with_records_aside({number: kept[number] for number in lacking})


def _with_records_aside(parts: Mapping[int, _KeptPart]) -> dict[int, _KeptPart]:
    """Parts with the records of their documents out of memory."""
    of_documents = [(number, part.document) for number, part in parts.items() if part.document]
    stored = with_records_aside([document for _, document in of_documents])
    return {
        number: replace(parts[number], document=document)
        for (number, _), document in zip(of_documents, stored, strict=True)
    }


def _whole_parts(
    session: EngineSession, numbers: Sequence[int], documents: Sequence[Document | None]
) -> list[GroupPart]:
    """Parts by their numbers; where each of them is a document's, that is given."""
    rows = session.rows("select id, part from wenzheng.parts where id = any(%(ids)s)", {"ids": list(numbers)})
    data: dict[int, bytes] = dict(rows)
    return [
        GroupPart(str(number), document, part_of(data[number]))
        for number, document in zip(numbers, documents, strict=True)
    ]


def _statistics(session: EngineSession, line: str) -> Statistics:
    """In how many texts the units of each channel stand."""
    found = {}
    for number, channel in enumerate(CHANNELS):
        ((data,),) = session.rows(_COUNTS, {"line": line, "channel": number})
        counted = np.frombuffer(data or b"", dtype=_COUNT)
        units = counted["unit"].astype(np.uint64)
        order = np.argsort(units)
        found[channel] = UnitTally.of(units[order], counted["texts"][order].astype(np.int64))
    return found


_COUNT = np.dtype([("unit", ">u8"), ("texts", ">i4")])
_NEWEST: LiteralString = (
    "select number, key from wenzheng.releases where line = %(line)s order by number desc limit 1"
)
_RELEASE: LiteralString = """
select parts, catalog, readings from wenzheng.releases where line = %(line)s order by number desc limit 1"""
_SKETCHES: LiteralString = """
select id, kind, record, sketch, case when kind = 'uncovered' then part else '' end
from wenzheng.parts where id = any(%(ids)s)"""
_COUNTS: LiteralString = """
select string_agg(int8send(unit) || int4send(texts), '') from wenzheng.unit_counts
where line = %(line)s and channel = %(channel)s and texts > 0"""
