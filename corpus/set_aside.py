"""Bytes that are looked at now and then, out of memory: in a file without a name."""

import os
from tempfile import TemporaryFile
from weakref import finalize

from corpus.read_bytes import HeldBytes, ReadBytes

_FEW = 4_000_000
"""So many bytes stay in memory: the records of some 4,000 measures."""


class _UnnamedFile:
    """Bytes of a file without a name. Thread-safe."""

    def __init__(self, data: bytes) -> None:
        """Raises OSError where the disk has no room."""
        with TemporaryFile() as file:
            file.write(data)
            file.flush()
            self._handle = os.dup(file.fileno())
        finalize(self, os.close, self._handle)

    def span(self, start: int, end: int) -> bytes:
        """Those from `start` to `end`."""
        return os.pread(self._handle, end - start, start)


def set_aside(data: bytes) -> ReadBytes:
    """The bytes to be read; few stay in memory, and those for which the disk has no room."""
    if len(data) <= _FEW:
        return HeldBytes(data)
    try:
        return _UnnamedFile(data)
    except OSError:
        return HeldBytes(data)
