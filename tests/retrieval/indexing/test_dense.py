"""Vector search."""

import numpy as np
import pytest

from embeddings import Vectors, unit_rows
from retrieval.indexing.dense import HALVED_FROM, DenseIndex, dense_index, stored_vectors


def test_scores_stand_in_passage_order() -> None:
    """The inner product of each passage, in the order given."""
    index = dense_index(np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32))
    scores = index.scores(np.array([[0, 1]], dtype=np.float32))
    assert np.allclose(scores, [0, 1, 0.8])


def test_no_passage_gives_no_score() -> None:
    """An index of nothing answers with nothing."""
    index = dense_index(np.zeros((0, 2), dtype=np.float32))
    assert index.scores(np.array([[0, 1]], dtype=np.float32)).shape == (0,)


def many(count: int = HALVED_FROM, dim: int = 16) -> Vectors:
    """Unit vectors that point everywhere, always the same."""
    return unit_rows(np.random.default_rng(17).standard_normal((count, dim), dtype=np.float32))


@pytest.fixture(scope="module", params=["whole", "half"])
def index(request: pytest.FixtureRequest) -> DenseIndex:
    """The same vectors as few and as many are kept."""
    vectors = many()
    return dense_index(vectors if request.param == "whole" else stored_vectors(vectors))


def test_many_vectors_are_kept_in_half_the_bytes() -> None:
    """Beside a head of less than a hundred bytes; fewer are kept as they are."""
    few, vectors = many(HALVED_FROM - 1), many()
    assert stored_vectors(few) is few
    assert vectors.nbytes / 2 < stored_vectors(vectors).nbytes < vectors.nbytes / 2 + 100


def test_scores_are_inner_products(index: DenseIndex) -> None:
    """Of all and of some, in their order; halves of 16 numbers differ by less than a thousandth."""
    asked, some = many()[[7]], np.array([3, 7, 9_000], dtype=np.int32)
    expected = many() @ asked[0]
    assert np.allclose(index.scores(asked), expected, atol=1e-3)
    assert np.allclose(index.narrowed(some).scores(asked), expected[some], atol=1e-3)
    twice = index.narrowed(some).narrowed(np.array([1, 2], dtype=np.int32))
    assert np.allclose(twice.scores(asked), expected[some[1:]], atol=1e-3)
    assert index.narrowed(some[:0]).scores(asked).shape == (0,)


def test_the_nearest_are_named_with_their_similarities(index: DenseIndex) -> None:
    """The best 20 in ascending order; what was asked with has 1."""
    asked = many()[[7]]
    rows, scores = index.nearest(asked, 20)
    assert rows.tolist() == np.sort(np.argsort(-(many() @ asked[0]))[:20]).tolist()
    assert dict(zip(rows.tolist(), scores.tolist(), strict=True))[7] == pytest.approx(1, abs=1e-3)


def test_the_nearest_are_among_those_allowed(index: DenseIndex) -> None:
    """Every second vector is; where fewer are allowed than wanted, these are all."""
    asked, even = many()[[7]], np.arange(HALVED_FROM) % 2 == 0
    assert (index.nearest(asked, 50, even)[0] % 2 == 0).all()
    few = np.zeros(HALVED_FROM, dtype=np.bool_)
    few[[3, 9]] = True
    assert index.nearest(asked, 50, few)[0].tolist() == [3, 9]


def test_vectors_are_given_back(index: DenseIndex) -> None:
    """Those of the rows asked for, of a narrowed index among its own."""
    rows = np.array([5, 8], dtype=np.int32)
    assert np.allclose(index.vectors(rows), many()[rows], atol=1e-3)
    assert np.allclose(index.narrowed(rows).vectors(np.array([1])), many()[[8]], atol=1e-3)
