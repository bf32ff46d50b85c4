"""Texts of a library in a file that has no name, mapped: the system may take their memory back."""

import mmap
from array import array
from collections.abc import Iterable
from tempfile import TemporaryFile

_FEW = 4_000_000
"""Bytes that stay in memory: those of some 4,000 measures."""


class MappedTexts:
    """Texts by their places."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Few texts stay in memory, and those for which the disk has no room."""
        written, self._starts = bytearray(), array("q", [0])
        for text in texts:
            written += text.encode("utf-8", "surrogatepass")
            self._starts.append(len(written))
        self._bytes = _mapped(written)

    def __getitem__(self, place: int) -> str:
        """The text at a place, read now."""
        start, end = self._starts[place], self._starts[place + 1]
        return self._bytes[start:end].decode("utf-8", "surrogatepass")


def _mapped(written: bytearray) -> mmap.mmap | bytes:
    if len(written) <= _FEW:
        return bytes(written)
    try:
        with TemporaryFile() as file:
            file.write(written)
            file.flush()
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError:
        return bytes(written)
