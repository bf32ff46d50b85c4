"""The NCP benchmark: 599 policy texts and 300 questions people asked, read from a folder of the user's.

`docs.jsonl` holds {"id", "text"}, `questions.jsonl` {"id", "q", "doc", "answer"}. Every text is added as a
file is: parsed, cut into measures and passages, ranked with the weights at hand. No stored questions.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.catalog import Catalog
from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import read_intake
from corpus.records import Document
from embeddings import Encoder, VectorCache
from retrieval import Retriever
from retrieval.fitting.judged import norm
from retrieval.indexing.composition import build_index
from retrieval.indexing.passages import passage_groups
from tests.bench.contest import Asked, Outcome, share_of
from tests.bench.pool import Pool

HEAD = ("hit@1", "hit@3", "hit@10", "MRR@10", "answer@3")


@dataclass(frozen=True)
class Ncp:
    """The benchmark, parsed. `document_of` gives the position of each measure's text."""

    retriever: Retriever
    document_of: Sequence[int]
    questions: Sequence[Asked]
    answers: Sequence[str]

    def row(self, outcome: Outcome, pool: Pool) -> list[str]:
        """The scores of its README, in the order of `HEAD`."""
        found = [
            any(answer in norm(pool.texts[place]) for place in ranking[:3])
            for ranking, answer in zip(outcome.rankings, self.answers, strict=True)
        ]
        return [*map(outcome.hit, (1, 3, 10)), outcome.mrr, share_of(found)]


def write_texts(folder: Path, into: Path) -> list[Path]:
    """One file a text, in the order of the benchmark."""
    paths = []
    for line in _lines(folder / "docs.jsonl"):
        paths.append(into / f"{line['id']}.txt")
        paths[-1].write_text(line["text"], encoding="utf-8")
    return paths


def parse(paths: Sequence[Path]) -> list[Document]:
    """The documents of the files. Texts that print the same number stay apart: the benchmark knows each."""
    seen: set[str] = set()
    documents = []
    for path in paths:
        for draft in read_intake(path).drafts:
            number = f"{draft.number} {path.stem}" if draft.number in seen else draft.number
            seen.add(number)
            documents.append(assemble(replace(draft, number=number), load_names()))
    return documents


def read(folder: Path, documents: Sequence[Document], encoder: Encoder, vectors: Path) -> Ncp:
    """The benchmark over parsed documents, one a text in its order; `vectors` keeps what was encoded."""
    catalog = Catalog(tuple(documents), "ncp")
    groups = passage_groups(catalog, {}, {})
    cache = VectorCache(encoder, writable=vectors)
    index = build_index(groups, cache)
    ids = [line["id"] for line in _lines(folder / "docs.jsonl")]
    lines = _lines(folder / "questions.jsonl")
    return Ncp(
        Retriever(catalog, index, encoder),
        [place for place, document in enumerate(documents) for _ in document.measures],
        [Asked(line["q"], frozenset({ids.index(line["doc"])})) for line in lines],
        [norm(line["answer"]) for line in lines],
    )


def _lines(path: Path) -> list[Mapping[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
