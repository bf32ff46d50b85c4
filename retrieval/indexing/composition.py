"""Puts an index together from segments, so that all it says is the same to the digit as from a single one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import TypeVar

import numpy as np

from corpus.joined_sequence import JoinedSequence
from corpus.records import Document
from corpus.stored_measures import ids_of
from embeddings import VectorCache
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.dense import HALVED_FROM, dense_index
from retrieval.indexing.index import Index
from retrieval.indexing.index_segment import LEXICAL, PAIRS, ROWS, GroupPart, IndexSegment
from retrieval.indexing.lexical import K1, LexicalIndex
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passage_table import PassageTable
from retrieval.indexing.passages import PassageGroup
from retrieval.indexing.record_facts import RecordFacts
from retrieval.indexing.row_places import GroupOrder, RowPlaces, row_places
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitCounts, UnitTally
from retrieval.text import SyllableTable, TextReader

TEXT_K1 = 0.8
"""BM25's k1 for texts, lower than usual so that repetition counts less: documents name their topic in every
other sentence. The usual 1.2, .8 and .5 gave, held out, hit@1 .894, .906, .894 on the development questions
without plain-language questions and .619, .643, .619 on the hard ones, with them .953, .965, .965 and .857,
.833, .833, and an MRR of .913, .914, .917 on the stored questions judged as new (2026-11-21)."""


Part = TypeVar("Part")


@dataclass(frozen=True)
class Composition:
    """What an index is put together from: segments, their groups in order, and what is gone from them."""

    segments: Sequence[IndexSegment]
    order: GroupOrder
    table: SyllableTable
    """How characters are read."""
    dim: int
    """Length of a vector."""
    gone: Mapping[str, UnitTally] = field(default_factory=dict)
    """The units of groups that are in a segment but not in the order, by `LEXICAL` and `PAIRS`."""

    @classmethod
    def of_one(cls, segment: IndexSegment, table: SyllableTable, dim: int) -> "Composition":
        """All groups of one segment."""
        return cls((segment,), GroupOrder.of_one(len(segment.digests)), table, dim)

    def documents(self) -> tuple[Document, ...]:
        """The documents in order."""
        found: dict[int, Document] = {}
        for segment, places in zip(self.segments, self._places["documents"], strict=True):
            standing = places.up(np.arange(places.rows, dtype=np.int32)).tolist()
            found.update(zip(standing, segment.documents, strict=True))
        return tuple(found[place] for place in sorted(found) if place >= 0)

    def digests(self) -> list[str]:
        """Of the groups in order."""
        own = [segment.digests for segment in self.segments]
        pairs = zip(self.order.segments.tolist(), self.order.groups.tolist(), strict=True)
        return [own[segment][group] for segment, group in pairs]

    def documents_by_group(self) -> dict[str, Document]:
        """The documents by the digests of their groups, also those that are gone."""
        found: dict[str, Document] = {}
        for segment in self.segments:
            having = segment.sizes["documents"].tolist()
            found.update(zip(compress(segment.digests, having), segment.documents, strict=True))
        return found

    def index(self, documents: Sequence[Document]) -> Index:
        """The index over all segments; `documents` are those of `documents()`, where they are at hand."""
        measures = JoinedSequence([ids_of(document) for document in documents])
        texts = [segment.passages for segment in self.segments]
        passages = PassageTable.over(self._with_places(texts, "passages"), measures)
        sizes = [len(document.measures) for document in documents]
        text, questions, uncovered = (self._channel(name, passages) for name in CHANNELS)
        return Index(
            measures,
            passages,
            self._lexical("whole", TEXT_K1),
            self._lexical("documents", TEXT_K1),
            np.repeat(np.arange(len(documents), dtype=np.int32), sizes),
            text,
            questions,
            uncovered,
            self.table,
            *self._facts(),
            UnitCounts([*(segment.pairs for segment in self.segments), *self._gone(PAIRS)]),
        )

    @cached_property
    def _places(self) -> Mapping[str, tuple[RowPlaces, ...]]:
        return {
            name: row_places([segment.sizes[name] for segment in self.segments], self.order) for name in ROWS
        }

    def _with_places(self, parts: Sequence[Part], rows: str) -> list[tuple[Part, RowPlaces]]:
        """Something of each segment with the places of its rows."""
        return list(zip(parts, self._places[rows], strict=True))

    def _gone(self, name: str) -> tuple[UnitTally, ...]:
        return (self.gone[name],) if name in self.gone else ()

    def _lexical(self, name: str, k1: float) -> LexicalIndex:
        parts = [segment.postings[name] for segment in self.segments]
        return LexicalIndex.over(self._with_places(parts, LEXICAL[name]), self._gone(name), k1)

    def _channel(self, name: str, passages: PassageTable) -> PassageIndex:
        positions, k1 = passages.of_kinds(CHANNELS[name]), TEXT_K1 if name == "text" else K1
        vectors = [segment.vectors[name] for segment in self.segments]
        return PassageIndex(
            positions,
            passages.owners[positions],
            passages.kinds_among(positions, CHANNELS[name]),
            VECTOR_KINDS[name],
            self._lexical(f"{name}.characters", k1),
            self._lexical(f"{name}.syllables", k1),
            dense_index(self._with_places(vectors, f"{name}.vectors"), self.dim),
        )

    def _facts(self) -> tuple[TextFacts, RecordFacts]:
        """The facts of all measures in order."""
        segments, places = self.segments, self._places["measures"]
        if len(segments) == 1 and not places[0].moved:
            return segments[0].facts, segments[0].recorded
        rows = np.zeros(sum(own.count for own in places), dtype=np.int32)
        before = 0
        for own in places:
            rows[own.places()] = before + own.chosen(np.arange(own.rows, dtype=np.int32))
            before += own.rows
        stated = TextFacts.joined([segment.facts for segment in segments])
        return stated.taken(rows), RecordFacts.joined([segment.recorded for segment in segments]).taken(rows)


def halved_channels(sizes: Sequence[Mapping[str, int]]) -> Collection[str]:
    """The channels of which so many vectors are at hand that they are kept in half precision.

    `sizes` says of groups how many rows of each kind they have.
    """
    totals = {name: sum(each[f"{name}.vectors"] for each in sizes) for name in CHANNELS}
    return frozenset(name for name, total in totals.items() if total >= HALVED_FROM)


def build_index(groups: Sequence[PassageGroup], cache: VectorCache) -> Index:
    """An index over passage `groups`, of one segment that is kept nowhere.

    Vectors come from the cache, or are encoded. Positions refer to measures and documents in the order of
    the groups.
    """
    reader = TextReader.from_pypinyin()
    return joined_index(collect_parts(groups, reader, cache), reader.table, cache.dim)


def joined_index(parts: Sequence[GroupPart], table: SyllableTable, dim: int) -> Index:
    """The index over parts in their order, of one segment that is kept nowhere; `dim` is that of vectors."""
    segment = IndexSegment.of(parts, dim, halved_channels([part.rows() for part in parts]))
    return Composition.of_one(segment, table, dim).index(segment.documents)
