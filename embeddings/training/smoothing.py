"""How far each number that a matrix takes in goes, so that 8 bits serve all of them.

Some numbers of a state reach ten times as far as most; with one step size for all, most would keep too few
steps. Dividing them by a factor each, and multiplying the matrix by it, changes nothing but the steps.
Source: Xiao et al., SmoothQuant, 2023.
"""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from embeddings.training.transformer import Layer, TextTransformer, padded

STRENGTH = 0.7
"""How much of the unevenness goes from the inputs into the matrix. Cosine to 32 bits over 60 questions, all
matrices in one step size: .9957 at 0, .9966 at .5, .9979 at .7, .9972 at .9 (2026-11-29)."""

Factors = Mapping[str, NDArray[np.float32]]
"""What the inputs of a matrix are divided by, by its name; matrices that take the same in have the same."""


@torch.no_grad()
def smoothing(network: TextTransformer, texts: Sequence[Sequence[int]]) -> Factors:
    """The factors of all matrices but `outer`, from what they take in over `texts`, given as pieces."""
    reaches = _reaches(network, texts)
    factors: dict[str, NDArray[np.float32]] = {}
    for number, layer in enumerate(network.layers):
        for matrices in (("query", "key", "value"), ("joined",), ("inner",)):
            names = [f"layers.{number}.{matrix}" for matrix in matrices]
            weights = torch.cat([getattr(layer, matrix).weight for matrix in matrices])
            factors |= dict.fromkeys(names, _factors(reaches[names[0]], weights.abs().amax(dim=0)))
    return factors


def _factors(reach: Tensor, weight: Tensor) -> NDArray[np.float32]:
    """Their geometric mean is 1."""
    logarithms = STRENGTH * reach.log() - (1 - STRENGTH) * weight.log()
    factors: NDArray[np.float32] = (logarithms - logarithms.mean()).exp().numpy()
    return factors


def _reaches(network: TextTransformer, texts: Sequence[Sequence[int]]) -> dict[str, Tensor]:
    """The largest size of each number that a matrix takes in, by the name of the matrix."""
    reaches: dict[str, Tensor] = {}

    def note(name: str, _: nn.Module, taken_in: tuple[Tensor]) -> None:
        reach = taken_in[0].abs().flatten(end_dim=-2).amax(dim=0)
        reaches[name] = torch.maximum(reach, reaches.get(name, reach))

    hooks = [
        getattr(layer, matrix).register_forward_pre_hook(partial(note, f"layers.{number}.{matrix}"))
        for number, layer in enumerate(network.layers)
        for matrix in ("query", "joined", "inner")
        if isinstance(layer, Layer)
    ]
    for text in texts:
        network(*padded([text]))
    for hook in hooks:
        hook.remove()
    return reaches
