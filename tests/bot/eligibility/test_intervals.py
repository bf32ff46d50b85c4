"""Intervals: what somebody may mean, beside what is allowed."""

import pytest

from bot.eligibility.intervals import Interval

FROM_TEN, BELOW_TEN = Interval(low=10), Interval(high=10, high_open=True)


@pytest.mark.parametrize(
    ("said", "allowed", "expected"),
    [
        (Interval(10, 10), FROM_TEN, True),
        (Interval(10, 10), BELOW_TEN, False),
        (Interval(9, 11), FROM_TEN, None),
        (Interval(9, 10, True, True), FROM_TEN, False),
        (Interval(10, 12, True, True), Interval(low=10, low_open=True), True),
        (Interval(high=10, high_open=True), BELOW_TEN, True),
        (Interval(low=8), BELOW_TEN, None),
    ],
)
def test_an_interval_lies_in_another_outside_it_or_partly(said, allowed, expected):
    """Ends count unless they are open."""
    assert said.within(allowed) is expected


def test_two_bounds_have_a_common_part():
    """From 80 and below 90."""
    both = Interval(low=80).met_with(Interval(high=90, high_open=True))
    assert both == Interval(80, 90, False, True)


def test_the_opposite_of_from_ten_is_below_ten():
    """没有价值6万元以上的车: worth less."""
    assert FROM_TEN.opposite() == BELOW_TEN
    assert BELOW_TEN.opposite() == FROM_TEN


def test_intervals_that_touch_have_no_distance():
    """79 lies one below 80 to 90."""
    assert Interval(79, 79).distance(Interval(80, 90)) == 1
    assert Interval(80, 80).distance(Interval(80, 90)) == 0
