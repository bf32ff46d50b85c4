"""Many people at once over libraries of several sizes, in turns.

    python -m tests.bench.library_load FOLDER 600 100000

The libraries are those that `tests.bench.kept_libraries` has built there. Each is asked twice for a minute
by as many clients as `tests.bench.web` has, no question twice from the same place; who is turned away comes
again when told, and any other error raises. What else the machine does changes: only figures of one run say
something beside each other.
"""

import asyncio
import random
import signal
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.kept_libraries import KeptLibraries
from tests.bench.library import KnownQuestion
from tests.bench.record import table
from tests.bench.server import started
from tests.bench.web import CLIENTS, SECONDS, asked_by_many, percentile

ROUNDS = 2
_PLACES = 12
"""From so many places a question is asked, its own first."""


@dataclass(frozen=True, slots=True)
class Round:
    """What clients saw of a server, and what it took."""

    seconds: Sequence[float]
    """Of every answer."""
    turned_away: int
    processor_ms: float
    """Of an answer."""
    memory_mb: float

    @classmethod
    def of(cls, index: Path, asked: Sequence[Mapping[str, str]]) -> "Round":
        """A server of its own over an index, asked for a minute."""
        command = (sys.executable, "-m", "tests.bench.library_server", str(index))
        with tempfile.TemporaryDirectory() as home, started(home, command) as (server, address):
            crowd = asyncio.run(asked_by_many(address, asked, server.pid))
            server.send_signal(signal.SIGTERM)
            server.wait(15)
        early, late, answers = crowd.seen[0], crowd.seen[-1], crowd.answered
        spent_ms = 1000 * (late.processor_s - early.processor_s) / len(answers)
        return cls(answers, len(crowd.turned_away), spent_ms, late.memory_mb)


def asked_of(questions: Sequence[KnownQuestion]) -> list[Mapping[str, str]]:
    """Every question from its own place, then from others, in an order that is the same every time."""
    places = sorted({question.region for question in questions})
    chance = random.Random(1)
    own = [(question.q, question.region) for question in questions]
    others = [(q, place) for q, _ in own for place in chance.sample(places, min(_PLACES, len(places)))]
    pairs = dict.fromkeys((*own, *chance.sample(others, len(others))))
    return [{"q": q, "region": region} for q, region in pairs]


def main() -> None:
    """Asks each library in turn and prints a table."""
    kept, sizes = KeptLibraries(Path(sys.argv[1])), list(map(int, sys.argv[2:]))
    rounds: dict[int, list[Round]] = {size: [] for size in sizes}
    for _ in range(ROUNDS):
        for size in sizes:
            rounds[size].append(Round.of(kept.index_folder(size), asked_of(kept.questions(size))))
    print(table(("what", *map(str, sizes)), _rows([rounds[size] for size in sizes])))


def _rows(columns: Sequence[Sequence[Round]]) -> list[tuple[str, ...]]:
    rates = [statistics.mean(len(one.seconds) for one in own) / SECONDS for own in columns]
    return [
        (f"answers a second, {CLIENTS} clients", *(f"{rate:.1f}" for rate in rates)),
        ("turned away, to come again", *(str(sum(one.turned_away for one in own)) for own in columns)),
        ("answers a second over the first", *(f"{rate / rates[0]:.2f}" for rate in rates)),
        *(
            (f"{percent}th percentile of an answer, s", *(f"{_at(own, percent):.2f}" for own in columns))
            for percent in (50, 95)
        ),
        ("processor time of an answer, ms", *(f"{_mean(own, 'processor_ms'):.1f}" for own in columns)),
        ("resident at the end, MB", *(f"{_mean(own, 'memory_mb'):.0f}" for own in columns)),
    ]


def _at(rounds: Sequence[Round], percent: int) -> float:
    return percentile([second for one in rounds for second in one.seconds], percent)


def _mean(rounds: Sequence[Round], name: str) -> float:
    return statistics.mean(getattr(one, name) for one in rounds)


if __name__ == "__main__":
    main()
