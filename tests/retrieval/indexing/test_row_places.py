"""Where the rows of segments stand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.row_places import GroupOrder, end_to_end, row_places


def array(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int32)


def test_segments_side_by_side_are_moved_as_a_whole() -> None:
    """Two groups of 2 and 1 rows, then one of 3: the rows of the second segment begin at 3."""
    first, second = row_places([array(2, 1), array(3)], GroupOrder(array(0, 0, 1), array(0, 1, 0)))
    assert (first.offset, first.count, first.moved) == (0, 3, False)
    assert (second.offset, second.count, second.moved) == (3, 3, True)
    assert second.up(array(0, 2)).tolist() == [3, 5]
    rows, among = second.down(array(1, 3, 5))
    assert (rows.tolist(), among.tolist()) == ([0, 2], [1, 2])


def test_what_is_gone_has_no_place_and_what_is_new_may_stand_between() -> None:
    """Groups of 2, 1 and 1 rows, the second gone; two new rows stand before the third."""
    old, new = row_places([array(2, 1, 1), array(2)], GroupOrder(array(0, 1, 0), array(0, 0, 2)))
    assert old.up(array(0, 1, 2, 3)).tolist() == [0, 1, -1, 4]
    assert old.chosen(array(7, 8, 9, 10)).tolist() == [7, 8, 10]
    rows, among = old.down(array(0, 2, 4))
    assert (rows.tolist(), among.tolist()) == ([0, 3], [0, 2])
    assert new.places() == slice(2, 4)


@given(st.data())
def test_every_place_is_taken_once(data: st.DataObject) -> None:
    """However groups of two segments are shuffled together and left out: up and down are each other's way."""
    sizes = [data.draw(st.lists(st.integers(0, 3), min_size=1, max_size=5)) for _ in range(2)]
    left = [[g for g in range(len(own)) if data.draw(st.booleans())] for own in sizes]
    order = data.draw(st.permutations([0] * len(left[0]) + [1] * len(left[1])))
    waiting = [iter(own) for own in left]
    groups = [next(waiting[segment]) for segment in order]
    places = row_places([array(*own) for own in sizes], GroupOrder(array(*order), array(*groups)))
    total = sum(own.count for own in places)
    taken = []
    for own in places:
        standing = own.up(np.arange(own.rows, dtype=np.int32))
        there = standing[standing >= 0]
        rows, _ = own.down(there)
        assert own.up(rows).tolist() == there.tolist()
        assert np.arange(total)[own.places()].tolist() == there.tolist()
        taken += there.tolist()
    assert sorted(taken) == list(range(total))


def test_spans_are_put_end_to_end() -> None:
    """Two from 5 on, none, and three from 0 on."""
    spans = end_to_end(np.array([5, 9, 0]), np.array([2, 0, 3]))
    assert spans.tolist() == [5, 6, 0, 1, 2]
