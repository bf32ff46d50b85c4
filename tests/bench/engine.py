"""A generated library in an engine beside the same in a folder: `python -m tests.bench.engine 15000`.

The engine is a PostgreSQL of its own, on this machine. Times are processor times beside the encoder, and say
something as ratios of one run alone; agreement is that with the comparison with everything.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

import bot  # noqa: F401 - one thread for the libraries of numbers, as in the product
from embeddings import make_encoder
from retrieval import AskedBefore, IndexKeeper, IndexStore, Result, Retriever, Sources, load_uncovered
from retrieval.engine import EngineIndexes
from retrieval.gathering import Candidates, default_limits
from tests.bench.library import KnownQuestion, Library
from tests.bench.library_sources import QUESTIONS
from tests.bench.opened import AS_OF
from tests.bench.record import table
from tests.bench.scale import ASKED, agreement, with_one_more
from tests.bench.stand_in_vectors import StandIns
from tests.remembering_encoder import RememberingEncoder
from tests.running_engine import running_engine

_MEMORY = "shared_buffers = '1GB'"
"""Of the engine; as it comes it takes 128 MB."""


_PROCESSES = """
select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What questions found in one index, and what they took."""

    results: Sequence[Result]
    here_ms: float
    """Of processor time of this process, median."""
    there_ms: float
    """Of the engine, mean: it counts in hundredths of a second."""
    waited_ms: float
    """Until a question was answered, median; others may use the machine."""


def ask(search: Retriever, questions: Sequence[KnownQuestion], server_s: Callable[[], float]) -> Asked:
    """Asks every question once without, and once with looking at the clock."""
    for question in questions:
        search.search(question.q, region=question.region, as_of=AS_OF)
    results, here, waited, before = list[Result](), list[float](), list[float](), server_s()
    for question in questions:
        began, worked = time.perf_counter(), time.process_time()
        results.append(search.search(question.q, region=question.region, as_of=AS_OF))
        here.append(1000 * (time.process_time() - worked))
        waited.append(1000 * (time.perf_counter() - began))
    there = 1000 * (server_s() - before) / len(questions)
    return Asked(results, statistics.median(here), there, statistics.median(waited))


def working_s(address: str) -> float:
    """Processor seconds that the engine's processes for other connections to a database have taken so far."""
    with psycopg.connect(address) as connection:
        processes = [pid for (pid,) in connection.execute(_PROCESSES)]
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.engine", description=__doc__)
    parser.add_argument("measures", type=int)
    parser.add_argument("--questions", type=int, default=ASKED)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, running_engine(_MEMORY) as engine:
        rows = _rows(args.measures, args.questions, Path(home), engine.database())
    print(table(("what", "folder", "engine"), rows))


@dataclass(frozen=True, slots=True)
class Side:
    """A library in a folder or in an engine, with what was measured."""

    search: Retriever
    built_s: float
    asked: Asked
    one_more_s: float

    @classmethod
    def of(
        cls,
        keeper: IndexKeeper,
        library: Library,
        encoder: RememberingEncoder,
        questions: Sequence[KnownQuestion],
        server_s: Callable[[], float],
    ) -> "Side":
        """Builds, asks, and adds a document."""
        catalog = library.catalog()
        stored = AskedBefore.of(library.stored_questions(), load_uncovered(QUESTIONS))
        sources = Sources(catalog.digest, lambda: catalog, stored)
        built = _taken(lambda: keeper.build(sources))
        opened = keeper.open(sources)
        search = Retriever(opened.catalog, opened.index, encoder, glances=False)
        asked, more = ask(search, questions, server_s), with_one_more(catalog)
        one_more = _taken(lambda: keeper.build(Sources(more.digest, lambda: more, stored)))
        return cls(search, built, asked, one_more)


def _rows(measures: int, asked: int, home: Path, address: str) -> list[tuple[str, ...]]:
    library, encoder = Library(measures), RememberingEncoder(make_encoder())
    stand_ins, questions = StandIns(library, encoder), list(library.questions(asked))
    folder = IndexStore(home / "index", stand_ins, bundled=None)
    engine = EngineIndexes(address, stand_ins, home / "vectors", joined_up_to=0, bundled=None)
    sides = (
        Side.of(folder, library, encoder, questions, lambda: 0.0),
        Side.of(engine, library, encoder, questions, lambda: working_s(address)),
    )
    first = sides[0].search
    everything = replace(default_limits(), everything=10**9)
    exact = ask(first.gathering(Candidates(first.index, first.facts, everything)), questions, lambda: 0.0)
    agreed = [agreement(exact.results, side.asked.results) for side in sides]
    with psycopg.connect(address) as connection:
        ((size,),) = connection.execute("select pg_database_size(current_database())").fetchall()
    return [
        ("a question beside the encoder, here, median ms", *(f"{side.asked.here_ms:.1f}" for side in sides)),
        ("the same in the engine, mean ms", "", f"{sides[1].asked.there_ms:.1f}"),
        ("until it was answered, median ms", *(f"{side.asked.waited_ms:.1f}" for side in sides)),
        *((name, *(f"{each[name]:.3f}" for each in agreed)) for name in agreed[0]),
        ("built, with stand-in vectors, s", *(f"{side.built_s:.0f}" for side in sides)),
        ("one document more, its vectors apart, s", *(f"{side.one_more_s:.1f}" for side in sides)),
        ("the database, MB", "", f"{size / 1e6:.0f}"),
    ]


def _taken(work: Callable[[], object]) -> float:
    """Seconds that something takes by the clock: most of it is done by another process."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
