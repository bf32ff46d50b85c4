"""Bytes of which a few are looked at now and then, held in memory or read from a file when they are wanted.

A file that is mapped for that comes into memory nearly whole: for each byte that is looked at, the system
maps the 64 KB around it. At 15,000 measures the texts of passages took 9 MB so; read, they take none.
"""

import os
from pathlib import Path
from typing import Protocol
from weakref import finalize


class ReadBytes(Protocol):
    """Bytes, wherever they lie."""

    def span(self, start: int, end: int) -> bytes:
        """Those from `start` to `end`; fewer where there are no more."""


class HeldBytes:
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def span(self, start: int, end: int) -> bytes:
        """Those from `start` to `end`."""
        return self.data[start:end]


class OpenBytes:
    """Bytes of an open file, closed with this; also of one that is removed meanwhile. Thread-safe."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        finalize(self, os.close, handle)

    def span(self, start: int, end: int) -> bytes:
        """Those from `start` to `end`."""
        return os.pread(self._handle, end - start, start)


class FileBytes(OpenBytes):
    """Bytes of a file, which stays open."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where it cannot be opened."""
        super().__init__(os.open(path, os.O_RDONLY))
