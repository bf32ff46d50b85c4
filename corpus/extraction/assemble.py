"""Drafts in, records out: every measure with its departments, term and whether it applies."""

from corpus.departments import Names
from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.extraction.applicability import not_applicable
from corpus.extraction.conditions import conditions
from corpus.extraction.consultation import draft_words
from corpus.extraction.marks import marked
from corpus.extraction.responsibilities import responsibilities
from corpus.extraction.validity import document_validity, measure_validity
from corpus.records import Document, Measure, Role, Validity


def assemble(draft: DocumentDraft, names: Names) -> Document:
    """The document with its measures understood."""
    validity = _validity(draft)
    return Document(
        number=draft.number,
        title=draft.title,
        issuer=draft.issuer,
        region=draft.region,
        issued=draft.issued,
        validity=validity,
        sources=draft.sources,
        measures=tuple(_measure(measure, draft, validity, names) for measure in draft.measures),
        differences=draft.differences,
        lead=draft.lead,
    )


def _validity(draft: DocumentDraft) -> Validity:
    """The term of a document; one that is put out for opinions has none, whatever days it prints."""
    called = draft_words(draft.title, draft.text)
    if called:
        return Validity(basis=called, draft=True)
    return marked(draft.marks, document_validity(draft.text, draft.issued))


def _measure(measure: MeasureDraft, document: DocumentDraft, validity: Validity, names: Names) -> Measure:
    duties = responsibilities(measure, names, document.region, _own_office(document))
    basis = not_applicable(measure.sections)
    deadlines = {duty.deadline for duty in duties if duty.role is not Role.SUPERIOR and duty.deadline}
    return Measure(
        id=f"{document.number}#{measure.item}",
        document=document.number,
        item=measure.item,
        heading=measure.heading,
        text=measure.text,
        sections=measure.sections,
        responsibilities=duties,
        validity=measure_validity(measure.text, validity),
        applies=basis is None,
        applies_basis=basis,
        deadline=next(iter(deadlines)) if len(deadlines) == 1 else None,
        conditions=conditions(measure.text),
        reason=measure.reason,
    )


def _own_office(document: DocumentDraft) -> str:
    """The body that issued a document; what it passes on prints the phones of others."""
    return "" if "转发" in document.title else document.issuer
