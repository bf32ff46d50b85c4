"""The words of Word 97 and Excel 97 files as they stand in their streams, whatever they are for.

Source: MS-XLS, sections 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString), 2.4.148 (Label), 2.4.268
(String).
"""

import struct
from collections.abc import Iterator

from corpus.reading.compound_files import BrokenContainerError
from corpus.reading.legacy_office import SheetRecord, Story, records_of, stories_of, unicode_string

_SHARED, _CONTINUE, _LABEL, _RESULT = 0xFC, 0x3C, 0x204, 0x207
_BEGIN, _END, _CHART = 0x809, 0x0A, b"\x20\x00"
"""Where a part of the workbook begins, with its kind, and ends; what a chart shows stands in the cells."""
_WIDE, _EXTENDED, _RICH = 1, 4, 8


def words_of_word_97(data: bytes) -> Iterator[str]:
    """The lines of all stories, those of heads once; none where only another program can read the file."""
    try:
        stories = stories_of(data)
    except BrokenContainerError:
        return
    for story, lines in stories.items():
        yield from dict.fromkeys(lines) if story is Story.HEADERS else lines


def words_of_sheets_97(data: bytes) -> Iterator[str]:
    """The words of every cell that holds words, each of the shared ones once; numbers are none."""
    shared: list[bytes] = []
    gathering, parts = False, list[bytes]()
    for record in records_of(data):
        if record.kind == _BEGIN:
            parts.append(record.data[2:4])
        elif record.kind == _END and parts:
            parts.pop()
        gathering = record.kind == _SHARED or (gathering and record.kind == _CONTINUE)
        if gathering:
            shared.append(record.data)
        elif _CHART not in parts:
            yield from _of_cell(record)
    yield from _SharedStrings(shared).strings()


def _of_cell(record: SheetRecord) -> Iterator[str]:
    if record.kind == _LABEL:
        yield unicode_string(record.data, 9, 8)
    elif record.kind == _RESULT:
        yield unicode_string(record.data, 3, 2)


class _SharedStrings:
    """The strings that cells share, over the records that they are cut into."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._piece, self._position = 0, 8

    def strings(self) -> Iterator[str]:
        """Each string; they end where the file does."""
        if not self._pieces or len(self._pieces[0]) < self._position:
            return
        (count,) = struct.unpack_from("<I", self._pieces[0], 4)
        for _ in range(count):
            try:
                yield self._string()
            except (struct.error, IndexError):
                return

    def _string(self) -> str:
        if self._position >= len(self._pieces[self._piece]):
            self._turn()
        length, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self._bytes(4))[0] if flags & _EXTENDED else 0
        words = self._characters(length, wide=bool(flags & _WIDE))
        self._bytes(4 * runs + extra)
        return words

    def _characters(self, length: int, *, wide: bool) -> str:
        """Characters; each further record says anew how wide they are."""
        words = ""
        while len(words) < length:
            left = len(self._pieces[self._piece]) - self._position
            if left <= 0:
                self._turn()
                wide = bool(self._bytes(1)[0] & _WIDE)
                continue
            size = 2 if wide else 1
            taken = self._bytes(min(size * (length - len(words)), left))
            words += taken.decode("utf-16-le" if wide else "latin-1", "replace")
        return words

    def _bytes(self, length: int) -> bytes:
        """The next bytes, from further records where one ends."""
        taken = b""
        while len(taken) < length:
            if self._position >= len(self._pieces[self._piece]):
                self._turn()
            part = self._pieces[self._piece][self._position : self._position + length - len(taken)]
            self._position += len(part)
            taken += part
        return taken

    def _turn(self) -> None:
        self._piece, self._position = self._piece + 1, 0
        if self._piece >= len(self._pieces):
            raise IndexError(self._piece)
