"""Generated libraries that stay, so that several benches ask the same ones.

    python -m tests.bench.kept_libraries FOLDER 600 100000      builds those that are missing

FOLDER/<size>/                  the index over a library of so many measures, with stand-in vectors
FOLDER/questions<size>.jsonl    questions about it with the measures that answer them
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import bot  # noqa: F401 - one thread for the libraries of numbers, as in the product
from corpus.catalog import Catalog
from embeddings import Encoder, make_encoder
from retrieval import AskedBefore, IndexStore, Sources, load_uncovered
from tests.bench.library import KnownQuestion, Library
from tests.bench.library_sources import QUESTIONS
from tests.bench.stand_in_vectors import StandIns
from tests.remembering_encoder import RememberingEncoder

ASKED = 400
"""Questions kept with a library."""


@dataclass(frozen=True, slots=True)
class KeptLibraries:
    """The libraries of a folder."""

    folder: Path

    def index_folder(self, measures: int) -> Path:
        """Where the index of a library lies."""
        return self.folder / str(measures)

    def questions(self, measures: int) -> Sequence[KnownQuestion]:
        """The questions about a library."""
        lines = self._questions_file(measures).read_text(encoding="utf-8").splitlines()
        return [KnownQuestion(**{"id": str(n), **json.loads(line)}) for n, line in enumerate(lines)]

    def build(self, measures: int, encoder: Encoder) -> None:
        """Builds the index of a library where it is missing, and writes its questions."""
        library = Library(measures)
        store = IndexStore(self.index_folder(measures), StandIns(library, encoder), bundled=None)
        store.open(sources_of(library, library.catalog()))
        lines = (json.dumps(asdict(question), ensure_ascii=False) for question in library.questions(ASKED))
        self._questions_file(measures).write_text("\n".join(lines), encoding="utf-8")

    def _questions_file(self, measures: int) -> Path:
        return self.folder / f"questions{measures}.jsonl"


def sources_of(library: Library, catalog: Catalog) -> Sources:
    """What the index of a library is built from; the catalog may be another than its own."""
    questions = AskedBefore.of(library.stored_questions(), load_uncovered(QUESTIONS))
    return Sources(catalog.digest, lambda: catalog, questions)


if __name__ == "__main__":
    kept, remembering = KeptLibraries(Path(sys.argv[1])), RememberingEncoder(make_encoder())
    for size in map(int, sys.argv[2:]):
        kept.build(size, remembering)
