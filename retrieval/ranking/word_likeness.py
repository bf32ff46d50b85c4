"""How similar the words of a question are to those of every measure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.indexing import Index, LexicalIndex, PassageIndex, PassageKind, Scores
from retrieval.question import Query
from retrieval.ranking.holding import hold
from retrieval.ranking.likeness import VECTOR_PARTS, WORD_MARGINS, Evidence, Likeness, relative, stand_ins
from retrieval.ranking.matches import Hidden, Matches, matches
from retrieval.text import characters

ADDED_WEIGHT = 0.2
"""Weight of a unit of an added word, where one that was typed counts 1. Without plain-language questions 0,
.15, .2 and .25 gave hit@1 .882, .894, .894, .882 on the development questions and .571, .619, .643, .643 on
the hard ones; with them .965, .965, .976, .976 and .857 each; without those of the documents that answer
.894, .894, .894, .882 and .571, .595, .595, .595. With the stored questions too, .3 gave no more
(2026-11-21)."""


_LEAST = np.float32(1e-6)
"""Smaller than any score except 0; keeps a division by the best score defined."""


@dataclass(frozen=True, slots=True)
class WordLikeness:
    """A comparison by words, with what the comparison by vector needs of it."""

    likeness: Likeness
    ours: Matches
    """The stored questions of measures."""
    theirs: Matches
    """The stored questions that no measure answers."""
    passages: Scores
    """Score of each text passage as a share of its measure's best."""


@dataclass(frozen=True, slots=True)
class _QuestionWords:
    """The words of a question in the form that the channels compare."""

    units: Sequence[str]
    added: Sequence[str]
    """Units of the document words that its everyday words stand for."""
    syllables: Sequence[str]
    count: int
    """Number of measures."""


def compare_words(query: Query, index: Index, hidden: Hidden | None = None) -> WordLikeness:
    """Compares the words of a question with every measure."""
    units = characters(query.content)
    added = [unit for word in query.added for unit in characters(word)]
    asked = _QuestionWords(units, added, index.table.terms(query.content), len(index.measures))
    in_texts = index.whole.matched([*units, *added])
    whole = in_texts.scores(units)
    ours, theirs = (
        matches(channel, units, asked.syllables, hidden) for channel in (index.questions, index.uncovered)
    )
    best = float(whole.max(initial=0)) or 1.0
    text, of_passages = _text_parts(index.text, asked)
    parts = {
        "whole": relative(whole + ADDED_WEIGHT * in_texts.scores(added)),
        "document": (index.documents.scores(units) / best)[index.document_of],
        **text,
        "q_characters": relative(ours.channel.best(ours.characters, asked.count)),
        "q_syllables": relative(ours.channel.best(ours.syllables, asked.count)),
        **dict.fromkeys(VECTOR_PARTS, np.zeros(asked.count, dtype=np.float32)),
    }
    likest = index.text.best_passages(of_passages, index.text.best(of_passages, asked.count))
    lacking = ours.lacking(asked.count)
    parts |= stand_ins(parts, lacking)
    evidence = Evidence(
        known=index.whole.known_share(units),
        units=len(set(units)),
        pinyin=index.table.pinyin_share(query.content),
        margins=_margins(ours, theirs, units),
    )
    covered = (whole / (index.whole.ideal_score(units) or 1)).astype(np.float32)
    holding = hold(units, index.whole, in_texts, ours, theirs)
    likeness = Likeness(parts, lacking, covered, likest, evidence, holding)
    return WordLikeness(likeness, ours, theirs, of_passages)


def _text_parts(channel: PassageIndex, asked: _QuestionWords) -> tuple[dict[str, Scores], Scores]:
    """The parts that compare texts, and each text passage's score as a share of its measure's best."""
    found = channel.characters.matched([*asked.units, *asked.added])
    scores = found.scores(asked.units) + ADDED_WEIGHT * found.scores(asked.added)
    parts = {}
    for name, kind in (
        ("passage", PassageKind.TEXT),
        ("title", PassageKind.TITLE),
        ("contact", PassageKind.CONTACT),
    ):
        of_kind = channel.only(kind, scores)
        best = channel.best(of_kind, asked.count)
        parts[name] = relative(best)
        if kind is PassageKind.TEXT:
            passages = (of_kind / np.maximum(best, _LEAST)[channel.owners]).astype(np.float32)
    parts["syllables"] = relative(channel.best(channel.syllables.scores(asked.syllables), asked.count))
    return parts, passages


def _margins(ours: Matches, theirs: Matches, units: Sequence[str]) -> dict[str, float]:
    """The margins named in `WORD_MARGINS`; 0 where no unanswered questions are stored."""
    if not theirs.characters.size:
        return dict.fromkeys(WORD_MARGINS, 0.0)
    return {
        "m_characters": _share(ours.characters, ours.channel.characters, units)
        - _share(theirs.characters, theirs.channel.characters, units),
        "m_odds": _log_odds(ours, theirs, units),
    }


def _share(scores: Scores, index: LexicalIndex, units: Sequence[str]) -> float:
    """The best score as a share of what a text containing every unit would reach."""
    return float(scores.max(initial=0)) / (index.ideal_score(units) or 1)


def _log_odds(ours: Matches, theirs: Matches, units: Iterable[str]) -> float:
    """How much more typical the units are of measures' questions than of unanswered ones, in log odds.

    For each unit of two characters or more: the log of the ratio of the shares of questions that contain it,
    with one question added on both sides; then the mean over these units.
    Source: naive Bayes with add-one smoothing.
    """
    sizes = ours.count + 2, theirs.count + 2
    odds = [
        math.log((ours.containing(unit) + 1) / sizes[0]) - math.log((theirs.containing(unit) + 1) / sizes[1])
        for unit in set(units)
        if len(unit) > 1
    ]
    return math.fsum(odds) / len(odds) if odds else 0.0
