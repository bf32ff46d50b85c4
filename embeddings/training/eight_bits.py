"""The matrices of an ONNX network in 8 bits."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

BLOCK = 128
"""Numbers that share a step size, where a matrix is written in blocks."""
_STEPS, _MIDDLE = 127, 128
_ROUNDED_INPUTS = 4
"""`accuracy_level` of MatMulNBits: inputs in 8 bits too, a step size for each block of each piece."""


def write_in_eight_bits(network: onnx.ModelProto, in_blocks: str, path: Path) -> None:
    """Writes the network; matrices whose name ends in `in_blocks` have a step size for each block.

    All others have one for each column, and their inputs one for the whole text; they keep 7 of 8 bits: the
    eighth would overflow on processors that add 8-bit products in 16 bits.
    """
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(_with_blocks(network, in_blocks), whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


def _with_blocks(network: onnx.ModelProto, ending: str) -> onnx.ModelProto:
    changed = onnx.ModelProto()
    changed.CopyFrom(network)
    matrices = {matrix.name: matrix for matrix in changed.graph.initializer if matrix.name.endswith(ending)}
    for node in changed.graph.node:
        if node.op_type == "MatMul" and (matrix := matrices.get(node.input[1])):
            steps, sizes = blocks(numpy_helper.to_array(matrix).T)
            names = [f"{matrix.name}.steps", f"{matrix.name}.sizes"]
            changed.graph.initializer.remove(matrix)
            changed.graph.initializer.append(numpy_helper.from_array(steps, names[0]))
            changed.graph.initializer.append(numpy_helper.from_array(sizes, names[1]))
            rows, columns = len(sizes), sizes.shape[1] * BLOCK
            node.CopyFrom(
                helper.make_node(
                    "MatMulNBits",
                    [node.input[0], *names],
                    list(node.output),
                    domain="com.microsoft",
                    N=rows,
                    K=columns,
                    bits=8,
                    block_size=BLOCK,
                    accuracy_level=_ROUNDED_INPUTS,
                )
            )
    changed.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return changed


def blocks(rows: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Steps from 1 to 255, (rows, blocks, BLOCK), and the size of a step, (rows, blocks)."""
    parts = rows.reshape(len(rows), -1, BLOCK)
    sizes = np.abs(parts).max(axis=2) / _STEPS
    steps = np.rint(parts / sizes[:, :, np.newaxis]) + _MIDDLE
    return steps.astype(np.uint8), sizes.astype(np.float32)
