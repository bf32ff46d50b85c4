"""A week in half an hour: 50,000 questions, 200 documents added and removed, 40 restarts, a simulated clock.

Run it with `python -m tests.chaos.week`. Each life of the bot is a process of its own; documents come and go
while it answers. What it takes on the third day, the first
settled one, is compared with what it takes on the last.
"""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.chaos.figures import Figure, alone, zero
from tests.chaos.week_life import LifeReport, Plan, live

QUESTIONS, DOCUMENTS, RESTARTS, DAYS = 50_000, 200, 40, 7
SETTLED = 3
"""The first day on which as much is removed as comes: updates are kept for two."""
GROWTH = 0.05
_DAY_S = 24 * 3600.0


def attack(short: bool = False) -> list[Figure]:
    """How much more memory, files and database the last day takes than the first settled one."""
    parts = 5 if short else 1
    lives, began_s = RESTARTS // parts, time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        plans = _plans(Path(home), lives, QUESTIONS // parts, DOCUMENTS // parts)
        reports = []
        for plan in plans:
            reports.append(_lived(plan))
            sys.stderr.write(f"life {plan.number}, {time.monotonic() - began_s:.0f} s: {reports[-1]}\n")
    what = f"a week of {QUESTIONS // parts} questions, {DOCUMENTS // parts} documents, {lives} restarts"
    days = [reports[lives * day // DAYS : lives * (day + 1) // DAYS] for day in range(DAYS)]
    # Where documents change, the old index and the new are there at once: like is compared with like.
    days = [[report for report in day if report.documents] for day in days]
    settled, last = days[SETTLED - 1], days[-1]

    def flat(name: str, unit: str, figure: Callable[[LifeReport], float]) -> Figure:
        return _flat(
            f"{what}: {name}, day {SETTLED} to day {DAYS}",
            unit,
            [median(map(figure, day)) for day in (settled, last)],
        )

    return [
        zero(f"{what}: questions without an answer", sum(report.errors for report in reports)),
        flat("memory", "MB", lambda report: report.end.memory_mb),
        flat("open files", "", lambda report: report.end.files),
        flat("threads", "", lambda report: report.end.threads),
        flat(
            "database for each question kept",
            "bytes",
            lambda report: report.database_bytes / report.kept_questions,
        ),
        flat("rows kept for a while only", "", lambda report: report.passing_rows),
        flat("files but database and documents", "MB", lambda report: report.other_bytes / 1e6),
    ]


def _plans(home: Path, lives: int, questions: int, documents: int) -> list[Plan]:
    """The lives one after another, over seven days from now on; documents come and go in every second."""
    each, begins, lasts_s = 2 * documents // lives, time.time(), DAYS * _DAY_S / lives
    return [
        Plan(
            n,
            home,
            begins + n * lasts_s,
            lasts_s,
            questions // lives,
            range(n * each, (n + (n + 1) % 2) * each),
        )
        for n in range(lives)
    ]


def _lived(plan: Plan) -> LifeReport:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=live, args=(plan, theirs))
    process.start()
    theirs.close()
    report: LifeReport = ours.recv()
    process.join()
    assert process.exitcode == 0
    return report


def _flat(what: str, unit: str, day: Sequence[float]) -> Figure:
    before, after = day
    reached = f"{before:.0f} to {after:.0f} {unit}".strip()
    return Figure(what, f"no more than {GROWTH:.0%} more", reached, after <= before * (1 + GROWTH))


if __name__ == "__main__":
    alone(attack)
