"""Vector search."""

import numpy as np

from embeddings import Vectors, unit_rows
from retrieval.indexing.dense import CODED_FROM, DenseIndex, RoughIndex, code_of, stored


def test_scores_stand_in_passage_order() -> None:
    """The inner product of each passage, in the order given."""
    index = DenseIndex(np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32))
    scores = index.scores(np.array([[0, 1]], dtype=np.float32))
    assert np.allclose(scores, [0, 1, 0.8])


def test_no_passage_gives_no_score() -> None:
    """An index of nothing answers with nothing."""
    index = DenseIndex(np.zeros((0, 2), dtype=np.float32))
    assert index.scores(np.array([[0, 1]], dtype=np.float32)).shape == (0,)


def many(count: int = CODED_FROM, dim: int = 16) -> Vectors:
    """Unit vectors that point everywhere, always the same."""
    return unit_rows(np.random.default_rng(17).standard_normal((count, dim), dtype=np.float32))


def test_few_vectors_get_no_code() -> None:
    """They are compared exactly."""
    assert code_of(many(CODED_FROM - 1)).size == 0
    assert code_of(many()).size > 0


def test_a_code_finds_most_of_the_nearest() -> None:
    """Of the 20 nearest at least 18 are among the 400 that the code names, in ascending order."""
    vectors = many()
    asked = vectors[[7]]
    nearest = RoughIndex(code_of(vectors)).nearest(asked, 400)
    assert nearest.tolist() == sorted(set(nearest.tolist()))
    assert 7 in nearest
    assert len({*nearest.tolist()} & {*np.argsort(-(vectors @ asked[0]))[:20].tolist()}) >= 18


def test_a_code_names_only_what_is_allowed() -> None:
    """Every second vector is; where fewer are allowed than wanted, these are all."""
    vectors = many()
    index, even = RoughIndex(code_of(vectors)), np.arange(len(vectors)) % 2 == 0
    assert (index.nearest(vectors[[7]], 50, even) % 2 == 0).all()
    few = np.zeros(len(vectors), dtype=np.bool_)
    few[[3, 9]] = True
    assert index.nearest(vectors[[7]], 50, few).tolist() == [3, 9]


def test_many_vectors_are_stored_in_half_the_bytes_and_hardly_differ() -> None:
    """Fewer are stored as they are; of 16 numbers a cosine differs by less than a thousandth."""
    few, vectors = many(CODED_FROM - 1), many()
    assert stored(few) is few
    halves = stored(vectors)
    assert halves.nbytes * 2 == vectors.nbytes
    assert np.allclose(DenseIndex(halves).scores(vectors[[7]]), vectors @ vectors[7], atol=1e-3)
    assert DenseIndex(halves[:0]).scores(vectors[[7]]).shape == (0,)
