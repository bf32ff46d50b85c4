"""Documents as a segment keeps them: what is known of each whole, and apart the records of its measures."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from sys import intern

import numpy as np

from corpus.read_bytes import ReadBytes
from corpus.records import Document
from corpus.set_aside import set_aside
from corpus.stored_measures import (
    MeasureRecords,
    Named,
    StoredMeasures,
    TextsEndToEnd,
    ids_of,
    named_in,
    record_bytes,
    titles_of,
)
from retrieval.indexing.packed_arrays import Numbers

_STARTS, _ENDS, _NAMED = "records.starts", "records.ends", "records.named"
_IDS, _TITLES = "records.ids", "records.titles"


@dataclass(frozen=True, slots=True)
class WrittenRecords:
    """What is written of some documents."""

    documents: tuple[Document, ...]
    """Without their measures."""
    measures: bytes
    """Their records, end to end."""
    arrays: Mapping[str, Numbers]
    """Where these begin, ids and titles of measures, how many are before the end of each document, and whom
    it names."""


def written_records(documents: Sequence[Document]) -> WrittenRecords:
    """Documents for the disk."""
    records = [record_bytes(measure) for document in documents for measure in document.measures]
    arrays: dict[str, Numbers] = {
        _STARTS: np.cumsum([0, *map(len, records)], dtype=np.int64),
        **_texts(_IDS, chain.from_iterable(map(ids_of, documents))),
        **_texts(_TITLES, chain.from_iterable(map(titles_of, documents))),
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
    starts = arrays[_STARTS].astype(np.int64, copy=False)
    read = MeasureRecords(records, starts, _read_texts(_IDS, arrays), _read_texts(_TITLES, arrays))
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


def _texts(name: str, texts: Iterable[str]) -> dict[str, Numbers]:
    """Texts of measures as arrays."""
    every = TextsEndToEnd.of(texts)
    return {name: every.data, f"{name}.starts": every.starts}


def _read_texts(name: str, arrays: Mapping[str, Numbers]) -> TextsEndToEnd:
    data, starts = arrays[name], arrays[f"{name}.starts"]
    return TextsEndToEnd(data.astype(np.uint8, copy=False), starts.astype(np.int64, copy=False))
