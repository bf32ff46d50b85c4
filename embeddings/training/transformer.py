"""The network of multilingual-e5-small in torch, as training needs it."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from embeddings.bundled import WIDTH
from embeddings.training.e5_weights import Array, E5Weights

INNER, POSITIONS = 1536, 512


class TextTransformer(nn.Module):
    """Numbers of pieces to one vector a text: the mean of the last states, brought to unit length."""

    def __init__(self, words: int, layers: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.word = nn.Embedding(words, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=epsilon)
        self.layers = nn.ModuleList([Layer(heads, epsilon) for _ in range(layers)])

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """Vectors, float32 (n, WIDTH), of `pieces`, int64 (n, length), where `present`, bool, is true."""
        states = self.norm(self.word(pieces) + self.position.weight[: pieces.shape[1]])
        for layer in self.layers:
            states = layer(states, present[:, None, None, :])
        kept = present[:, :, None].to(states.dtype)
        return functional.normalize(((states * kept).sum(1) / kept.sum(1)).float(), dim=1)


class Layer(nn.Module):
    """Attention over all pieces, then two matrices for each; a sum and a norm after both."""

    def __init__(self, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended_norm = nn.LayerNorm(WIDTH, eps=epsilon)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=epsilon)

    def forward(self, states: Tensor, present: Tensor) -> Tensor:
        """The states of the next layer, (n, length, WIDTH)."""
        n, length, width = states.shape
        queries, keys, values = (
            project(states).view(n, length, self.heads, -1).transpose(1, 2)
            for project in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(queries, keys, values, attn_mask=present)
        states = self.attended_norm(states + self.joined(seen.transpose(1, 2).reshape(n, length, width)))
        mixed: Tensor = self.norm(states + self.outer(functional.gelu(self.inner(states))))
        return mixed


def from_e5(weights: E5Weights, kept: Sequence[int]) -> TextTransformer:
    """The network with the weights of a model file, for the `kept` pieces alone."""
    network = TextTransformer(len(kept), weights.layers, weights.heads, weights.epsilon)
    tensors = weights.tensors
    state = {
        "word.weight": tensors["emb.word"].reshape(-1, WIDTH)[list(kept)],
        "position.weight": tensors["emb.pos"].reshape(-1, WIDTH) + tensors["emb.type"][:WIDTH],
        "norm.weight": tensors["emb.ln.w"],
        "norm.bias": tensors["emb.ln.b"],
    }
    for number in range(weights.layers):
        state |= _layer_state(tensors, number)
    shapes = {name: parameter.shape for name, parameter in network.state_dict().items()}
    network.load_state_dict(
        {name: torch.from_numpy(np.ascontiguousarray(a)).view(shapes[name]) for name, a in state.items()}
    )
    return network


_NAMES = {
    "query": "q",
    "key": "k",
    "value": "v",
    "joined": "ao",
    "attended_norm": "aln",
    "inner": "fi",
    "outer": "fo",
    "norm": "oln",
}
"""A part of a layer here and in the file."""


def _layer_state(tensors: Mapping[str, Array], number: int) -> dict[str, Array]:
    return {
        f"layers.{number}.{ours}.{whole}": tensors[f"l{number}.{theirs}.{short}"]
        for ours, theirs in _NAMES.items()
        for whole, short in (("weight", "w"), ("bias", "b"))
    }


def padded(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Pieces of several texts as one array, int64 (n, longest), and which of them are there, bool."""
    longest = max(map(len, texts))
    pieces = torch.zeros(len(texts), longest, dtype=torch.long)
    present = torch.zeros(len(texts), longest, dtype=torch.bool)
    for row, text in enumerate(texts):
        pieces[row, : len(text)] = torch.tensor(text)
        present[row, : len(text)] = True
    return pieces, present


def vectors_of(network: TextTransformer, texts: Sequence[Sequence[int]], batch: int = 32) -> Tensor:
    """Vectors of texts given as pieces, float32 (len(texts), WIDTH); those of like length run together."""
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    vectors = torch.zeros(len(texts), WIDTH)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            vectors[rows] = network(*padded([texts[row] for row in rows]))
    return vectors
