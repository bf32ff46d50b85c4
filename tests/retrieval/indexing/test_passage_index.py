"""The passages nearest to a question's vector."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import Vectors, unit_rows
from retrieval.indexing.dense import HALVED_FROM, NearestWanted, StoredVectors, dense_index
from retrieval.indexing.index import Index
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passages import PassageKind
from retrieval.indexing.row_places import RowPlaces
from retrieval.indexing.vector_products import halved

DIM = 16


@pytest.fixture
def text(catalog: Catalog, make_index: Callable[..., Index]) -> PassageIndex:
    return make_index(catalog).text


@pytest.fixture
def many(text: PassageIndex) -> PassageIndex:
    """A passage for each of so many owners, every tenth of another kind than what is compared."""
    vectors = unit_rows(np.random.default_rng(17).standard_normal((HALVED_FROM * 2, DIM), dtype=np.float32))
    rows = np.arange(len(vectors), dtype=np.int32)
    compared = rows % 10 != 0
    return replace(
        text,
        positions=rows,
        owners=rows,
        of_kind={PassageKind.TEXT: compared, PassageKind.TITLE: ~compared},
        dense=dense_index(
            [(StoredVectors(halved(vectors[compared])), RowPlaces.of_one(int(compared.sum())))], DIM
        ),
    )


def vectors_of(channel: PassageIndex) -> Vectors:
    """All vectors of a channel."""
    return channel.dense.vectors(np.arange(channel.dense.size, dtype=np.int32))


def test_only_one_kind_has_cosines(text: PassageIndex) -> None:
    """Titles and contacts are 0, narrowed or not; texts are the inner products."""
    vector = vectors_of(text)[:1]
    texts = text.of_kind[PassageKind.TEXT]
    assert texts.any()
    assert not texts.all()
    assert text.cosines(vector)[texts] == pytest.approx(vectors_of(text) @ vector[0], abs=1e-6)
    for channel in (text, text.narrowed(np.array([1, 3], dtype=np.int32))):
        assert not channel.cosines(vector)[~channel.of_kind[PassageKind.TEXT]].any()


def test_nearest_of_few_are_exact(text: PassageIndex) -> None:
    """The best three texts in ascending order with their cosines; of one measure alone its own."""
    vector = vectors_of(text)[:1]
    ((rows, cosines),) = text.nearest(vector, [NearestWanted(3)])
    whole = text.cosines(vector)
    assert sorted(rows.tolist()) == rows.tolist()
    assert cosines.tolist() == whole[rows].tolist()
    assert sorted(cosines) == pytest.approx(sorted(whole[text.of_kind[PassageKind.TEXT]])[-3:])
    among = text.vectors_of(np.array([4], dtype=np.int32))
    ((own, _),) = text.nearest(vector, [NearestWanted(100, among)])
    assert set(text.owners[own]) == {4}


def test_nearest_of_many_are_scored_exactly(many: PassageIndex) -> None:
    """What was asked with, the 101st compared (row 112), has cosine 1; what is not compared never comes."""
    ((rows, cosines),) = many.nearest(vectors_of(many)[[100]], [NearestWanted(200)])
    assert dict(zip(rows.tolist(), cosines.tolist(), strict=True))[112] == pytest.approx(1, abs=1e-3)
    assert (rows % 10 != 0).all()
    row_of = np.flatnonzero(many.of_kind[PassageKind.TEXT]).tolist().index
    compared = [row_of(row) for row in rows.tolist()]
    assert cosines == pytest.approx(vectors_of(many)[compared] @ vectors_of(many)[100], abs=1e-5)


def test_nearest_of_many_are_of_the_owners_allowed(many: PassageIndex) -> None:
    """Owners of the second half alone; what was asked with is not among them."""
    among = many.vectors_of(np.arange(HALVED_FROM, HALVED_FROM * 2, dtype=np.int32))
    ((rows, _),) = many.nearest(vectors_of(many)[[123]], [NearestWanted(50, among)])
    assert rows.size == 50
    assert rows.min() >= HALVED_FROM


def test_best_among_some_passages(text: PassageIndex) -> None:
    """The best of the passages given for each measure; 0 where it has none or they score below."""
    first, second = (int(np.flatnonzero(text.owners == owner)[0]) for owner in (1, 3))
    rows = np.array([first, first, second], dtype=np.int32)
    best = text.best_among(rows, np.array([0.25, 0.5, -0.5], dtype=np.float32), 5)
    assert best.tolist() == [0, 0.5, 0, 0, 0]
