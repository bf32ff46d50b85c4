"""One document more in libraries that are built: `python -m tests.bench.one_more FOLDER 600 100000`.

The libraries are those of `tests.bench.kept_libraries`; of each a copy is changed, whose files are links, as
none is ever written twice. Processor times, vectors apart and from records in memory, as `tests.bench.scale`
measures them, which makes a large library anew and takes minutes for it.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import bot  # noqa: F401 - one thread for the libraries of numbers, as in the product
from corpus.catalog import Catalog
from corpus.document_digest import in_memory
from embeddings import Vectors, make_encoder
from retrieval import AskedBefore, IndexStore, OpenIndex, Sources, load_uncovered
from retrieval.indexing import PassageKind
from tests.bench.kept_libraries import KeptLibraries
from tests.bench.library_sources import QUESTIONS
from tests.bench.record import table
from tests.bench.scale import grown, with_one_more

ROUNDS = 3
_WHAT = ("one document more, its vectors apart, s", "that taken up by a running bot, s")


class NoEncoder:
    """Gives every text the same vector, so that nothing is encoded; called as the encoder is."""

    def __init__(self) -> None:
        encoder = make_encoder()
        self.name, self.dim = encoder.name, encoder.dim

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (len(texts), dim), rows of unit length."""
        return np.full((len(texts), self.dim), self.dim**-0.5, dtype=np.float32)

    encode_queries = encode_passages


def main() -> None:
    """Adds the document to each library in turn, and prints a table."""
    kept, sizes = KeptLibraries(Path(sys.argv[1])), list(map(int, sys.argv[2:]))
    times = {size: [_added(kept.index_folder(size)) for _ in range(ROUNDS)] for size in sizes}
    rows = [
        (what, *(f"{statistics.median(one[n] for one in times[size]):.2f}" for size in sizes))
        for n, what in enumerate(
            ("one document more, its vectors apart, s", "that taken up by a running bot, s")
        )
    ]
    print(table(("what", *map(str, sizes)), rows))


def _added(index: Path) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(dir=index.resolve().parent) as home:
        folder = shutil.copytree(index, Path(home) / "index", copy_function=os.link)
        encoder = NoEncoder()
        store = IndexStore(folder, encoder, bundled=None)
        stored = store.current()
        if stored is None:
            raise SystemExit(f"no index in {index}")
        more = with_one_more(Catalog(tuple(map(in_memory, stored.catalog.documents)), "kept"))
        asked = AskedBefore.of(_asked_in(stored), load_uncovered(QUESTIONS))
        return grown(store, Sources(more.digest, lambda: more, asked), encoder)


def _asked_in(stored: OpenIndex) -> dict[str, tuple[str, ...]]:
    """The stored questions of the measures of an index."""
    passages, found = stored.index.passages, defaultdict[str, list[str]](list)
    for passage in passages.at(passages.of_kinds([PassageKind.QUESTION]).tolist()):
        found[passage.owner].append(passage.text)
    return {measure: tuple(questions) for measure, questions in found.items()}


if __name__ == "__main__":
    main()
