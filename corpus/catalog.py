"""All documents of a folder as records, and looking things up in them."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.departments import Names, load_names
from corpus.directory import Directory
from corpus.drafts import DocumentDraft
from corpus.errors import RecordsError, SourceError
from corpus.extraction.assemble import assemble
from corpus.extraction.contacts import contacts, printed_contacts
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.confirmations import UNCONFIRMED, Confirmations, Confirmed
from corpus.keeping.standing import Standing, Version
from corpus.records import Contact, Document, Measure
from corpus.regions import Region, load_regions, region_of
from corpus.structure.parse import parse_sources

_CODE = Path(__file__).parent
_NOT_IN_NUMBERS = re.compile(r"[\s\[\]【】〔〕（）()第]")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document that does not count any more, and the number of the one that took its place."""

    document: Document
    by: str


@dataclass(frozen=True, slots=True)
class StoredCatalog:
    """What is written to disk."""

    digest: str
    documents: tuple[Document, ...]
    replaced: tuple[Replaced, ...] = ()
    confirmed: Confirmed = UNCONFIRMED


_STORED = TypeAdapter(StoredCatalog)
_DOCUMENT = TypeAdapter(Document)


@dataclass(frozen=True)
class Catalog:
    """Documents and measures with the directory of departments. Never changes once made."""

    documents: tuple[Document, ...]
    digest: str
    """Of the source texts, the data tables and the code that read them."""
    replaced: tuple[Replaced, ...] = ()
    """Kept to be shown; never searched or answered from."""
    confirmed: Confirmed = UNCONFIRMED
    """Phones of the staff, which win over the printed ones."""

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures in the order of their documents."""
        return tuple(measure for document in self.documents for measure in document.measures)

    @cached_property
    def regions(self) -> Collection[str]:
        """The regions that the documents belong to, in order of appearance."""
        return tuple(dict.fromkeys(document.region for document in self.documents if document.region))

    @property
    def names(self) -> Names:
        """Names of departments."""
        return load_names()

    @cached_property
    def directory(self) -> Directory:
        """Departments with their offices and phones."""
        return Directory.of(self._desks())

    def region(self, name: str) -> Region | None:
        """What is known of a region: of one of the table, or of one that a document brought; else None."""
        return region_of(name) if name in load_regions() or name in self.regions else None

    def measure(self, measure_id: str) -> Measure:
        """The measure of an id.

        Raises:
            RecordsError: there is none.
        """
        try:
            return self._measures_by_id[measure_id]
        except KeyError:
            raise RecordsError(
                f"没有编号为“{measure_id}”的措施。请用 wenzheng corpus list 查看文件。"
            ) from None

    def document(self, number: str) -> Document:
        """The document of a number; a part such as 11号文 will do where only one number ends so.

        Raises:
            RecordsError: none, or more than one.
        """
        found = [document for document in self.documents if document.number == number]
        found = found or [document for document in self.documents if _is_called(document.number, number)]
        if len(found) != 1:
            which = "、".join(document.number for document in found)
            raise RecordsError(
                f"文号“{number}”对应多份文件：{which}。请写全文号。"
                if found
                else f"没有文号为“{number}”的文件。"
            )
        return found[0]

    def document_of(self, measure: Measure) -> Document:
        """The document that a measure belongs to."""
        return self.document(measure.document)

    def contacts(self, measure: Measure) -> tuple[Contact, ...]:
        """Whom to call: as printed, lead first; where no phone is printed, what the directory lends.

        Phones of the staff stand in place of the printed ones, and where none is printed.
        """
        document = self.document_of(measure)
        region = self.region(document.region)
        found = contacts(measure, document, self.directory, region)
        own = [
            each
            for contact in found
            if not contact.inferred
            for each in self.confirmed.completed(contact, document.region, region)
        ]
        reached = {contact.canonical for contact in own if contact.phone}
        lent = (contact for contact in found if contact.inferred and contact.canonical not in reached)
        return (*own, *lent)

    def to_json(self) -> bytes:
        """The records for the disk."""
        return _STORED.dump_json(StoredCatalog(self.digest, self.documents, self.replaced, self.confirmed))

    @classmethod
    def from_json(cls, text: bytes) -> "Catalog":
        """The catalog that `to_json` wrote.

        Raises:
            RecordsError: the text is something else.
        """
        try:
            stored = _STORED.validate_json(text)
        except ValidationError as error:
            raise RecordsError("存储的记录读不了。请重新运行 wenzheng index。") from error
        return cls(stored.documents, stored.digest, stored.replaced, stored.confirmed)

    @cached_property
    def _measures_by_id(self) -> dict[str, Measure]:
        return {measure.id: measure for measure in self.measures}

    def _desks(self) -> Iterator[tuple[str, Contact]]:
        printed = tuple(self._printed())
        for region, contact in printed:
            yield region, self.confirmed.applied(contact, region, self.region(region))
        yield from self.confirmed.desks(printed, self.region)

    def _printed(self) -> Iterator[tuple[str, Contact]]:
        for document in self.documents:
            region = self.region(document.region)
            for measure in document.measures:
                for contact in printed_contacts(measure, document, region):
                    yield document.region, contact


def load_catalog(
    folder: Path, library: AddedFiles | None = None, confirmations: Confirmations | None = None
) -> Catalog:
    """The catalog of the source texts in a folder, parsed anew, and of the documents added to a library.

    The phones of `confirmations` win over those that the documents print.

    Raises:
        SourceError: the folder or one of its texts cannot be read.
        LibraryError: the library cannot be read.
    """
    digest = folder_digest(folder, library, confirmations)
    confirmed = confirmations.now() if confirmations else UNCONFIRMED
    bundled = load_drafts(folder)
    if library is None:
        documents = [assemble(draft, load_names()) for draft in bundled]
        return Catalog(tuple(documents), digest, confirmed=confirmed)
    documents = []
    replaced: list[Replaced] = []
    for version, draft in _held(bundled, library):
        if version.standing is Standing.CURRENT:
            documents.append(assemble(draft, load_names()))
        elif version.successor is not None:
            replaced.append(Replaced(assemble(draft, load_names()), version.successor))
    return Catalog(tuple(documents), digest, tuple(replaced), confirmed)


def document_digest(document: Document) -> str:
    """SHA-256 over everything that is known of a document."""
    return hashlib.sha256(_DOCUMENT.dump_json(document)).hexdigest()


def load_drafts(folder: Path) -> tuple[DocumentDraft, ...]:
    """The documents of the source texts in a folder as text; parsed anew where a text has changed.

    Raises:
        SourceError: the folder or one of its texts cannot be read.
    """
    try:
        return _parsed(folder, _contents(folder.iterdir()))
    except OSError as error:
        raise _unreadable(folder, error) from error


def folder_digest(
    folder: Path, library: AddedFiles | None = None, confirmations: Confirmations | None = None
) -> str:
    """SHA-256 over the texts of a folder and a library, confirmed phones, the data tables and the code.

    Raises:
        SourceError: the folder or one of its texts cannot be read.
        LibraryError: the library cannot be read.
    """
    try:
        digest = hashlib.sha256(_contents(folder.iterdir(), _CODE.glob("*.toml"), _CODE.rglob("*.py")))
    except OSError as error:
        raise _unreadable(folder, error) from error
    for kept in (library, confirmations):
        digest.update((kept.digest() if kept else "").encode())
    return digest.hexdigest()


def _contents(*folders: Iterable[Path]) -> bytes:
    """SHA-256 over the names, sizes and bytes of files, those of each folder in order."""
    digest = hashlib.sha256()
    for file in (file for folder in folders for file in sorted(folder) if file.is_file()):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.digest()


@lru_cache(maxsize=1)
def _parsed(folder: Path, contents: bytes) -> tuple[DocumentDraft, ...]:
    """The documents of a folder with those contents: the staff's pages read them after every change."""
    return parse_sources(folder)


