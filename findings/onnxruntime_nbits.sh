#!/usr/bin/env bash
# onnxruntime 1.32.0 and onnx 1.23.2: the quantiser for weights in few bits cannot be imported. Its module reads
# onnx_ir, which neither package declares, so an installation of both ends in ModuleNotFoundError, although
# quantize_dynamic beside it works. The operator itself (MatMulNBits, 8 bits, from 1.22 on) runs without it: a
# graph that writes the node by hand needs no more than the two packages. Here a row times a matrix of ones in
# steps of 1 gives the sum of the row.
#
# Seen on 2026-11-29 with Python 3.11. Exits 0 while the packages behave so, 1 when they do not any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet onnxruntime==1.32.0 onnx==1.23.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession
from onnxruntime.quantization import quantize_dynamic  # the neighbour can be had

try:
    from onnxruntime.quantization import matmul_nbits_quantizer
except ModuleNotFoundError as error:
    print(error)
    assert error.name == "onnx_ir", error
else:
    raise SystemExit(f"{matmul_nbits_quantizer.__name__} can be imported")

inner, outer, block = 64, 4, 32
constants = [
    numpy_helper.from_array(np.full((outer, inner // block, block), 129, np.uint8), "steps"),
    numpy_helper.from_array(np.ones((outer, inner // block), np.float32), "sizes"),
]
node = helper.make_node(
    "MatMulNBits", ["rows", "steps", "sizes"], ["result"], domain="com.microsoft",
    K=inner, N=outer, bits=8, block_size=block,
)
graph = helper.make_graph(
    [node],
    "one layer",
    [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", inner])],
    [helper.make_tensor_value_info("result", TensorProto.FLOAT, ["n", outer])],
    constants,
)
opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
session = InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
(result,) = session.run(None, {"rows": np.arange(inner, dtype=np.float32)[np.newaxis]})
print(result.tolist())
assert np.allclose(result, np.arange(inner).sum()), result
PYTHON
echo "as described"
