"""How like the words of a question and of every measure are, part by part."""

import math
from collections.abc import Iterable, Mapping, Sequence
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
"""Part that a measure without plain-language questions takes in place of its own: without it every measure
that has questions, however unlike, would stand above it. Shares of .8, .9 and 1 gave, without the questions
of the documents that answer, hit@1 .859, .882, .894 on the development questions and .476, .500, .571 on the
hard ones, and the same as each other with all questions or none (2026-11-21)."""

ADDED_WEIGHT = 0.2
"""What a unit of an added word counts beside one that was typed. Without plain-language questions 0, .15, .2
and .25 gave hit@1 .882, .894, .894, .882 on the development questions and .571, .619, .643, .643 on the hard
ones; with them .965, .965, .976, .976 and .857 each; without those of the documents that answer .894, .894,
.894, .882 and .571, .595, .595, .595. With the stored questions too, .3 gave no more (2026-11-21)."""

_LEAST_SPREAD = 0.02
"""Cosines closer together than this are not stretched to the whole range: of the bundled encoder best and
median measure lie 0.05 apart in the middle, 0.03 at least, over the development questions (2026-11-21)."""


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
    kind: str
    """Of the nearest questions that no measure answers; empty without any or where they differ."""
    margins: Mapping[str, float]
    """How much nearer the measures' questions are than those that no measure answers, by `MARGINS`."""


MARGINS = ("m_vector", "m_vectors", "m_characters", "m_odds")
"""Best cosine, mean of the best three, best share of characters, log odds of the question's words."""

_NEAREST, _AGREEING = 5, 0.8
"""A kind is told where four of the five nearest questions are of it: right for 22 of 28 stored questions
judged as if they were new and refused by the model; the nearest alone for 33 of 89 (2026-11-21)."""

Hidden = NDArray[np.int32]
"""Positions of passages that count as if they were not in the index, to judge a question that is in it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One number per measure and part, most of them 0 to 1, the best measure of a part having 1."""

    parts: Mapping[str, Scores]
    lacking: NDArray[np.bool_]
    """Which measures have no plain-language question that is compared."""
    covered: Scores
    """Share of the score that a measure holding every unit of the question would reach."""
    passages: NDArray[np.int32]
    """Position of the text passage that matched best."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the channels take it."""

    units: Sequence[str]
    added: Sequence[str]
    """Units of the words of documents that its everyday words mean."""
    syllables: Sequence[str]
    vector: Vectors
    count: int
    """Number of measures."""


def compare(query: Query, vector: Vectors, index: Index, hidden: Hidden | None = None) -> Likeness:
    """Compares a question with every measure. `vector` is the question's, float32 (1, dim)."""
    units = characters(query.content)
    added = [unit for word in query.added for unit in characters(word)]
    asked = _Asked(units, added, index.table.terms(query.content), vector, len(index.measures))
    whole = index.whole.scores(units)
    text, cosine, passages = _text_parts(index.text, asked)
    ours, theirs = (_matches(channel, asked, hidden) for channel in (index.questions, index.uncovered))
    parts = {
        "whole": _relative(whole + ADDED_WEIGHT * index.whole.scores(added)),
        **text,
        **_question_parts(ours, asked, cosine),
    }
    lacking = _lacking(ours, asked.count)
    for part, substitute in STAND_INS.items():
        parts[part] = np.where(lacking, parts[substitute], parts[part])
    evidence = Evidence(
        cosine=float(cosine.max(initial=0)),
        lead=float(cosine.max(initial=0) - np.median(cosine)) if asked.count else 0.0,
        q_cosine=float(ours.cosines.max(initial=0)),
        known=known_share(index.whole, units),
        units=len(set(units)),
        pinyin=index.table.pinyin_share(query.content),
        kind=_nearest_kind(index, theirs),
        margins=_margins(ours, theirs, asked, cosine),
    )
    covered = (whole / (ideal_score(index.whole, units) or 1)).astype(np.float32)
    return Likeness(parts, lacking, covered, passages, evidence)


@dataclass(frozen=True, slots=True)
class _Matches:
    """How like a question each stored question of one channel is."""

    channel: Channel
    shown: NDArray[np.bool_]
    """Which are compared at all; the others score 0."""
    characters: Scores
    syllables: Scores
    cosines: Scores


