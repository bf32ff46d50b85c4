"""What is known of one document: read and understood once, then kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.departments import load_names
from corpus.document_digest import document_digest
from corpus.drafts import DocumentDraft
from corpus.extraction.assemble import assemble
from corpus.extraction.days.validity import document_validity
from corpus.extraction.document_facts.citations import citations
from corpus.extraction.document_facts.replaced_numbers import replaced_numbers
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.suspicions import Remark, Suspicion, cited, named_numbers, remarks
from corpus.keeping.title_keys import TitleKeys
from corpus.keeping.wordings import Wording
from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.progress import Progress
from corpus.records import Document
from corpus.ties import Citation


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document with everything about it that the other documents have no say in."""

    document: Document
    digest: str
    """Of the document."""
    wording: Wording
    begins: date | None
    """The first day that it states for itself; None where it states none."""
    repeals: tuple[str, ...]
    """Numbers that it says are repealed, unless it is a draft; other words may stand glued in front."""
    named: tuple[str, ...]
    """Numbers that its text names, likewise."""
    remarks: tuple[Remark, ...]
    """What to look at, but for the other documents that it cites."""
    citations: tuple[Citation, ...]
    """What it does to other documents, at hand or not."""
    called: TitleKeys

    @property
    def number(self) -> str:
        """Of the document."""
        return self.document.number

    @property
    def prints_number(self) -> bool:
        """Whether its text prints its number, so that neither a title nor a file name stands for it."""
        return all(remark.suspicion is not Suspicion.NO_NUMBER for remark in self.remarks)

    def with_copies(self, sources: Sequence[str]) -> "DocumentRecord":
        """The same, which names further files that hold its text."""
        every = tuple(dict.fromkeys((*self.document.sources, *sources)))
        document = replace(self.document, sources=every)
        return replace(self, document=document, digest=document_digest(document))

    def doubts(self, at_hand: Mapping[str, str]) -> tuple[Remark, ...]:
        """Everything to look at; `at_hand` are the numbers of all documents, by `by_spelling`."""
        others = cited(self.named, self.number, at_hand)
        return (*self.remarks, Remark(self.number, Suspicion.CITED, others)) if others else self.remarks


def understood(draft: DocumentDraft) -> DocumentRecord:
    """The record of a document as it was read."""
    names = load_names()
    document = assemble(draft, names)
    return DocumentRecord(
        document,
        document_digest(document),
        Wording.of(draft),
        document_validity(draft.text, draft.issued).valid_from,
        () if document.draft else replaced_numbers(draft.text),
        named_numbers(draft.text),
        remarks(draft, document, names),
        citations(draft, document.kind),
        TitleKeys.of(draft.title, draft.region),
    )


def read_records(
    path: Path,
    region: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    address: str = "",
    progress: Progress | None = None,
) -> tuple[Intake, tuple[DocumentRecord, ...]]:
    """The file of a path, and the records of the documents that it prints; see `read_intake`.

    Raises:
        SourceError: it cannot be read, or holds nothing that anybody could ask about.
    """
    intake = read_intake(path, region, limits, progress, address=address)
    return intake, records_of(intake.drafts)


def records_of(drafts: Iterable[DocumentDraft]) -> tuple[DocumentRecord, ...]:
    """The records of documents as they were read."""
    return tuple(map(understood, drafts))
