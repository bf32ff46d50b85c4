"""The contract between text and vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""float32 (n, dim), rows of unit length."""


class Encoder(Protocol):
    """Turns texts into vectors whose inner product is their similarity."""

    @property
    def name(self) -> str:
        """Stable name of model and settings: vectors of one name may be compared and cached."""

    @property
    def dim(self) -> int:
        """Length of one vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of stored texts, float32 (len(texts), dim), rows unit length."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), dim), rows unit length."""


def well_formed(text: str) -> str:
    r"""Text that every tokenizer takes: a question mark for each lone surrogate.

    Example: "补贴\ud800多少" -> "补贴?多少"
    """
    return text.encode("utf-8", "replace").decode("utf-8")
