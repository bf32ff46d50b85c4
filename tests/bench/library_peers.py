"""Peers beside our own search over a large library: `python -m tests.bench.library_peers FOLDER 100000`.

The library is one that `tests.bench.kept_libraries` has built there. All engines rank the same passages by
the same vectors, and get every question with its place in front; who is slow is asked fewer questions. Times
are processor times beside the encoder; stand-in vectors are close to one another, so that words decide more
here than over real texts.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import bot  # noqa: F401 - one thread for the libraries of numbers, as in the product
from embeddings import VectorCache, make_encoder
from retrieval import IndexStore, Retriever
from retrieval.fitting.metrics import hit_at
from tests.bench import peers
from tests.bench.contest import Asked, rank_of
from tests.bench.kept_libraries import KeptLibraries
from tests.bench.library import KnownQuestion
from tests.bench.pool import Engine, Pool, own_engine, pool_of
from tests.bench.record import table
from tests.remembering_encoder import RememberingEncoder

ASKED = 100
_SECONDS = 90.0
"""No further question is asked of an engine after so long."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """What an engine came to."""

    name: str
    building_s: float
    ranks: Sequence[int | None]
    times_ms: Sequence[float]

    @property
    def row(self) -> tuple[str, ...]:
        """As the table shows it."""
        hits = (f"{hit_at(depth, self.ranks):.3f}" for depth in (1, 3))
        middle, slowest = statistics.median(self.times_ms), max(self.times_ms)
        return (
            self.name,
            f"{self.building_s:.0f}",
            *hits,
            f"{middle:.0f}",
            f"{slowest:.0f}",
            str(len(self.ranks)),
        )


def main() -> None:
    """Builds one engine after the other over a library, and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.library_peers", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("measures", type=int)
    parser.add_argument("--questions", type=int, default=ASKED)
    args = parser.parse_args()
    kept = KeptLibraries(args.folder)
    questions = kept.questions(args.measures)[: args.questions]
    encoder = RememberingEncoder(make_encoder())
    stored = IndexStore(kept.index_folder(args.measures), encoder).current()
    if stored is None:
        raise SystemExit(f"no index in {kept.index_folder(args.measures)}")
    retriever = Retriever(stored.catalog, stored.index, encoder, glances=False)
    cache = VectorCache(encoder, bundled=None, writable=kept.index_folder(args.measures) / "vectors")
    pool = pool_of(retriever, encoder, cache)
    asked = _asked(questions, {name: n for n, name in enumerate(retriever.index.measures)})
    rows = []
    for name, build in (("wenzheng", lambda _: own_engine(retriever)), *peers.installed()):
        rows.append(_ranked(name, build, pool, asked).row)
        print(*rows[-1], sep=", ", flush=True)
    head = ("engine", "built, s", "hit@1", "hit@3", "a question, median ms", "slowest", "questions asked")
    print(table(head, rows))


def _asked(questions: Sequence[KnownQuestion], place_of: dict[str, int]) -> list[Asked]:
    """Every question with its place in front, and the measure that answers it."""
    named = ((one.q if one.region in one.q else one.region + one.q, one.measure) for one in questions)
    return [Asked(q, frozenset({place_of[measure]})) for q, measure in named]


def _ranked(name: str, build: Callable[[Pool], Engine], pool: Pool, questions: Sequence[Asked]) -> Ranked:
    start = time.process_time()
    engine = build(pool)
    built = time.process_time()
    answered = list(_answered(engine, pool, questions))
    return Ranked(name, built - start, [rank for rank, _ in answered], [ms for _, ms in answered])


def _answered(engine: Engine, pool: Pool, questions: Sequence[Asked]) -> Iterator[tuple[int | None, float]]:
    """The rank of what answers each question, and its milliseconds, until the time is over."""
    end = time.perf_counter() + _SECONDS
    for asked in questions:
        pool.encoder.encode_queries([asked.q])
        start = time.process_time()
        ranking = engine(asked.q)
        taken = 1000 * (time.process_time() - start)
        yield rank_of([pool.owners[place] for place in ranking], asked.right), taken
        if time.perf_counter() > end:
            return


if __name__ == "__main__":
    main()
