"""Compound files, the container of Office before 2007: what stands in them, and the bytes of it.

Source: MS-CFB, sections 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT), 2.6 (directory).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHIFT, _DIRECTORY, _MINI_TABLE, _FURTHER, _LISTED = 30, 48, 60, 68, 76
"""Offsets in the header: the size of a sector as a power of two; the first sectors of the directory, of the
table of small sectors, of the further list of table sectors; and that list itself."""
_LISTED_THERE = 109
_ENTRY, _NAME_BYTES = 128, 64
_LAST_REGULAR = 0xFFFFFFFA
_SHIFTS = (9, 12)
_SMALL, _SMALL_SECTOR = 4096, 64
"""Bytes; a shorter stream stands in small sectors."""
_BROKEN = (struct.error, IndexError, ValueError)


class BrokenContainerError(Exception):
    """A compound file that contradicts itself or ends early."""


@dataclass(frozen=True, slots=True)
class _Stream:
    first: int
    length: int


class CompoundFile:
    """What stands at the top of a compound file, by name.

    Raises:
        BrokenContainerError: its tables contradict each other or are cut off.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            (shift,) = struct.unpack_from("<H", data, _SHIFT)
            if shift not in _SHIFTS:
                raise ValueError(shift)
            self._size = 1 << shift
            self._table = self._numbers(self._table_sectors())
            directory = self._chained(self._header(_DIRECTORY))
            (self._small,) = struct.unpack_from("<I", directory, 116)
            self._streams = {name.casefold(): found for name, found in _entries_below_root(directory)}
        except _BROKEN as error:
            raise BrokenContainerError from error

    @property
    def names(self) -> frozenset[str]:
        """The names of its streams and storages, in small letters. Example: `worddocument`, `1table`."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; names differ by more than their case.

        Raises:
            BrokenContainerError: there is none of that name, or it is cut off.
        """
        try:
            found = self._streams[name.casefold()]
            if found.length >= _SMALL:
                return self._chained(found.first)[: found.length]
            small = self._chained(self._small)
            table = self._numbers(self._sectors(self._header(_MINI_TABLE), self._table))
            numbers = self._sectors(found.first, table)
            pieces = (small[n * _SMALL_SECTOR : (n + 1) * _SMALL_SECTOR] for n in numbers)
            return b"".join(pieces)[: found.length]
        except (KeyError, *_BROKEN) as error:
            raise BrokenContainerError from error

    def _header(self, offset: int) -> int:
        (number,) = struct.unpack_from("<I", self._data, offset)
        return int(number)

    def _table_sectors(self) -> Iterator[int]:
        """The sectors that hold the allocation table; a file has no more of them than sectors."""
        listed = struct.unpack_from(f"<{_LISTED_THERE}I", self._data, _LISTED)
        yield from (number for number in listed if number <= _LAST_REGULAR)
        further = self._header(_FURTHER)
        for _ in range(len(self._data) // self._size):
            if further > _LAST_REGULAR:
                return
            *there, further = self._numbers([further])
            yield from (number for number in there if number <= _LAST_REGULAR)

    def _numbers(self, sectors: Iterator[int] | Sequence[int]) -> list[int]:
        """The numbers that sectors hold."""
        data = b"".join(self._sector(number) for number in sectors)
        return list(struct.unpack(f"<{len(data) // 4}I", data))

    def _sector(self, number: int) -> bytes:
        sector = self._data[(number + 1) * self._size : (number + 2) * self._size]
        if not sector:
            raise ValueError(number)
        return sector.ljust(self._size, b"\x00")

    def _sectors(self, first: int, table: Sequence[int]) -> Iterator[int]:
        """The sectors of a chain; one that bites its tail is broken."""
        number = first
        for _ in range(len(table) + 1):
            if number > _LAST_REGULAR:
                return
            yield number
            number = table[number]
        raise ValueError(first)

    def _chained(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in self._sectors(first, self._table))


def _entries_below_root(directory: bytes) -> Iterator[tuple[str, _Stream]]:
    """Each entry of the tree that the root points to."""
    (top,) = struct.unpack_from("<I", directory, 76)
    waiting, seen = [top], set[int]()
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(directory) // _ENTRY:
            continue
        seen.add(number)
        entry = directory[number * _ENTRY : (number + 1) * _ENTRY]
        (length,), (left, right) = struct.unpack_from("<H", entry, 64), struct.unpack_from("<II", entry, 68)
        name = entry[: max(min(length, _NAME_BYTES) - 2, 0)].decode("utf-16-le", "replace")
        yield name, _Stream(*struct.unpack_from("<II", entry, 116))
        waiting.extend((left, right))
