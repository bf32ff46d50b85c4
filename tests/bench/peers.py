"""What a user would pick instead: the peers of the bench, each behind the same call."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version

from tests.bench.pool import Engine, Pool

PEERS = (
    ("bm25s, jieba words", "tests.bench.peers_bm25s", ("bm25s", "jieba")),
    ("FAISS, the encoder alone", "tests.bench.peers_faiss", ("faiss-cpu",)),
    ("Haystack hybrid, jieba words", "tests.bench.peers_haystack", ("haystack-ai",)),
    ("txtai hybrid, jieba words", "tests.bench.peers_txtai", ("txtai",)),
)
"""Name in the tables, module with `build`, distributions whose versions are told."""

Build = Callable[[Pool], Engine]


def installed() -> Iterator[tuple[str, Build]]:
    """Name and builder of every peer that is installed; one line for each that is not."""
    for name, module, _ in PEERS:
        try:
            yield name, import_module(module).build
        except ImportError as error:
            print(f"{name}: skipped, {error.name} is not installed (pip install '.[bench]')", flush=True)


def versions() -> str:
    """Distributions and their versions, for the head of the tables."""
    found = []
    for _, module, names in PEERS:
        try:
            import_module(module)
        except ImportError:
            continue
        found += [f"{name} {version(name)}" for name in names]
    return ", ".join(found)