def _matches(channel: Channel, asked: _Asked, hidden: Hidden | None) -> _Matches:
    shown = ~np.isin(channel.places, () if hidden is None else hidden)
    scored = (
        channel.characters.scores(asked.units),
        channel.syllables.scores(asked.syllables),
        channel.dense.scores(asked.vector),
    )
    return _Matches(channel, shown, *((scores * shown).astype(np.float32) for scores in scored))


def _lacking(ours: _Matches, measures: int) -> NDArray[np.bool_]:
    """Which of the measures have no question that is compared."""
    held = np.bincount(ours.channel.owners[ours.shown], minlength=measures)
    return np.asarray(held == 0, dtype=np.bool_)


def _nearest_kind(index: Index, theirs: _Matches) -> str:
    """The kind on which nearly all of the nearest questions agree; empty where they do not."""
    nearest = np.argsort(-theirs.cosines, kind="stable")[:_NEAREST]
    counts = np.bincount(index.uncovered.owners[nearest], minlength=1)
    agreed = nearest.size and counts.max() >= _AGREEING * nearest.size
    return index.kinds[int(counts.argmax())] if agreed else ""


def _margins(ours: _Matches, theirs: _Matches, asked: _Asked, others: Scores) -> dict[str, float]:
    """By `MARGINS`; measures without questions count with the likeness of their texts, `others`."""
    if not theirs.cosines.size:
        return dict.fromkeys(MARGINS, 0.0)
    near = np.concatenate([ours.cosines, others])
    return {
        "m_vector": _top(near, 1) - _top(theirs.cosines, 1),
        "m_vectors": _top(near, 3) - _top(theirs.cosines, 3),
        "m_characters": _share(ours.characters, ours.channel.characters, asked.units)
        - _share(theirs.characters, theirs.channel.characters, asked.units),
        "m_odds": _log_odds(ours, theirs, asked.units),
    }


def _log_odds(ours: _Matches, theirs: _Matches, units: Iterable[str]) -> float:
    """How much rather the units stand in measures' questions than in those that no measure answers.

    Mean over the units of the log of the ratio of the shares of questions that hold each, one question
    added on both sides.
    Source: naive Bayes with add-one smoothing.
    """
    sizes = int(ours.shown.sum()) + 2, int(theirs.shown.sum()) + 2
    odds = [
        math.log((_holding(ours, unit) + 1) / sizes[0]) - math.log((_holding(theirs, unit) + 1) / sizes[1])
        for unit in set(units)
        if len(unit) > 1
    ]
    return math.fsum(odds) / len(odds) if odds else 0.0


def _holding(matches: _Matches, unit: str) -> int:
    """How many of the questions that are compared hold a unit."""
    return int(matches.shown[matches.channel.characters.texts_with(unit)].sum())


def _top(scores: Scores, count: int) -> float:
    """Mean of the best `count`; 0 of nothing."""
    return float(np.sort(scores)[-count:].mean()) if scores.size else 0.0


def _share(scores: Scores, index: LexicalIndex, units: Sequence[str]) -> float:
    """The best score as a share of the one that a text holding every unit would reach."""
    return float(scores.max(initial=0)) / (ideal_score(index, units) or 1)


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
    scores += ADDED_WEIGHT * channel.characters.scores(asked.added)
    is_text = channel.kinds == Kind.TEXT.value
    of_texts, near_texts = np.where(is_text, scores, 0), np.where(is_text, cosines, 0)
    passage = channel.best(of_texts, asked.count)
    cosine = channel.best(near_texts, asked.count)
    parts = {"passage": _relative(passage), "vector": _spread(cosine, cosine)}
    for kind in (Kind.TITLE, Kind.CONTACT):
        only = np.where(channel.kinds == kind.value, scores, 0)
        parts[kind.value] = _relative(channel.best(only, asked.count))
    parts["syllables"] = _relative(channel.best(channel.syllables.scores(asked.syllables), asked.count))
    which = channel.best_passages(of_texts, passage)
    nearest = channel.best_passages(near_texts, cosine)
    return parts, cosine, np.where(passage > 0, which, nearest)


def _question_parts(ours: _Matches, asked: _Asked, others: Scores) -> dict[str, Scores]:
    """The parts of the plain-language questions; `others` is the best cosine of each measure's texts."""
    channel = ours.channel
    cosine = channel.best(ours.cosines, asked.count)
    background = np.where(_lacking(ours, asked.count), others, cosine)
    return {
        "q_characters": _relative(channel.best(ours.characters, asked.count)),
        "q_syllables": _relative(channel.best(ours.syllables, asked.count)),
        "q_vector": _spread(cosine, background),
    }


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
