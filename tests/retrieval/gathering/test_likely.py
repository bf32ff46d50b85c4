"""What is taken for a rough comparison, and what comes of it."""

import numpy as np

from retrieval.gathering.likely import likeliest_of, likely, telling
from retrieval.indexing import LexicalIndex

SCORES = np.array([0.5, 0, 0.9, 0.2, 0.7], dtype=np.float32)


def test_likely_are_the_best_in_the_order_of_their_positions() -> None:
    """.9, .7 and .5 are the best three."""
    assert likely(SCORES, 3).tolist() == [0, 2, 4]


def test_nothing_in_common_is_not_likely() -> None:
    """The second scores 0, and is left out though there is room."""
    assert likely(SCORES, 10).tolist() == [0, 2, 3, 4]


def test_likely_among_some_are_only_these() -> None:
    """The best of all is not among them."""
    among = np.array([0, 1, 3], dtype=np.int32)
    assert likely(SCORES, 2, among).tolist() == [0, 3]


def test_of_given_ones_even_those_without_a_score_are_taken() -> None:
    """They were named: each counts once, the best first where there are too many."""
    assert likeliest_of(np.array([1, 3, 1], dtype=np.int32), SCORES, 5).tolist() == [1, 3]
    assert likeliest_of(np.array([4, 1, 3], dtype=np.int32), SCORES, 2).tolist() == [3, 4]


def texts() -> LexicalIndex:
    """冰箱 stands in one text, 补贴 in three; 补 in four."""
    return LexicalIndex.build([["补", "补贴", "冰箱"], ["补", "补贴"], ["补", "补贴"], ["补"]])


def test_rare_units_are_taken_until_the_postings_are_spent() -> None:
    """冰箱 costs one, 补贴 three more; 补 would cost four."""
    assert telling(texts(), ["补", "补贴", "冰箱"], 4) == ["补贴", "冰箱"]
    assert telling(texts(), ["补", "补贴", "冰箱"], 8) == ["补", "补贴", "冰箱"]


def test_the_rarest_is_taken_whatever_it_costs() -> None:
    """Else a question of common words would have no candidates."""
    assert telling(texts(), ["补", "补贴"], 1) == ["补贴"]
    assert telling(texts(), ["补"], 1) == ["补"]


def test_unknown_units_are_no_use_and_repeated_ones_stay() -> None:
    """A question that repeats a word means it."""
    assert telling(texts(), ["空调", "冰箱", "冰箱"], 4) == ["冰箱", "冰箱"]
