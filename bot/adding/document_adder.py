"""Adding documents: a file is read, the effect of adding it is shown, it is stored, the index follows.

The command, the desk and whatever else brings files use this and say in their own way what came of it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.adding.preview import DocumentPreview, understand
from bot.answering import related_documents
from bot.china_time import today_in_china
from bot.messages import adding as messages
from bot.rendering import tie_lines
from corpus.catalog import Catalog, Replaced
from corpus.cataloguing import catalog_of
from corpus.held_terms import held_term
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.additions import Addition
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.document_record import DocumentRecord, read_records, records_of
from corpus.keeping.intake import Intake
from corpus.keeping.reading_process import ReadingProcess
from corpus.keeping.repeals import repealed, repealed_by
from corpus.keeping.standing import AddedFile
from corpus.keeping.stock import Stock
from corpus.keeping.suspicions import by_spelling
from corpus.keeping.tying import ties_among
from corpus.keeping.wordings import Wording
from corpus.reading.progress import Progress
from corpus.unpacking import Unpacked, UnpackingLimits, unpack


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file as given and its documents as understood."""

    intake: Intake
    records: tuple[DocumentRecord, ...]

    @property
    def issued(self) -> date:
        """When its first document was issued; the first of all days where none says."""
        return min((r.document.issued for r in self.records if r.document.issued), default=date.min)

    @property
    def numbers(self) -> frozenset[str]:
        """Of its documents."""
        return frozenset(record.number for record in self.records)


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """A file brought and what adding it would do."""

    brought: BroughtFile
    replaces: tuple[str, ...]
    """Numbers of the documents that would not count any more."""
    documents: tuple[DocumentPreview, ...]
    is_kept: bool
    """Whether adding it would change nothing."""


