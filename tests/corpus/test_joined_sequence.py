"""Several sequences looked at as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.joined_sequence import JoinedSequence


@given(st.lists(st.lists(st.integers(), max_size=4), max_size=6))
def test_it_is_what_one_list_of_all_items_is(parts: list[list[int]]) -> None:
    """By place from either end, in part, and one after the other; empty parts do not show."""
    joined, whole = JoinedSequence(parts), [item for part in parts for item in part]
    assert list(joined) == whole
    assert len(joined) == len(whole)
    assert [joined[place] for place in range(-len(whole), len(whole))] == whole + whole
    assert list(joined[1:-1]) == whole[1:-1]


def test_there_is_nothing_beyond_its_ends() -> None:
    """As in any sequence."""
    for place in (2, -3):
        with pytest.raises(IndexError):
            JoinedSequence([[1], [], [2]])[place]
