"""Rich text (RTF) cut into its tokens.

Source: Rich Text Format (RTF) Specification, version 1.9.1, "Contents of an RTF file" and "Unicode RTF".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]+)(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_BINARY = b"bin"
_SIGNS = {b"~": "nbsp", b"-": "softhyphen", b"_": "hyphen", b"\n": "par", b"\r": "par", b"*": "*"}


class TokenKind(StrEnum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    """A control word with its number, if any."""
    BYTES = "bytes"
    """Characters in some code page, one token for each byte that is written out."""


@dataclass(frozen=True, slots=True)
class RichTextToken:
    """One token."""

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens_of(data: bytes) -> Iterator[RichTextToken]:
    """The tokens in order; what is binary is passed over."""
    position = 0
    while match := _TOKEN.search(data, position):
        position = match.end()
        word = match["word"]
        if word == _BINARY:
            position += max(int(match["number"] or 0), 0)
        elif word is not None:
            number = match["number"]
            yield RichTextToken(TokenKind.WORD, word.decode("ascii"), None if number is None else int(number))
        else:
            yield _other(match)


def _other(match: re.Match[bytes]) -> RichTextToken:
    if match["brace"]:
        return RichTextToken(TokenKind.OPEN if match["brace"] == b"{" else TokenKind.CLOSE)
    if match["byte"]:
        return RichTextToken(TokenKind.BYTES, data=bytes.fromhex(match["byte"].decode("ascii")))
    sign = match["sign"]
    if sign is None:
        return RichTextToken(TokenKind.BYTES, data=match["text"])
    if sign in _SIGNS:
        return RichTextToken(TokenKind.WORD, _SIGNS[sign])
    return RichTextToken(TokenKind.BYTES, data=sign)
