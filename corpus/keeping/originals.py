"""The files that documents come from, as they were given: found by the document that they print."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.keeping.added_files import AddedFiles
from corpus.keeping.picture_kinds import PictureKind, picture_kind
from corpus.keeping.standing import AddedFile
from corpus.readers import TEXTS, read_source
from corpus.records import Document
from corpus.structure.sources import load_origins


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it was given."""

    path: Path
    file: str
    """Its name."""
    mark: str
    """Tells its bytes from those of any other file; hexadecimal."""
    title: str = ""
    """What a publication is called that came with the project; empty for an added file."""
    entry: AddedFile | None = None
    """None for a bundled file."""

    @property
    def pictures(self) -> PictureKind | None:
        """As what its pages are shown; None where they cannot be shown as pictures."""
        return picture_kind(self.path)


class Originals:
    """The files of a folder of source texts and of the added documents."""

    def __init__(self, folder: Path, added: AddedFiles) -> None:
        self._folder = folder
        self._added = added

    def of(self, document: Document) -> Original | None:
        """The file that a document is quoted from; None where it was removed or is gone.

        Raises:
            CorpusError: the folder or the added files cannot be read.
        """
        file = document.sources[0] if document.sources else ""
        entries = (e for e in self._added.entries() if document.number in e.live and e.file == file)
        newest = max(entries, key=lambda entry: entry.sequence, default=None)
        found = self._bundled(file) if newest is None else self._of(newest)
        return found if found and found.path.is_file() else None

    def text(self, original: Original) -> str:
        """All of its text as it was read; empty where that is not kept.

        Raises:
            CorpusError: it is not as it was written, or cannot be read.
        """
        if original.entry is not None:
            return self._added.text(original.entry)
        return read_source(original.path).text if original.path.suffix.lower() in TEXTS else ""

    def _of(self, entry: AddedFile) -> Original:
        return Original(self._added.original(entry), entry.file, entry.sha256, entry=entry)

    def _bundled(self, file: str) -> Original | None:
        """A file of the folder; names of others are none, whatever they hold."""
        titles = {origin.file: origin.title for origin in load_origins(self._folder)}
        path = self._folder / file
        if file not in titles or not path.is_file():
            return None
        stat = path.stat()
        mark = sha256(f"{file}\0{stat.st_size}\0{stat.st_mtime_ns}".encode()).hexdigest()
        return Original(path, file, mark, titles[file])
