"""Every version of every document at one moment, and which of them count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.standing import AddedFile, Standing, Version
from corpus.keeping.suspicions import Remark, by_spelling
from corpus.keeping.wordings import Wording


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version of a document and what is known of it."""

    version: Version
    record: DocumentRecord


@dataclass(frozen=True)
class Stock:
    """All versions that can be read, those of bundled documents first, then in the order of adding."""

    digest: str
    """Of the texts, the added files, the data tables and the code that reads them."""
    versions: tuple[KnownVersion, ...]

    @cached_property
    def current(self) -> tuple[DocumentRecord, ...]:
        """Those that count."""
        return tuple(known.record for known in self._standing(Standing.CURRENT))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Of those that count."""
        return tuple(record.number for record in self.current)

    def doubts(self) -> Mapping[str, tuple[Remark, ...]]:
        """Number -> what to look at in the document that counts under it."""
        at_hand = by_spelling(self.numbers)
        return {record.number: record.doubts(at_hand) for record in self.current}

    @cached_property
    def replaced(self) -> tuple[tuple[DocumentRecord, str], ...]:
        """Those that count no more, each with the number of the document that took its place."""
        return tuple(
            (known.record, known.version.successor)
            for known in self._standing(Standing.REPLACED)
            if known.version.successor is not None
        )

    @cached_property
    def bundled(self) -> tuple[Wording, ...]:
        """The words of the bundled documents, also of those that do not count."""
        return tuple(known.record.wording for known in self.versions if known.version.entry is None)

    @cached_property
    def added(self) -> Mapping[str, AddedFile]:
        """Number -> the added file whose document counts."""
        current = (known.version for known in self._standing(Standing.CURRENT))
        return {version.number: version.entry for version in current if version.entry}

    def _standing(self, standing: Standing) -> Iterator[KnownVersion]:
        return (known for known in self.versions if known.version.standing is standing)
