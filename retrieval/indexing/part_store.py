"""Stores the parts of an index on disk, each under a name derived from what it was made from.

A file is a line of JSON followed by the numbers, one array after the other. A part that is missing or damaged
is made again.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.keeping.sealed import SealedFiles
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.parts import IndexPart
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.indexing.questions import AskedBefore, Questions, Uncovered
from retrieval.text import SyllableTable

_KINDS = {kind.value: kind for kind in PassageKind}

_Numbers = NDArray[np.generic]


class PartStore:
    """Parts made by one version of the code and one encoder, which `made_by` identifies."""

    def __init__(self, folder: Path, made_by: str) -> None:
        self._files = SealedFiles(folder)
        self._made_by = made_by
        self._used: set[str] = set()

    def part(self, digest: str) -> IndexPart | None:
        """The part of the group with that digest; None where it is not stored."""
        data = self._read(digest)
        return None if data is None else _part_of(data)

    def keep(self, digest: str, part: IndexPart) -> None:
        """Stores the part of the group with that digest."""
        self._files.write(self._name(digest), _bytes_of(part))

    def readings(self) -> SyllableTable:
        """The stored readings of characters; missing ones are taken from the library and stored."""
        data = self._read("readings")
        if data is not None:
            return SyllableTable(json.loads(data))
        table = SyllableTable.from_pypinyin()
        self._files.write(self._name("readings"), json.dumps(dict(table.readings)).encode())
        return table

    def asked(self, asked: AskedBefore) -> tuple[Questions, Uncovered]:
        """The questions with that digest; where they are not stored yet, they are loaded and stored.

        Raises:
            QuestionFileError: a file of questions cannot be read.
        """
        data = self._read(asked.digest)
        if data is None:
            data = json.dumps([dict(part) for part in asked.load()]).encode()
            self._files.write(self._name(asked.digest), data)
        questions, uncovered = json.loads(data)
        return _in_tuples(questions), _in_tuples(uncovered)

    def sweep(self) -> None:
        """Removes every part that was not read or written since this object was created."""
        self._files.keep_only(self._used)

    def _read(self, digest: str) -> bytes | None:
        self._used.add(self._name(digest))
        return self._files.read(self._name(digest))

    def _name(self, digest: str) -> str:
        return hashlib.sha256(f"{self._made_by}\n{digest}".encode()).hexdigest()[:32]


def _in_tuples(questions: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {owner: tuple(texts) for owner, texts in questions.items()}


def _bytes_of(part: IndexPart) -> bytes:
    arrays: list[_Numbers] = [
        _narrow(array) for counted in part.counted for array in (counted.sizes, counted.units, counted.counts)
    ]
    arrays.append(part.vectors)
    header = {
        "passages": [(passage.owner, passage.kind, passage.text) for passage in part.passages],
        "terms": [counted.terms for counted in part.counted],
        "arrays": [(array.dtype.str, array.shape) for array in arrays],
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    # A text may contain half a surrogate pair.
    return b"".join((head.encode("utf-8", "surrogatepass"), b"\n", *(array.tobytes() for array in arrays)))


def _part_of(data: bytes) -> IndexPart:
    head, _, body = data.partition(b"\n")
    header = json.loads(head.decode("utf-8", "surrogatepass"))
    arrays = _arrays_of(body, header["arrays"])
    measures, document, units, syllables = (
        CountedTexts(tuple(terms), *(array.astype(np.int32) for array in arrays[3 * row : 3 * row + 3]))
        for row, terms in enumerate(header["terms"])
    )
    passages = [Passage(owner, _KINDS[kind], text) for owner, kind, text in header["passages"]]
    return IndexPart(tuple(passages), measures, document, units, syllables, arrays[-1].astype(np.float16))


def _arrays_of(body: bytes, layout: Sequence[tuple[str, Sequence[int]]]) -> list[_Numbers]:
    arrays, start = [], 0
    for dtype, shape in layout:
        array = np.frombuffer(body, dtype, int(np.prod(shape)), start).reshape(shape)
        arrays.append(array)
        start += array.nbytes
    return arrays


def _narrow(array: NDArray[np.int32]) -> _Numbers:
    """The same numbers, all 0 or more, in the smallest type that fits the largest."""
    return array.astype(np.min_scalar_type(int(array.max(initial=0))))
