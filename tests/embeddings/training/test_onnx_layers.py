"""A network as the files that the bundled encoder reads."""

from copy import deepcopy
from pathlib import Path

import numpy as np
import pytest
import torch
from onnxruntime import InferenceSession

from embeddings.training.eight_bits import BLOCK, blocks
from embeddings.training.onnx_layers import layers_graph, write_layers
from embeddings.training.smoothing import smoothing
from embeddings.training.transformer import TextTransformer, padded
from embeddings.training.vocabulary import write_words

TEXTS = [[0, 7, 9, 2], [0, 5, 5, 30, 31, 59, 2]]


@pytest.mark.parametrize("text", TEXTS)
def test_the_graph_gives_the_vectors_of_the_network(network: TextTransformer, text: list[int]) -> None:
    """To the fourth decimal, whatever the length."""
    graph = layers_graph(network, smoothing(network, TEXTS))
    session = InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    (vector,) = session.run(None, {"words": network.word.weight[text].numpy()})
    assert np.allclose(vector, network(*padded([text]))[0].numpy(), atol=1e-4)


def test_eight_bits_keep_the_direction(network: TextTransformer, tmp_path: Path) -> None:
    """Layers and word table as written, of a network that still learns."""
    learning = deepcopy(network).requires_grad_(True)
    write_layers(learning, TEXTS, tmp_path / "layers.onnx")
    write_words(learning, tmp_path / "words.npy")
    rows = np.load(tmp_path / "words.npy", mmap_mode="r")[TEXTS[1]]
    session = InferenceSession(tmp_path / "layers.onnx", providers=["CPUExecutionProvider"])
    (vector,) = session.run(None, {"words": rows["steps"] * rows["scale"][:, np.newaxis]})
    assert float(vector @ network(*padded([TEXTS[1]]))[0].numpy()) > 0.99


def test_numbers_that_reach_far_are_divided_more(network: TextTransformer) -> None:
    """The factors of one matrix order as the largest inputs do, where its weights are alike."""
    uneven = deepcopy(network)
    uneven.norm.weight[5] = 50.0
    for matrix in ("query", "key", "value"):
        torch.nn.init.constant_(uneven.get_parameter(f"layers.0.{matrix}.weight"), 0.05)
    factors = smoothing(uneven, TEXTS)
    assert int(factors["layers.0.query"].argmax()) == 5
    assert np.array_equal(factors["layers.0.query"], factors["layers.0.value"])


def test_blocks_keep_what_one_step_size_loses() -> None:
    """A matrix with one large number: in blocks the small ones beside it are not all rounded to nothing."""
    rows = np.full((2, 2 * BLOCK), 0.01, np.float32)
    rows[0, 0] = 100.0
    steps, sizes = blocks(rows)
    read = (steps.astype(np.float32) - 128) * sizes[:, :, np.newaxis]
    assert np.allclose(read[0, 0, 0], 100)
    assert np.allclose(read[0, 1], 0.01)
    assert np.allclose(read[1], 0.01)


def test_padding_changes_no_vector(network: TextTransformer) -> None:
    """A text beside a longer one has the vector that it has alone."""
    together, alone = network(*padded(TEXTS)), network(*padded(TEXTS[:1]))
    assert torch.allclose(together[0], alone[0], atol=1e-5)
