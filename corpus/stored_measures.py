"""Records of measures as they lie on the disk, each read when it is looked at.

A document on the disk has its records here; one that was just understood has them in memory. `ids_of` and
`holding` ask both alike, and read no record that need not be read.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from corpus.errors import RecordsError
from corpus.read_bytes import ReadBytes
from corpus.records import Document, Measure, Role
from corpus.short_titles import title

Item = TypeVar("Item")
_PHONE = b'"phone":"'
"""What the record of a duty with a phone has, and that of one without has not."""
_REMEMBERED = 4096
"""Records: about 8 MB. Reading one takes 15 microseconds, and a question looks at some sixty (2026-11-30)."""


@lru_cache(maxsize=1)
def _record() -> TypeAdapter[Measure]:
    return TypeAdapter(Measure)


def record_bytes(measure: Measure) -> bytes:
    """A record for the disk."""
    return _record().dump_json(measure)


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the measures of a document name, each once, without superior bodies."""

    departments: tuple[tuple[str, str], ...] = ()
    """(as printed, canonical name)."""
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextsEndToEnd:
    """A text for each measure, in UTF-8, one behind the other."""

    data: NDArray[np.uint8]
    starts: NDArray[np.int64]
    """Where each begins, and where the last ends."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "TextsEndToEnd":
        """Those of some measures."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        starts = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), starts)

    def of_rows(self, rows: range) -> list[str]:
        """The texts of some measures, side by side."""
        starts = self.starts[rows.start : rows.stop + 1].tolist()
        listed = self.data[starts[0] : starts[-1]].tobytes()
        ends = [start - starts[0] for start in starts]
        return [listed[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(ends)]


class MeasureRecords:
    """Records end to end, and beside them ids and titles of their measures. Thread-safe."""

    def __init__(
        self,
        texts: ReadBytes,
        starts: NDArray[np.int64],
        ids: TextsEndToEnd,
        titles: TextsEndToEnd,
    ) -> None:
        """Of n measures `starts` has n + 1 numbers: the last is where the last one ends."""
        self._texts, self._starts = texts, starts
        self._ids, self._titles = ids, titles
        self.measure = lru_cache(_REMEMBERED)(self._read)

    def id_at(self, row: int) -> str:
        """The id of a measure."""
        return self._ids.of_rows(range(row, row + 1))[0]

    def ids_at(self, rows: range) -> list[str]:
        """The ids of the measures of some rows, side by side."""
        return self._ids.of_rows(rows)

    def titles_at(self, rows: range) -> list[str]:
        """A few words to tell each measure of some rows by, side by side."""
        return self._titles.of_rows(rows)

    def row_called(self, measure_id: str, rows: range) -> int | None:
        """The one of some rows, side by side, whose measure has this id; None where none has it."""
        starts = self._ids.starts[rows.start : rows.stop + 1]
        listed = self._ids.data[int(starts[0]) : int(starts[-1])].tobytes()
        sought = measure_id.encode("utf-8", "surrogatepass")
        place = listed.find(sought)
        while place >= 0:
            row = int(starts.searchsorted(place + starts[0]))
            if row < len(rows) and self.id_at(rows[row]) == measure_id:
                return rows[row]
            place = listed.find(sought, place + 1)
        return None

    def rows_with(self, words: Collection[str], rows: range, *, calling: bool = False) -> Iterator[int]:
        """Those of some rows, side by side, whose record has one of some words anywhere, ascending.

        Of those `calling` that print a phone for a duty.
        """
        asked = [
            json.dumps(each, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass") for each in words
        ]
        starts = self._starts[rows.start : rows.stop + 1].tolist()
        read = self._texts.span(starts[0], starts[-1]) if rows else b""
        if _has(read, asked, calling=calling):
            for row, (start, end) in zip(rows, pairwise(starts), strict=True):
                if _has(read[start - starts[0] : end - starts[0]], asked, calling=calling):
                    yield row

    def _read(self, row: int) -> Measure:
        start, end = self._starts[row : row + 2].tolist()
        try:
            return _record().validate_json(self._texts.span(start, end))
        except ValidationError as error:
            raise RecordsError("存储的记录读不了。") from error


def _has(read: bytes, asked: Sequence[bytes], *, calling: bool) -> bool:
    return any(sought in read for sought in asked) and (not calling or _PHONE in read)


class _RowsRead(Sequence[Item]):
    """Something of rows side by side, read when it is looked at."""

    __slots__ = ("_read", "_rows")

    def __init__(self, read: Callable[[int], Item], rows: range) -> None:
        self._read, self._rows = read, rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, position: int) -> Item: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Item]: ...

    def __getitem__(self, position: int | slice) -> Item | Sequence[Item]:
        """What stands at a position; of a slice all in it."""
        if isinstance(position, slice):
            return tuple(map(self._read, self._rows[position]))
        return self._read(self._rows[position])


