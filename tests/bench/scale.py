"""A generated library of many measures beside one of 600: `python -m tests.bench.scale 15000`.

Vectors are stand-ins, so that nothing but the sources is encoded. Times are processor times beside the
encoder, question by question, and say something as ratios of one run alone; agreement is that of the
candidates with the comparison with everything.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import bot  # noqa: F401 - one thread for the libraries of numbers, as in the product
from corpus.catalog import Catalog
from corpus.document_digest import document_digest
from corpus.records import Document
from embeddings import Encoder, make_encoder
from retrieval import IndexStore, Result, Retriever, Sources
from retrieval.gathering import Candidates, default_limits
from retrieval.indexing import Index
from tests.bench.kept_libraries import KeptLibraries, sources_of
from tests.bench.library import KnownQuestion, Library
from tests.bench.opened import AS_OF, opened
from tests.bench.record import table
from tests.bench.stand_in_vectors import StandIns
from tests.remembering_encoder import RememberingEncoder

BESIDE = 600
"""Measures of the library that times are compared with."""
ASKED = 150
OPENED = 100
"""Questions after which the memory of a process is read."""
_EVERYTHING = 10**9
_MEASURES_MORE = 8
"""Of the document that is added."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A library, indexed, with the questions asked of it."""

    catalog: Catalog
    index: Index
    retriever: Retriever
    questions: Sequence[KnownQuestion]
    building_s: float
    """Processor seconds until it is stored and opened; the vectors are stand-ins."""
    one_more_s: float
    """Processor seconds until the index that has one document more is stored."""
    taken_up_s: float
    """Processor seconds until a bot that runs answers from that index."""
    opened: Mapping[str, float]
    """Figures of a process of its own that opens the stored index and answers."""

    @classmethod
    def of(cls, measures: int, encoder: Encoder, asked: int, folder: Path) -> "Measured":
        """Makes the library and its index, in a folder, and asks every question once.

        What lies there already is opened, and what building takes is then what opening takes.
        """
        library = Library(measures)
        store = IndexStore(folder, StandIns(library, encoder), bundled=None)
        catalog = library.catalog()
        sources = sources_of(library, catalog)
        start = time.process_time()
        stored = store.open(sources)
        building = time.process_time() - start
        retriever = Retriever(stored.catalog, stored.index, encoder, glances=False)
        known = list(library.questions(asked))
        alone = opened(folder, [(question.q, question.region) for question in known[:OPENED]])
        one_more, taken_up = grown(store, sources_of(library, with_one_more(catalog)), encoder)
        measured = cls(stored.catalog, stored.index, retriever, known, building, one_more, taken_up, alone)
        measured.results(retriever)
        return measured

    def results(self, retriever: Retriever) -> list[tuple[Result, float]]:
        """What each question finds, and the milliseconds that it takes."""
        return [
            _timed(lambda q=q: retriever.search(q.q, region=q.region, as_of=AS_OF)) for q in self.questions
        ]


def grown(store: IndexStore, sources: Sources, encoder: Encoder) -> tuple[float, float]:
    """Processor seconds until other sources are stored, and until a bot that runs answers from them."""
    running = IndexStore(store.folder, encoder, bundled=None)
    running.current()
    start = time.process_time()
    store.open(sources)
    stored = time.process_time()
    newer = running.current()
    if newer is None:
        raise SystemExit(f"no index in {store.folder}")
    Retriever(newer.catalog, newer.index, encoder)
    return stored - start, time.process_time() - stored


