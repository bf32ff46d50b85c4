"""Loads an index into an engine, document by document, and switches it in with its statistics."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import LiteralString

import numpy as np
from pydantic import TypeAdapter

from corpus.catalog import Catalog
from corpus.records import Document
from embeddings import Progress, VectorCache
from retrieval.engine.engine_connections import EngineSession
from retrieval.engine.part_rows import (
    CHANNELS,
    MOST_TEXTS,
    Sketch,
    counts_of,
    passage_rows,
    text_rows,
    vector_rows,
    word_rows,
)
from retrieval.engine.schema import SPOT_BITS
from retrieval.errors import RetrievalError
from retrieval.indexing import IndexPart, PassageGroup, PassageKind, make_part, part_bytes, part_of
from retrieval.text import SyllableTable, TextReader

_DOCUMENT = TypeAdapter(Document)
_KEPT_RELEASES = 2
"""The newest ones: whoever reads the one before finishes, and bots of the last code go on with theirs."""
_ONE_LOADER = 772202
"""The engine's lock that loaders take turns through."""


@dataclass(frozen=True, slots=True)
class Loader:
    """Writes the parts and releases of one code and encoder; `made_by` tells both from any other."""

    session: EngineSession
    made_by: str
    cache: VectorCache

    @property
    def line(self) -> str:
        """The name of this code and encoder."""
        return line_of(self.made_by)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While no other loader is at work; waits for one that is."""
        self.session.rows("select pg_advisory_lock(%(lock)s)", {"lock": _ONE_LOADER})
        try:
            yield
        finally:
            self.session.rows("select pg_advisory_unlock(%(lock)s)", {"lock": _ONE_LOADER})

    def parts(
        self,
        catalog: Catalog,
        groups: Sequence[PassageGroup],
        reader: TextReader,
        progress: Progress | None,
    ) -> list[int]:
        """The numbers of the parts of groups, in their order; those that the engine lacks are written."""
        names = [self._name(catalog, group) for group in groups]
        held: dict[str, int] = dict(self.session.rows(_HELD, {"names": names}))
        lacking = [(name, group) for name, group in zip(names, groups, strict=True) if name not in held]
        encoded = [passage for _, group in lacking for passage in group.passages if passage.encoded]
        self.cache.kept([text for passage in encoded for text in passage.encoded_texts], progress)
        for name, group in lacking:
            part = make_part(group, reader, self.cache.kept)
            held[name] = self._write(name, group, part, _region(catalog, group))
        return [held[name] for name in names]

    def _name(self, catalog: Catalog, group: PassageGroup) -> str:
        told = f"{self.made_by}\n{group.digest}\n{_region(catalog, group)}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _write(self, name: str, group: PassageGroup, part: IndexPart, region: str) -> int:
        """Writes all of a part, or nothing."""
        if len(part.passages) >= MOST_TEXTS:
            raise RetrievalError(
                f"一份文件切成了 {len(part.passages)} 段，索引引擎最多收 {MOST_TEXTS - 1} 段。请拆开再添加。"
            )
        row = {
            "name": name,
            "kind": (PassageKind.TEXT if group.document else group.kind).value,
            "record": _DOCUMENT.dump_json(group.document) if group.document else b"",
            "sketch": Sketch.of(part).to_bytes(),
            "part": part_bytes(part),
        }
        with self.session.transaction():
            ((number,),) = self.session.rows(_NEW_PART, row)
            if group.document:
                self._copy_document(part, number, region)
            elif group.kind is PassageKind.QUESTION:
                self._copy_questions(part, number, region)
            self.session.copied("passages", ("int8", "text"), text_rows(part, number))
        return int(number)

    def _copy_document(self, part: IndexPart, number: int, region: str) -> None:
        copied = self.session.copied
        copied("words", ("int8", "int4", "int4", "bytea", "bytea"), word_rows(part, number))
        copied("sounds", _BY_UNIT, passage_rows(part.syllables, part, number))
        copied("text_vectors", _VECTORS, vector_rows(part, number, self.line, region))

    def _copy_questions(self, part: IndexPart, number: int, region: str) -> None:
        copied = self.session.copied
        copied("question_words", _BY_UNIT, passage_rows(part.characters, part, number))
        copied("question_sounds", _BY_UNIT, passage_rows(part.syllables, part, number))
        copied("question_vectors", _VECTORS, vector_rows(part, number, self.line, region))

    def switch(self, key: str, parts: Sequence[int], catalog: Catalog, table: SyllableTable) -> bool:
        """Makes these parts the newest release of the line, with its statistics, in one transaction.

        Says whether the release before had parts that this one has not.
        """
        with self.session.transaction():
            before = self.session.rows(_NEWEST_PARTS, {"line": self.line})
            old = set(before[0][0]) if before else set()
            self._count({part: +1 for part in parts if part not in old} | dict.fromkeys(old - set(parts), -1))
            self.session.done(
                _NEW_RELEASE,
                {
                    "line": self.line,
                    "key": key,
                    "parts": list(parts),
                    "catalog": replace(catalog, documents=()).to_json(),
                    "readings": " ".join(map("".join, table.readings.items())),
                },
            )
        return bool(old - set(parts))

    def _count(self, signs: Mapping[int, int]) -> None:
        """Adds what parts are counted with to the statistics, or takes it away."""
        self.session.done(_COUNTS_APART)
        for sign in (1, -1):
            found = self._read([part for part, own in signs.items() if own == sign])
            for channel, (units, texts) in counts_of(found).items():
                rows = zip(units.view(np.int64).tolist(), (sign * texts).tolist(), strict=True)
                number = CHANNELS.index(channel)
                self.session.copied(
                    "counted_apart", ("int2", "int8", "int4"), ((number, unit, each) for unit, each in rows)
                )
        self.session.done(_COUNTED, {"line": self.line})
        self.session.done("drop table counted_apart")

    def _read(self, numbers: Sequence[int]) -> list[IndexPart]:
        return [part_of(data) for (data,) in self.session.rows(_ANSWERED, {"ids": list(numbers)})]

    def sweep(self) -> None:
        """Removes what no release that is kept needs: old releases, parts that none of the others has."""
        self.session.done(_OLD_RELEASES, {"kept": _KEPT_RELEASES})
        for number, kind in self.session.rows(_UNUSED_PARTS):
            with self.session.transaction():
                self._remove(int(number), str(kind))
        self.session.done(_UNUSED_COUNTS)

    def _remove(self, number: int, kind: str) -> None:
        (part,) = self._read([number]) or (None,)
        if part is not None:
            tables = _TABLES_OF_DOCUMENTS if kind == PassageKind.TEXT else _TABLES_OF_QUESTIONS
            words = np.concatenate([part.characters.keys, part.measures.keys, part.document.keys])
            for statement, units in zip(tables, (words, part.syllables.keys), strict=True):
                self.session.done(statement, {"units": units.view(np.int64).tolist(), "part": number})
        first = number << SPOT_BITS
        for statement in _BY_ID:
            self.session.done(statement, {"first": first, "last": first + (1 << SPOT_BITS) - 1})
        self.session.done("delete from wenzheng.parts where id = %(part)s", {"part": number})


def line_of(made_by: str) -> str:
    """The name of a code and an encoder."""
    return hashlib.sha256(made_by.encode()).hexdigest()[:16]


def _region(catalog: Catalog, group: PassageGroup) -> str:
    """The region of the document that a group is of; none for questions that no measure answers."""
    if group.document:
        return group.document.region
    if group.kind is not PassageKind.QUESTION:
        return ""
    return catalog.document_of(catalog.measure(group.questions[0][0])).region


_BY_UNIT = ("int8", "int4", "bytea")
_VECTORS = ("int8", "text", "text", "bytea")
_HELD: LiteralString = "select name, id from wenzheng.parts where name = any(%(names)s)"
_ANSWERED: LiteralString = "select part from wenzheng.parts where id = any(%(ids)s) and kind <> 'uncovered'"
_UNUSED_COUNTS: LiteralString = (
    "delete from wenzheng.unit_counts where line not in (select line from wenzheng.releases)"
)
_NEW_PART: LiteralString = """
insert into wenzheng.parts (name, kind, record, sketch, part)
values (%(name)s, %(kind)s, %(record)s, %(sketch)s, %(part)s) returning id"""
_NEWEST_PARTS: LiteralString = (
    "select parts from wenzheng.releases where line = %(line)s order by number desc limit 1"
)
_NEW_RELEASE: LiteralString = """
insert into wenzheng.releases (line, key, parts, catalog, readings)
values (%(line)s, %(key)s, %(parts)s, %(catalog)s, %(readings)s)"""
_COUNTS_APART: LiteralString = (
    "create temporary table counted_apart (channel smallint, unit bigint, texts int) on commit drop"
)
_COUNTED: LiteralString = """
insert into wenzheng.unit_counts as counted (line, channel, unit, texts)
select %(line)s, channel, unit, sum(texts) from counted_apart group by channel, unit having sum(texts) <> 0
on conflict (line, channel, unit) do update set texts = counted.texts + excluded.texts"""
_OLD_RELEASES: LiteralString = """
delete from wenzheng.releases where number not in (
    select number from wenzheng.releases order by number desc limit %(kept)s)"""
_UNUSED_PARTS: LiteralString = """
select id, kind from wenzheng.parts where id not in (select unnest(parts) from wenzheng.releases)"""
_TABLES_OF_DOCUMENTS: tuple[LiteralString, LiteralString] = (
    "delete from wenzheng.words where unit = any(%(units)s) and part = %(part)s",
    "delete from wenzheng.sounds where unit = any(%(units)s) and part = %(part)s",
)
_TABLES_OF_QUESTIONS: tuple[LiteralString, LiteralString] = (
    "delete from wenzheng.question_words where unit = any(%(units)s) and part = %(part)s",
    "delete from wenzheng.question_sounds where unit = any(%(units)s) and part = %(part)s",
)
_BY_ID: tuple[LiteralString, ...] = (
    "delete from wenzheng.text_vectors where id between %(first)s and %(last)s",
    "delete from wenzheng.question_vectors where id between %(first)s and %(last)s",
    "delete from wenzheng.passages where id between %(first)s and %(last)s",
)
