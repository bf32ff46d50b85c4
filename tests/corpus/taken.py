"""The whole path of a file that somebody brings, and its records as plain tuples to compare."""

from pathlib import Path

from corpus.departments import load_names
from corpus.dialling import dial
from corpus.drafts import DocumentDraft
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.proof import prove
from corpus.records import Document, Measure, Role
from corpus.regions import region_of

LEAD, DUTY, HELP = Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT

Who = tuple[str, Role, str | None, str | None, str | None, str | None]
"""Department, role, office, person, phone, deadline."""


def taken(path: Path, region: str | None = None) -> Document:
    """The one document of a file; no character of the file is lost on the way."""
    intake = read_intake(path, region)
    (draft,) = intake.drafts
    assert not lost(intake)
    return understood(draft)


def understood(draft: DocumentDraft) -> Document:
    return assemble(draft, load_names())


def lost(intake: Intake) -> tuple[str, ...]:
    return prove(intake.file, intake.text, intake.drafts).lost


def head(document: Document) -> tuple[str, str, str, str]:
    issued = document.issued.isoformat() if document.issued else ""
    return document.number, document.title, document.issuer, issued


def term(document: Document) -> tuple[str, str]:
    start, end = document.validity.valid_from, document.validity.until
    return start.isoformat() if start else "", end.isoformat() if end else ""


def texts(document: Document) -> dict[str, str]:
    return {measure.item: measure.text for measure in document.measures}


def who(measure: Measure) -> list[Who]:
    return [(d.department, d.role, d.office, d.person, d.phone, d.deadline) for d in measure.responsibilities]


def whose(document: Document) -> dict[str, list[Who]]:
    return {measure.item: who(measure) for measure in document.measures}


def dialled(document: Document) -> dict[str, list[str | None]]:
    region = region_of(document.region)
    return {m.item: [dial(d.phone, region) for d in m.responsibilities] for m in document.measures}
