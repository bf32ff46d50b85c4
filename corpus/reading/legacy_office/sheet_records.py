"""What the records of an Excel 97 workbook hold outside its cells: heads, text boxes, pictures, charts.

Source: MS-XLS, sections 2.4.136 (Header), 2.4.181 (Obj), 2.4.329 (TxO), 2.5.294 (XLUnicodeString).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.reading.compound_files import BrokenContainerError, CompoundFile
from corpus.reading.sheets.sheet_facts import HEADER_CODES
from corpus.text.losses import Loss, LossKind

_STREAM = "Workbook"
_HEADER, _FOOTER, _OBJECT, _BOX_TEXT, _CONTINUE = 0x14, 0x15, 0x5D, 0x1B6, 0x3C
_CHART, _PICTURE, _REMARK = 5, 8, 0x19
"""Codes of a head: fonts, sizes, the side, the page number."""


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """One record: its number and its bytes."""

    kind: int
    data: bytes


def records_of(data: bytes) -> Iterator[SheetRecord]:
    """The records of an Excel 97 workbook in order; none where it is older or cut off."""
    try:
        stream = CompoundFile(data).stream(_STREAM)
    except BrokenContainerError:
        return
    position = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield SheetRecord(kind, stream[position + 4 : position + 4 + length])
        position += 4 + length


def losses_beside_records(data: bytes) -> Iterator[Loss]:
    """Each head, foot, text box, picture and chart of a workbook. Remarks are read with their cells."""
    drawn, waiting = 0, False
    for record in records_of(data):
        if record.kind in (_HEADER, _FOOTER):
            words = HEADER_CODES.sub(" ", unicode_string(record.data, 3, 2)).strip()
            yield from [Loss(LossKind.RUNNING, words)] if words else []
        elif record.kind == _OBJECT and len(record.data) >= 6:
            (drawn,) = struct.unpack_from("<H", record.data, 4)
            yield from _drawn(drawn)
        elif record.kind == _CONTINUE and waiting:
            words = unicode_string(record.data, 1, 0)
            yield from [Loss(LossKind.OBJECT, words)] if words.strip() else []
        waiting = record.kind == _BOX_TEXT and drawn != _REMARK


def _drawn(kind: int) -> Iterator[Loss]:
    if kind == _PICTURE:
        yield Loss(LossKind.PICTURE)
    elif kind == _CHART:
        yield Loss(LossKind.OBJECT)


def unicode_string(data: bytes, start: int, flags: int) -> str:
    """The characters from `start` on; the byte at `flags` says whether each has one byte or two."""
    if len(data) <= flags:
        return ""
    wide = data[flags] & 1
    return data[start:].decode("utf-16-le" if wide else "latin-1", "replace")