class DocumentAdder:
    """Adds and removes documents. Safe to call from several threads: writers take turns."""

    def __init__(
        self,
        collection: DocumentCollection,
        added: AddedFiles,
        process: ReadingProcess,
        refresh: Callable[[], str],
    ) -> None:
        """`refresh` brings the index up to date and says what is there now, or begins to and says ""."""
        self._collection = collection
        self._added = added
        self._process = process
        self._refresh = refresh

    def stock(self) -> Stock:
        """All documents as they are now.

        Raises:
            CorpusError: the folder of texts or the added files cannot be read.
        """
        return self._collection.stock()

    def digest(self) -> str:
        """A digest that changes with the documents, computed without reading them.

        Raises:
            CorpusError: the folder of texts or the added files cannot be read.
        """
        return self._collection.digest()

    def full_number(self, number: str) -> str:
        """The number of a document, replaced or not, that may be called by a part of it.

        Raises:
            RecordsError: there is none, or more than one.
        """
        catalog = catalog_of(self.stock())
        replaced = {kept.document.number for kept in catalog.replaced}
        return number if number in replaced else catalog.document(number).number

    def read(
        self,
        path: Path,
        region: str | None = None,
        progress: Progress | None = None,
        *,
        address: str = "",
    ) -> BroughtFile:
        """The file at a path; a given region takes precedence over the one its text names.

        `address` is where it was fetched from, if it was, and counts before what the file says.

        Raises:
            SourceError: it cannot be read, or not within the limits, or holds nothing to ask about.
        """
        brought = self.read_alone(path, region, progress, address=address)
        return self._renamed(brought, self.stock().bundled)

    def read_alone(
        self,
        path: Path,
        region: str | None = None,
        progress: Progress | None = None,
        *,
        address: str = "",
    ) -> BroughtFile:
        """The same without a look at what is kept: a document without a number goes by its title.

        Raises:
            SourceError: it cannot be read, or not within the limits, or holds nothing to ask about.
        """
        limits = self._process.limits
        intake, records = self._process.do(
            path.name, read_records, path, region, limits, address, progress=progress
        )
        return BroughtFile(intake, records)

    def unpack(self, path: Path, folder: Path) -> Unpacked:
        """The files of an archive, written below a folder.

        Raises:
            SourceError: it cannot be unpacked, leads outside, or exceeds the limits.
        """
        limits = UnpackingLimits(max_file_bytes=self._process.limits.max_bytes)
        return self._process.do(path.name, unpack, path, folder, limits)

    def entries(self) -> tuple[AddedFile, ...]:
        """The added files in the order of adding.

        Raises:
            LibraryError: the folder is there and cannot be read.
        """
        return self._added.entries()

    def withdraw(self, digests: Collection[str], reason: str) -> tuple[str, ...]:
        """Takes the documents of the files of some digests out; their numbers. `refresh` is to follow.

        Raises:
            LibraryError: the folder cannot be written.
        """
        return self._added.withdraw(digests, reason)

    def note_copies(self, digest: str, names: Sequence[str]) -> None:
        """Keeps with the file of a digest the names of others that hold the same text.

        Raises:
            LibraryError: the folder cannot be written.
        """
        self._added.note_copies(digest, names)

    def review(self, files: Sequence[BroughtFile], replaces: Sequence[str] = ()) -> tuple[ReviewedFile, ...]:
        """What adding files one after the other would do, the oldest first, so that the newest counts.

        `replaces` are numbers at hand that do not count any more then, beside those that a file repeals.
        """
        around = _Surroundings.of(self.stock(), files)
        return tuple(
            self._reviewed(file, replaces, around) for file in sorted(files, key=lambda file: file.issued)
        )

    def add(
        self, files: Sequence[ReviewedFile], progress: Progress | None = None
    ) -> list[tuple[Addition, ...]]:
        """Keeps files; what that changed, a file, a document of it. `refresh` is to follow.

        Raises:
            LibraryError: the folder of added files cannot be written.
        """
        bundled = self.stock().bundled
        changes: list[tuple[Addition, ...]] = []
        for file in files:
            brought = self._renamed(file.brought, bundled)
            self._collection.remember(brought.intake, brought.records)
            changes.append(self._added.add(brought.intake, bundled, replaces=file.replaces))
            if progress:
                progress(len(changes), len(files))
        return changes

    def remove(self, number: str) -> None:
        """Takes an added document out; what it replaced counts again. `refresh` is to follow.

        Raises:
            LibraryError: no added document of that number counts, or the folder cannot be written.
        """
        self._added.remove(number)

    def refresh(self) -> str:
        """Brings the index up to date with what was added and removed; returns a message about it, or ""."""
        return self._refresh()

    def _renamed(self, brought: BroughtFile, bundled: Sequence[Wording]) -> BroughtFile:
        """The file with its documents under the names that they are stored under."""
        named = self._added.named(brought.intake, bundled)
        if named == brought.intake:
            return brought
        return BroughtFile(named, self._process.do(named.file, records_of, named.drafts))

    def _reviewed(self, file: BroughtFile, replaces: Sequence[str], around: "_Surroundings") -> ReviewedFile:
        intake, bundled = file.intake, around.stock.bundled
        own = repealed(file.records, around.at_hand, around.today)
        every = tuple(dict.fromkeys((*replaces, *own)))
        spellings = by_spelling(around.at_hand)
        documents = tuple(
            understand(
                record,
                change,
                tuple(around.doubts(record.number)),
                spellings,
                held_term(around.library, record.document, around.today),
                around.tied(record.number),
            )
            for record, change in zip(file.records, self._added.changes(intake, bundled), strict=True)
        )
        return ReviewedFile(file, every, documents, self._added.is_kept(intake, bundled, every))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The documents that new files are compared with."""

    stock: Stock
    today: date
    at_hand: Collection[str]
    """Numbers of all documents that count or are brought."""
    rivals: Mapping[str, int]
    """Number -> how many of the files brought print it."""
    repealed: Mapping[str, str]
    """Number brought -> that of the document which counts now and repeals it."""
    library: Catalog
    """The documents as they would be with the files brought."""

    @classmethod
    def of(cls, stock: Stock, files: Sequence[BroughtFile]) -> "_Surroundings":
        rivals, today = Counter(number for file in files for number in file.numbers), today_in_china()
        repealed = repealed_by(rivals, stock.current, today)
        return cls(stock, today, {*rivals, *stock.numbers}, rivals, repealed, _with(stock, files))

    def tied(self, number: str) -> list[str]:
        """What ties a document to others, at hand or brought with it."""
        block = tie_lines(related_documents(self.library, number, self.today))
        return ["".join(span.text for span in line) for line in block]

    def doubts(self, number: str) -> Iterator[str]:
        """Reasons to doubt whether a document of that number should be stored."""
        if self.rivals[number] > 1:
            yield messages.ADD_RIVALS.format(number=number)
        if number in self.repealed:
            yield messages.ADD_REPEALED.format(by=self.repealed[number])


def _with(stock: Stock, files: Sequence[BroughtFile]) -> Catalog:
    """The catalog with the documents of some files, which count before those of their numbers."""
    every = [*(record for file in reversed(files) for record in file.records), *stock.current]
    records = tuple({record.number: record for record in reversed(every)}.values())
    former = [record for record, _ in stock.replaced]
    replaced = tuple(Replaced(record.document, successor) for record, successor in stock.replaced)
    return Catalog(
        tuple(record.document for record in records), "", replaced, ties=ties_among(records, former)
    )
