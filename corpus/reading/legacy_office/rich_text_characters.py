"""The characters of rich text, which stand as bytes of some code page or as numbers of Unicode."""


class RichTextCharacters:
    """Gathers characters until something else comes."""

    def __init__(self) -> None:
        self._bytes, self._units, self._stand_ins = b"", b"", 0
        self._words: list[str] = []

    def take(self, data: bytes, encoding: str) -> None:
        """Bytes of a code page; those that stand in for a number of Unicode are passed over."""
        passed = min(self._stand_ins, len(data))
        self._stand_ins -= passed
        if rest := data[passed:]:
            self._end_units()
            self._bytes += rest
            self._encoding = encoding

    def number(self, unit: int, stand_ins: int) -> None:
        """A unit of UTF-16; so many bytes stand behind it for programs that do not know it."""
        self._end_bytes()
        self._units += (unit % 0x10000).to_bytes(2, "little")
        self._stand_ins = stand_ins

    def end(self) -> str:
        """All characters since the last call."""
        self._end_bytes()
        self._end_units()
        self._stand_ins = 0
        words, self._words = "".join(self._words), []
        return words

    def _end_bytes(self) -> None:
        if self._bytes:
            self._words.append(self._bytes.decode(self._encoding, "replace"))
            self._bytes = b""

    def _end_units(self) -> None:
        if self._units:
            self._words.append(self._units.decode("utf-16-le", "replace"))
            self._units = b""
