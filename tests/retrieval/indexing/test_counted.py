"""Units counted text by text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.postings import Postings
from retrieval.indexing.unit_table import key_of

TEXTS = st.lists(
    st.lists(st.sampled_from(["低", "低保", "公章", "冰箱", "pue", "12.5"]), max_size=5), max_size=4
)


def test_units_are_counted_text_by_text() -> None:
    """低保 twice and 公章 once in the first text, nothing in the second, 公章 in the third."""
    counted = CountedTexts.of([["低保", "公章", "低保"], [], ["公章"]])
    assert counted.keys.tolist() == [key_of("低保"), key_of("公章")]
    assert counted.sizes.tolist() == [2, 0, 1]
    assert counted.units.tolist() == [0, 1, 1]
    assert counted.counts.tolist() == [2, 1, 1]


@given(st.lists(TEXTS, max_size=4))
def test_joined_parts_are_what_all_texts_give_at_once(parts: list[list[list[str]]]) -> None:
    """However the texts are divided: the same units, counts and postings."""
    joined = CountedTexts.joined([CountedTexts.of(part) for part in parts])
    whole = CountedTexts.of([text for part in parts for text in part])
    for name in ("keys", "sizes", "units", "counts"):
        assert np.array_equal(getattr(joined, name), getattr(whole, name))
    ours, theirs = (Postings.of(counted).arrays("x") for counted in (joined, whole))
    for name, array in ours.items():
        assert np.array_equal(array, theirs[name])
