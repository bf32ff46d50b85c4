"""The index in memory: everything a question is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from embeddings import HalfVectors, Progress, VectorCache, Vectors, unit_rows
from retrieval.indexing.chosen import Chosen
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import dense_index, stored_vectors
from retrieval.indexing.lexical import K1, LexicalIndex
from retrieval.indexing.packed_arrays import Numbers
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS, IndexPart
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passage_table import PassageTable
from retrieval.indexing.passages import PassageGroup
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitCounts, UnitTable
from retrieval.text import SyllableTable

TEXT_K1 = 0.8
"""BM25's k1 for texts, lower than usual so that repetition counts less: documents name their topic in every
other sentence. The usual 1.2, .8 and .5 gave, held out, hit@1 .894, .906, .894 on the development questions
without plain-language questions and .619, .643, .619 on the hard ones, with them .953, .965, .965 and .857,
.833, .833, and an MRR of .913, .914, .917 on the stored questions judged as new (2026-11-21)."""


@dataclass(frozen=True)
class Index:
    """The passages of all measures, indexed by characters, syllables and vectors."""

    measures: Sequence[str]
    passages: PassageTable
    whole: LexicalIndex
    """Characters of each measure as one text, with the lead of its document and without its questions."""
    documents: LexicalIndex
    """Characters of each document as one text."""
    document_of: NDArray[np.int32]
    """Position of each measure's document."""
    text: PassageIndex
    questions: PassageIndex
    uncovered: PassageIndex
    """Questions that no measure answers."""
    table: SyllableTable
    text_facts: TextFacts
    """What the texts of all measures state, narrowed or not."""
    pairs: UnitCounts
    """In how many texts of measures each pair of neighbouring Chinese characters stands."""

    def narrowed(self, chosen: NDArray[np.int32]) -> "Index":
        """The index of which only some measures, ascending, are compared; they are then counted from 0.

        Rarities are those of all texts, and unanswered questions are all compared.
        """
        documents = np.unique(self.document_of[chosen])
        return replace(
            self,
            measures=Chosen(self.measures, chosen),
            whole=self.whole.narrowed(chosen),
            documents=self.documents.narrowed(documents),
            document_of=np.searchsorted(documents, self.document_of[chosen]).astype(np.int32),
            text=self.text.narrowed(chosen),
            questions=self.questions.narrowed(chosen),
        )

    def unpacked(self) -> "Index":
        """The same index with the vectors of its measures in memory, to be compared again and again."""
        return replace(self, text=self.text.unpacked(), questions=self.questions.unpacked())

    @property
    def kinds(self) -> Sequence[str]:
        """Kinds of the uncovered questions."""
        return self.passages.uncovered

    def arrays(self) -> dict[str, Numbers]:
        """The numbers and texts of the index; names of measures and kinds and readings are stored apart."""
        arrays = {
            **self.passages.arrays(),
            **self.text_facts.arrays(),
            **self.whole.arrays("whole"),
            **self.documents.arrays("documents"),
            "document_of": self.document_of,
            **self.pairs.arrays("pairs"),
        }
        channels = (("text", self.text), ("questions", self.questions), ("uncovered", self.uncovered))
        for name, channel in channels:
            arrays[f"{name}.positions"] = channel.positions
            arrays[f"{name}.owners"] = channel.owners
            arrays[f"{name}.vectors"] = channel.dense.stored
            arrays.update(channel.characters.arrays(f"{name}.characters"))
            arrays.update(channel.syllables.arrays(f"{name}.syllables"))
        return arrays


def build_index(
    catalog: Catalog,
    groups: Sequence[PassageGroup],
    cache: VectorCache,
    progress: Progress | None = None,
    store: PartStore | None = None,
) -> Index:
    """An index over the passage `groups` of a catalog, joined from their parts.

    Parts come from the store, or are made where it lacks them; vectors come from the cache, or are encoded.
    Positions refer to the measures and documents of the catalog in their order.
    """
    parts, table = collect_parts(groups, cache, store, progress)
    return joined_index(catalog, parts, table, cache.dim)


