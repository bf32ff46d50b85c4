"""The model of features by hand: one unit over two features."""

import math

import numpy as np
import pytest

from retrieval.ranking.network import Network, read_network

ONE = Network(
    names=("near", "far"),
    centre=np.array([1.0, 0.0]),
    scale=np.array([2.0, 1.0]),
    hidden=np.array([[0.5, -1.0]]),
    bias=np.array([0.25]),
    out=np.array([3.0]),
    intercept=-1.0,
)


def test_chance_by_hand() -> None:
    """Near 3 is 1 after standardising: tanh(.5 - .5 + .25) * 3 - 1."""
    expected = 1 / (1 + math.exp(1 - 3 * math.tanh(0.25)))
    assert ONE.chance({"far": 0.5, "near": 3.0}) == pytest.approx(expected)


def test_far_values_move_the_chance_no_further() -> None:
    """The tangent ends at 1: 3 - 1 is the most that one unit gives."""
    assert ONE.chance({"near": 1e6, "far": 0.0}) == pytest.approx(1 / (1 + math.exp(-2)))


def test_model_is_read_back_as_it_was_kept() -> None:
    """Lists and back; what is missing is named by its key."""
    again = read_network(ONE.to_data())
    assert again.chance({"near": 2.0, "far": 1.0}) == pytest.approx(ONE.chance({"near": 2.0, "far": 1.0}))
    with pytest.raises(KeyError):
        read_network({"names": []})
