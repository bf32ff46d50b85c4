"""The parts of an index on disk, each under a name that tells what it was made from.

A file is a line of JSON and behind it the numbers, one array after the other. A part that is missing or
damaged is made anew.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.keeping.sealed import SealedFiles
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.parts import IndexPart
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.text.syllables import SyllableTable

_READINGS = "readings"
_KINDS = {kind.value: kind for kind in PassageKind}

_Numbers = NDArray[np.generic]


class PartStore:
    """Parts of one code and one encoder; `made_by` tells both from any other."""

    def __init__(self, folder: Path, made_by: str) -> None:
        self._files = SealedFiles(folder)
        self._made_by = made_by

    def part(self, digest: str) -> IndexPart | None:
        """The part of the group of that digest; None where it is not kept."""
        data = self._files.read(self._name(digest))
        return None if data is None else _part_of(data)

    def keep(self, digest: str, part: IndexPart) -> None:
        """Keeps the part of the group of that digest."""
        self._files.write(self._name(digest), _bytes_of(part))

    def readings(self) -> SyllableTable | None:
        """The readings of characters; None where they are not kept."""
        data = self._files.read(self._name(_READINGS))
        return None if data is None else SyllableTable(json.loads(data))

    def keep_readings(self, table: SyllableTable) -> None:
        """Keeps the readings of characters."""
        self._files.write(self._name(_READINGS), json.dumps(dict(table.readings)).encode())

    def sweep(self, digests: Iterable[str]) -> None:
        """Removes all but the readings and the parts of the groups of these digests."""
        self._files.keep_only({self._name(digest) for digest in (_READINGS, *digests)})

    def _name(self, digest: str) -> str:
        return hashlib.sha256(f"{self._made_by}\n{digest}".encode()).hexdigest()[:32]


def _bytes_of(part: IndexPart) -> bytes:
    arrays: list[_Numbers] = [
        _narrow(array) for counted in part.counted for array in (counted.sizes, counted.units, counted.counts)
    ]
    arrays.append(part.vectors)
    header = {
        "passages": [(passage.owner, passage.kind.value, passage.text) for passage in part.passages],
        "terms": [counted.terms for counted in part.counted],
        "arrays": [(array.dtype.str, array.shape) for array in arrays],
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    # A text may hold half a character.
    return b"".join((head.encode("utf-8", "surrogatepass"), b"\n", *(array.tobytes() for array in arrays)))


def _part_of(data: bytes) -> IndexPart:
    head, _, body = data.partition(b"\n")
    header = json.loads(head.decode("utf-8", "surrogatepass"))
    arrays = _arrays_of(body, header["arrays"])
    measures, document, units, syllables = (
        CountedTexts(tuple(terms), *(array.astype(np.int32) for array in arrays[3 * row : 3 * row + 3]))
        for row, terms in enumerate(header["terms"])
    )
    passages = tuple(Passage(owner, _KINDS[kind], text) for owner, kind, text in header["passages"])
    return IndexPart(passages, measures, document, units, syllables, arrays[-1].astype(np.float16))


def _arrays_of(body: bytes, told: Sequence[tuple[str, Sequence[int]]]) -> list[_Numbers]:
    arrays, start = [], 0
    for dtype, shape in told:
        array = np.frombuffer(body, dtype, int(np.prod(shape)), start).reshape(shape)
        arrays.append(array)
        start += array.nbytes
    return arrays


def _narrow(array: NDArray[np.int32]) -> _Numbers:
    """The same numbers, none below 0, in as few bytes as the largest takes."""
    return array.astype(np.min_scalar_type(int(array.max(initial=0))))
