"""Asking a whole question set and reporting what came of it, as data, JSON and Markdown."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.scoring import POINTS, Json, Judgement, Question, QuestionSetError, judge

Rate = tuple[int, int]
"""(won, asked)."""

RELIABILITY_BINS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked: what it won, the measures it got, and how long it took."""

    judgement: Judgement
    got: tuple[str, ...]
    status: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """A question set asked under one configuration."""

    options: Mapping[str, str]
    """Corpus digest, model, day, options: what one must know to repeat it."""
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

    def mean_reciprocal_rank(self) -> float:
        """Mean of 1/rank of the first correct measure over answerable questions; 0 without any."""
        ranks = [o.judgement.rank for o in self.outcomes if o.judgement.question.answerable]
        return sum(1 / rank for rank in ranks if rank) / max(len(ranks), 1)

    def reliability(self) -> list[tuple[float, float, int, int]]:
        """(from score, to score, right, shown) per fifth of the score range, shown answers only.

        An answer to a question that the corpus does not answer is shown and not right.
        """
        bins = [[0, 0] for _ in range(RELIABILITY_BINS)]
        for outcome in self.outcomes:
            if outcome.status == "answered" and outcome.got:
                place = min(int(outcome.judgement.score * RELIABILITY_BINS), RELIABILITY_BINS - 1)
                bins[place][0] += outcome.judgement.rank == 1
                bins[place][1] += 1
        width = 1 / RELIABILITY_BINS
        return [(i * width, (i + 1) * width, right, shown) for i, (right, shown) in enumerate(bins)]

    def latency_ms(self) -> dict[str, float]:
        """Percentiles of the time per answer, milliseconds."""
        times = sorted(outcome.seconds * 1000 for outcome in self.outcomes) or [0.0]
        return {f"p{share}": times[min(len(times) * share // 100, len(times) - 1)] for share in (50, 90, 99)}


def evaluate(
    questions: Iterable[Question], ask: Callable[[Question], Json], options: Mapping[str, str]
) -> Report:
    """Asks every question once, in order, and judges the answers."""
    return Report(options, tuple(_outcome(question, ask) for question in questions))


def _outcome(question: Question, ask: Callable[[Question], Json]) -> Outcome:
    start = time.perf_counter()
    answer = ask(question)
    seconds = time.perf_counter() - start
    got = tuple(measure["id"] for measure in answer["measures"])
    return Outcome(judge(question, answer), got, answer["status"], seconds)


def _rates(judgements: Iterable[Judgement]) -> dict[str, Rate]:
    won: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        for point, value in judgement.points.items():
            won[point].append(value)
    return {point: (sum(won[point]), len(won[point])) for point in (*POINTS, "refused") if point in won}


def to_json(report: Report) -> dict[str, Any]:
    """The report as plain JSON data; `compare` reads it back."""
    return {
        "options": dict(report.options),
        "totals": report.totals(),
        "mrr": round(report.mean_reciprocal_rank(), 4),
        "kinds": report.by("kind"),
        "users": report.by("user"),
        "reliability": report.reliability(),
        "latency_ms": {name: round(value, 2) for name, value in report.latency_ms().items()},
        "questions": [
            {
                "id": outcome.judgement.question.id,
                "kind": outcome.judgement.question.kind,
                "status": outcome.status,
                "rank": outcome.judgement.rank,
                "got": outcome.got,
                "points": dict(outcome.judgement.points),
            }
            for outcome in report.outcomes
        ],
    }


def to_markdown(report: Report, *, show: bool = False) -> str:
    """The report as Markdown; with `show`, also every question that lost a point and why."""
    blocks = [
        "\n".join(f"- {name}: {value}" for name, value in report.options.items()),
        _table(
            ("score", "rate", "count"), [(p, _share(r), f"{r[0]}/{r[1]}") for p, r in report.totals().items()]
        ),
        f"MRR {report.mean_reciprocal_rank():.3f}; "
        + ", ".join(f"{name} {value:.1f} ms" for name, value in report.latency_ms().items()),
        _groups("kind", report.by("kind")),
        _groups("user", report.by("user")),
        _table(
            ("score from", "to", "right", "shown"),
            [
                (f"{low:.1f}", f"{high:.1f}", str(right), str(shown))
                for low, high, right, shown in report.reliability()
            ],
        ),
    ]
    if show:
        blocks.append("\n".join(_losses(report)) or "Nothing lost.")
    return "\n\n".join(blocks) + "\n"


def _losses(report: Report) -> Iterable[str]:
    for outcome in report.outcomes:
        lost = [point for point, value in outcome.judgement.points.items() if not value]
        if lost:
            question = outcome.judgement.question
            got = ", ".join(outcome.got[:3]) or outcome.status
            yield f"- {question.id} {question.kind} lost {', '.join(lost)}: {question.q} -> {got}"


def _groups(field: str, groups: Mapping[str, Mapping[str, Rate]]) -> str:
    names = [point for point in (*POINTS, "refused") if any(point in rates for rates in groups.values())]
    rows = [
        (name, *(f"{rates[p][0]}/{rates[p][1]}" if p in rates else "" for p in names))
        for name, rates in groups.items()
    ]
    return _table((field, *names), rows)


def _share(rate: Rate) -> str:
    return f"{rate[0] / rate[1]:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def compare(before: Path, after: Path) -> str:
    """Question by question, what the second report won and lost against the first, as Markdown.

    Raises:
        QuestionSetError: a report cannot be read.
    """
    old, new = _questions_of(before), _questions_of(after)
    lines = []
    for name in sorted(old.keys() & new.keys()):
        won = [
            p for p, value in new[name]["points"].items() if value and not old[name]["points"].get(p, value)
        ]
        lost = [
            p for p, value in new[name]["points"].items() if not value and old[name]["points"].get(p, value)
        ]
        if won or lost:
            lines.append((name, ", ".join(won), ", ".join(lost), ", ".join(new[name]["got"][:2])))
    return _table(("question", "won", "lost", "now"), lines) + "\n"


def _questions_of(path: Path) -> dict[str, Any]:
    try:
        return {entry["id"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))["questions"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionSetError(
            f"评测报告读不了：{path}（{error!r}）。请用 wenzheng eval 重新生成。"
        ) from error
