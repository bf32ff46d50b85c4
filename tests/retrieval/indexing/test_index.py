"""What of an index is stored as numbers."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from corpus.catalog import Catalog
from embeddings import unit_rows
from retrieval.indexing.dense import CODED_FROM, RoughIndex, code_of
from retrieval.indexing.index import Index, restore_index


def test_rough_vectors_are_stored_and_not_made_again(
    catalog: Catalog, make_index: Callable[..., Index]
) -> None:
    """A restored index names the same nearest; a channel of few vectors has no code before or after."""
    vectors = unit_rows(np.random.default_rng(17).standard_normal((CODED_FROM, 16), dtype=np.float32))
    index = make_index(catalog)
    large = replace(index, text=replace(index.text, code=code_of(vectors)))
    restored = restore_index(large.arrays(), index.measures, index.kinds, index.table)
    ours, theirs = (RoughIndex(each.text.code).nearest(vectors[:1], 9) for each in (large, restored))
    assert ours.tolist() == theirs.tolist()
    assert index.questions.code.size == restored.questions.code.size == 0
