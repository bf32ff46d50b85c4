"""A builder that is killed at each step that must be on the disk before the next."""

import os
import random
import shutil
from collections.abc import Callable
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from retrieval import IndexStore, Sources
from tests.retrieval.indexing.dumped import dumped
from tests.retrieval.letters import LettersEncoder

_KILLED = 9
_EVERY = 4
"""Every so many of a builder's flushes is tried, from a random one on; all were on 2026-11-30."""


def store(folder: Path) -> IndexStore:
    """One whose segments all stay."""
    return IndexStore(folder, LettersEncoder(), bundled=None, small=0)


def state(catalog: Catalog, documents: int) -> Sources:
    """The last so many documents of a catalog."""
    return Sources(f"{documents}", lambda: Catalog(catalog.documents[-documents:], f"{documents}"))


def dies_at(step: int, work: Callable[[], object]) -> bool:
    """Whether a process that does some work reaches that flush of a file; there it ends at once."""

    def flushed(_: int) -> None:
        if next(steps) == step:
            os._exit(_KILLED)

    def run() -> None:
        os.fsync = flushed  # type: ignore[assignment]  # in this process alone, which soon ends
        work()

    steps = count(1)
    process = get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode in (0, _KILLED)
    return process.exitcode == _KILLED


@pytest.mark.parametrize("states", [(1, 2, 3), (3, 1)], ids=["adding", "withdrawing"])
def test_after_a_kill_the_index_is_the_old_one_or_the_new_one(
    catalog: Catalog, tmp_path: Path, states: tuple[int, ...]
) -> None:
    """Whoever answers reads one of both to the digit; the next builder ends what was begun, and merges."""
    kept, chance = tmp_path / "kept", random.Random(len(states))
    *others, last = states
    for documents in others:
        store(kept).open(state(catalog, documents))
    before, wanted = store(kept).current(), state(catalog, last)

    def work(folder: Path) -> None:
        store(folder).open(wanted)
        store(folder).tidy()

    after = store(shutil.copytree(kept, tmp_path / "whole")).open(wanted)
    assert before is not None
    both = dumped(before.index), dumped(after.index)
    for step in count(chance.randint(1, _EVERY), _EVERY):
        folder = shutil.copytree(kept, tmp_path / f"{step}")
        if not dies_at(step, lambda folder=folder: work(folder)):
            break
        found = store(folder).current()
        assert found is not None
        assert dumped(found.index) in both
        work(folder)
        ended = store(folder).current()
        assert ended is not None
        assert dumped(ended.index) == both[1]
        assert not list(folder.rglob(".building-*"))
    assert step > 15
