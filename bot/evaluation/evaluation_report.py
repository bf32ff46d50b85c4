"""The report of an evaluation as Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from bot.evaluation.evaluating import Calibration, EvaluationReport, Outcome, Rate
from bot.evaluation.scoring import POINTS
from bot.messages import evaluating as messages

_SHOWN = 3
"""How many of the measures that a lost question got are named."""


def to_markdown(report: EvaluationReport, name: str, *, show: bool = False) -> str:
    """The report under a title; with `show`, also every question that lost a point and why."""
    blocks = [
        messages.TITLE.format(name=name),
        _counts(report),
        _scores(report.totals()),
        _refusals(report),
        _ranks(report),
        messages.LATENCY.format(times="，".join(f"{n} {v:.1f} ms" for n, v in report.latency_ms().items())),
        *chain.from_iterable(_groups(field, report.by(field)) for field in ("kind", "user")),
        *_calibration(report.calibration()),
        f"## {messages.OPTIONS}",
        "\n".join(f"- {option}: {value}" for option, value in report.options.items()),
    ]
    if show:
        blocks += [f"## {messages.LOSSES}", "\n".join(_losses(report.outcomes)) or messages.NO_LOSSES]
    return "\n\n".join(blocks) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; line breaks and bars within a cell do not break it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def share(rate: Rate) -> str:
    """A rate to three digits.

    Example: (1, 3) -> "0.333"
    """
    return f"{rate[0] / rate[1]:.3f}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _counts(report: EvaluationReport) -> str:
    answerable = len(report.ranks())
    asked = len(report.outcomes)
    return messages.COUNTS.format(questions=asked, answerable=answerable, negatives=asked - answerable)


def _scores(totals: Mapping[str, Rate]) -> str:
    rows = [(p, messages.POINTS[p], share(rate), f"{rate[0]}/{rate[1]}") for p, rate in totals.items()]
    return table(messages.SCORES, rows)


def _refusals(report: EvaluationReport) -> str:
    totals = report.totals()
    answered, answerable = totals.get("answered", (0, 0))
    refused, negatives = totals.get("refused", (0, 0))
    false = answerable - answered
    return messages.REFUSALS.format(
        negatives=negatives,
        refused=refused,
        answerable=answerable,
        false=false,
        rate=false / max(answerable, 1),
    )


def _ranks(report: EvaluationReport) -> str:
    hits = "，".join(f"{name} {value:.3f}" for name, value in report.hits().items())
    return messages.RANKS.format(mrr=report.mean_reciprocal_rank(), hits=hits)


def _groups(field: str, groups: Mapping[str, Mapping[str, Rate]]) -> tuple[str, str]:
    names = [point for point in (*POINTS, "refused") if any(point in rates for rates in groups.values())]
    rows = [
        (name, *(f"{rates[p][0]}/{rates[p][1]}" if p in rates else "" for p in names))
        for name, rates in groups.items()
    ]
    head = (messages.GROUP_HEADS[field], *(messages.POINTS[name] for name in names))
    return f"## {messages.GROUPS[field]}", table(head, rows)


def _calibration(calibration: Calibration) -> tuple[str, str, str]:
    rows = [
        (
            f"{b.low:.1f}–{b.high:.1f}",
            str(b.answered),
            str(b.right),
            share((b.right, b.answered)) if b.answered else "",
            f"{b.mean:.3f}" if b.answered else "",
            str(b.refused),
            str(b.rightly),
        )
        for b in calibration.bins
    ]
    said = messages.CALIBRATION_SUM.format(error=calibration.error, brier=calibration.brier)
    return f"## {messages.CALIBRATION}", table(messages.CALIBRATION_HEAD, rows), said


def _losses(outcomes: Iterable[Outcome]) -> Iterable[str]:
    for outcome in outcomes:
        if outcome.lost:
            question = outcome.judgement.question
            yield messages.LOSS.format(
                id=question.id,
                kind=question.kind,
                lost="、".join(messages.POINTS[point] for point in outcome.lost),
                q=question.q,
                got="、".join(outcome.got[:_SHOWN]) or messages.STATUSES[outcome.status],
                why=outcome.why,
            )
