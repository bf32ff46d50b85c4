"""An engine, a database for each test, and what keeps indexes there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from embeddings import Encoder
from retrieval.indexing import IndexStore
from retrieval.indexing.growth import SMALL
from tests.running_engine import RunningEngine, running_engine


@pytest.fixture(scope="session")
def running() -> Iterator[RunningEngine]:
    with running_engine() as engine:
        yield engine


@pytest.fixture
def address(running: RunningEngine) -> str:
    """Of an empty database."""
    return running.database()


@pytest.fixture
def asking(address: str, letters: Encoder, tmp_path: Path) -> Callable[..., Any]:
    """Makes keepers of one database, which ask the engine for every question."""
    from retrieval.engine import EngineIndexes

    def make(encoder: Encoder = letters, joined_up_to: int = 0) -> EngineIndexes:
        vectors = tmp_path / "vectors"
        return EngineIndexes(address, encoder, vectors, joined_up_to=joined_up_to, bundled=None)

    return make


@pytest.fixture(params=["folder", "segments", "joined", "asking"])
def keeper(request: pytest.FixtureRequest, letters: Encoder, tmp_path: Path) -> Any:
    """Each thing that keeps indexes: a folder of one segment or several; an engine read whole or asked."""
    if request.param in ("folder", "segments"):
        most = SMALL if request.param == "folder" else 1
        return IndexStore(tmp_path / "index", letters, bundled=None, small=most)
    make = request.getfixturevalue("asking")
    return make(joined_up_to=10**9 if request.param == "joined" else 0)
