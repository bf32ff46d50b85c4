"""The term of a measure or a document as answers show it; what decides it is `corpus.held_terms`."""

from datetime import date

from bot.answer import Term
from bot.ports import CatalogView
from corpus.held_terms import HeldTerm, held_term, held_term_by
from corpus.records import Document, Measure, Validity


def term_of(library: CatalogView, held: Measure | Document, as_of: date) -> Term:
    """The term of a measure or a document on a day."""
    return _shown(held_term(library, held, as_of), as_of)


def term_by(library: CatalogView, validity: Validity, document: str, measure_id: str, as_of: date) -> Term:
    """The same by what is printed and by whose it is; `measure_id` is empty for a document as a whole."""
    return _shown(held_term_by(library, validity, document, measure_id, as_of), as_of)


def _shown(held: HeldTerm, as_of: date) -> Term:
    term = held.validity
    return Term(
        held.state(as_of),
        term.valid_from,
        term.until,
        term.basis,
        ended=held.ended,
        extended_by=held.extended_by,
    )
