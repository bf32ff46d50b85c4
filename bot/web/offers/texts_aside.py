"""The texts of a library, out of memory."""

from array import array
from collections.abc import Iterable

from corpus.set_aside import set_aside


class TextsAside:
    """Texts by their places, each read when it is wanted."""

    def __init__(self, texts: Iterable[str]) -> None:
        written, self._starts = bytearray(), array("q", [0])
        for text in texts:
            written += text.encode("utf-8", "surrogatepass")
            self._starts.append(len(written))
        self._bytes = set_aside(bytes(written))

    def __getitem__(self, place: int) -> str:
        """The text at a place."""
        return self._bytes.span(*self._starts[place : place + 2]).decode("utf-8", "surrogatepass")
