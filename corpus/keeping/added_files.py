"""The documents that people add, on disk: each file as given, its text, and what was understood.

FOLDER/.lock                     writers take turns
FOLDER/000001-1f3a5c7e/          one added file; the name is its place in the order and its digest
    original/通知.docx             its bytes as given, under its own name
    text.txt                     its text
    drafts.json                  its documents as text, not yet understood
    entry.json                   file name, digest, region, time, numbers, what it replaces, what was removed

A file is added by renaming a finished folder into place, a document removed by renaming a finished
entry.json: whoever reads, and whoever comes after a crash, sees the old or the new.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.drafts import DocumentDraft
from corpus.durable import bytes_of, locked, new_folder, private_folder, replacing, stat_of
from corpus.errors import CorpusError, DamagedTextError, FolderError, NoAddedDocumentError
from corpus.keeping.added_folders import ENTRY, added_digest, added_folders
from corpus.keeping.additions import Addition, addition_of, is_same_file, is_settled, numbers_of
from corpus.keeping.identity import is_called, is_numbered, renumbered, told_apart
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.standing import AddedFile, Standing, Version, versions
from corpus.keeping.wordings import Wording

_DRAFTS, _TEXT, _ORIGINAL = "drafts.json", "text.txt", "original"
_STORED_ENTRY = TypeAdapter(AddedFile)
_STORED_DRAFTS = TypeAdapter(tuple[DocumentDraft, ...])
_log = logging.getLogger(__name__)


class AddedFiles:
    """The added documents of a folder. The folder is made when the first file is added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[Path, tuple[tuple[int, int], AddedFile]] = {}

    def entries(self) -> tuple[AddedFile, ...]:
        """The added files in the order of adding. What is damaged is left out and logged.

        Raises:
            FolderError: the folder is there and cannot be read.
        """
        with self._guarded():
            return tuple(entry for path in added_folders(self.folder) if (entry := self._entry(path)))

    def damaged(self) -> tuple[Path, ...]:
        """Folders of added files that are not as they were written.

        Raises:
            FolderError: the folder is there and cannot be read.
        """
        with self._guarded():
            return tuple(path for path in added_folders(self.folder) if not self._is_sound(path))

    def digest(self) -> str:
        """SHA-256 over what is kept; "" while nothing is.

        Raises:
            FolderError: the folder is there and cannot be read.
        """
        return added_digest(self.folder)

    def drafts(self, entry: AddedFile) -> tuple[DocumentDraft, ...]:
        """The documents of an added file; read from the file again where records of an older shape are kept.

        Raises:
            CorpusError: neither the kept records nor the file can be read.
        """
        path = self.folder_of(entry)
        try:
            return _STORED_DRAFTS.validate_json(bytes_of(path / _DRAFTS))
        except ValidationError:
            drafts = read_intake(self.original(entry), entry.region, address=entry.address).drafts
            same = len(drafts) == len(entry.numbers)
            return tuple(map(renumbered, drafts, entry.numbers)) if same else drafts

    def text(self, entry: AddedFile) -> str:
        """All text of an added file.

        Raises:
            DamagedTextError: it is not as it was written.
        """
        path = self.folder_of(entry) / _TEXT
        try:
            return bytes_of(path).decode("utf-8")
        except UnicodeDecodeError as error:
            raise DamagedTextError(path) from error

    def original(self, entry: AddedFile) -> Path:
        """The file as given."""
        return self.folder_of(entry) / _ORIGINAL / entry.file

    def named(self, intake: Intake, bundled: Sequence[Wording]) -> Intake:
        """The file with its documents under the names that they are kept under."""
        loose = [draft.number for draft in intake.drafts if not is_numbered(draft)]
        if not loose:
            return intake
        entries = self.entries()
        taken = {*numbers_of(bundled), *(number for entry in entries for number in entry.live)}
        alike = {number for number in taken if any(is_called(number, title) for title in loose)}
        known = [d for e in entries if alike & set(e.live) for d in self._readable(e) if d.number in alike]
        return replace(intake, drafts=told_apart(intake.drafts, known, taken))

    def changes(self, intake: Intake, bundled: Sequence[Wording]) -> tuple[Addition, ...]:
        """What adding a file beside the bundled documents would do, one a document, in its order."""
        return self._changes(self.named(intake, bundled), bundled, self.entries())

    def is_kept(self, intake: Intake, bundled: Sequence[Wording], replaces: Sequence[str]) -> bool:
        """Whether adding a file would change nothing: its words are there, nothing of `replaces` counts."""
        intake, entries = self.named(intake, bundled), self.entries()
        changes = self._changes(intake, bundled, entries)
        return is_settled(intake, changes, replaces, versions(numbers_of(bundled), entries))

    def add(
        self,
        intake: Intake,
        bundled: Sequence[Wording] = (),
        *,
        replaces: Sequence[str] = (),
        now: datetime | None = None,
    ) -> tuple[Addition, ...]:
        """Keeps a file; what is there already word for word is not kept twice.

        Returns:
            What changed, one a document, in the order of the file.

        Raises:
            FolderError: the folder cannot be written.
        """
        with self._guarded(), locked(self.folder):
            intake, entries = self.named(intake, bundled), self.entries()
            changes = self._changes(intake, bundled, entries)
            if is_settled(intake, changes, replaces, versions(numbers_of(bundled), entries)):
                return changes
            kept = added_folders(self.folder)
            entry = AddedFile(
                sequence=1 + max((_sequence(path) for path in kept), default=0),
                file=intake.file,
                sha256=intake.sha256,
                region=intake.region,
                added=(now or datetime.now(UTC)).isoformat(timespec="seconds"),
                numbers=tuple(draft.number for draft in intake.drafts),
                replaces=tuple(replaces),
                address=intake.address,
            )
            self._write(entry, intake)
            return changes

    def remove(self, number: str) -> Version:
        """Takes the current version of an added document away; what it replaced counts again.

        Raises:
            NoAddedDocumentError: no added document of that number counts now.
            FolderError: the folder cannot be written.
        """
        with self._guarded(), locked(self.folder):
            every = versions((), self.entries())
            own = [v for v in every if v.number == number and v.standing is Standing.CURRENT]
            if not own or own[0].entry is None:
                raise NoAddedDocumentError(number)
            entry = replace(own[0].entry, removed=(*own[0].entry.removed, number))
            self._rewrite(entry)
            return Version(number, entry, Standing.REMOVED)

    def withdraw(self, digests: Collection[str], reason: str) -> tuple[str, ...]:
        """Takes all documents of the files of some digests away, for a reason that is kept with them.

        Returns:
            The numbers that were taken away.

        Raises:
            FolderError: the folder cannot be written.
        """
        with self._guarded(), locked(self.folder):
            live = [entry for entry in self.entries() if entry.sha256 in digests and entry.live]
            for entry in live:
                self._rewrite(replace(entry, removed=entry.numbers, withdrawn=reason))
            return tuple(dict.fromkeys(number for entry in live for number in entry.live))

    def note_copies(self, digest: str, names: Iterable[str]) -> None:
        """Keeps with the file of a digest the names of others that hold the same text.

        Raises:
            FolderError: the folder cannot be written.
        """
        with self._guarded(), locked(self.folder):
            for entry in self.entries():
                more = [name for name in dict.fromkeys(names) if name not in (entry.file, *entry.copies)]
                if entry.sha256 == digest and entry.live and more:
                    self._rewrite(replace(entry, copies=(*entry.copies, *more)))

    def _rewrite(self, entry: AddedFile) -> None:
        with replacing(self.folder_of(entry) / ENTRY) as file:
            file.write(_STORED_ENTRY.dump_json(entry))

    def _changes(
        self, intake: Intake, bundled: Sequence[Wording], entries: Sequence[AddedFile]
    ) -> tuple[Addition, ...]:
        if any(is_same_file(entry, intake) for entry in entries):
            return (Addition.NONE,) * len(intake.drafts)
        brought = [Wording.of(draft) for draft in intake.drafts]
        current = self._current(bundled, entries, {wording.number for wording in brought})
        return tuple(addition_of(wording, current) for wording in brought)

    def _current(
        self, bundled: Sequence[Wording], entries: Sequence[AddedFile], numbers: Collection[str]
    ) -> list[Wording]:
        """The words that count of the bundled documents, and of the added ones of these numbers."""
        own = {wording.number: wording for wording in bundled}
        counting = [v for v in versions(own, entries) if v.standing is Standing.CURRENT]
        found = [own[version.number] for version in counting if version.entry is None]
        for version in counting:
            if version.entry is not None and version.number in numbers:
                found += [word for word in self._wordings(version.entry) if word.number == version.number]
        return found

    def _wordings(self, entry: AddedFile) -> list[Wording]:
        return [Wording.of(draft) for draft in self._readable(entry)]

    def _readable(self, entry: AddedFile) -> tuple[DocumentDraft, ...]:
        """The documents of an added file; none where it cannot be read any more."""
        try:
            return self.drafts(entry)
        except CorpusError as error:
            _log.warning("event=document_unreadable file=%s reason=%s", entry.file, error)
            return ()

    def _entry(self, path: Path) -> AddedFile | None:
        """What is kept of an added file; read once as long as it does not change."""
        stat = stat_of(path / ENTRY)
        known = self._known.get(path)
        if known is None or stat is None or known[0] != (stat.st_ino, stat.st_mtime_ns):
            entry = _read_entry(path)
            if entry is None or stat is None:
                return None
            known = self._known[path] = ((stat.st_ino, stat.st_mtime_ns), entry)
        return known[1]

    def _is_sound(self, path: Path) -> bool:
        entry = _read_entry(path)
        if entry is None or not self._is_text_whole(entry):
            return False
        return sha256(bytes_of(self.original(entry))).hexdigest() == entry.sha256

    def _is_text_whole(self, entry: AddedFile) -> bool:
        """Whether the text can be read and is long enough for the pieces of its documents."""
        try:
            text, drafts = self.text(entry), self.drafts(entry)
        except (CorpusError, OSError):
            return False
        return max((piece.end for draft in drafts for piece in draft.pieces), default=0) <= len(text)

    def _write(self, entry: AddedFile, intake: Intake) -> None:
        with new_folder(self.folder_of(entry)) as adding:
            private_folder(adding / _ORIGINAL)
            (adding / _ORIGINAL / intake.file).write_bytes(intake.data)
            (adding / _TEXT).write_bytes(intake.text.encode("utf-8"))
            (adding / _DRAFTS).write_bytes(_STORED_DRAFTS.dump_json(intake.drafts))
            (adding / ENTRY).write_bytes(_STORED_ENTRY.dump_json(entry))

    def folder_of(self, entry: AddedFile) -> Path:
        """Where an added file is kept."""
        return self.folder / f"{entry.sequence:06d}-{entry.sha256[:8]}"

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Errors of the disk as errors of ours."""
        try:
            yield
        except OSError as error:
            raise FolderError(self.folder, error.strerror or str(error)) from error


def _sequence(path: Path) -> int:
    number = path.name.partition("-")[0]
    return int(number) if number.isdecimal() else 0


def _read_entry(path: Path) -> AddedFile | None:
    try:
        return _STORED_ENTRY.validate_json((path / ENTRY).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValidationError) as error:
        _log.warning("event=entry_unreadable path=%s reason=%s", path, type(error).__name__)
        return None
