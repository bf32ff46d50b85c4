"""A fake encoder that counts what it encodes."""

from collections.abc import Sequence

import numpy as np
import pytest

from embeddings import Vectors


class CountingEncoder:
    """Vectors from the first two characters; remembers every text it was asked for."""

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.dim = 4
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors."""
        self.encoded += texts
        rows = [[ord(text[0]), ord(text[-1]), len(text), 1] for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(rows), 4)
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Same as passages."""
        return self.encode_passages(texts)


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()
