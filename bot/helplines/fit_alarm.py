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

from bot.helplines.alarm import ALARM_FILE, NO_VECTOR, write_alarm
from bot.helplines.helpline_tables import SHIPPED, read_dangers
from corpus.bundled_sources import BUNDLED_QUESTIONS
from retrieval.deciding import BUCKETS, AskModel, run_buckets, run_weight
from retrieval.errors import FittingUnavailableError
from retrieval.fitting import learner, require_learners
from retrieval.indexing import load_questions, load_uncovered

TOLD_FILE = Path(__file__).parent / "told_dangers.toml"
STRENGTH = 1.0
"""Inverse of the L2 penalty. Of 1 and 10 the share of dangers of kinds left out that were heard was .85 and
.79 (2026-11-29)."""
_EMERGENCIES = "emergencies"
"""Stored questions that tell of danger: dangers of no kind named."""
_ORDINARY, _HARMLESS = "", "harmless"


@dataclass(frozen=True, slots=True)
class AlarmExamples:
    """Messages with their kinds: a danger, `harmless`, or "" for a stored question."""

    texts: tuple[str, ...]
    kinds: NDArray[np.str_]

    @property
    def dangerous(self) -> NDArray[np.bool_]:
        """Which of them tell of danger."""
        return ~np.isin(self.kinds, (_ORDINARY, _HARMLESS))


def read_alarm_examples() -> AlarmExamples:
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
    return AlarmExamples(tuple(kinds), np.array(tuple(kinds.values())))


def train(examples: AlarmExamples, chosen: NDArray[np.bool_]) -> AskModel:
    """Logistic regression on the chosen examples with both classes weighted equally."""
    texts = [text for text, taken in zip(examples.texts, chosen, strict=True) if taken]
    buckets = [run_buckets(text) for text in texts]
    data = np.concatenate([np.full(len(each), run_weight(each)) for each in buckets])
    starts = np.cumsum([0, *map(len, buckets)])
    rows = learner("scipy.sparse").csr_matrix((data, np.concatenate(buckets), starts), (len(texts), BUCKETS))
    regression = learner("sklearn.linear_model").LogisticRegression
    fitted = regression(C=STRENGTH, class_weight="balanced", max_iter=2000)
    fitted.fit(rows, examples.dangerous[chosen])
    return AskModel(float(fitted.intercept_[0]), fitted.coef_[0].astype(np.float32), NO_VECTOR, NO_VECTOR)


def held_out_alarms(examples: AlarmExamples) -> NDArray[np.bool_]:
    """Which messages sound alarming to a model fitted without their kind; what is no danger goes in parts."""
    dangerous = examples.dangerous
    names = sorted(set(examples.kinds[dangerous]))
    parts = np.arange(len(examples.texts)) % len(names)
    heard = np.zeros(len(examples.texts), dtype=np.bool_)
    for part, name in enumerate(names):
        left_out = np.where(dangerous, examples.kinds == name, parts == part)
        model = train(examples, ~left_out)
        for position in np.flatnonzero(left_out):
            heard[position] = model.score(examples.texts[position]) > 0
    return heard


def main(arguments: Sequence[str]) -> None:
    """Prints how many of each kind a model fitted without it hears; `--write` saves the model.

    Raises:
        FittingUnavailableError: a library that fits models is not installed.
    """
    require_learners()
    examples = read_alarm_examples()
    heard = held_out_alarms(examples)
    for kind in sorted(set(examples.kinds)):
        of_kind = examples.kinds == kind
        sys.stdout.write(f"{kind or 'questions'}: {heard[of_kind].sum()} of {of_kind.sum()}\n")
    dangerous = examples.dangerous
    sys.stdout.write(f"all dangers: {heard[dangerous].sum()} of {dangerous.sum()}\n")
    if "--write" in arguments:
        write_alarm(ALARM_FILE, train(examples, np.ones(len(examples.texts), dtype=np.bool_)))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FittingUnavailableError as error:
        sys.exit(str(error))
