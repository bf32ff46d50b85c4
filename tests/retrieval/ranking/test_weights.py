"""Weights between their tables."""

from dataclasses import replace

import pytest

from retrieval.ranking.likeness import PARTS
from retrieval.ranking.rules import RULES
from retrieval.ranking.weights import Weights, default_weights


@pytest.fixture
def weights() -> Weights:
    tables = ({"whole": 0.2}, {"whole": 0.6}, {"whole": 1.0})
    return replace(default_weights(), **dict(zip(("everyday", "literal", "pinyin"), tables, strict=True)))


@pytest.mark.parametrize(
    ("pinyin", "literal", "weight"),
    [(0, 0, 0.2), (0, 1, 0.6), (1, 0, 1.0), (1, 1, 1.0), (0, 0.5, 0.4), (0.5, 0.5, 0.7), (0.25, 1, 0.7)],
)
def test_weight_lies_between_the_tables(
    weights: Weights, pinyin: float, literal: float, weight: float
) -> None:
    """First between everyday and literal words, then between these and pinyin."""
    assert weights.parts(pinyin, literal)["whole"] == pytest.approx(weight)


def test_every_part_and_rule_has_a_weight() -> None:
    """In each table, and none that is not there."""
    held = default_weights()
    assert all(set(table) == set(PARTS) for table in (held.everyday, held.literal, held.pinyin))
    assert set(held.rules) == {rule.__name__ for rule in RULES}
