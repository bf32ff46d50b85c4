"""A small network and a few lessons."""

import pytest
import torch

from embeddings.training.lessons import Lesson
from embeddings.training.transformer import TextTransformer

WORDS, LAYERS, HEADS, EPSILON = 60, 2, 12, 1e-12


@pytest.fixture(scope="session")
def network() -> TextTransformer:
    """Two layers over sixty pieces, with weights by lot."""
    torch.manual_seed(1)
    network = TextTransformer(WORDS, LAYERS, HEADS, EPSILON)
    for weight in network.parameters():
        torch.nn.init.normal_(weight, std=0.05)
    return network.requires_grad_(False)


@pytest.fixture(scope="session")
def lessons() -> list[Lesson]:
    """Two measures of one document and one of another."""
    return [
        Lesson(
            "甲",
            ("高龄津贴每月一百元。", "由民政局发放。"),
            ("老人能领多少钱", "津贴谁发"),
            ("津贴能补发吗",),
        ),
        Lesson("甲", ("廉租住房按户分配。",), ("房子怎么分",), ("津贴谁发",)),
        Lesson("乙", ("高龄津贴每月一百元。",), ("八十岁了给多少",), ()),
    ]
