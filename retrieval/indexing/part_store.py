"""The parts of an index on disk, each under a name that tells what it was made from.

A part that is missing or damaged is made anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import numpy as np

from corpus.keeping.sealed import SealedFiles
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.packed_arrays import narrow, unpacked, write_packed
from retrieval.indexing.parts import IndexPart
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.indexing.questions import AskedBefore, Questions, Uncovered
from retrieval.indexing.text_facts import TextFacts
from retrieval.text import SyllableTable, TextReader, WordReadings

_KINDS = {kind.value: kind for kind in PassageKind}
_COUNTED = ("measures", "document", "characters", "syllables", "pairs")
_READINGS = "readings"
_FIELDS = ("keys", "sizes", "units", "counts")


class PartStore:
    """Parts of one code and one encoder; `made_by` tells both from any other."""

    def __init__(self, folder: Path, made_by: str) -> None:
        self._files = SealedFiles(folder)
        self._made_by = made_by

    def part(self, digest: str) -> IndexPart | None:
        """The part of the group of that digest; None where it is not kept."""
        data = self._read(digest)
        return None if data is None else part_of(data)

    def keep(self, digest: str, part: IndexPart) -> None:
        """Keeps the part of the group of that digest."""
        self._files.write(self._name(digest), part_bytes(part))

    def reader(self) -> TextReader:
        """What reads texts by sound: as it is kept, else from the library, and kept."""
        data = self._read(_READINGS)
        if data is not None:
            readings, words, otherwise = json.loads(data)
            otherwise = {word: tuple(syllables.split()) for word, syllables in otherwise.items()}
            return TextReader(SyllableTable(readings), WordReadings(frozenset(words.split()), otherwise))
        reader = TextReader.from_pypinyin()
        otherwise = {word: " ".join(syllables) for word, syllables in reader.words.otherwise.items()}
        kept = (dict(reader.table.readings), " ".join(sorted(reader.words.words)), otherwise)
        self._files.write(self._name(_READINGS), json.dumps(kept, ensure_ascii=False).encode())
        return reader

    def asked(self, asked: AskedBefore) -> tuple[Questions, Uncovered]:
        """The stored questions: as they are kept from the files of that digest, else loaded, and kept.

        Raises:
            QuestionFileError: a file of questions cannot be read.
        """
        data = self._read(asked.digest)
        if data is None:
            data = json.dumps([dict(part) for part in asked.load()]).encode()
            self._files.write(self._name(asked.digest), data)
        questions, uncovered = json.loads(data)
        return _in_tuples(questions), _in_tuples(uncovered)

    def keep_only(self, groups: Iterable[str], asked: str) -> None:
        """Removes all but the readings, the stored questions of a digest, and the parts of some groups."""
        self._files.keep_only({*map(self._name, groups), self._name(asked), self._name(_READINGS)})

    def _read(self, digest: str) -> bytes | None:
        return self._files.read(self._name(digest))

    def _name(self, digest: str) -> str:
        return hashlib.sha256(f"{self._made_by}\n{digest}".encode()).hexdigest()[:32]


def _in_tuples(questions: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {owner: tuple(texts) for owner, texts in questions.items()}


def part_bytes(part: IndexPart) -> bytes:
    """A part as it is kept."""
    arrays = {
        f"{name}.{field}": narrow(getattr(counted, field)) if field != "keys" else counted.keys
        for name, counted in zip(_COUNTED, part.counted, strict=True)
        for field in _FIELDS
    }
    file = BytesIO()
    passages = [(p.owner, p.kind, p.text, p.topic) for p in part.passages]
    write_packed(file, passages, {**arrays, "vectors": part.vectors, **part.facts.arrays()})
    return file.getvalue()


def part_of(data: bytes) -> IndexPart:
    """The part that `part_bytes` wrote; of something else ValueError, KeyError or TypeError is raised."""
    listed, arrays = unpacked(data)
    measures, document, units, syllables, pairs = (
        CountedTexts(
            arrays[f"{name}.keys"].astype(np.uint64),
            *(arrays[f"{name}.{field}"].astype(np.int32) for field in _FIELDS[1:]),
        )
        for name in _COUNTED
    )
    passages = tuple(Passage(owner, _KINDS[kind], text, topic) for owner, kind, text, topic in listed)
    vectors, facts = arrays["vectors"].astype(np.float16), TextFacts.from_arrays(arrays)
    return IndexPart(passages, measures, document, units, syllables, pairs, vectors, facts)
