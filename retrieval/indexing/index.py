"""The index in memory: everything a question is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from embeddings import Progress, VectorCache, Vectors, unit_rows
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import DenseIndex
from retrieval.indexing.lexical import K1, LexicalIndex, Scores
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.parts import CHANNELS, IndexPart
from retrieval.indexing.passages import Passage, PassageGroup, PassageKind
from retrieval.text import SyllableTable

Arrays = Mapping[str, NDArray[np.generic]]

TEXT_K1 = 0.8
"""BM25's k1 for texts, lower than usual so that repetition counts less: documents name their topic in every
other sentence. The usual 1.2, .8 and .5 gave, held out, hit@1 .894, .906, .894 on the development questions
without plain-language questions and .619, .643, .619 on the hard ones, with them .953, .965, .965 and .857,
.833, .833, and an MRR of .913, .914, .917 on the stored questions judged as new (2026-11-21)."""


@dataclass(frozen=True)
class PassageIndex:
    """Passages of some kinds: their characters, syllables and vectors, and their owners."""

    positions: NDArray[np.int32]
    """Positions of the passages in the index, ascending."""
    owners: NDArray[np.int32]
    """Position of the measure of each passage; for an unanswered question, position of its kind."""
    kinds: NDArray[np.str_]
    """PassageKind of each passage."""
    characters: LexicalIndex
    syllables: LexicalIndex
    vectors: Vectors
    origin: "PassageIndex | None" = None
    """The index of all passages, where this one is narrowed to some."""

    @property
    def everything(self) -> "PassageIndex":
        """The index of all passages of the channel."""
        return self.origin or self

    def narrowed(self, owners: NDArray[np.int32]) -> "PassageIndex":
        """The passages of some owners, ascending, which are then counted from 0."""
        rows = self._by_owner.rows(owners)
        return PassageIndex(
            self.positions[rows],
            np.searchsorted(owners, self.owners[rows]).astype(np.int32),
            self.kinds[rows],
            self.characters.narrowed(rows),
            self.syllables.narrowed(rows),
            self.vectors[rows],
            self.everything,
        )

    @cached_property
    def dense(self) -> DenseIndex:
        """The vectors, ready for comparison."""
        return DenseIndex(self.vectors)

    @cached_property
    def _of_kind(self) -> Mapping[str, NDArray[np.bool_]]:
        return {str(kind): self.kinds == kind for kind in np.unique(self.kinds)}

    def only(self, kind: PassageKind, scores: Scores) -> Scores:
        """The scores of the passages of one kind; those of the others are 0."""
        chosen = self._of_kind.get(kind.value)
        return np.zeros_like(scores) if chosen is None else np.where(chosen, scores, np.float32(0))

    @cached_property
    def _by_owner(self) -> "_Groups":
        return _Groups.of(self.owners)

    def best(self, scores: Scores, owners: int) -> Scores:
        """The best score of each owner; 0 for owners without a passage here."""
        best = np.zeros(owners, dtype=np.float32)
        groups = self._by_owner
        if groups.order.size:
            best[groups.owners] = np.maximum.reduceat(scores[groups.order], groups.starts)
        return best

    def sounding(self, pair: str, owner: int) -> list[int]:
        """Positions in the index of the passages of an owner that contain a pair of folded syllables."""
        rows = self.syllables.texts_with(pair)
        own: list[int] = self.positions[rows[self.owners[rows] == owner]].tolist()
        return own

    def best_passages(self, scores: Scores, best: Scores) -> NDArray[np.int32]:
        """The passage (by its position in the index) that has the best score of each owner.

        Owners without a passage here get -1; among equals the last counts.
        """
        which = np.full(len(best), -1, dtype=np.int32)
        reaching = scores == best[self.owners]
        which[self.owners[reaching]] = self.positions[reaching]
        return which


@dataclass(frozen=True, slots=True)
class _Groups:
    """Passages grouped by owner."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]
    """Where in `order` each owner begins."""
    owners: NDArray[np.int32]

    @classmethod
    def of(cls, owners: NDArray[np.int32]) -> "_Groups":
        order = np.argsort(owners, kind="stable")
        distinct, starts = np.unique(owners[order], return_index=True)
        return cls(order, starts, distinct)

    def rows(self, owners: NDArray[np.int32]) -> NDArray[np.int32]:
        """The passages of some owners, ascending; an owner may have none."""
        groups = np.searchsorted(self.owners, owners)
        groups = groups[groups < self.owners.size]
        groups = groups[np.isin(self.owners[groups], owners)]
        ends = np.append(self.starts[1:], self.order.size)
        spans = [self.order[self.starts[group] : ends[group]] for group in groups]
        return np.sort(np.concatenate([self.order[0:0], *spans])).astype(np.int32)


