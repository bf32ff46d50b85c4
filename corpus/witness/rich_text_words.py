"""The words of rich text between its control words, whatever they are for."""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    rb"\\u(?P<unit>-?\d+) ?(?:\\'[0-9a-fA-F]{2}|\?|(?=\\u)|(?=[{}]))*"
    rb"|(?P<bytes>(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n]|\\[\\{}])+)"
    rb"|\\(?P<mark>\*|~|_)|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?|(?P<brace>[{}])|\\.|[\r\n]",
    re.DOTALL,
)
_ESCAPED = re.compile(rb"\\'([0-9a-fA-F]{2})|\\([\\{}])")
_SILENT = (
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"fldinst", b"pict", b"objdata", b"sp", b"nonshppict"),
    *(b"shprslt", b"listtext", b"pntext", b"xe", b"tc", b"nonesttables", b"bkmkstart", b"bkmkend"),
)
_READ_OPTIONS = (b"shpinst", b"shppict")
_HEADS = tuple(f"{part}{pages}".encode() for part in ("header", "footer") for pages in ("", "l", "r", "f"))
_ENDS = (b"par", b"cell", b"row", b"line", b"sect", b"nestcell", b"nestrow", b"footnote", *_HEADS)
_CODE_PAGE = re.compile(rb"(?:ansicpg|fcharset)\d+")
_ENCODINGS = {
    **dict.fromkeys((b"ansicpg936", b"fcharset134"), "gb18030"),
    **dict.fromkeys((b"ansicpg950", b"fcharset136"), "big5hkscs"),
    **dict.fromkeys((b"ansicpg932", b"fcharset128"), "cp932"),
    b"ansicpg65001": "utf-8",
}
"""What the file or one of its fonts is written in; the first that is not Western counts for all of it."""


def words_of_rich_text(data: bytes) -> Iterator[str]:
    """The words of each paragraph and cell; labels of lists, which programs count themselves, are none."""
    encoding = next(
        (_ENCODINGS[found[0]] for found in _CODE_PAGE.finditer(data) if found[0] in _ENCODINGS), "cp1252"
    )
    heads: set[str] = set()
    words = ""
    for piece, is_head in _printed(data):
        if piece["word"] is None:
            words += _said(piece, encoding)
        elif piece["word"] in _ENDS:
            if not (is_head and words in heads):
                yield _whole(words)
            heads.update([words] if is_head else [])
            words = ""
    yield _whole(words)


def _whole(words: str) -> str:
    """The words with each pair of surrogates as the one character that it stands for."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _printed(data: bytes) -> Iterator[tuple[re.Match[bytes], bool]]:
    """The pieces that are not silent, and whether each stands in a head or foot."""
    outer: list[tuple[bool, bool]] = []
    silent = optional = begins = is_head = False
    for piece in _PIECE.finditer(data):
        word = piece["word"]
        if piece["brace"] == b"{":
            outer.append((silent, is_head))
        elif piece["brace"]:
            silent, is_head = outer.pop() if outer else (False, False)
            if not outer:
                return
        elif word:
            silent = silent or word in _SILENT or (optional and word not in _READ_OPTIONS)
            is_head = is_head or word in _HEADS
        if not silent and not piece["brace"]:
            yield piece, is_head
        optional = begins and piece["mark"] == b"*"
        begins = piece["brace"] == b"{"


def _said(piece: re.Match[bytes], encoding: str) -> str:
    if piece["unit"]:
        return chr(int(piece["unit"]) % 0x10000)
    if piece["mark"] == b"_":
        return "-"
    return _ESCAPED.sub(_plain, piece["bytes"] or b"").decode(encoding, "replace")


def _plain(escaped: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escaped[1].decode()) if escaped[1] else escaped[2]
