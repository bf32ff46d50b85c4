"""A library grows, shrinks and is merged, killed at 50 random moments: its index is the old or the new."""

import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from corpus.catalog import Catalog
from corpus.records import Document
from retrieval import IndexStore, Sources
from tests.bench.library import Library
from tests.chaos.figures import Figure, alone, zero
from tests.retrieval.indexing.dumped import dumped
from tests.retrieval.letters import LettersEncoder

KILLS, MEASURES = 50, 300
_SMALL = 200
"""Passages: larger segments stay, so that a library of this size has several."""


@dataclass(frozen=True)
class _Step:
    """Documents as they are to be."""

    documents: tuple[Document, ...]
    digest: str

    def sources(self) -> Sources:
        return Sources(self.digest, lambda: Catalog(self.documents, self.digest))


def attack(short: bool = False) -> list[Figure]:
    """Indexes that were neither the old one nor the new one, or were not finished afterwards."""
    kills = KILLS // 5 if short else KILLS
    chance, third, unfinished, early = random.Random(17), 0, 0, 0
    with tempfile.TemporaryDirectory() as home:
        folder, beside = Path(home) / "index", Path(home) / "beside"
        steps = _steps(tuple(Library(MEASURES).documents()), chance)
        said = _said(folder, next(steps))
        begun_s = time.monotonic()
        _work(folder, next(steps))
        lasts_s, said = time.monotonic() - begun_s, _current(folder)
        for _ in range(kills):
            step = next(steps)
            early += _killed(folder, step, chance.uniform(0, lasts_s))
            whole = _said(beside, step)
            third += _current(folder) not in (said, whole)
            _work(folder, step)
            said = _current(folder)
            unfinished += said != whole
    what = f"{kills} kills of a builder"
    return [
        zero(f"{what}: an index that is neither the old nor the new one", third),
        zero(f"{what}: not finished by the next builder", unfinished),
        Figure(f"{what}: killed before their end", "half", str(early), 2 * early >= kills),
    ]


def _steps(documents: tuple[Document, ...], chance: random.Random) -> Iterator[_Step]:
    """Some documents are there; in each step three come, or three go, or go and come back elsewhere."""
    there, away = [*documents[: len(documents) // 2]], [*documents[len(documents) // 2 :]]
    for number in range(10**9):
        yield _Step(tuple(there), f"step {number}")
        leaving = [there.pop(chance.randrange(len(there))) for _ in range(3 * (chance.random() < 0.5))]
        coming = [away.pop(0) for _ in range(min(3, len(away)))]
        there += coming
        away += leaving


def _store(folder: Path) -> IndexStore:
    return IndexStore(folder, LettersEncoder(), bundled=None, small=_SMALL)


def _work(folder: Path, step: _Step) -> None:
    store = _store(folder)
    store.open(step.sources())
    store.tidy()


def _killed(folder: Path, step: _Step, after_s: float) -> bool:
    """Whether a builder was killed after so long, before it had ended."""
    process = get_context("fork").Process(target=_work, args=(folder, step))
    process.start()
    process.join(after_s)
    process.kill()
    process.join()
    return process.exitcode != 0


def _current(folder: Path) -> dict[str, object] | None:
    opened = _store(folder).current()
    return dumped(opened.index) if opened else None


def _said(folder: Path, step: _Step) -> dict[str, object] | None:
    """What an index says that is built whole."""
    store = IndexStore(folder, LettersEncoder(), bundled=None)
    return dumped(store.open(step.sources()).index)


if __name__ == "__main__":
    alone(attack)
