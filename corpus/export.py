"""The records on paper: one measure as plain data, and as a row of the ledger that a clerk would print."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corpus.catalog import Catalog
from corpus.held_terms import HeldTerm, held_term
from corpus.records import Contact, Document, Measure, Role

Further = Callable[[Measure], Mapping[str, Any]]
"""Fields of a measure that another layer adds."""


def _nothing(_: Measure) -> Mapping[str, Any]:
    """No further fields."""
    return {}


_WHERE_TRUE = ("confirmed", "of_document", "printed_at")
_SPOKEN_FOR = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One measure in a table. Each of `offices`, `persons` and `phones` names whose it is."""

    number: str
    title: str
    item: str
    measure: str
    lead: tuple[str, ...]
    """Who leads, or is responsible where nobody leads; as printed."""
    support: tuple[str, ...]
    offices: tuple[str, ...]
    persons: tuple[str, ...]
    phones: tuple[str, ...]
    """As dialled from anywhere, else as printed; only numbers that the measure itself prints."""
    deadlines: tuple[str, ...]
    term: HeldTerm


def json_lines(catalog: Catalog, as_of: date, further: Further = _nothing) -> Iterator[str]:
    """Every measure as one line of JSON, validity judged on the day `as_of`, with its further fields."""
    for document in catalog.documents:
        for measure in document.measures:
            term = held_term(catalog, measure, as_of)
            data = measure_data(document, measure, catalog.contacts(measure), term, as_of)
            yield json.dumps({**data, **further(measure)}, ensure_ascii=False, default=str)


def measure_data(
    document: Document, measure: Measure, contacts: tuple[Contact, ...], term: HeldTerm, as_of: date
) -> dict[str, Any]:
    """A measure in the shape of an answer, without what only a question gives it."""
    validity = term.validity
    return {
        "id": measure.id,
        "doc": {
            "number": document.number,
            "title": document.title,
            "issuer": document.issuer,
            "region": document.region,
            "issued": document.issued,
        },
        "item": measure.item,
        "heading": measure.heading,
        "text": measure.text,
        "sections": [asdict(section) for section in measure.sections],
        "contacts": [contact_data(contact) for contact in contacts],
        "validity": {
            "state": term.state(as_of),
            "from": validity.valid_from,
            "until": validity.until,
            "basis": validity.basis,
        },
        "applies": measure.applies,
        "applies_basis": measure.applies_basis,
        "deadline": measure.deadline,
        "conditions": [asdict(condition) for condition in measure.conditions],
        "kind": document.kind,
        "source_file": document.sources[0] if document.sources else "",
        "page": measure.page,
        "url": document.address,
        "scanned": document.scanned,
    }


def ledger(catalog: Catalog, as_of: date) -> Iterator[LedgerRow]:
    """Every measure as a row, in the order of the catalog, with its term on the day `as_of`."""
    for document in catalog.documents:
        for measure in document.measures:
            found = catalog.contacts(measure)
            printed = [contact for contact in found if not contact.inferred and not contact.of_document]
            yield _row(document, measure, printed, held_term(catalog, measure, as_of))


def contact_data(contact: Contact) -> dict[str, Any]:
    """A contact; `confirmed`, `of_document` and `printed_at` are there only where they say something."""
    data = asdict(contact)
    return {name: value for name, value in data.items() if value or name not in _WHERE_TRUE}


def _row(document: Document, measure: Measure, contacts: list[Contact], term: HeldTerm) -> LedgerRow:
    deadlines = (measure.deadline, *(contact.deadline for contact in contacts))
    return LedgerRow(
        number=document.number,
        title=document.title,
        item=measure.item,
        measure=measure.text,
        lead=_each(contact.department for contact in contacts if contact.role in _SPOKEN_FOR),
        support=_each(contact.department for contact in contacts if contact.role is Role.SUPPORT),
        offices=_each(_whose(contact, contact.office) for contact in contacts),
        persons=_each(_whose(contact, contact.person) for contact in contacts),
        phones=_each(
            _whose(contact, contact.office, contact.dial or contact.phone)
            for contact in contacts
            if contact.phone
        ),
        deadlines=_each(deadlines),
        term=term,
    )


def _whose(contact: Contact, *words: str | None) -> str | None:
    """Words about a contact after its department; None where there are none.

    Example: (区商务局's, "商贸流通科") -> "区商务局 商贸流通科"
    """
    said = [word for word in words if word]
    return " ".join((contact.department, *said)) if said else None


def _each(values: Iterator[str | None] | tuple[str | None, ...]) -> tuple[str, ...]:
    """The values once each, in order."""
    return tuple(dict.fromkeys(value for value in values if value))
