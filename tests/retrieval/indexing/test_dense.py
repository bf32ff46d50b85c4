"""Vector search."""

import numpy as np

from retrieval.indexing.dense import DenseIndex


def test_scores_stand_in_passage_order() -> None:
    """The inner product of each passage, in the order given."""
    index = DenseIndex(np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32))
    scores = index.scores(np.array([[0, 1]], dtype=np.float32))
    assert np.allclose(scores, [0, 1, 0.8])


def test_no_passage_gives_no_score() -> None:
    """An index of nothing answers with nothing."""
    index = DenseIndex(np.zeros((0, 2), dtype=np.float32))
    assert index.scores(np.array([[0, 1]], dtype=np.float32)).shape == (0,)
