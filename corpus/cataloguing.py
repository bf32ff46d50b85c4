"""The catalog of what there is: of a stock, and of documents that are read and understood here."""

from collections.abc import Iterable
from pathlib import Path

from corpus.catalog import Catalog, Phones, Replaced, unconfirmed
from corpus.document_digest import document_digest
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.stock import Stock
from corpus.keeping.tying import ties_among
from corpus.records import Document


def catalog_of(stock: Stock, phones: Phones = unconfirmed) -> Catalog:
    """The catalog of what there is, under the phones of the staff."""
    documents = tuple(record.document for record in stock.current)
    replaced = tuple(Replaced(record.document, successor) for record, successor in stock.replaced)
    ties = ties_among(stock.current, [record for record, _ in stock.replaced])
    return Catalog(
        documents, stock.digest, replaced, phones, ties, digest_of=KeptDigests(stock.current).digest_of
    )


class KeptDigests:
    """The digests of documents as they are kept in their records."""

    def __init__(self, records: Iterable[DocumentRecord]) -> None:
        self._records = {id(record.document): record for record in records}

    def digest_of(self, document: Document) -> str:
        """That of a document, which is worked out where it is none of the recorded ones."""
        record = self._records.get(id(document))  # each is kept here, so that its id stays its own
        return document_digest(document) if record is None else record.digest


def load_catalog(folder: Path, added: AddedFiles | None = None, phones: Phones = unconfirmed) -> Catalog:
    """The catalog of the source texts in a folder and of the added files, read and understood here.

    Raises:
        SourceError: the folder or one of its texts cannot be read.
        LibraryError: the added files cannot be read.
    """
    return catalog_of(DocumentCollection(folder, added).stock(), phones)
