"""How like the words of a question and of every measure are, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.index import Channel, Index
from retrieval.lexical import LexicalIndex, Scores
from retrieval.passages import Kind
from retrieval.query import Query
from retrieval.terms import characters

PARTS = (
    "whole",
    "passage",
    "title",
    "contact",
    "syllables",
    "vector",
    "q_characters",
    "q_syllables",
    "q_vector",
)
"""Parts of a score that compare words, in the order shown by an explanation. `q_` parts compare with
plain-language questions and are 0 for measures without any."""

STAND_INS = {"q_characters": "passage", "q_syllables": "syllables", "q_vector": "vector"}
"""Part that a measure without plain-language questions takes a share of in place of its own: without
it every measure that has questions, however unlike, would stand above it."""
STAND_IN_SHARE = 0.9
"""With the questions of one document left out at a time, hit@1 of its development questions (102 in all) is
.735, .745, .755 and hit@3 .882, .922, .922 with shares of .8, .9, 1; without any questions hit@1 on the hard
set falls from .571 to .548 with a share of 1 (2026-11-21)."""

_LEAST_SPREAD = 0.02
"""Cosines closer together than this are not stretched to the whole range: of the bundled encoder best and
median measure usually lie 0.06 apart (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strong the matches are in themselves, before they are made relative to each other."""

    cosine: float
    """Best similarity to a text passage."""
    lead: float
    """How far that stands above the median measure."""
    q_cosine: float
    """Best similarity to a plain-language question; 0 without any."""
    known: float
    """Share of the question's different character pairs that the corpus holds, weighted by rarity."""
    units: int
    """Number of different units of the question's content."""
    pinyin: float
    """Share of the question typed in pinyin."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One number per measure and part, most of them 0 to 1, the best measure of a part having 1."""

    parts: Mapping[str, Scores]
    covered: Scores
    """Share of the score that a measure holding every unit of the question would reach."""
    passages: NDArray[np.int32]
    """Position of the text passage that matched best."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the channels take it."""

    units: Sequence[str]
    syllables: Sequence[str]
    vector: Vectors
    count: int
    """Number of measures."""


def compare(query: Query, vector: Vectors, index: Index) -> Likeness:
    """Compares a question with every measure. `vector` is the question's, float32 (1, dim)."""
    units = characters(query.content)
    asked = _Asked(units, index.table.terms(query.content), vector, len(index.measures))
    whole = index.whole.scores(units)
    text, cosine, passages = _text_parts(index.text, asked)
    questions, q_cosine = _question_parts(index.questions, asked, cosine)
    parts = {"whole": _relative(whole), **text, **questions}
    lacking = index.questions.lacking(asked.count)
    for part, substitute in STAND_INS.items():
        parts[part] = np.where(lacking, STAND_IN_SHARE * parts[substitute], parts[part])
    evidence = Evidence(
        cosine=float(cosine.max(initial=0)),
        lead=float(cosine.max(initial=0) - np.median(cosine)) if asked.count else 0.0,
        q_cosine=q_cosine,
        known=known_share(index.whole, units),
        units=len(set(units)),
        pinyin=index.table.pinyin_share(query.content),
    )
    covered = (whole / (ideal_score(index.whole, units) or 1)).astype(np.float32)
    return Likeness(parts, covered, passages, evidence)


def ideal_score(index: LexicalIndex, units: Sequence[str]) -> float:
    """The score of a text of mean length that holds every unit once.

    Source: BM25, whose saturation is 1 for one occurrence at mean length.
    """
    return sum(index.rarity(unit) for unit in units)


def known_share(index: LexicalIndex, units: Sequence[str]) -> float:
    """Share of the different units that some text holds, each weighted by its rarity; 0 without units."""
    total = {unit: index.rarity(unit) for unit in units}
    known = sum(rarity for unit, rarity in total.items() if unit in index.vocabulary)
    return known / sum(total.values()) if total else 0.0


def _text_parts(channel: Channel, asked: _Asked) -> tuple[dict[str, Scores], Scores, NDArray[np.int32]]:
    """The parts of the texts, the best cosine per measure, and the passage that matched best."""
    scores, cosines = channel.characters.scores(asked.units), channel.dense.scores(asked.vector)
    is_text = channel.kinds == Kind.TEXT.value
    passage, which = channel.best(np.where(is_text, scores, 0), asked.count)
    cosine, nearest = channel.best(np.where(is_text, cosines, 0), asked.count)
    parts = {"passage": _relative(passage), "vector": _spread(cosine, cosine)}
    for kind in (Kind.TITLE, Kind.CONTACT):
        only = np.where(channel.kinds == kind.value, scores, 0)
        parts[kind.value] = _relative(channel.best(only, asked.count)[0])
    parts["syllables"] = _relative(channel.best(channel.syllables.scores(asked.syllables), asked.count)[0])
    return parts, cosine, np.where(passage > 0, which, nearest)


def _question_parts(channel: Channel, asked: _Asked, others: Scores) -> tuple[dict[str, Scores], float]:
    """The parts of the plain-language questions, and the best cosine; `others` is that of the texts."""
    cosine = channel.best(channel.dense.scores(asked.vector), asked.count)[0]
    background = np.where(channel.lacking(asked.count), others, cosine)
    parts = {
        "q_characters": _relative(channel.best(channel.characters.scores(asked.units), asked.count)[0]),
        "q_syllables": _relative(channel.best(channel.syllables.scores(asked.syllables), asked.count)[0]),
        "q_vector": _spread(cosine, background),
    }
    return parts, float(cosine.max(initial=0))


def _relative(scores: Scores) -> Scores:
    """Scores as shares of the best."""
    best = float(scores.max(initial=0))
    return (scores / best).astype(np.float32) if best > 0 else scores


def _spread(cosines: Scores, background: Scores) -> Scores:
    """Cosines from 0 at the median of `background` to 1 at the best."""
    if not cosines.any():
        return cosines
    middle, best = float(np.median(background)), float(cosines.max())
    spread: Scores = np.clip((cosines - middle) / max(best - middle, _LEAST_SPREAD), 0, 1).astype(np.float32)
    return spread
