"""How similar the vector of a question is to those of every measure."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing import Index, PassageIndex, PassageKind, Scores, best_positions
from retrieval.ranking.likeness import VECTOR_MARGINS, Likeness, Nearness, stand_ins
from retrieval.ranking.matches import Hidden, lacking_in, seen, shown_in
from retrieval.ranking.word_likeness import WordLikeness

_LEAST_SPREAD = 0.02
"""Cosines closer together than this are not stretched to the whole range: with the bundled encoder the
best and the median measure lie 0.05 apart in the median development question, never less than 0.03
(2026-11-21)."""


_COSINE = 8.0
"""Weight of a cosine, relative to the share of the best score by words, in choosing a passage. Words alone,
4, 8, 12, 16 and the vector alone chose the passage that contains the judged words for 109, 108, 110, 108,
106 and 99 of the 156 development questions whose measure has several (2026-11-21)."""

_NEAREST, _AGREEING = 5, 0.8
"""A kind is reported where at least four of the five nearest questions belong to it. That was right for 22
of 28 stored questions judged as if they were new and refused by the model; the nearest question alone was
right for 33 of 89 (2026-11-21)."""


def with_vector(
    words: WordLikeness, vector: Vectors, index: Index, backdrop: Index | None = None
) -> Likeness:
    """Extends a comparison by words with the one by the question's vector, float32 (1, dim).

    `backdrop` holds the measures that stand for all where `index` is narrowed to those like the question:
    how far a cosine is above the usual one follows from them.
    """
    by_words, count = words.likeness, len(index.measures)
    cosines = index.text.cosines(vector)
    cosine = index.text.best(cosines, count)
    ours, theirs = words.ours.near(vector), words.theirs.near(vector)
    of_questions = words.ours.channel.best(ours, count)
    usual, background = cosine, np.where(by_words.lacking, cosine, of_questions)
    if backdrop is not None:
        usual, background = _of_backdrop(backdrop, vector, words.ours.hidden)
    parts = {"vector": _spread(cosine, usual), "q_vector": _spread(of_questions, background)}
    parts |= stand_ins(parts, by_words.lacking)
    nearness = Nearness(
        cosine=float(cosine.max(initial=0)),
        lead=float(cosine.max(initial=0) - np.median(usual)) if count else 0.0,
        q_cosine=float(ours.max(initial=0)),
        kind=_nearest_kind(index, theirs),
        margins=_margins(np.concatenate([ours, cosine]), theirs),
    )
    passages = _likest(index.text, words.passages, cosines - cosine[index.text.owners], count)
    return replace(by_words, parts={**by_words.parts, **parts}, passages=passages, nearness=nearness)


def _of_backdrop(backdrop: Index, vector: Vectors, hidden: Hidden | None) -> tuple[Scores, Scores]:
    """The best cosine of each measure's texts, and of its questions or, where it has none, its texts."""
    count, text, questions = len(backdrop.measures), backdrop.text, backdrop.questions
    cosine = text.best(text.cosines(vector), count)
    shown = shown_in(questions, hidden)
    of_questions = questions.best(seen(questions.cosines(vector), shown), count)
    return cosine, np.where(lacking_in(questions, shown, count), cosine, of_questions)


def _likest(channel: PassageIndex, by_words: Scores, behind: Scores, count: int) -> NDArray[np.int32]:
    """The text passage of each measure that is most similar by words and vector together.

    `behind` is the cosine of each passage minus the best of its measure, so 0 or less. 1 is added so that the
    chosen passage scores above the 0 of passages of other kinds.
    """
    together = channel.only(PassageKind.TEXT, 1 + by_words + _COSINE * behind)
    return channel.best_passages(together, channel.best(together, count))


def _nearest_kind(index: Index, cosines: Scores) -> str:
    """The kind to which nearly all of the nearest unanswered questions belong; empty where they differ."""
    nearest = best_positions(cosines, _NEAREST)
    counts = np.bincount(index.uncovered.owners[nearest], minlength=1)
    agreed = nearest.size and counts.max() >= _AGREEING * nearest.size
    return index.kinds[int(counts.argmax())] if agreed else ""


def _margins(ours: Scores, theirs: Scores) -> dict[str, float]:
    """The margins named in `VECTOR_MARGINS`.

    `ours` are the cosines of the measures' questions and of their texts, for measures without questions.
    """
    if not theirs.size:
        return dict.fromkeys(VECTOR_MARGINS, 0.0)
    best, theirs_best = _top(ours), _top(theirs)
    return {
        "m_vector": float(best.max() - theirs_best.max()),
        "m_vectors": float(best.mean() - theirs_best.mean()),
    }


def _top(scores: Scores) -> Scores:
    """The best three scores; a single 0 where there are none."""
    return scores[best_positions(scores, 3)] if scores.size else np.zeros(1, dtype=np.float32)


def _spread(cosines: Scores, background: Scores) -> Scores:
    """Cosines rescaled so that the median of `background` becomes 0 and the best cosine 1."""
    if not cosines.any():
        return cosines
    middle, best = float(np.median(background)), float(cosines.max())
    spread: Scores = np.clip((cosines - middle) / max(best - middle, _LEAST_SPREAD), 0, 1).astype(np.float32)
    return spread
