"""What of an index is stored as numbers."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from corpus.catalog import Catalog
from embeddings import unit_rows
from retrieval.indexing.dense import dense_index, halved
from retrieval.indexing.index import Index, restore_index


def test_many_vectors_are_stored_and_searched_as_they_lie(
    catalog: Catalog, make_index: Callable[..., Index]
) -> None:
    """A restored index names the same nearest, whether its vectors are few or many."""
    vectors = unit_rows(np.random.default_rng(17).standard_normal((50, 16), dtype=np.float32))
    index = make_index(catalog)
    large = replace(index, text=replace(index.text, dense=dense_index(halved(vectors))))
    restored = restore_index(large.arrays(), index.measures, index.kinds, index.table)
    ours, theirs = (each.text.dense.nearest(vectors[:1], 9)[0] for each in (large, restored))
    assert ours.tolist() == theirs.tolist()
    assert ours.size == 9
    assert (restored.questions.dense.stored == index.questions.dense.stored).all()
