"""Vectors of passages: with and without what their document is about."""

import numpy as np

from retrieval.indexing.parts import TOPIC_SHARE, vectors_of
from retrieval.indexing.passages import Passage, PassageKind

ALONE, BEHIND = np.eye(2, dtype=np.float16)
ENCODED = {"每人每月100元。": ALONE, "高龄津贴 每人每月100元。": BEHIND, "谁管": BEHIND}


def _encode(texts):
    return np.array([ENCODED[text] for text in texts], dtype=np.float16).reshape(len(texts), 2)


def test_a_text_with_a_topic_lies_between_itself_and_itself_behind_its_topic() -> None:
    """In the directions' shares and of unit length; what has no topic is encoded as it stands."""
    text = Passage("甲#1", PassageKind.TEXT, "每人每月100元。", "高龄津贴")
    mixed, plain = vectors_of([text, Passage("甲#1", PassageKind.QUESTION, "谁管")], _encode).astype(float)
    assert np.isclose(np.linalg.norm(mixed), 1, atol=1e-3)
    assert np.isclose(mixed[1] / mixed[0], TOPIC_SHARE / (1 - TOPIC_SHARE), atol=1e-2)
    assert plain.tolist() == BEHIND.tolist()
    assert vectors_of([], _encode).shape == (0, 2)
