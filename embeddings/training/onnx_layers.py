"""A network as an ONNX file that takes the word vectors of one text, in 8 bits."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from embeddings.bundled import WIDTH
from embeddings.training.transformer import TextTransformer

_OPERATORS = 20
"""Version of ONNX's operators, the first with Gelu."""


def write_layers(network: TextTransformer, path: Path) -> None:
    """Writes the network without its word table; its matrices keep 7 of 8 bits.

    The eighth would overflow on processors that add 8-bit products in 16 bits.
    """
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(layers_graph(network), whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


def layers_graph(network: TextTransformer) -> onnx.ModelProto:
    """The network in 32 bits: `words`, float32 (length, WIDTH), to `vector`, float32 (WIDTH,)."""
    return _Graph(network).model()


class _Graph:
    """Nodes and constants in the order in which they are added."""

    def __init__(self, network: TextTransformer) -> None:
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
        queries = self._heads_of(self._linear(states, f"{name}.query", scale), [1, 0, 2])
        keys = self._heads_of(self._linear(states, f"{name}.key"), [1, 2, 0])
        values = self._heads_of(self._linear(states, f"{name}.value"), [1, 0, 2])
        shares = self._node("Softmax", [self._node("MatMul", [queries, keys])], axis=-1)
        seen = self._node("Transpose", [self._node("MatMul", [shares, values])], perm=[1, 0, 2])
        seen = self._node("Reshape", [seen, self._whole("joined", [0, WIDTH])])
        seen = self._node("Add", [states, self._linear(seen, f"{name}.joined")])
        states = self._norm(seen, f"{name}.attended_norm")
        inner = self._node("Gelu", [self._linear(states, f"{name}.inner")])
        return self._norm(self._node("Add", [states, self._linear(inner, f"{name}.outer")]), f"{name}.norm")

    def _heads_of(self, states: str, order: Sequence[int]) -> str:
        shape = self._whole("heads", [0, self._heads, WIDTH // self._heads])
        return self._node("Transpose", [self._node("Reshape", [states, shape])], perm=order)

    def _linear(self, states: str, name: str, scale: float = 1.0) -> str:
        matrix = self._constant(f"{name}.weight", self._weights[f"{name}.weight"].T * scale)
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
