"""Everything a department leads and supports, counted, by document and year."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answer import Term
from bot.judged_terms import term_of
from bot.ports import CatalogView
from corpus.records import Document, Measure, Responsibility, Role

_STRONGEST = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
"""A measure counts once, under the highest role that the department has in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One measure in which a department takes part."""

    document: Document
    measure: Measure
    role: Role
    deadline: str | None
    term: Term | None = None
    """On the given day; None where no day was given."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of one department: newest document first, within it leads first, then document order."""

    region: str
    name: str
    entries: tuple[Part, ...]

    def counts(self) -> dict[Role, int]:
        """How many measures by role; they add up to the entries."""
        return {role: sum(entry.role is role for entry in self.entries) for role in _STRONGEST}


def ledger_of(
    catalog: CatalogView,
    region: str,
    name: str,
    *,
    documents: Collection[str] = (),
    office: str | None = None,
    as_of: date | None = None,
) -> Ledger:
    """The ledger of a department by its canonical name, in all documents of its region or in those given.

    With `office`, only measures that print this office for it.
    """
    parts = [
        part
        for document in catalog.documents
        if document.region == region and (not documents or document.number in documents)
        for part in _parts(catalog, document, name, office, as_of)
    ]
    parts.sort(key=lambda part: (_newest(part.document), part.document.number, _STRONGEST.index(part.role)))
    return Ledger(region, name, tuple(parts))


def _newest(document: Document) -> int:
    return -(document.issued.toordinal() if document.issued else 0)


def _parts(
    catalog: CatalogView, document: Document, name: str, office: str | None, as_of: date | None
) -> Iterator[Part]:
    for measure in document.measures:
        duties = [d for d in measure.responsibilities if name in catalog.names.bodies(d, document.region)]
        role = _strongest(duties)
        printed = office is None or any(duty.office == office for duty in duties)
        if role is not None and printed:
            deadline = next((duty.deadline for duty in duties if duty.deadline), measure.deadline)
            term = term_of(catalog, measure, as_of) if as_of else None
            yield Part(document, measure, role, deadline, term)


def _strongest(duties: Collection[Responsibility]) -> Role | None:
    roles = {duty.role for duty in duties}
    return next((role for role in _STRONGEST if role in roles), None)