def _held(bundled: Sequence[DocumentDraft], library: AddedFiles) -> Iterator[tuple[Version, DocumentDraft]]:
    """Every version that can be read, with its document."""
    own = {draft.number: draft for draft in bundled}
    for version in library.versions(bundled):
        draft = own[version.number] if version.entry is None else library.draft(version)
        if draft is not None:
            yield version, draft


def _unreadable(folder: Path, error: OSError) -> SourceError:
    return SourceError(f"文件夹读不了：{folder}（{error}）。请检查路径和权限。")


def _is_called(number: str, called: str) -> bool:
    """Whether people may mean a document by a part of its number.

    Example: "周政办字〔2024〕11号" is called "周政办字2024 11号文"; "1号" is not 11号.
    """
    bare = _NOT_IN_NUMBERS.sub("", number)
    asked = _NOT_IN_NUMBERS.sub("", called).removesuffix("文")
    if not asked or not bare.endswith(asked):
        return False
    before = bare[: len(bare) - len(asked)]
    return not (before and before[-1].isdigit() and asked[0].isdigit() and not _starts_number(asked, bare))


def _starts_number(asked: str, bare: str) -> bool:
    """Whether the digits asked for start where a year ends. Example: 11号 in 周政办字202411号."""
    year = re.search(r"(?:19|20)\d\d(?=\d+号$)", bare)
    return year is not None and bare[year.end() :] == asked
