"""The bare text of a Word 97 file, story by story, without its tables and looks.

Source: MS-DOC, sections 2.5 (Fib), 2.8.35 (PlcPcd), 2.9.38 (Clx), 2.4.1 (retrieving text).
"""

import re
import struct
from collections.abc import Iterator, Mapping
from enum import StrEnum

from corpus.reading.compound_files import BrokenContainerError, CompoundFile

_WORD_97 = 0xA5EC
_FLAGS, _LENGTHS, _PIECES = 0x0A, 0x4C, 0x1A2
"""Offsets in the Fib: flags, the lengths of the stories, where the table of pieces stands."""
_SECOND_TABLE = 0x0200
_COMPRESSED = 1 << 30
_PROPERTIES = 1
_ENDS = re.compile(r"[\r\x07\x0b\x0c\x0e]+")
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
"""A field without others inside: its code, and the result that is printed."""
_CHECK_BOX = re.compile(r"\x13\s*FORMCHECKBOX\b")
_SIGNS = {0x1E: "-", 0xA0: " ", **dict.fromkeys((*range(0x09), 0x0A, *range(0x0F, 0x1E), 0x1F))}
"""Hyphens and blanks of a kind of their own; all other controls print nothing themselves."""


class Story(StrEnum):
    """The texts of a file, in their order."""

    MAIN = "main"
    FOOTNOTES = "footnotes"
    HEADERS = "headers"
    MACROS = "macros"
    COMMENTS = "comments"
    ENDNOTES = "endnotes"
    BOXES = "boxes"
    HEADER_BOXES = "header boxes"


def stories_of(data: bytes) -> Mapping[Story, tuple[str, ...]]:
    """The lines of each story: paragraphs, cells, and lines inside them.

    Raises:
        BrokenContainerError: it is no Word 97 file, or cut off.
    """
    text, lengths = _text_of(data)
    return dict(_divided(text, lengths))


def check_boxes_in(data: bytes) -> int:
    """How many boxes to tick are fields of a form; whether they are ticked stands elsewhere.

    Raises:
        BrokenContainerError: as `stories_of`.
    """
    return len(_CHECK_BOX.findall(_text_of(data)[0]))


def _text_of(data: bytes) -> tuple[str, Mapping[Story, int]]:
    """The text of all stories as the file holds it, and how long each is."""
    file = CompoundFile(data)
    document = file.stream("WordDocument")
    try:
        kind, flags = *struct.unpack_from("<H", document), *struct.unpack_from("<H", document, _FLAGS)
        if kind != _WORD_97:
            raise BrokenContainerError
        lengths = struct.unpack_from(f"<{len(Story)}i", document, _LENGTHS)
        table = file.stream("1Table" if flags & _SECOND_TABLE else "0Table")
        start, length = struct.unpack_from("<II", document, _PIECES)
        text = "".join(_pieces(table[start : start + length], document))
    except (struct.error, IndexError) as error:
        raise BrokenContainerError from error
    return text, dict(zip(Story, lengths, strict=True))


def _divided(text: str, lengths: Mapping[Story, int]) -> Iterator[tuple[Story, tuple[str, ...]]]:
    start = 0
    for story, length in lengths.items():
        words = text[start : start + max(length, 0)]
        start += max(length, 0)
        yield story, tuple(line for line in _ENDS.split(_printed(words)) if line.strip())


def _printed(text: str) -> str:
    """The text with the results of fields for the fields, and without signs that steer."""
    before = ""
    while before != text:
        before, text = text, _FIELD.sub(lambda field: field[1] or "", text)
    return text.translate(_SIGNS)


def _pieces(table: bytes, document: bytes) -> Iterator[str]:
    """The text, piece by piece; a piece has one or two bytes for a character."""
    position = 0
    while table[position] == _PROPERTIES:
        position += 3 + struct.unpack_from("<H", table, position + 1)[0]
    (size,) = struct.unpack_from("<I", table, position + 1)
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table, position + 5)
    entries = position + 5 + 4 * (count + 1)
    for number in range(count):
        length = ends[number + 1] - ends[number]
        (where,) = struct.unpack_from("<I", table, entries + 8 * number + 2)
        if where & _COMPRESSED:
            start = (where & ~_COMPRESSED) // 2
            yield document[start : start + length].decode("cp1252", "replace")
        else:
            yield document[where : where + 2 * length].decode("utf-16-le", "replace")