class _Ids(_RowsRead[str]):
    """The ids of measures side by side; all together they are read three times as fast as one by one."""

    __slots__ = ("_records",)

    def __init__(self, records: MeasureRecords, rows: range) -> None:
        super().__init__(records.id_at, rows)
        self._records = records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records.ids_at(self._rows))


class StoredMeasures(_RowsRead[Measure]):
    """The measures of one document on the disk, in order; equal to any sequence of the same measures."""

    __slots__ = ("_records", "named")

    def __init__(self, records: MeasureRecords, rows: range, named: Named) -> None:
        """`rows` are those of the document, `named` is whom they name."""
        super().__init__(records.measure, rows)
        self._records, self.named = records, named

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    @property
    def ids(self) -> Sequence[str]:
        """Of each."""
        return _Ids(self._records, self._rows)

    @property
    def titles(self) -> Sequence[str]:
        """A few words to tell each by."""
        return self._records.titles_at(self._rows)

    def called(self, measure_id: str) -> Measure | None:
        """The one with this id."""
        row = self._records.row_called(measure_id, self._rows)
        return None if row is None else self._records.measure(row)

    def with_words(self, words: Collection[str], *, calling: bool = False) -> Iterator[Measure]:
        """Those whose record has one of some words anywhere, in order; see `MeasureRecords.rows_with`."""
        return map(self._records.measure, self._records.rows_with(words, self._rows, calling=calling))

    def may_print(self, words: Collection[str]) -> bool:
        """Whether a record has one of some words anywhere."""
        return any(True for _ in self._records.rows_with(words, self._rows))


def ids_of(document: Document) -> Sequence[str]:
    """The ids of the measures of a document, in order."""
    measures = document.measures
    return measures.ids if isinstance(measures, StoredMeasures) else tuple(each.id for each in measures)


def titles_of(document: Document) -> Sequence[str]:
    """A few words to tell each measure of a document by, in order."""
    measures = document.measures
    return measures.titles if isinstance(measures, StoredMeasures) else [title(m.sections) for m in measures]


def measure_called(document: Document, measure_id: str) -> Measure | None:
    """The measure of a document with this id; None where it has none."""
    measures = document.measures
    if isinstance(measures, StoredMeasures):
        return measures.called(measure_id)
    return next((measure for measure in measures if measure.id == measure_id), None)


def recording(document: Document, words: Collection[str], *, calling: bool = False) -> Iterable[Measure]:
    """The measures of a document of which some field may have one of some words, in order; in memory all.

    Of those `calling` that may print a phone for a duty.
    """
    measures = document.measures
    return measures.with_words(words, calling=calling) if isinstance(measures, StoredMeasures) else measures


def holding(document: Document, words: str) -> Iterator[Measure]:
    """The measures of a document whose text has these words, in order."""
    return (measure for measure in recording(document, [words]) if words in measure.text)


def may_print(document: Document, words: Collection[str]) -> bool:
    """Whether a measure of a document may print one of some words; of one in memory it may always."""
    measures = document.measures
    return measures.may_print(words) if isinstance(measures, StoredMeasures) else True


def named_in(document: Document) -> Named:
    """Whom the measures of a document name."""
    if isinstance(document.measures, StoredMeasures):
        return document.measures.named
    every = chain.from_iterable(measure.responsibilities for measure in document.measures)
    duties = [duty for duty in every if duty.role is not Role.SUPERIOR]
    return Named(
        tuple(dict.fromkeys((duty.department, duty.canonical) for duty in duties)),
        tuple(dict.fromkeys(duty.office for duty in duties if duty.office)),
    )


def departments_named(document: Document) -> Iterator[tuple[str, str]]:
    """(as printed, canonical name) of the departments that a document names for a measure or for all."""
    yield from named_in(document).departments
    whole = (duty for duty in document.contacts if duty.role is not Role.SUPERIOR)
    yield from ((duty.department, duty.canonical) for duty in whole)