def with_one_more(catalog: Catalog) -> Catalog:
    """A catalog with a document of eight measures more, which another one already says.

    The digests of the others are known, as they are of documents whose records are kept.
    """
    number = "新增〔2026〕1号"
    like = max(catalog.documents, key=lambda document: min(len(document.measures), _MEASURES_MORE))
    measures = tuple(
        replace(measure, id=f"{number}#{measure.item}", document=number)
        for measure in like.measures[:_MEASURES_MORE]
    )
    documents = (*catalog.documents, replace(like, number=number, measures=measures))
    kept = {id(document): document_digest(document) for document in catalog.documents}

    def digest_of(document: Document) -> str:
        return kept.get(id(document)) or document_digest(document)

    return Catalog(documents, f"{catalog.digest}+1", digest_of=digest_of)


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("measures", type=int, help="of the large library")
    parser.add_argument("--questions", type=int, default=ASKED)
    parser.add_argument("--kept", type=Path, help="folder of tests.bench.kept_libraries")
    args = parser.parse_args()
    encoder = RememberingEncoder(make_encoder())
    with tempfile.TemporaryDirectory() as home:
        libraries = KeptLibraries(args.kept or Path(home))
        small, large = (
            Measured.of(size, encoder, args.questions, libraries.index_folder(size))
            for size in (BESIDE, args.measures)
        )
    print(table(("what", f"{BESIDE}", f"{args.measures}"), list(_rows(small, large))))


def _rows(small: Measured, large: Measured) -> list[tuple[str, str, str]]:
    everything = replace(default_limits(), everything=_EVERYTHING)
    whole = large.retriever.gathering(Candidates(large.index, large.retriever.facts, everything))
    few, all_of_it = large.results(large.retriever), large.results(whole)
    beside = small.results(small.retriever)
    agreed = agreement([one for one, _ in all_of_it], [one for one, _ in few])
    return [
        ("a question beside the encoder, median ms", f"{_median(beside):.1f}", f"{_median(few):.1f}"),
        ("the same over that of the small library", "1", f"{_median(few) / _median(beside):.2f}"),
        ("compared with everything, median ms", "", f"{_median(all_of_it):.1f}"),
        *((name, "", f"{share:.3f}") for name, share in agreed.items()),
        ("known answer first, of the candidates", "", f"{_right(large, few):.3f}"),
        ("known answer first, of everything", "", f"{_right(large, all_of_it):.3f}"),
        ("index built, with stand-in vectors, s", f"{small.building_s:.1f}", f"{large.building_s:.1f}"),
        ("one document more, its vectors apart, s", f"{small.one_more_s:.2f}", f"{large.one_more_s:.2f}"),
        ("that taken up by a running bot, s", f"{small.taken_up_s:.2f}", f"{large.taken_up_s:.2f}"),
        *(
            (what, f"{small.opened[name]:.{digits}f}", f"{large.opened[name]:.{digits}f}")
            for what, name, digits in (
                (f"a process that answered {OPENED} questions, resident MB", "resident_mb", 0),
                ("the same without mapped files, MB", "own_mb", 0),
                ("its start, the index built, processor s", "start_s", 2),
                ("prepared beside whoever serves, processor s", "prepare_s", 2),
                ("its first answer then, processor ms", "first_ms", 0),
                ("its answers, median, processor ms", "answer_ms", 0),
            )
        ),
    ]


def agreement(whole: Sequence[Result], few: Sequence[Result]) -> dict[str, float]:
    """Shares of questions, and of their first three measures, in which two searches agree."""
    pairs = [(_ids(one), _ids(other)) for one, other in zip(whole, few, strict=True)]
    shared = [len({*one[:3]} & {*other[:3]}) / max(1, len(one[:3])) for one, other in pairs]
    verdicts = [(a.verdict, a.reason) == (b.verdict, b.reason) for a, b in zip(whole, few, strict=True)]
    return {
        "same first measure": statistics.mean(one[:1] == other[:1] for one, other in pairs),
        "first three shared": statistics.mean(shared),
        "same verdict and reason": statistics.mean(verdicts),
    }


def _ids(result: Result) -> list[str]:
    return [hit.measure_id for hit in (*result.hits, *result.rejected)]


def _right(measured: Measured, results: Sequence[tuple[Result, float]]) -> float:
    pairs = zip(measured.questions, results, strict=True)
    return statistics.mean(_ids(result)[:1] == [question.measure] for question, (result, _) in pairs)


def _median(results: Sequence[tuple[Result, float]]) -> float:
    return statistics.median(ms for _, ms in results)


def _timed(search: Callable[[], Result]) -> tuple[Result, float]:
    start = time.process_time()
    result = search()
    return result, 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
