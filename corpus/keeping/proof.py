"""Proof, source by source, that every character of it stands in a document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.drafts import DocumentDraft
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.standing import AddedFile
from corpus.readers import read_source
from corpus.records import PieceKind
from corpus.structure.coverage import contested, uncovered
from corpus.structure.parse import parse_source
from corpus.structure.sources import load_origins


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the characters of one source, white space apart."""

    source: str
    characters: int
    counts: Mapping[PieceKind, int]
    """Characters by the kind of piece that holds them, each counted once."""
    lost: tuple[str, ...]
    """Stretches that stand in no piece."""
    contested: tuple[str, ...]
    """Stretches that stand in pieces of two kinds."""
    documents: tuple[DocumentDraft, ...]

    @property
    def lost_characters(self) -> int:
        """How many characters stand in no piece."""
        return sum(_solid(stretch) for stretch in self.lost)


def prove_folder(folder: Path) -> Iterator[Proof]:
    """The proofs of the source texts of a folder, in the order of its ledger.

    Raises:
        CorpusError: a text cannot be read.
    """
    for origin in load_origins(folder):
        source = read_source(folder / origin.file)
        yield prove(source.name, source.text, parse_source(source, origin))


def prove_library(library: AddedFiles) -> Iterator[Proof]:
    """The proofs of the added files, in the order of adding; those of `library.damaged()` left out.

    Raises:
        CorpusError: the records of a file are of an older shape and it cannot be read any more.
    """
    damaged = library.damaged()
    for entry in library.entries():
        if library.folder_of(entry) not in damaged:
            yield prove_entry(library, entry)


def prove_entry(library: AddedFiles, entry: AddedFile) -> Proof:
    """The proof of one added file."""
    return prove(entry.file, library.text(entry), library.drafts(entry))


def prove(name: str, text: str, documents: Sequence[DocumentDraft]) -> Proof:
    """What became of each character of a text that falls into `documents`."""
    pieces = [piece for document in documents for piece in document.pieces if piece.source == name]
    kinds: dict[int, PieceKind] = {}
    for piece in pieces:
        kinds.update(dict.fromkeys(range(piece.start, piece.end), piece.kind))
    counts = Counter(kind for offset, kind in kinds.items() if not text[offset].isspace())
    clashes = contested(name, pieces)
    return Proof(
        source=name,
        characters=_solid(text),
        counts={kind: counts[kind] for kind in PieceKind if counts[kind]},
        lost=uncovered(name, text, pieces),
        contested=tuple(text[max(a.start, b.start) : min(a.end, b.end)] for a, b in clashes),
        documents=tuple(documents),
    )


def _solid(text: str) -> int:
    """Characters that are no white space."""
    return len("".join(text.split()))
