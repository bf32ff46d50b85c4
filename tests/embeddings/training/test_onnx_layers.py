"""A network as the files that the bundled encoder reads."""

from pathlib import Path

import numpy as np
import pytest
import torch
from onnxruntime import InferenceSession

from embeddings.training.onnx_layers import layers_graph, write_layers
from embeddings.training.transformer import TextTransformer, padded
from embeddings.training.vocabulary import write_words

TEXTS = [[0, 7, 9, 2], [0, 5, 5, 30, 31, 59, 2]]


@pytest.mark.parametrize("text", TEXTS)
def test_the_graph_gives_the_vectors_of_the_network(network: TextTransformer, text: list[int]) -> None:
    """To the fourth decimal, whatever the length."""
    session = InferenceSession(layers_graph(network).SerializeToString(), providers=["CPUExecutionProvider"])
    (vector,) = session.run(None, {"words": network.word.weight[text].numpy()})
    assert np.allclose(vector, network(*padded([text]))[0].numpy(), atol=1e-4)


def test_eight_bits_keep_the_direction(network: TextTransformer, tmp_path: Path) -> None:
    """Layers and word table as written."""
    write_layers(network, tmp_path / "layers.onnx")
    write_words(network, tmp_path / "words.npy")
    rows = np.load(tmp_path / "words.npy", mmap_mode="r")[TEXTS[1]]
    session = InferenceSession(tmp_path / "layers.onnx", providers=["CPUExecutionProvider"])
    (vector,) = session.run(None, {"words": rows["steps"] * rows["scale"][:, np.newaxis]})
    assert float(vector @ network(*padded([TEXTS[1]]))[0].numpy()) > 0.99


def test_padding_changes_no_vector(network: TextTransformer) -> None:
    """A text beside a longer one has the vector that it has alone."""
    together, alone = network(*padded(TEXTS)), network(*padded(TEXTS[:1]))
    assert torch.allclose(together[0], alone[0], atol=1e-5)
