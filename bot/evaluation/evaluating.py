"""Asking a whole question set, and the results as data."""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.evaluation.scoring import POINTS, Json, Judgement, judge
from retrieval.fitting import JudgedQuestion, hit_at, mrr

Rate = tuple[int, int]
"""(won, asked)."""

TOP = (1, 3, 5)
"""Ranks up to which hits are counted; an answer shows at most five measures."""

PERCENTILES = (50, 90, 99)
BINS = 5
"""Bins of confidence, a fifth each: with a hundred questions, finer bins would hold a handful each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked: what it won, the measures it got, and how long it took.

    `why` says of a question that lost a point what came first and by what; empty where nobody asked.
    """

    judgement: Judgement
    got: tuple[str, ...]
    status: str
    seconds: float
    why: str = ""

    @property
    def lost(self) -> tuple[str, ...]:
        """The points not won."""
        return tuple(point for point, won in self.judgement.points.items() if not won)


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of similar confidence: how many were answered, right at rank 1, refused, rightly refused."""

    low: float
    high: float
    answered: int
    right: int
    mean: float
    """Mean confidence of those answered; 0 of none."""
    refused: int
    rightly: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well confidence and correctness agree, over questions whose answer states a confidence."""

    bins: tuple[Bin, ...]
    error: float
    """Expected calibration error of those answered: mean gap of confidence and share of right, by bin."""
    brier: float
    """Mean squared gap of confidence and truth of those answered."""


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """A question set asked under one configuration."""

    options: Mapping[str, str]
    """Digest of the documents, model, day, options: everything needed to repeat the evaluation."""
    outcomes: tuple[Outcome, ...]

    def totals(self) -> dict[str, Rate]:
        """Every score of the set: point -> (won, asked); points nobody asked for are left out."""
        return _rates(outcome.judgement for outcome in self.outcomes)

    def by(self, field: str) -> dict[str, dict[str, Rate]]:
        """The same, grouped by `kind` or `user`."""
        groups: dict[str, list[Judgement]] = defaultdict(list)
        for outcome in self.outcomes:
            groups[getattr(outcome.judgement.question, field)].append(outcome.judgement)
        return {name: _rates(groups[name]) for name in sorted(groups)}

    def ranks(self) -> tuple[int | None, ...]:
        """Rank of the first correct measure of each answerable question."""
        return tuple(o.judgement.rank for o in self.outcomes if o.judgement.question.answerable)

    def hits(self) -> dict[str, float]:
        """Share of answerable questions with a correct measure among the first k; empty without any."""
        ranks = self.ranks()
        return {f"hit@{k}": hit_at(k, ranks) for k in TOP if ranks}

    def mean_reciprocal_rank(self) -> float:
        """Mean of 1/rank of the first correct measure over answerable questions; 0 without any."""
        return mrr(self.ranks())

    def calibration(self) -> Calibration:
        """Confidence against truth.

        An answer to a question that the corpus does not answer is shown and not right.
        Source: Guo et al. 2017, On Calibration of Modern Neural Networks, for the error.
        """
        sure = [o for o in self.outcomes if o.judgement.confidence is not None]
        shown = [(_sure(o), o.judgement.rank == 1) for o in sure if o.got]
        bins = tuple(_bin(sure, number) for number in range(BINS))
        count = max(len(shown), 1)
        return Calibration(
            bins,
            error=sum(abs(b.mean * b.answered - b.right) for b in bins) / count,
            brier=sum((confidence - right) ** 2 for confidence, right in shown) / count,
        )

    def latency_ms(self) -> dict[str, float]:
        """Percentiles by nearest rank of the time per answer, milliseconds; 0 without any answer."""
        times = sorted(outcome.seconds * 1000 for outcome in self.outcomes) or [0.0]
        return {f"p{share}": times[math.ceil(len(times) * share / 100) - 1] for share in PERCENTILES}


def evaluate(
    questions: Iterable[JudgedQuestion],
    ask: Callable[[JudgedQuestion], Json],
    options: Mapping[str, str],
    why: Callable[[JudgedQuestion], str] | None = None,
) -> EvaluationReport:
    """Asks every question once, in order, and judges the answers; `why` explains those that lost a point."""
    return EvaluationReport(options, tuple(_outcome(question, ask, why) for question in questions))


def _outcome(
    question: JudgedQuestion,
    ask: Callable[[JudgedQuestion], Json],
    why: Callable[[JudgedQuestion], str] | None,
) -> Outcome:
    start = time.perf_counter()
    answer = ask(question)
    seconds = time.perf_counter() - start
    got = tuple(measure["id"] for measure in answer["measures"])
    judgement = judge(question, answer)
    reason = why(question) if why and not all(judgement.points.values()) else ""
    return Outcome(judgement, got, str(answer["status"]), seconds, reason)


def _rates(judgements: Iterable[Judgement]) -> dict[str, Rate]:
    won: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        for point, value in judgement.points.items():
            won[point].append(value)
    return {point: (sum(won[point]), len(won[point])) for point in (*POINTS, "refused") if point in won}


def _sure(outcome: Outcome) -> float:
    return outcome.judgement.confidence or 0.0


def _bin(outcomes: Iterable[Outcome], number: int) -> Bin:
    in_bin = [o for o in outcomes if min(int(_sure(o) * BINS), BINS - 1) == number]
    shown = [o for o in in_bin if o.got]
    refused = [o for o in in_bin if o.status == "not_covered"]
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        answered=len(shown),
        right=sum(o.judgement.rank == 1 for o in shown),
        mean=sum(map(_sure, shown)) / max(len(shown), 1),
        refused=len(refused),
        rightly=sum(not o.judgement.question.answerable for o in refused),
    )


def to_json(report: EvaluationReport) -> dict[str, Any]:
    """The report as plain JSON data; `kept_report.read` takes it back."""
    calibration = report.calibration()
    return {
        "options": dict(report.options),
        "totals": report.totals(),
        "hits": {name: round(share, 4) for name, share in report.hits().items()},
        "mrr": round(report.mean_reciprocal_rank(), 4),
        "kinds": report.by("kind"),
        "users": report.by("user"),
        "calibration": {
            "error": round(calibration.error, 4),
            "brier": round(calibration.brier, 4),
            "bins": [
                {
                    "from": b.low,
                    "to": b.high,
                    "answered": b.answered,
                    "right": b.right,
                    "mean_confidence": round(b.mean, 4),
                    "refused": b.refused,
                    "rightly_refused": b.rightly,
                }
                for b in calibration.bins
            ],
        },
        "latency_ms": {name: round(value, 2) for name, value in report.latency_ms().items()},
        "questions": [_entry(outcome) for outcome in report.outcomes],
    }


def _entry(outcome: Outcome) -> dict[str, Any]:
    question = outcome.judgement.question
    return {
        "id": question.id,
        "q": question.q,
        "user": question.user,
        "kind": question.kind,
        "status": outcome.status,
        "rank": outcome.judgement.rank,
        "got": outcome.got,
        "confidence": outcome.judgement.confidence,
        "ms": round(outcome.seconds * 1000, 2),
        "points": dict(outcome.judgement.points),
    }
