"""Quality of rankings and decisions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fitting.metrics import auc, hit_at, mean, mrr

RANKS = [1, 3, None, 12]


def test_values_by_hand() -> None:
    """Ranks 1, 3, none, 12: one of four first, two of four in three; (1 + 1/3)/4."""
    assert hit_at(1, RANKS) == 0.25
    assert hit_at(3, RANKS) == 0.5
    assert mrr(RANKS) == pytest.approx((1 + 1 / 3) / 4)
    assert auc([0.9, 0.4], [0.4]) == 0.75


@given(st.lists(st.none() | st.integers(1, 1000)))
def test_every_value_is_a_share(ranks: list[int | None]) -> None:
    """Nothing is ever NaN or outside 0 to 1, also of no question at all."""
    for value in (hit_at(1, ranks), mrr(ranks)):
        assert math.isfinite(value)
        assert 0 <= value <= 1


def test_nothing_to_judge() -> None:
    """Means of nothing are 0, a comparison without one side is undecided."""
    assert mean([]) == 0
    assert auc([], [0.1]) == 0.5
