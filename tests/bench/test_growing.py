"""A generated library that grows by steps answers as one that is built whole."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

from corpus.catalog import Catalog
from corpus.records import Document
from retrieval import AskedBefore, IndexStore, Retriever, Sources
from tests.bench.library import Library
from tests.bench.opened import AS_OF
from tests.retrieval.letters import LettersEncoder

MEASURES, STEPS, QUESTIONS = 150, 4, 15
_SMALL = 150
"""Passages: larger segments stay."""


def _changed(documents: list[Document], away: list[Document], chance: random.Random) -> None:
    """Two documents go, two others come, and one has a measure less."""
    for _ in range(2):
        away.append(documents.pop(chance.randrange(len(documents))))
        documents.append(away.pop(0))
    at = chance.randrange(len(documents))
    if len(documents[at].measures) > 1:
        documents[at] = replace(documents[at], measures=documents[at].measures[1:])


def test_known_questions_are_answered_the_same(tmp_path: Path) -> None:
    """After each step and each merging: all hits, scores, parts and passages."""
    library, chance, letters = Library(MEASURES), random.Random(17), LettersEncoder()
    every = list(library.documents())
    documents, away = every[4:], every[:4]
    questions = list(library.questions(QUESTIONS))
    asked = AskedBefore.of(library.stored_questions())
    for step in range(STEPS):
        catalog = Catalog(tuple(documents), f"step {step}")
        sources = Sources(catalog.digest, lambda catalog=catalog: catalog, asked)
        store = IndexStore(tmp_path / "grown", letters, bundled=None, small=_SMALL)
        grown = [store.open(sources)]
        shutil.copytree(tmp_path / "grown" / "parts", tmp_path / f"whole {step}" / "parts")
        whole = IndexStore(tmp_path / f"whole {step}", letters, bundled=None).open(sources)
        store.tidy()
        grown.append(store.open(sources))
        wanted, *found = (
            [retriever.search(each.q, region=each.region, as_of=AS_OF) for each in questions]
            for retriever in (Retriever(o.catalog, o.index, letters) for o in (whole, *grown))
        )
        assert found == [wanted, wanted]
        _changed(documents, away, chance)
