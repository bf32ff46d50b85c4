"""The model that weighs features: one hidden layer, small enough to be kept as text."""

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

    The tangents are bounded: values beyond those it was fitted on move the chance no further.
    """

    names: tuple[str, ...]
    """Of the features, n of them."""
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
        """What the model says of the features of one case, 0 to 1."""
        standard = (np.array([values[name] for name in self.names]) - self.centre) / self.scale
        score = float(np.tanh(self.hidden @ standard + self.bias) @ self.out) + self.intercept
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def to_data(self) -> dict[str, Any]:
        """The model as lists, to five digits."""
        arrays = {name: np.round(getattr(self, name), 5).tolist() for name in _ARRAYS}
        return {"names": list(self.names), **arrays, "intercept": round(self.intercept, 5)}


_ARRAYS = ("centre", "scale", "hidden", "bias", "out")


def read_network(data: Mapping[str, Any]) -> Network:
    """The model of lists.

    Raises:
        KeyError, TypeError, ValueError: something is missing or of another form.
    """
    arrays = {name: np.array(data[name], dtype=np.float64) for name in _ARRAYS}
    return Network(names=tuple(data["names"]), intercept=float(data["intercept"]), **arrays)
