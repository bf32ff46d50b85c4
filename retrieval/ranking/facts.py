"""The facts about every measure that the rules need, column by column."""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from corpus.held_terms import ended_since, held_term_by
from corpus.records import Document, Measure
from corpus.regions import holds_in, is_town_in
from corpus.stored_measures import holding
from corpus.text.han_pairs import pairs_of
from retrieval.indexing import Chosen, Index
from retrieval.question import DocumentNumbers, Vocabulary, towns_of
from retrieval.ranking.participants import Participants

_ANNALS = re.compile(r"任免|任职|免职|任命|大事记")
"""Titles of documents that tell of people and events."""
_USUAL_LENGTH = 500
"""Characters."""


@dataclass(frozen=True)
class MeasureFacts:
    """One row per measure, in the order of the catalog."""

    positions: NDArray[np.int32]
    """Position of each in the catalog, ascending; where facts of some measures were taken, theirs."""
    ids: Sequence[str]
    documents: NDArray[np.object_]
    """Number of the document of each: the same string as in the records."""
    titles: Sequence[str]
    """Title of the document of each."""
    regions: NDArray[np.object_]
    binding: Mapping[str, tuple[str, ...]]
    """Region -> the regions whose documents apply there: itself and those it belongs to."""
    years: NDArray[np.int32]
    """Year of issue, 0 where unknown."""
    first_year: int
    """The earliest year of issue in the whole catalog; 0 where none is known."""
    last_year: int
    """The latest."""
    mentioned: Sequence[frozenset[int]]
    """Years that the text or its document's title names; for a sum also every year of its printed term."""
    terms: NDArray[np.float32]
    """1 where the text states a day or a term, else 0."""
    amounts: NDArray[np.float32]
    """1 where the text states a sum or a rate, else 0."""
    annals: NDArray[np.bool_]
    """Whether the document tells of people and events: appointments, a chronicle."""
    formal: NDArray[np.bool_]
    """Whether a short text only says why, since when or by whose interpretation its document applies."""
    brevity: NDArray[np.float32]
    """How short the text is, in logarithms of its length; 0 at the usual length."""
    ends: NDArray[np.int64]
    """Ordinal of the last day in force, by its document or by another that ends or extends this: 0 where void
    or a draft, that of `date.max` where none is told."""
    measures: Sequence[Measure]
    participants: Participants
    """The departments that take part in each measure of the whole catalog."""

    def holding_in(self, region: str) -> tuple[str, ...]:
        """The regions of the corpus whose documents apply in a region, which may have none of its own.

        Example: 张店区 -> 淄博市, 山东省, where the corpus contains documents of these two
        """
        own = self.binding.get(region)
        return own if own is not None else tuple(name for name in self.binding if holds_in(name, region))

    def within(self, places: Collection[str]) -> tuple[str, ...]:
        """The regions of the corpus that are, or lie in, one of these places."""
        return tuple(name for name in self.binding if any(holds_in(place, name) for place in places))

    def towns_in(self, region: str) -> tuple[str, ...]:
        """The regions of the corpus that are towns of a region."""
        return tuple(name for name in self.binding if is_town_in(name, region))

    def taken(self, chosen: NDArray[np.int32]) -> "MeasureFacts":
        """The facts of some measures, in the order of their positions in these facts."""
        columns: dict[str, Any] = {name: getattr(self, name)[chosen] for name in _COLUMNS}
        lists: dict[str, Any] = {name: Chosen(getattr(self, name), chosen) for name in _LISTS}
        return replace(self, **columns, **lists)


_COLUMNS = (
    "positions", "documents", "regions", "years", "terms", "amounts", "annals", "formal", "brevity", "ends",
)  # fmt: skip
_LISTS = ("ids", "titles", "mentioned", "measures")
"""The fields of `MeasureFacts` with a value for each measure."""


def facts_of(catalog: Catalog, index: Index) -> MeasureFacts:
    """The facts of all measures; none of their records is read."""
    stated, recorded, of = index.text_facts, index.record_facts, index.document_of
    documents, known = catalog.documents, [d.issued.year for d in catalog.documents if d.issued] or [0]
    numbers, regions = (np.array([*names], dtype=np.object_)[of] for names in _names_of(documents))
    return MeasureFacts(
        positions=np.arange(of.size, dtype=np.int32),
        ids=index.measures,
        documents=numbers,
        titles=Chosen([document.title for document in documents], of),
        regions=regions,
        binding=_binding(catalog),
        years=np.array([d.issued.year if d.issued else 0 for d in documents], dtype=np.int32)[of],
        first_year=min(known),
        last_year=max(known),
        mentioned=stated.mentioned(),
        terms=stated.terms.astype(np.float32),
        amounts=stated.amounts.astype(np.float32),
        annals=np.array([_ANNALS.search(d.title) is not None for d in documents], dtype=np.bool_)[of],
        formal=stated.formal,
        brevity=_brevity(stated.lengths),
        ends=_ends(catalog, recorded.ends.astype(np.int64), of),
        measures=catalog.measures,
        participants=Participants.of(recorded, regions),
    )


def _ends(catalog: Catalog, printed: NDArray[np.int64], of: NDArray[np.int32]) -> NDArray[np.int64]:
    """The last days that are printed, moved where another document ends or extends the document.

    `of` is the place of the document of each measure. One with a term of its own is not extended.
    """
    ends = printed.copy()
    for place, document in enumerate(catalog.documents):
        if not catalog.ties_of(document.number):
            continue
        own, until = of == place, document.validity.until
        longer = held_term_by(catalog, document.validity, document.number, "", date.max).validity.until
        if until and longer and longer != until:
            ends[own & (printed == until.toordinal())] = longer.toordinal()
        since = ended_since(catalog, document.number)
        if since is not None:
            ends[own] = np.minimum(ends[own], since.toordinal() - 1)
    return ends


def _names_of(documents: Sequence[Document]) -> tuple[list[str], list[str]]:
    """The number and the region of each."""
    return [document.number for document in documents], [document.region for document in documents]


def _binding(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Region -> the regions of the corpus whose documents apply there.

    Example: 周村 -> 周村, 山东省, where the corpus contains documents of both.
    """
    names = tuple(catalog.regions)
    return {region: tuple(name for name in names if holds_in(name, region)) for region in names}


def vocabulary_of(catalog: Catalog, index: Index) -> Vocabulary:
    """The regions, document numbers, department names and towns by which the corpus can be asked."""
    known = (catalog.region(name) for name in catalog.regions)
    regions = tuple(region for region in known if region is not None)
    return Vocabulary(
        regions=regions,
        numbers=DocumentNumbers({document.number: document.region for document in catalog.documents}),
        names=catalog.names,
        towns=towns_of(regions, lambda name: _is_printed(catalog, index, name)),
    )


def _is_printed(catalog: Catalog, index: Index, name: str) -> bool:
    """Whether the text of some measure has a name: none has where none has a pair of its characters."""
    spread = all(map(index.pairs.count, pairs_of(name)))
    return spread and any(True for document in catalog.documents for _ in holding(document, name))


def _brevity(lengths: NDArray[np.int32]) -> NDArray[np.float32]:
    different, which = np.unique(lengths, return_inverse=True)
    brief = [math.log(_USUAL_LENGTH / max(1, length)) / 5 for length in different.tolist()]
    return np.array(brief, dtype=np.float32)[which]
