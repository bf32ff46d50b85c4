"""What a part of an index is in the tables of an engine: rows by unit, vectors, texts, and its sketch.

The *sketch* is what a reader keeps of a part: whose its passages are, of which kind, and how long each text
is in units; no unit, no vector and no text.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings import unit_rows
from retrieval.engine.schema import SPOT_BITS
from retrieval.indexing import (
    KINDS,
    VECTOR_KINDS,
    CountedTexts,
    IndexPart,
    Numbers,
    TextFacts,
    unpacked,
    write_packed,
)

MOST_TEXTS = 1 << 16
"""A part has fewer passages, since a posting tells one by two bytes; a long gazette has some thousands."""
_POSTING = np.dtype([("spot", "<u2"), ("count", "<u2")])
POSTING_BYTES = _POSTING.itemsize

CHANNELS = ("whole", "documents", "text", "questions", "pairs", "sounds", "question_sounds")
"""What is counted in how many texts a unit stands; their positions stand for them in `unit_counts`."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a reader keeps of a part."""

    owners: tuple[str, ...]
    """Ids of measures, or the kind of questions that no measure answers."""
    owner_of: NDArray[np.int32]
    """For each passage the position of its owner."""
    kinds: NDArray[np.uint8]
    """For each passage its position in `KINDS`."""
    measures: NDArray[np.float32]
    """Units in the text of each measure; the next three: of the document, and of each encoded passage."""
    document: NDArray[np.float32]
    characters: NDArray[np.float32]
    syllables: NDArray[np.float32]
    facts: TextFacts

    @classmethod
    def of(cls, part: IndexPart) -> "Sketch":
        """The sketch of a part."""
        owners = tuple(dict.fromkeys(passage.owner for passage in part.passages))
        place = {owner: n for n, owner in enumerate(owners)}
        return cls(
            owners,
            np.array([place[passage.owner] for passage in part.passages], dtype=np.int32),
            np.array([KINDS.index(passage.kind) for passage in part.passages], dtype=np.uint8),
            _lengths(part.measures),
            _lengths(part.document),
            _lengths(part.characters),
            _lengths(part.syllables),
            part.facts,
        )

    def to_bytes(self) -> bytes:
        """The sketch for a row."""
        file = BytesIO()
        arrays: dict[str, Numbers] = {name: getattr(self, name) for name in _ARRAYS}
        write_packed(file, self.owners, {**arrays, **self.facts.arrays()})
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Sketch":
        """The sketch that `to_bytes` gave."""
        owners, arrays = unpacked(data)
        own: dict[str, Any] = {name: arrays[name].copy() for name in _ARRAYS}
        return cls(tuple(owners), facts=TextFacts.from_arrays(arrays), **own)


_ARRAYS = ("owner_of", "kinds", "measures", "document", "characters", "syllables")


def _lengths(counted: CountedTexts) -> NDArray[np.float32]:
    texts = np.repeat(np.arange(counted.sizes.size), counted.sizes)
    return np.bincount(texts, counted.counts, counted.sizes.size).astype(np.float32)


def word_rows(part: IndexPart, number: int) -> Iterator[tuple[int, int, int, bytes, bytes]]:
    """Rows of `words`: unit, part, times in the document, postings of measures, postings of passages."""
    measures = _postings(part.measures, np.arange(part.measures.sizes.size))
    passages = _postings(part.characters, _spots(part))
    stated = signed(part.document.keys[part.document.units])
    document = dict(zip(stated, part.document.counts.tolist(), strict=True))
    for unit in sorted({*measures, *passages, *document}):
        yield unit, number, document.get(unit, 0), measures.get(unit, b""), passages.get(unit, b"")


def passage_rows(counted: CountedTexts, part: IndexPart, number: int) -> Iterator[tuple[int, int, bytes]]:
    """Rows of the other tables by unit, from what is counted of the encoded passages of a part."""
    for unit, postings in _postings(counted, _spots(part)).items():
        yield unit, number, postings


def vector_rows(
    part: IndexPart, number: int, line: str, region: str
) -> Iterator[tuple[int, str, str, bytes]]:
    """Rows of the tables of vectors: id, line, region, and the vector as the engine is sent it."""
    compared = VECTOR_KINDS["text"], VECTOR_KINDS["questions"]
    vectors = unit_rows(part.vectors.astype(np.float32)).astype(">f2")
    head = struct.pack(">hh", vectors.shape[1], 0)
    for spot, vector in zip(_spots(part).tolist(), vectors, strict=True):
        if part.passages[spot].kind in compared:
            yield (number << SPOT_BITS) + spot, line, region, head + vector.tobytes()


def text_rows(part: IndexPart, number: int) -> Iterator[tuple[int, str]]:
    """Rows of `passages`; what a database cannot hold of a text is left out."""
    for spot, passage in enumerate(part.passages):
        text = passage.text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
        yield (number << SPOT_BITS) + spot, text


Counts = Mapping[str, tuple[NDArray[np.uint64], NDArray[np.int64]]]
"""Channel -> units, ascending, and in how many texts each stands."""


def counts_of(parts: Sequence[IndexPart]) -> Counts:
    """In how many texts of some parts the units of each channel stand."""
    documents = [part for part in parts if part.document.sizes.size]
    questions = [part for part in parts if not part.document.sizes.size]
    return {
        "whole": _texts_with([part.measures for part in documents]),
        "documents": _texts_with([part.document for part in documents]),
        "text": _texts_with([part.characters for part in documents]),
        "questions": _texts_with([part.characters for part in questions]),
        "pairs": _texts_with([part.pairs for part in documents]),
        "sounds": _texts_with([part.syllables for part in documents]),
        "question_sounds": _texts_with([part.syllables for part in questions]),
    }


def _texts_with(counted: Sequence[CountedTexts]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    joined = CountedTexts.joined(counted)
    return joined.keys, np.bincount(joined.units, minlength=joined.keys.size)


def _spots(part: IndexPart) -> NDArray[np.intp]:
    """The positions in a part of its encoded passages."""
    return np.array([n for n, passage in enumerate(part.passages) if passage.encoded], dtype=np.intp)


def _postings(counted: CountedTexts, spots: NDArray[np.intp]) -> dict[int, bytes]:
    """Unit -> its postings, text after text."""
    texts = np.repeat(np.arange(counted.sizes.size), counted.sizes)
    order = np.argsort(counted.units, kind="stable")
    postings = np.empty(order.size, dtype=_POSTING)
    postings["spot"] = spots[texts[order]]
    postings["count"] = np.minimum(counted.counts[order], np.iinfo(np.uint16).max)
    data = postings.tobytes()
    ends = (np.cumsum(np.bincount(counted.units, minlength=counted.keys.size)) * POSTING_BYTES).tolist()
    return {
        unit: data[start:end]
        for unit, start, end in zip(signed(counted.keys), [0, *ends], ends, strict=False)
    }


def read_postings(data: bytes) -> NDArray[np.void]:
    """Postings as numbers: `spot` and `count` of each."""
    return np.frombuffer(data, dtype=_POSTING)


def signed(keys: NDArray[np.uint64]) -> list[int]:
    """Numbers of units as the engine keeps them, which knows no unsigned ones."""
    signed: list[int] = keys.view(np.int64).tolist()
    return signed
