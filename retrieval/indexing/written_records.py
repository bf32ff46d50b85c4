"""Documents as a segment keeps them: what is known of each whole, and apart the records of its measures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from sys import intern

import numpy as np
from numpy.typing import NDArray

from corpus.read_bytes import ReadBytes
from corpus.records import Document
from corpus.set_aside import set_aside
from corpus.stored_measures import MeasureRecords, Named, StoredMeasures, ids_of, named_in, record_bytes
from retrieval.indexing.packed_arrays import Numbers

_STARTS, _IDS, _ID_STARTS, _ENDS = "records.starts", "records.ids", "records.id_starts", "records.ends"
_NAMED = "records.named"


@dataclass(frozen=True, slots=True)
class WrittenRecords:
    """What is written of some documents."""

    documents: tuple[Document, ...]
    """Without their measures."""
    measures: bytes
    """Their records, end to end."""
    arrays: Mapping[str, Numbers]
    """Where these begin, the ids of measures, how many are before the end of each document, whom it names."""


def written_records(documents: Sequence[Document]) -> WrittenRecords:
    """Documents for the disk."""
    records = [record_bytes(measure) for document in documents for measure in document.measures]
    ids = [name.encode("utf-8", "surrogatepass") for document in documents for name in ids_of(document)]
    arrays: dict[str, Numbers] = {
        _STARTS: _starts(records),
        _IDS: np.frombuffer(b"".join(ids), dtype=np.uint8),
        _ID_STARTS: _starts(ids),
        _ENDS: np.cumsum([len(document.measures) for document in documents], dtype=np.int64),
    }
    named = [(each.departments, each.offices) for each in map(named_in, documents)]
    arrays[_NAMED] = np.frombuffer(
        json.dumps(named, ensure_ascii=False).encode("utf-8", "surrogatepass"), dtype=np.uint8
    )
    bare = tuple(replace(document, measures=()) for document in documents)
    return WrittenRecords(bare, b"".join(records), arrays)


def with_records(
    documents: Sequence[Document], records: ReadBytes, arrays: Mapping[str, Numbers]
) -> tuple[Document, ...]:
    """The documents whose measures are read from the disk when they are looked at.

    Raises:
        KeyError: an array is missing.
        ValueError: the arrays are of other documents.
    """
    starts, id_starts = (arrays[name].astype(np.int64, copy=False) for name in (_STARTS, _ID_STARTS))
    read = MeasureRecords(records, starts, arrays[_IDS].astype(np.uint8, copy=False), id_starts)
    spans, named = pairwise(chain((0,), arrays[_ENDS].tolist())), _named(arrays[_NAMED].tobytes())
    return tuple(
        replace(document, measures=StoredMeasures(read, range(*span), who))
        for document, span, who in zip(documents, spans, named, strict=True)
    )


def with_records_aside(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Documents in memory with the records of their measures out of it."""
    written = written_records(documents)
    return with_records(written.documents, set_aside(written.measures), written.arrays)


def _named(text: bytes) -> Iterator[Named]:
    """Whom each document names; equal names are one object."""
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for departments, offices in json.loads(text.decode("utf-8", "surrogatepass")):
        pairs = ((department, canonical) for department, canonical in departments)
        yield Named(tuple(known.setdefault(pair, pair) for pair in pairs), tuple(map(intern, offices)))


def _starts(texts: Sequence[bytes]) -> NDArray[np.int64]:
    """Where each text begins, and where the last ends."""
    return np.cumsum([0, *map(len, texts)], dtype=np.int64)
