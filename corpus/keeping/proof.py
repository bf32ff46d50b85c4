"""Proof, source by source, that every character of the file is read or named, and stands in a document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.drafts import DocumentDraft
from corpus.errors import SourceError
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.reading_process import ReadingProcess
from corpus.keeping.standing import AddedFile
from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.readers import read_source
from corpus.records import PieceKind
from corpus.structure.coverage import contested, uncovered
from corpus.structure.parse import parse_source
from corpus.structure.sources import load_origins
from corpus.text.losses import Loss
from corpus.witness.shortfall import Shortfall, shortfall_of

_NOTHING_MISSING = Shortfall(0, ())


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
    losses: tuple[Loss, ...] = ()
    """What the file holds and the text leaves out."""
    shortfall: Shortfall = _NOTHING_MISSING
    """What a plain reading of the file has and neither the text nor a loss holds."""

    @property
    def lost_characters(self) -> int:
        """How many characters stand in no piece."""
        return sum(_solid(stretch) for stretch in self.lost)

    @property
    def is_scanned(self) -> bool:
        """Whether its text was read from pictures, so that nothing tells whether it is all."""
        return any(document.scanned for document in self.documents)

    @property
    def is_whole(self) -> bool:
        """Whether the text holds all of the file."""
        return not self.losses and not self.shortfall.missing


def prove_folder(folder: Path) -> Iterator[Proof]:
    """The proofs of the source texts of a folder, in the order of its ledger.

    Raises:
        CorpusError: a text cannot be read.
    """
    for origin in load_origins(folder):
        path = folder / origin.file
        source = read_source(path)
        proof = prove(source.name, source.text, parse_source(source, origin))
        yield _with_shortfall(proof, path, source.text, source.dropped)


def prove_library(library: AddedFiles, process: ReadingProcess) -> Iterator[Proof | SourceError]:
    """The proofs of the added files, in the order of adding; those of `library.damaged()` left out.

    Of a file that cannot be read any more it is the error that says why.
    """
    damaged = library.damaged()
    for entry in library.entries():
        if library.folder_of(entry) not in damaged:
            try:
                yield process.do(entry.file, prove_entry, library, entry, process.limits)
            except SourceError as error:
                yield error


def prove_entry(library: AddedFiles, entry: AddedFile, limits: Limits = DEFAULT_LIMITS) -> Proof:
    """The proof of one added file: of the text that is kept, against the file itself.

    A scan is not read again: nothing plainer could be its witness, and a page takes seconds.

    Raises:
        CorpusError: the file cannot be read any more.
    """
    path, text, drafts = library.original(entry), library.text(entry), library.drafts(entry)
    proof = prove(entry.file, text, drafts)
    if proof.is_scanned:
        return proof
    return _with_shortfall(proof, path, text, read_source(path, limits).dropped, limits)


def _with_shortfall(
    proof: Proof, path: Path, text: str, losses: tuple[Loss, ...], limits: Limits = DEFAULT_LIMITS
) -> Proof:
    shortfall = shortfall_of(path.name, path.read_bytes(), text, losses, limits)
    return replace(proof, losses=losses, shortfall=shortfall)


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
