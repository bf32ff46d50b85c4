"""The index in memory: everything a question is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from embeddings import Progress, VectorCache, unit_rows
from retrieval.indexing.chosen import Chosen
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import code_of
from retrieval.indexing.lexical import K1, LexicalIndex
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS, IndexPart
from retrieval.indexing.passage_index import PassageIndex, kinds_among
from retrieval.indexing.passages import Passage, PassageGroup, PassageKind
from retrieval.text import SyllableTable

Arrays = Mapping[str, NDArray[np.generic]]

TEXT_K1 = 0.8
"""BM25's k1 for texts, lower than usual so that repetition counts less: documents name their topic in every
other sentence. The usual 1.2, .8 and .5 gave, held out, hit@1 .894, .906, .894 on the development questions
without plain-language questions and .619, .643, .619 on the hard ones, with them .953, .965, .965 and .857,
.833, .833, and an MRR of .913, .914, .917 on the stored questions judged as new (2026-11-21)."""


@dataclass(frozen=True)
class Index:
    """The passages of all measures, indexed by characters, syllables and vectors."""

    measures: Sequence[str]
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
            measures=Chosen(self.measures, chosen),
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
            arrays[f"{name}.code"] = channel.code
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
        of_kind = kinds_among(passages, positions, chosen)
        vectors = unit_rows(np.concatenate([no_vectors, *(part.vectors for part in own)]).astype(np.float32))
        return PassageIndex(
            np.array(positions, dtype=np.int32),
            np.array([owner_of[passages[position].owner] for position in positions], dtype=np.int32),
            of_kind,
            VECTOR_KINDS[name],
            LexicalIndex.over(CountedTexts.joined([part.characters for part in own]), k1),
            LexicalIndex.over(CountedTexts.joined([part.syllables for part in own]), k1),
            vectors,
            code_of(vectors[of_kind[VECTOR_KINDS[name]]]),
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
            kinds_among(passages, positions.tolist(), CHANNELS[name]),
            VECTOR_KINDS[name],
            LexicalIndex.from_arrays(arrays, f"{name}.characters"),
            LexicalIndex.from_arrays(arrays, f"{name}.syllables"),
            unit_rows(arrays[f"{name}.vectors"].astype(np.float32)),
            arrays[f"{name}.code"].astype(np.uint8),
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
