"""Answers are the same to the digit whether the index was built whole or grew by steps."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bot.evaluation import Workbench
from corpus.bundled_sources import BUNDLED_QUESTIONS
from corpus.catalog import Catalog
from corpus.records import Document
from embeddings import Encoder
from retrieval import AskedBefore, IndexStore, Result, Retriever, Sources
from tests.quality.conftest import AS_OF
from tests.quality.forms import questions_of
from tests.remembering_encoder import RememberingEncoder

HERE = Path(__file__).parent
SETS = ("dev", "hard", "second", "third", "fourth", "places")
_AT_ONCE = 6
"""Documents that come in a step."""


def _states(documents: tuple[Document, ...]) -> Iterator[tuple[Document, ...]]:
    """Some come, the others too; two go, one is cut short where it stands; all are back in the end."""
    for count in range(_AT_ONCE, len(documents), _AT_ONCE):
        yield documents[:count]
    yield documents
    yield documents[1:-1]
    yield (replace(documents[0], measures=documents[0].measures[:3]), *documents[1:])
    yield documents


@pytest.fixture
def encoder(workbench: Workbench) -> Encoder:
    """The real one, which encodes a question once for both."""
    return RememberingEncoder(workbench.encoder)


@pytest.fixture
def grown(workbench: Workbench, encoder: Encoder, tmp_path: Path) -> Retriever:
    """Over an index of several segments, with groups that are gone from them."""
    store = IndexStore(tmp_path, encoder, small=0)
    asked = AskedBefore.within(BUNDLED_QUESTIONS)
    states = [Catalog(documents, f"{n}") for n, documents in enumerate(_states(workbench.catalog.documents))]
    for catalog, following in pairwise(states):
        assert catalog.documents != following.documents
        store.open(Sources(catalog.digest, lambda catalog=catalog: catalog, asked))
    last = states[-1]
    stored = store.open(Sources(last.digest, lambda: last, asked))
    assert len([*(tmp_path / "segments").iterdir()]) > 2
    return Retriever(stored.catalog, stored.index, encoder)


def test_every_answer_of_a_grown_index_is_that_of_one_built_whole(
    workbench: Workbench, encoder: Encoder, grown: Retriever
) -> None:
    """All judged questions: verdict, reason, measures, scores, parts and passages."""
    whole = Retriever(workbench.catalog, workbench.retriever.index, encoder)

    def found(retriever: Retriever) -> list[Result]:
        return [
            retriever.search(question, region=region, as_of=AS_OF) for question, region in questions_of(SETS)
        ]

    assert found(grown) == found(whole)