@dataclass(frozen=True)
class Index:
    """The passages of all measures, indexed by characters, syllables and vectors."""

    measures: tuple[str, ...]
    passages: tuple[Passage, ...]
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
    kinds: tuple[str, ...]
    """Kinds of the uncovered questions."""
    table: SyllableTable

    def narrowed(self, chosen: NDArray[np.int32]) -> "Index":
        """The index of which only some measures, ascending, are compared; they are then counted from 0.

        Rarities are those of all texts, and unanswered questions are all compared.
        """
        documents = np.unique(self.document_of[chosen])
        return replace(
            self,
            measures=tuple(map(self.measures.__getitem__, chosen.tolist())),
            whole=self.whole.narrowed(chosen),
            documents=self.documents.narrowed(documents),
            document_of=np.searchsorted(documents, self.document_of[chosen]).astype(np.int32),
            text=self.text.narrowed(chosen),
            questions=self.questions.narrowed(chosen),
        )

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The numbers of the index, ready for one `.npz`; measures and passages are stored separately."""
        arrays: dict[str, NDArray[np.generic]] = {
            **self.whole.arrays("whole"),
            **self.documents.arrays("documents"),
        }
        arrays["document_of"] = self.document_of
        channels = (("text", self.text), ("questions", self.questions), ("uncovered", self.uncovered))
        for name, channel in channels:
            arrays[f"{name}.positions"] = channel.positions
            arrays[f"{name}.owners"] = channel.owners
            arrays[f"{name}.vectors"] = channel.vectors.astype(np.float16)
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
    return _joined(catalog, parts, table, cache.dim)


def _joined(catalog: Catalog, parts: Sequence[IndexPart], table: SyllableTable, dim: int) -> Index:
    """The index over parts that are in the order of `passage_groups`."""
    no_vectors = np.zeros((0, dim), dtype=np.float16)
    measures = tuple(measure.id for measure in catalog.measures)
    passages = tuple(chain.from_iterable(part.passages for part in parts))
    kinds = _uncovered_kinds(passages)
    owner_of = {owner: position for names in (measures, kinds) for position, owner in enumerate(names)}

    def channel(name: str, k1: float = K1) -> PassageIndex:
        chosen = CHANNELS[name]
        positions = [position for position, passage in enumerate(passages) if passage.kind in chosen]
        own = [part for part in parts if part.passages and part.passages[0].kind in chosen]
        return PassageIndex(
            np.array(positions, dtype=np.int32),
            np.array([owner_of[passages[position].owner] for position in positions], dtype=np.int32),
            _kinds(passages, positions),
            LexicalIndex.over(CountedTexts.joined([part.characters for part in own]), k1),
            LexicalIndex.over(CountedTexts.joined([part.syllables for part in own]), k1),
            unit_rows(np.concatenate([no_vectors, *(part.vectors for part in own)]).astype(np.float32)),
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
        kinds,
        table,
    )


def restore_index(
    arrays: Arrays, measures: Sequence[str], passages: Sequence[Passage], table: SyllableTable
) -> Index:
    """The index from the arrays that `Index.arrays` gives. Raises KeyError where an array is missing."""

    def channel(name: str) -> PassageIndex:
        positions = arrays[f"{name}.positions"].astype(np.int32)
        return PassageIndex(
            positions,
            arrays[f"{name}.owners"].astype(np.int32),
            _kinds(passages, positions.tolist()),
            LexicalIndex.from_arrays(arrays, f"{name}.characters"),
            LexicalIndex.from_arrays(arrays, f"{name}.syllables"),
            unit_rows(arrays[f"{name}.vectors"].astype(np.float32)),
        )

    return Index(
        tuple(measures),
        tuple(passages),
        LexicalIndex.from_arrays(arrays, "whole"),
        LexicalIndex.from_arrays(arrays, "documents"),
        arrays["document_of"].astype(np.int32),
        channel("text"),
        channel("questions"),
        channel("uncovered"),
        _uncovered_kinds(passages),
        table,
    )


def _uncovered_kinds(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.owner for p in passages if p.kind is PassageKind.UNCOVERED))


def _kinds(passages: Sequence[Passage], positions: Sequence[int]) -> NDArray[np.str_]:
    return np.array([passages[position].kind for position in positions], dtype=np.str_)
