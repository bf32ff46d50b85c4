"""Speed, memory, and quality beside peers: `make bench [NCP=folder]`; the tables go to docs/benchmarks.md.

Absolute times depend on the machine; the ratio of a warm answer to the encoder's own time for the same
question is taken question by question in one process and is what to compare.
"""

import argparse
import os
import platform
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.app import make_workbench
from bot.evaluation.scoring import read_questions
from bot.evaluation.workbench import Workbench
from bot.settings import Settings
from embeddings import BUNDLED, Encoder, VectorCache, make_encoder
from tests.bench import adding, ncp, peers, speed
from tests.bench.contest import Asked, Outcome, contend
from tests.bench.pool import Engine, Pool, own_engine, pool_of
from tests.bench.record import table, write

QUALITY = Path(__file__).parent.parent / "quality"
DEV, HARD = QUALITY / "dev.jsonl", QUALITY / "hard.jsonl"

TIME_HEAD = ("median ms", "99th percentile ms")


def main() -> None:
    """Runs every measurement and writes the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--ncp", type=Path, help="folder with docs.jsonl and questions.jsonl")
    parser.add_argument("--vectors", type=Path, help="folder that keeps the vectors of the NCP texts")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        _speed(Path(home))
        _quality(make_workbench(Settings(home=home)))
        if args.ncp:
            _ncp(args.ncp, Path(home), args.vectors or Path(home) / "ncp")


def _machine() -> str:
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{time.strftime('%Y-%m-%d')}"
    )


def _speed(home: Path) -> None:
    questions = [question.q for question in read_questions(DEV)]
    rows = [*speed.rows(home, questions), *adding.rows(home)]
    write("speed", f"{_machine()}.\n\n{table(('what', 'measured', 'asked'), rows)}")


def _quality(bench: Workbench) -> None:
    """Wenzheng and its peers over the bundled texts, then with the stored questions as passages too."""
    sets = [_asked(bench, path) for path in (DEV, HARD)]
    groups = range(len(bench.catalog.measures))
    head = ["", *(f"{path.stem} {name}" for path in (DEV, HARD) for name in ("hit@1", "hit@3", "MRR"))]
    parts = [f"{_machine()}, {peers.versions()}."]
    for stored, title in ((False, "The texts alone"), (True, "With the stored plain-language questions")):
        cache = VectorCache(bench.encoder)
        pool = pool_of(bench.retriever, bench.encoder, cache, stored_questions=stored)
        rows = []
        for name, engine in _engines(own_engine(bench.retriever, stored_questions=stored), pool):
            outcomes = [contend(engine, pool, questions, groups) for questions in sets]
            figures = [figure for o in outcomes for figure in (o.hit(1), o.hit(3), o.mrr)]
            rows.append([name, *figures, *_times(outcomes)])
        parts.append(f"{title}, {len(pool.texts)} passages:\n\n{table([*head, *TIME_HEAD], rows)}")
    write("quality", "\n\n".join(parts))


def _ncp(folder: Path, home: Path, vectors: Path) -> None:
    """The same engines over the texts of the NCP benchmark."""
    encoder: Encoder = make_encoder(BUNDLED)
    paths = ncp.write_texts(folder, home)
    parsing = speed.seconds(lambda: ncp.parse(paths))
    held = ncp.read(folder, ncp.parse(paths), encoder, vectors)
    pool = pool_of(held.retriever, encoder, VectorCache(encoder, writable=vectors))
    rows = []
    for name, engine in _engines(own_engine(held.retriever), pool):
        outcome = contend(engine, pool, held.questions, held.document_of)
        rows.append([name, *held.row(outcome, pool), *_times([outcome])])
    told = (
        f"{_machine()}, {peers.versions()}. {len(paths)} texts parsed in {parsing:.1f} s, "
        f"{len(pool.texts)} passages, {len(held.questions)} questions."
    )
    write("ncp", f"{told}\n\n{table(['', *ncp.HEAD, *TIME_HEAD], rows)}")


def _engines(own: Engine, pool: Pool) -> Iterator[tuple[str, Engine]]:
    """Wenzheng first, then every peer that is installed; each is built when it is its turn."""
    yield "wenzheng", own
    for name, build in peers.installed():
        yield name, build(pool)


def _asked(bench: Workbench, path: Path) -> list[Asked]:
    questions = (question for question in read_questions(path) if question.answerable)
    return [Asked(question.q, frozenset(bench.gold(question))) for question in questions]


def _times(outcomes: Sequence[Outcome]) -> list[str]:
    times = [ms for outcome in outcomes for ms in outcome.times_ms]
    whole = Outcome((), (), times)
    return [f"{whole.median_ms:.1f}", f"{whole.p99_ms:.1f}"]


if __name__ == "__main__":
    main()
