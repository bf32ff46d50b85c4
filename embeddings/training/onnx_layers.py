"""A network as an ONNX file that takes the word vectors of one text, in 8 bits."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from embeddings.bundled import WIDTH
from embeddings.training.eight_bits import write_in_eight_bits
from embeddings.training.smoothing import Factors, smoothing
from embeddings.training.transformer import TextTransformer

_OPERATORS = 20
"""Version of ONNX's operators, the first with Gelu."""
_UNEVEN = ".outer.weight"
"""The matrix whose inputs differ most from piece to piece. In blocks it takes an eighth more time, and the
cosine to 32 bits rises from .9979 to .9988 (2026-11-29)."""


def write_layers(network: TextTransformer, samples: Sequence[Sequence[int]], path: Path) -> None:
    """Writes the network without its word table; `samples`, as pieces, show what its matrices take in."""
    write_in_eight_bits(layers_graph(network, smoothing(network, samples)), _UNEVEN, path)


def layers_graph(network: TextTransformer, factors: Factors) -> onnx.ModelProto:
    """The network in 32 bits: `words`, float32 (length, WIDTH), to `vector`, float32 (WIDTH,)."""
    return _Graph(network, factors).model()


class _Graph:
    """Nodes and constants in the order in which they are added."""

    def __init__(self, network: TextTransformer, factors: Factors) -> None:
        self._factors = factors
        self._weights = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
        self._epsilon, self._heads, self._layers = network.norm.eps, network.heads, len(network.layers)
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> onnx.ModelProto:
        """The whole, checked."""
        length = self._node("Shape", ["words"], end=1)
        zero = self._whole("zero", [0])
        position = self._node("Slice", [self._constant("position.weight"), zero, length])
        states = self._norm(self._node("Add", ["words", position]), "norm")
        for number in range(self._layers):
            states = self._layer(states, f"layers.{number}")
        mean = self._node("ReduceMean", [states, zero], keepdims=0)
        self._nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=0, p=2))
        words = helper.make_tensor_value_info("words", TensorProto.FLOAT, ["length", WIDTH])
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, [WIDTH])
        graph = helper.make_graph(self._nodes, "encoder", [words], [vector], list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPERATORS)], ir_version=9)
        onnx.checker.check_model(model)
        return model

    def _layer(self, states: str, name: str) -> str:
        scale = (WIDTH / self._heads) ** -0.5
        even = self._even(states, f"{name}.query")
        queries = self._heads_of(self._linear(even, f"{name}.query", scale), [1, 0, 2])
        keys = self._heads_of(self._linear(even, f"{name}.key"), [1, 2, 0])
        values = self._heads_of(self._linear(even, f"{name}.value"), [1, 0, 2])
        shares = self._node("Softmax", [self._node("MatMul", [queries, keys])], axis=-1)
        seen = self._node("Transpose", [self._node("MatMul", [shares, values])], perm=[1, 0, 2])
        seen = self._even(self._node("Reshape", [seen, self._whole("joined", [0, WIDTH])]), f"{name}.joined")
        seen = self._node("Add", [states, self._linear(seen, f"{name}.joined")])
        states = self._norm(seen, f"{name}.attended_norm")
        inner = self._linear(self._even(states, f"{name}.inner"), f"{name}.inner")
        inner = self._linear(self._node("Gelu", [inner]), f"{name}.outer")
        return self._norm(self._node("Add", [states, inner]), f"{name}.norm")

    def _even(self, states: str, name: str) -> str:
        """The states divided by the factors of the matrix that takes them in."""
        return self._node("Mul", [states, self._constant(f"{name}.even", np.reciprocal(self._factors[name]))])

    def _heads_of(self, states: str, order: Sequence[int]) -> str:
        shape = self._whole("heads", [0, self._heads, WIDTH // self._heads])
        return self._node("Transpose", [self._node("Reshape", [states, shape])], perm=order)

    def _linear(self, states: str, name: str, scale: float = 1.0) -> str:
        weights = self._weights[f"{name}.weight"].T * scale
        if name in self._factors:
            weights = weights * self._factors[name][:, np.newaxis]
        matrix = self._constant(f"{name}.weight", weights)
        bias = self._constant(f"{name}.bias", self._weights[f"{name}.bias"] * scale)
        return self._node("Add", [self._node("MatMul", [states, matrix]), bias])

    def _norm(self, states: str, name: str) -> str:
        pair = [self._constant(f"{name}.{part}") for part in ("weight", "bias")]
        return self._node("LayerNormalization", [states, *pair], axis=-1, epsilon=self._epsilon)

    def _node(self, operator: str, inputs: Sequence[str], **attributes: float | Sequence[int]) -> str:
        output = f"{operator}_{len(self._nodes)}"
        node = helper.make_node(operator, inputs, [output])
        node.attribute.extend(helper.make_attribute(name, value) for name, value in attributes.items())
        self._nodes.append(node)
        return output

    def _constant(self, name: str, values: NDArray[np.float32] | None = None) -> str:
        values = self._weights[name] if values is None else values
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name)
        return name

    def _whole(self, name: str, values: Sequence[int]) -> str:
        self._constants[name] = numpy_helper.from_array(np.array(values, np.int64), name)
        return name
