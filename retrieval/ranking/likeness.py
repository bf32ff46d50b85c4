"""How similar a question is to every measure by words and by vector, part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing import Scores
from retrieval.ranking.holding import Holding

PARTS = (
    "whole",
    "document",
    "passage",
    "title",
    "contact",
    "syllables",
    "vector",
    "q_characters",
    "q_syllables",
    "q_vector",
)
"""Parts of a score that compare a question with measures, in the order shown by an explanation. `q_` parts
compare with plain-language questions, or by `STAND_INS` for measures without any; `document` compares with
the whole document that contains a measure."""

VECTOR_PARTS = ("vector", "q_vector")
"""The parts that need the question's vector."""

STAND_INS = {"q_characters": "passage", "q_syllables": "syllables", "q_vector": "vector"}
"""The part that replaces each `q_` part for a measure without plain-language questions: otherwise every
measure that has questions, however dissimilar, would rank above it. Shares of .8, .9 and 1 gave, without the
questions of the documents that answer, hit@1 .859, .882, .894 on the development questions and .476, .500,
.571 on the hard ones, and the same as each other with all questions or none (2026-11-21)."""

WORD_MARGINS, VECTOR_MARGINS = ("m_characters", "m_odds"), ("m_vector", "m_vectors")
"""How much closer the measures' questions are than the unanswered ones: best share of characters and log odds
of the question's words; best cosine and mean of the best three cosines."""

LOOSE, LITERAL = 0.35, 0.65
"""Share of a question's words, weighted by rarity, that the best measure contains: up to LOOSE the question
is put in everyday words, from LITERAL on in those of the documents. Ranges of .25 to .75, .3 to .5 and .5 to
.7 gave the same MRR within .002 on 4,400 stored questions judged as new, one of 85 development questions
less, and the same (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strong the word matches are in absolute terms, before they are scaled relative to the best."""

    known: float
    """Share of the question's different units that the corpus contains, weighted by rarity."""
    units: int
    """Number of different units of the question's content."""
    pinyin: float
    """Share of the question typed in pinyin."""
    margins: Mapping[str, float]
    """Keyed by the names in `WORD_MARGINS`."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How strong the vector matches are in absolute terms."""

    cosine: float
    """Highest cosine of any text passage."""
    lead: float
    """How far that is above the median of the measures."""
    q_cosine: float
    """Highest cosine of any plain-language question; 0 without any."""
    kind: str
    """Kind of the nearest unanswered questions; empty without any or where they differ."""
    margins: Mapping[str, float]
    """Keyed by the names in `VECTOR_MARGINS`."""


UNCOMPARED = Nearness(0.0, 0.0, 0.0, "", dict.fromkeys(VECTOR_MARGINS, 0.0))
"""The value used where only words were compared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One number per measure and part. Most parts run from 0 to 1, where 1 is the best measure.

    `document` is measured in units of the best `whole` score and may exceed 1: the more documents there are,
    the better words distinguish them, and the higher it rises.
    """

    parts: Mapping[str, Scores]
    """Keyed by the names in `PARTS`; the vector parts are 0 where the vector was not compared."""
    lacking: NDArray[np.bool_]
    """Which measures have no plain-language question that is compared."""
    covered: Scores
    """Score of each measure as a share of what one containing every unit of the question would reach."""
    passages: NDArray[np.int32]
    """Position of the best matching text passage of each measure."""
    evidence: Evidence
    holding: Holding
    nearness: Nearness = UNCOMPARED

    @property
    def literal(self) -> float:
        """How closely the question follows the documents' own words, 0 to 1."""
        return float(np.clip((self.covered.max(initial=0) - LOOSE) / (LITERAL - LOOSE), 0, 1))

    def of_words(self) -> "Likeness":
        """The same without the comparison by vector; the chosen passages stay as they are."""
        nothing = np.zeros_like(self.covered)
        return replace(
            self, parts={**self.parts, **dict.fromkeys(VECTOR_PARTS, nothing)}, nearness=UNCOMPARED
        )


def stand_ins(parts: Mapping[str, Scores], lacking: NDArray[np.bool_]) -> Iterator[tuple[str, Scores]]:
    """The `q_` parts among these, with the replacement values for measures without questions."""
    for part, substitute in STAND_INS.items():
        if part in parts:
            yield part, np.where(lacking, parts[substitute], parts[part])


def relative(scores: Scores) -> Scores:
    """Scores as shares of the best score; unchanged where none is above 0."""
    best = float(scores.max(initial=0))
    return (scores / best).astype(np.float32) if best > 0 else scores
