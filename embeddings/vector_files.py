"""Files of vectors by text digest, opened by mapping: only what is looked up is read.

A file is a structured `.npy` array sorted by digest: 32 bytes of sha256 and the vector in float16.
"""

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.durable import private_folder, replacing

HalfVectors = NDArray[np.float16]
"""Rows as they are kept, in half precision; nearly of unit length."""

_DIGEST_BYTES = 32
_log = logging.getLogger(__name__)


class VectorFile:
    """The vectors of one file."""

    def __init__(self, rows: NDArray[np.void]) -> None:
        self._rows = rows
        self._heads = _heads_of(rows["text"])

    @classmethod
    def open(cls, path: Path, dim: int) -> "VectorFile | None":
        """The vectors of a file; None where it is absent or damaged: its texts are then encoded again."""
        try:
            rows = np.load(path, mmap_mode="r", allow_pickle=False)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError) as error:
            _log.warning("event=vectors_unreadable path=%s reason=%s", path, error)
            return None
        if rows.dtype != _record(dim):
            _log.warning("event=vectors_unreadable path=%s reason=layout", path)
            return None
        return cls(np.asarray(rows))

    def __len__(self) -> int:
        return len(self._rows)

    def rows_of(self, digests: Sequence[bytes]) -> NDArray[np.intp]:
        """The row of each digest; -1 where it is not there, or its vector is no numbers."""
        wanted = np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, _DIGEST_BYTES)
        if not len(self._rows) or not len(wanted):
            return np.full(len(wanted), -1, dtype=np.intp)
        rows = np.minimum(self._heads.searchsorted(_heads_of(wanted)), len(self._rows) - 1)
        there = (self._rows["text"][rows] == wanted).all(axis=1)
        there[there] = np.isfinite(self._rows["vector"][rows[there]]).all(axis=1)
        return np.where(there, rows, -1)

    def vectors(self, rows: NDArray[np.intp]) -> HalfVectors:
        """The vectors of some rows."""
        found: HalfVectors = self._rows["vector"][rows]
        return found

    def digests(self) -> list[bytes]:
        """Of all its texts."""
        return [*map(bytes, self._rows["text"])]


def write_vectors(path: Path, digests: Iterable[bytes], vectors: HalfVectors) -> None:
    """Puts a whole new file in the place of the old one; equal content is equal bytes.

    Raises:
        OSError: it cannot be written.
    """
    known = {digest: row for row, digest in enumerate(digests)}
    rows = np.zeros(len(known), dtype=_record(vectors.shape[1]))
    ordered = sorted(known)
    rows["text"] = np.frombuffer(b"".join(ordered), dtype=np.uint8).reshape(-1, _DIGEST_BYTES)
    rows["vector"] = vectors[[known[digest] for digest in ordered]]
    private_folder(path.parent)
    with replacing(path) as file:
        np.save(file, rows, allow_pickle=False)


def _heads_of(digests: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """The first eight bytes of digests, as numbers in the same order.

    Two texts that share them, in one of 10^5 libraries of ten million, are encoded again each time.
    """
    return np.ascontiguousarray(digests[:, :8]).view(">u8").ravel().astype(np.uint64)


def _record(dim: int) -> np.dtype[np.void]:
    return np.dtype([("text", "u1", (_DIGEST_BYTES,)), ("vector", "<f2", (dim,))])
