"""Fits the model of `alarm`: `python -m bot.helplines.fit_alarm [--write]`.

It is judged by kinds of danger that it was not fitted with, so that the figures say how it hears what nobody
foresaw; the model is then fitted on all.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.helplines.alarm import ALARM_FILE, ALARMING, ALARMING_WORDS
from bot.helplines.helpline_tables import SHIPPED, read_dangers
from corpus.bundled_sources import BUNDLED_QUESTIONS
from embeddings import Encoder, Vectors, make_encoder
from retrieval.deciding import AskModel, write_ask_models
from retrieval.errors import FittingUnavailableError
from retrieval.fitting import fit_ask_model, require_learners
from retrieval.indexing import load_questions, load_uncovered

TOLD_FILE = Path(__file__).parent / "told_dangers.toml"
STRENGTH = 1.0
"""Inverse of the L2 penalty."""
_TOTAL_WEIGHT = 8000.0
"""How much each of the three groups weighs in the fit, in messages."""
_EMERGENCIES = "emergencies"
"""Stored questions that tell of danger: dangers of no kind named."""
_ORDINARY, _HARMLESS = "", "harmless"


@dataclass(frozen=True, slots=True)
class AlarmExamples:
    """Messages, vectors, float32 (n, dim), and kinds: a danger, `harmless`, or "" for a stored question."""

    texts: tuple[str, ...]
    vectors: Vectors
    kinds: NDArray[np.str_]

    @property
    def dangerous(self) -> NDArray[np.bool_]:
        """Which of them tell of danger."""
        return ~np.isin(self.kinds, (_ORDINARY, _HARMLESS))

    @property
    def shares(self) -> NDArray[np.float64]:
        """The share of each in its group: dangers, harmless messages, questions."""
        groups = np.where(self.dangerous, "danger", self.kinds)
        _, group, counts = np.unique(groups, return_inverse=True, return_counts=True)
        return np.asarray(1 / counts[group], dtype=np.float64)


def read_alarm_examples(encoder: Encoder) -> AlarmExamples:
    """What tells of danger, what only sounds like it, and the stored questions, each once."""
    told = tomllib.loads(TOLD_FILE.read_text(encoding="utf-8"))
    stored, uncovered = load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS)
    kinds: dict[str, str] = {}
    for kind, texts in {**stored, **uncovered}.items():
        kinds |= dict.fromkeys(texts, kind if kind == _EMERGENCIES else _ORDINARY)
    for name, row in read_dangers(SHIPPED).dangers.items():
        kinds |= dict.fromkeys(row.examples, name) | dict.fromkeys(row.counter_examples, _HARMLESS)
    for kind, texts in told["dangers"].items():
        kinds |= dict.fromkeys(texts, kind)
    kinds |= dict.fromkeys(told["harmless"], _HARMLESS)
    vectors = np.vstack([encoder.encode_queries([text]) for text in kinds])
    return AlarmExamples(tuple(kinds), vectors, np.array(tuple(kinds.values())))


def train(examples: AlarmExamples, chosen: NDArray[np.bool_], *, joint: bool = True) -> AskModel:
    """Logistic regression; dangers, harmless messages and questions weigh the same; `joint`: with vectors."""
    texts = [text for text, taken in zip(examples.texts, chosen, strict=True) if taken]
    vectors = examples.vectors[chosen] if joint else None
    weights = examples.shares[chosen] * _TOTAL_WEIGHT
    return fit_ask_model(texts, vectors, examples.dangerous[chosen], weights, STRENGTH)


def held_out_alarms(examples: AlarmExamples, *, joint: bool) -> NDArray[np.bool_]:
    """Which messages sound alarming to a model fitted without their kind; what is no danger goes in parts."""
    dangerous, least = examples.dangerous, ALARMING if joint else ALARMING_WORDS
    names = sorted(set(examples.kinds[dangerous]))
    parts = np.arange(len(examples.texts)) % len(names)
    heard = np.zeros(len(examples.texts), dtype=np.bool_)
    for part, name in enumerate(names):
        left_out = np.where(dangerous, examples.kinds == name, parts == part)
        model = train(examples, ~left_out, joint=joint)
        for position in np.flatnonzero(left_out):
            heard[position] = model.score(examples.texts[position], examples.vectors[[position]]) > least
    return heard


def main(arguments: Sequence[str]) -> None:
    """Prints how many of each kind models fitted without it hear; `--write` saves the models.

    Raises:
        FittingUnavailableError: a library that fits models is not installed.
    """
    require_learners()
    encoder = make_encoder()
    examples = read_alarm_examples(encoder)
    for name, joint in (("with the vector", True), ("by words alone", False)):
        heard = held_out_alarms(examples, joint=joint)
        sys.stdout.write(f"{name}\n")
        for kind in sorted(set(examples.kinds)):
            of_kind = examples.kinds == kind
            sys.stdout.write(f"  {kind or 'questions'}: {heard[of_kind].sum()} of {of_kind.sum()}\n")
        dangerous = examples.dangerous
        sys.stdout.write(f"  all dangers: {heard[dangerous].sum()} of {dangerous.sum()}\n")
    if "--write" in arguments:
        every = np.ones(len(examples.texts), dtype=np.bool_)
        models = {"joint": train(examples, every), "runs": train(examples, every, joint=False)}
        write_ask_models(ALARM_FILE, encoder.name, models)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FittingUnavailableError as error:
        sys.exit(str(error))
