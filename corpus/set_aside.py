"""Bytes that are looked at now and then, out of memory: in a file without a name."""

import os
from tempfile import TemporaryFile

from corpus.read_bytes import HeldBytes, OpenBytes, ReadBytes

_FEW = 4_000_000
"""So many bytes stay in memory: the records of some 4,000 measures."""


def set_aside(data: bytes) -> ReadBytes:
    """The bytes to be read; few stay in memory, and those for which the disk has no room."""
    if len(data) <= _FEW:
        return HeldBytes(data)
    try:
        return _unnamed(data)
    except OSError:
        return HeldBytes(data)


def _unnamed(data: bytes) -> OpenBytes:
    """The same in a file without a name; raises OSError where the disk has no room."""
    with TemporaryFile() as file:
        file.write(data)
        file.flush()
        return OpenBytes(os.dup(file.fileno()))
