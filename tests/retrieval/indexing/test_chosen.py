"""Some items of a sequence."""

import numpy as np
import pytest

from retrieval.indexing.chosen import Chosen

ITEMS = ("甲", "乙", "丙", "丁")
SOME: Chosen[str] = Chosen(ITEMS, np.array([1, 3], dtype=np.int32))


def test_items_stand_in_the_order_of_their_positions() -> None:
    """Counted among the chosen ones, from the front or from the end."""
    assert list(SOME) == ["乙", "丁"]
    assert (SOME[0], SOME[-1], len(SOME)) == ("乙", "丁", 2)
    assert SOME.index("丁") == 1
    assert "丙" not in SOME


def test_a_slice_is_chosen_of_the_chosen() -> None:
    """The second of the two."""
    assert list(SOME[1:]) == ["丁"]


def test_beyond_the_chosen_there_is_nothing() -> None:
    """As in any sequence."""
    with pytest.raises(IndexError):
        SOME[2]