def joined_index(catalog: Catalog, parts: Sequence[IndexPart], table: SyllableTable, dim: int) -> Index:
    """The index over parts that are in the order of `passage_groups`."""
    measures = tuple(measure.id for measure in catalog.measures)
    passages = PassageTable.of(chain.from_iterable(part.passages for part in parts), measures)

    def channel(name: str, k1: float = K1) -> PassageIndex:
        positions = passages.of_kinds(CHANNELS[name])
        own = [part for part in parts if part.passages and part.passages[0].kind in CHANNELS[name]]
        return PassageIndex(
            positions,
            passages.owners[positions].astype(np.int32),
            passages.kinds_among(positions, CHANNELS[name]),
            VECTOR_KINDS[name],
            LexicalIndex.over(CountedTexts.joined([part.characters for part in own]), k1),
            LexicalIndex.over(CountedTexts.joined([part.syllables for part in own]), k1),
            dense_index(stored_vectors(_vectors_of(own, name, dim))),
        )

    return Index(
        measures,
        passages,
        LexicalIndex.over(CountedTexts.joined([part.measures for part in parts]), TEXT_K1),
        LexicalIndex.over(CountedTexts.joined([part.document for part in parts]), TEXT_K1),
        np.repeat(
            np.arange(len(catalog.documents), dtype=np.int32), [len(d.measures) for d in catalog.documents]
        ),
        channel("text", k1=TEXT_K1),
        channel("questions"),
        channel("uncovered"),
        table,
        TextFacts.joined([part.facts for part in parts]),
        _spread_of(CountedTexts.joined([part.pairs for part in parts])),
    )


def _spread_of(counted: CountedTexts) -> UnitCounts:
    """In how many texts each unit stands."""
    return UnitCounts([(UnitTable(counted.keys), np.bincount(counted.units, minlength=counted.keys.size))])


def _vectors_of(parts: Sequence[IndexPart], channel: str, dim: int) -> Vectors:
    """The unit vectors of the passages of a channel that are compared by vector."""
    halves: list[HalfVectors] = [np.zeros((0, dim), dtype=np.float16)]
    for part in parts:
        encoded = [passage.kind for passage in part.passages if passage.encoded]
        halves.append(part.vectors[[kind is VECTOR_KINDS[channel] for kind in encoded]])
    return unit_rows(np.concatenate(halves).astype(np.float32))


def restore_index(
    arrays: Mapping[str, Numbers], measures: Sequence[str], kinds: Sequence[str], table: SyllableTable
) -> Index:
    """The index from the arrays that `Index.arrays` gives. Raises KeyError where an array is missing."""
    passages = PassageTable.from_arrays(arrays, measures, kinds)

    def channel(name: str) -> PassageIndex:
        positions = arrays[f"{name}.positions"].astype(np.int32, copy=False)
        return PassageIndex(
            positions,
            arrays[f"{name}.owners"].astype(np.int32, copy=False),
            passages.kinds_among(positions, CHANNELS[name]),
            VECTOR_KINDS[name],
            LexicalIndex.from_arrays(arrays, f"{name}.characters"),
            LexicalIndex.from_arrays(arrays, f"{name}.syllables"),
            dense_index(arrays[f"{name}.vectors"]),  # type: ignore[arg-type]  # as they were stored
        )

    return Index(
        measures,
        passages,
        LexicalIndex.from_arrays(arrays, "whole"),
        LexicalIndex.from_arrays(arrays, "documents"),
        arrays["document_of"].astype(np.int32, copy=False),
        channel("text"),
        channel("questions"),
        channel("uncovered"),
        table,
        TextFacts.from_arrays(arrays),
        UnitCounts.from_arrays(arrays, "pairs"),
    )
