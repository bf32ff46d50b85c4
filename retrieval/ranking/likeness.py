"""How like the words and the vector of a question and of every measure are, part by part."""

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
compare with plain-language questions and are 0 for measures without any; `document` compares with the whole
document that a measure stands in."""

VECTOR_PARTS = ("vector", "q_vector")
"""Those that need the question's vector."""

STAND_INS = {"q_characters": "passage", "q_syllables": "syllables", "q_vector": "vector"}
"""Part that a measure without plain-language questions takes in place of its own: without it every measure
that has questions, however unlike, would stand above it. Shares of .8, .9 and 1 gave, without the questions
of the documents that answer, hit@1 .859, .882, .894 on the development questions and .476, .500, .571 on the
hard ones, and the same as each other with all questions or none (2026-11-21)."""

WORD_MARGINS, VECTOR_MARGINS = ("m_characters", "m_odds"), ("m_vector", "m_vectors")
"""How much nearer the measures' questions are than those that no measure answers: best share of characters
and log odds of the question's words; best cosine and mean of the best three."""

LOOSE, LITERAL = 0.35, 0.65
"""Share of a question's words that the best measure holds, weighted by rarity: up to the first it is put in
words of its own, from the second on in those of the documents. Ranges of .25 to .75, .3 to .5 and .5 to .7
gave the same MRR within .002 on 4,400 stored questions judged as new, one of 85 development questions less,
and the same (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strong the matches of words are in themselves, before they are made relative to each other."""

    known: float
    """Share of the question's different character pairs that the corpus holds, weighted by rarity."""
    units: int
    """Number of different units of the question's content."""
    pinyin: float
    """Share of the question typed in pinyin."""
    margins: Mapping[str, float]
    """By `WORD_MARGINS`."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How strong the matches of vectors are in themselves."""

    cosine: float
    """Best similarity to a text passage."""
    lead: float
    """How far that stands above the median measure."""
    q_cosine: float
    """Best similarity to a plain-language question; 0 without any."""
    kind: str
    """Of the nearest questions that no measure answers; empty without any or where they differ."""
    margins: Mapping[str, float]
    """By `VECTOR_MARGINS`."""


UNCOMPARED = Nearness(0.0, 0.0, 0.0, "", dict.fromkeys(VECTOR_MARGINS, 0.0))
"""Where the words alone were compared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One number per measure and part, most of them 0 to 1, the best measure of a part having 1.

    `document` is in units of the best measure's `whole`: words tell documents apart the better, the more
    documents there are, and so much higher it rises.
    """

    parts: Mapping[str, Scores]
    """By `PARTS`; those of the vector are 0 where it was not compared."""
    lacking: NDArray[np.bool_]
    """Which measures have no plain-language question that is compared."""
    covered: Scores
    """Share of the score that a measure holding every unit of the question would reach."""
    passages: NDArray[np.int32]
    """Position of the text passage that matched best."""
    evidence: Evidence
    holding: Holding
    nearness: Nearness = UNCOMPARED

    @property
    def literal(self) -> float:
        """How far the question is put in the documents' own words, 0 to 1."""
        return float(np.clip((self.covered.max(initial=0) - LOOSE) / (LITERAL - LOOSE), 0, 1))

    def of_words(self) -> "Likeness":
        """What it would be if the vector had not been compared; passages may be others."""
        nothing = np.zeros_like(self.covered)
        return replace(
            self, parts={**self.parts, **dict.fromkeys(VECTOR_PARTS, nothing)}, nearness=UNCOMPARED
        )


def stand_ins(parts: Mapping[str, Scores], lacking: NDArray[np.bool_]) -> Iterator[tuple[str, Scores]]:
    """The parts among these that measures without questions take from others, with what they take."""
    for part, substitute in STAND_INS.items():
        if part in parts:
            yield part, np.where(lacking, parts[substitute], parts[part])


def relative(scores: Scores) -> Scores:
    """Scores as shares of the best."""
    best = float(scores.max(initial=0))
    return (scores / best).astype(np.float32) if best > 0 else scores
