"""The encoder that comes with the project: multilingual-e5-small, tuned on how people ask, in 8 bits.

Three files, made by `embeddings.training`: `tokenizer.json` cuts a text into pieces of words, `words.npy`
holds a vector for each piece, and `layers.onnx` makes one vector of those of a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from embeddings.encoder import Vectors, well_formed
from embeddings.models import BUNDLED, E5
from embeddings.unigram_pieces import WordPieces, read_word_pieces

BUNDLED_MODEL = Path(__file__).parent / "wenzheng"
"""The folder with the three files."""

WIDTH = 384
"""Numbers of a vector. Source: multilingual-e5-small."""
WORD = np.dtype([("scale", "<f4"), ("steps", "i1", (WIDTH,))])
"""A row of `words.npy`: a vector is its steps times its scale."""

_THREADS = 1
"""The other core answers somebody else meanwhile: docs/decisions/scale.md."""


class BundledEncoder:
    """onnxruntime over one model per process; safe to call from several threads.

    Every text is encoded by itself: 8-bit steps are chosen for all that runs together, so in a batch the
    vector of a text would depend on its neighbours; and on one core a batch is no faster.
    """

    @property
    def name(self) -> str:
        """Name of model and settings."""
        return BUNDLED

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return WIDTH

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of stored texts, float32 (len(texts), 384), rows unit length."""
        return _encode(texts, E5.passage)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), 384), rows unit length."""
        return _encode(texts, E5.query)


@dataclass(frozen=True, slots=True)
class _Model:
    """What the three files hold, ready to run."""

    pieces: WordPieces
    words: NDArray[np.void]
    layers: InferenceSession

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of a text with its prompt, float32 (384,)."""
        rows = self.words[self.pieces.numbers(text)]
        words = rows["steps"] * rows["scale"][:, np.newaxis]
        vector: NDArray[np.float32] = self.layers.run(None, {"words": words})[0]
        return vector


@cache
def _model() -> _Model:
    """The model, read when it is first asked for."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = _THREADS
    options.enable_cpu_mem_arena = False
    return _Model(
        read_word_pieces(BUNDLED_MODEL / "tokenizer.json"),
        np.load(BUNDLED_MODEL / "words.npy", mmap_mode="r"),
        InferenceSession(BUNDLED_MODEL / "layers.onnx", options, providers=["CPUExecutionProvider"]),
    )


def _encode(texts: Sequence[str], prompt: str) -> Vectors:
    rows = [_model().vector(prompt + well_formed(text)) for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(rows), WIDTH)
