"""What the rules must know of every measure, column by column."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Role
from retrieval.normalise import plain
from retrieval.query import Vocabulary

_YEAR = re.compile(r"20[0-3]\d")


@dataclass(frozen=True)
class Facts:
    """One row per measure, in the order of the catalog."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    """Plain text of each, for looking up what it mentions."""
    documents: NDArray[np.str_]
    items: NDArray[np.str_]
    regions: NDArray[np.str_]
    years: NDArray[np.int32]
    """Year of issue, 0 where unknown."""
    mentioned: tuple[frozenset[int], ...]
    """Years that the measure's text or its document's title names."""
    measures: tuple[Measure, ...]
    departments: tuple[frozenset[tuple[str, str]], ...]
    """(region, canonical name) of those who take part; superior bodies are none of them."""


def facts_of(catalog: Catalog) -> Facts:
    """The facts of all measures."""
    pairs = [(document, measure) for document in catalog.documents for measure in document.measures]
    return Facts(
        ids=tuple(measure.id for _, measure in pairs),
        texts=tuple(plain(measure.text) for _, measure in pairs),
        documents=np.array([document.number for document, _ in pairs], dtype=np.str_),
        items=np.array([_bare(measure.item) for _, measure in pairs], dtype=np.str_),
        regions=np.array([document.region for document, _ in pairs], dtype=np.str_),
        years=np.array([document.issued.year if document.issued else 0 for document, _ in pairs], np.int32),
        mentioned=tuple(_years(document, measure) for document, measure in pairs),
        measures=tuple(measure for _, measure in pairs),
        departments=tuple(_departments(document, measure) for document, measure in pairs),
    )


def vocabulary_of(catalog: Catalog) -> Vocabulary:
    """What the corpus can be asked by."""
    regions = (catalog.region(name) for name in catalog.regions)
    return Vocabulary(
        regions=tuple(region for region in regions if region is not None),
        numbers=tuple(document.number for document in catalog.documents),
        names=catalog.names,
    )


def _departments(document: Document, measure: Measure) -> frozenset[tuple[str, str]]:
    own = (r for r in measure.responsibilities if r.role is not Role.SUPERIOR)
    return frozenset((document.region, r.canonical) for r in own)


def _years(document: Document, measure: Measure) -> frozenset[int]:
    years = {int(year) for year in _YEAR.findall(plain(measure.text + document.title))}
    end = measure.validity.until
    return frozenset(years | ({end.year} if end else set()))


def _bare(item: str) -> str:
    """An item as people say it.

    Example: "（八）" -> "八"
    """
    return re.sub(r"[（）()]", "", item)
