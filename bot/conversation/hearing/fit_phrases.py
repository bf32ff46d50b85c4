"""Fits the model of `phrases`: `python -m bot.conversation.hearing.fit_phrases [--write]`.

Phrases are judged by cross-validation with fixed folds; the model is then fitted on all.
"""

import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.conversation.hearing.phrases import (
    MODEL_FILE,
    VECTOR_SCALE,
    Manner,
    PhraseModel,
    read_phrases,
    read_things,
    write_model,
)
from corpus.bundled_sources import BUNDLED_QUESTIONS
from embeddings import Encoder, Vectors, make_encoder
from embeddings.training.lessons import QUESTIONS
from retrieval.errors import FittingUnavailableError
from retrieval.fitting import learner, require_learners
from retrieval.indexing import load_questions, load_uncovered
from retrieval.question import Asked

FOLDS = 4
SEED = 20261121
SEED_OF_THINGS = 20261129
PHRASES_A_THING = 7
LONGEST_AFTER_THING = 9
"""Characters of a phrase; longer ones hold more than what is asked."""
LONGEST_SHORT = 16
"""Characters of a question of elsewhere. Without these 10,711 questions .034 of them were taken for
follow-ups, with them, held out, .010 (2026-11-29)."""
_SAID_OF_THINGS = (
    Asked.PHONE,
    Asked.OWNER,
    Asked.SUPPORT,
    Asked.DEADLINE,
    Asked.VALIDITY,
    Asked.AMOUNT,
    Asked.CONDITIONS,
    Asked.PROCEDURE,
)
STRENGTH = 300.0
"""Inverse of the L2 penalty. Of 100 and 300 the share of held-out phrases heard right was .749 and .755, that
of questions taken for follow-ups .024 and .022 (2026-11-29)."""

_BY_THEMSELVES = (Manner.ALONE.value, Manner.OTHER.value)

Labels = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class PhraseExamples:
    """Messages with their kinds and vectors, float32 (n, dim)."""

    texts: tuple[str, ...]
    kinds: Labels
    vectors: Vectors


def read_examples(encoder: Encoder) -> PhraseExamples:
    """The phrases of every kind, and questions that stand alone: stored ones and short ones of elsewhere."""
    stored = (*load_questions(BUNDLED_QUESTIONS).values(), *load_uncovered(BUNDLED_QUESTIONS).values())
    labelled = [(text, kind) for kind, texts in read_phrases().items() for text in texts]
    labelled += [(text, Manner.OTHER.value) for text in things_asked_about(read_phrases(), read_things())]
    labelled += [(text, Manner.ALONE.value) for texts in stored for text in texts]
    labelled += [(text, Manner.ALONE.value) for text in short_questions()]
    texts = tuple(text for text, _ in labelled)
    vectors = np.vstack([encoder.encode_queries([text]) for text in texts])
    return PhraseExamples(texts, np.array([kind for _, kind in labelled]), vectors)


def things_asked_about(phrases: Mapping[str, Sequence[str]], things: Sequence[str]) -> list[str]:
    """Short questions about things of their own: each thing with phrases drawn for it, and with 呢.

    Example: 结婚证 -> "结婚证在哪领", "结婚证什么时候完成", "结婚证呢"
    """
    draw = random.Random(SEED_OF_THINGS)
    fitting = [text for field in _SAID_OF_THINGS for text in phrases[field] if _fits(text)]
    asked = [thing + text for thing in things for text in draw.sample(fitting, PHRASES_A_THING)]
    return [*asked, *(f"{thing}呢" for thing in things)]


def short_questions() -> list[str]:
    """What people ask of documents of other places in few words, which is easily taken for a follow-up."""
    rows = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    return [q for row in rows for q in row["questions"] if len(q) <= LONGEST_SHORT]


def _fits(phrase: str) -> bool:
    """Whether a phrase may follow the name of a thing."""
    return 2 <= len(phrase) <= LONGEST_AFTER_THING and "，" not in phrase


def train(vectors: Vectors, kinds: Labels) -> PhraseModel:
    """Softmax regression; each kind weighs by the square root of its size, so that rare ones are learnt."""
    centre = vectors.mean(axis=0)
    names, counts = np.unique(kinds, return_counts=True)
    weights = {str(name): float(count) ** -0.5 for name, count in zip(names, counts, strict=True)}
    regression = learner("sklearn.linear_model").LogisticRegression
    fitted = regression(C=STRENGTH, max_iter=500, class_weight=weights)
    fitted.fit((vectors - centre) * VECTOR_SCALE, kinds)
    slopes, intercepts = fitted.coef_.T.astype(np.float32), fitted.intercept_.astype(np.float32)
    return PhraseModel(tuple(map(str, fitted.classes_)), slopes, intercepts, centre)


def held_out(examples: PhraseExamples) -> Labels:
    """The likeliest kind of every message, by a model that was fitted without that message."""
    folds = np.random.default_rng(SEED).integers(0, FOLDS, len(examples.kinds))
    heard = np.empty_like(examples.kinds)
    for fold in range(FOLDS):
        model = train(examples.vectors[folds != fold], examples.kinds[folds != fold])
        for row in np.flatnonzero(folds == fold):
            heard[row] = model.sense(examples.vectors[[row]]).best
    return heard


def main(arguments: Sequence[str]) -> None:
    """Prints how well held-out messages are classified; `--write` saves the model.

    Raises:
        FittingUnavailableError: a library that fits models is not installed.
    """
    require_learners()
    encoder = make_encoder(None)
    examples = read_examples(encoder)
    heard = held_out(examples)
    alone, heard_alone = np.isin(examples.kinds, _BY_THEMSELVES), np.isin(heard, _BY_THEMSELVES)
    right = (heard == examples.kinds) | (alone & heard_alone)
    sys.stdout.write(
        f"phrases heard right {right[~alone].mean():.3f} of {(~alone).sum()}, "
        f"taken to be asked by themselves {heard_alone[~alone].mean():.3f}; "
        f"questions taken for follow-ups {(~right[alone]).mean():.4f} of {alone.sum()}\n"
    )
    if "--write" in arguments:
        write_model(MODEL_FILE, encoder.name, train(examples.vectors, examples.kinds))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FittingUnavailableError as error:
        sys.exit(str(error))
