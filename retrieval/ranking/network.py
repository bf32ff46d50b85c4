"""The model that weighs features: a network with one hidden layer, small enough to be stored as text."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A logistic regression over a layer of hyperbolic tangents over standardised features.

    The tangents are bounded, so that values far beyond those it was fitted on hardly change the chance.
    """

    names: tuple[str, ...]
    """Names of the n features."""
    centre: Floats
    """(n,)"""
    scale: Floats
    """(n,)"""
    hidden: Floats
    """(units, n)"""
    bias: Floats
    """(units,)"""
    out: Floats
    """(units,)"""
    intercept: float

    def chance(self, values: Mapping[str, float]) -> float:
        """The chance, 0 to 1, for the features of one case."""
        standard = (np.array([values[name] for name in self.names]) - self.centre) / self.scale
        score = float(np.tanh(self.hidden @ standard + self.bias) @ self.out) + self.intercept
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def to_data(self) -> dict[str, Any]:
        """The model as lists, rounded to five decimals."""
        arrays = {name: np.round(getattr(self, name), 5).tolist() for name in _ARRAYS}
        return {"names": list(self.names), **arrays, "intercept": round(self.intercept, 5)}


_ARRAYS = ("centre", "scale", "hidden", "bias", "out")


def read_network(data: Mapping[str, Any]) -> Network:
    """The model from the lists that `to_data` gives.

    Raises:
        KeyError, TypeError, ValueError: something is missing or has another form.
    """
    arrays = {name: np.array(data[name], dtype=np.float64) for name in _ARRAYS}
    return Network(names=tuple(data["names"]), intercept=float(data["intercept"]), **arrays)
