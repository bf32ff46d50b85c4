"""What the texts of measures state, worked out once for each document and kept with its part of an index.

For 15,000 measures this takes .9 s of processor time, which a bot would otherwise spend at every start.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.records import Document, Measure
from retrieval.indexing.packed_arrays import Numbers
from retrieval.indexing.row_places import end_to_end
from retrieval.question import AnswerKind, gives
from retrieval.text import plain

_YEAR = re.compile(r"20[0-3]\d")
_TERM = re.compile(
    r"\d+月|\d+日|\d+个?工作日|\d+天|[年月季]底|至20\d\d年|20\d\d年(?:前|之前|以前|末)|截止|期限|之日起"
)
"""A day, a month or a number of days; a year alone is in nearly every text."""
_AMOUNT = re.compile(r"\d(?:万|亿)?元|\d(?:%|‰|个百分点)|\d[万亿](?!千|兆)|百分之|减半|全额|免[征收费]|\d+倍")
"""A sum or a rate."""
_PURPOSE = re.compile(r"(?:为|根据|按照).{4,120}(?:制定|制订|提出)")
_FORMAL_LENGTH = 250
"""Characters: a longer text says more than that."""


@dataclass(frozen=True, slots=True)
class TextFacts:
    """One row per measure, in the order of their documents."""

    terms: NDArray[np.bool_]
    """Whether the text states a day or a term."""
    amounts: NDArray[np.bool_]
    """Whether the text states a sum or a rate."""
    formal: NDArray[np.bool_]
    """Whether a short text only says why, since when or by whose interpretation its document applies."""
    lengths: NDArray[np.int32]
    """Characters of the plain text."""
    sizes: NDArray[np.int32]
    """How many years each measure mentions."""
    years: NDArray[np.int32]
    """(sum of sizes,): these years, ascending within a measure."""

    @classmethod
    def of(cls, document: Document | None) -> "TextFacts":
        """The facts of the measures of a document; none where there is no document."""
        measures = document.measures if document else ()
        texts = [plain(measure.text) for measure in measures]
        mentioned = [sorted(_years(document, measure)) for measure in measures] if document else []
        return cls(
            _stating(_TERM, texts),
            _stating(_AMOUNT, texts),
            np.array([_is_formal(text) for text in texts], dtype=np.bool_),
            np.array([len(text) for text in texts], dtype=np.int32),
            np.array([len(years) for years in mentioned], dtype=np.int32),
            np.array([year for years in mentioned for year in years], dtype=np.int32),
        )

    @classmethod
    def joined(cls, parts: Sequence["TextFacts"]) -> "TextFacts":
        """The facts of all documents, one after the other."""
        none = cls.of(None)
        return cls(*(np.concatenate([getattr(part, name) for part in (none, *parts)]) for name in _COLUMNS))

    def taken(self, rows: NDArray[np.int32]) -> "TextFacts":
        """The facts of some measures, in the order of `rows`."""
        every, sizes = self.sizes.astype(np.int64), self.sizes[rows]
        years = self.years[end_to_end((every.cumsum() - every)[rows], every[rows])]
        columns = {name: getattr(self, name)[rows] for name in ("terms", "amounts", "formal", "lengths")}
        return TextFacts(**columns, sizes=sizes, years=years)

    def mentioned(self) -> list[frozenset[int]]:
        """The years that each measure mentions; equal ones are one object."""
        ends = np.cumsum(self.sizes).tolist()
        known: dict[tuple[int, ...], frozenset[int]] = {}
        listed, found, start = self.years.tolist(), [], 0
        for end in ends:
            years = tuple(listed[start:end])
            found.append(known.setdefault(years, frozenset(years)))
            start = end
        return found

    def arrays(self) -> dict[str, Numbers]:
        """What is stored."""
        return {f"facts.{name}": getattr(self, name) for name in _COLUMNS}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers]) -> "TextFacts":
        """The facts from the arrays that `arrays` gives. Raises KeyError where one is missing."""
        return cls(*(arrays[f"facts.{name}"].astype(kind, copy=False) for name, kind in _COLUMNS.items()))


_COLUMNS = {
    "terms": np.bool_,
    "amounts": np.bool_,
    "formal": np.bool_,
    "lengths": np.int32,
    "sizes": np.int32,
    "years": np.int32,
}
"""The fields of `TextFacts` and what their numbers are."""


def _stating(pattern: re.Pattern[str], texts: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([bool(pattern.search(text.replace(" ", ""))) for text in texts], dtype=np.bool_)


def _is_formal(text: str) -> bool:
    formal = gives(AnswerKind.APPLICATION, text) or _PURPOSE.match(text) is not None
    return formal and len(text) <= _FORMAL_LENGTH


def _years(document: Document, measure: Measure) -> frozenset[int]:
    """Years that a measure names, and of a printed term the last; all of them where it holds throughout.

    That is so of sums, and of what names no other years: by the plan of 2020-2022 nothing is said of 2023.
    """
    text = plain(measure.text)
    own = {int(year) for year in _YEAR.findall(text)}
    years = own | {int(year) for year in _YEAR.findall(plain(document.title))}
    begin, end = measure.validity.valid_from or document.issued, measure.validity.until
    if end is None:
        return frozenset(years)
    holds = begin is not None and (_AMOUNT.search(text) is not None or own <= {begin.year, end.year})
    return frozenset({*years, end.year, *range(begin.year if begin and holds else end.year, end.year)})
