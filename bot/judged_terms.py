"""Whether what a document says holds on a day: by its own term, and by what other documents do to it."""

from dataclasses import replace
from datetime import date

from bot.answer import Term
from bot.ports import CatalogView
from corpus.records import Document, Measure, State, Validity
from corpus.ties import Tie, TieKind

_ENDING = frozenset((TieKind.REPEALS, TieKind.REVISES))
"""What ends the document to which it is done."""


def judged(validity: Validity, as_of: date) -> Term:
    """Validity judged on a day, by what it says itself."""
    return Term(validity.state(as_of), validity.valid_from, validity.until, validity.basis)


def term_of(library: CatalogView, held: Measure | Document, as_of: date) -> Term:
    """The term of a measure or a document on a day; over where another document at hand has ended its own.

    A measure is over too where one has taken it out of its document. A document of one measure has its term.
    Where another document has extended the term of the whole, that one counts.
    """
    if isinstance(held, Document) and len(held.measures) == 1:
        held = held.measures[0]
    if isinstance(held, Measure):
        return term_by(library, held.validity, held.document, held.id, as_of)
    return term_by(library, held.validity, held.number, "", as_of)


def term_by(library: CatalogView, validity: Validity, document: str, measure_id: str, as_of: date) -> Term:
    """The same by what is printed and by whose it is; `measure_id` is empty for a document as a whole."""
    term = _extended(library, validity, document, as_of)
    over = is_ended(library, document, as_of) or _is_out(library, document, measure_id, as_of)
    return replace(term, state=State.EXPIRED, ended=True) if over else term


def is_ended(library: CatalogView, number: str, as_of: date) -> bool:
    """Whether another document at hand has repealed or replaced the one of that number."""
    return any(
        tie.target == number and tie.kind in _ENDING and holds(tie, as_of) for tie in library.ties_of(number)
    )


def _extended(library: CatalogView, validity: Validity, number: str, as_of: date) -> Term:
    """Judged by the last day that another document gives the one of that number, where one gives a later.

    A measure whose own term is another than that of its document keeps it.
    """
    longer = {
        change.until: (tie.source, change.words)
        for tie in library.ties_of(number)
        if tie.target == number and holds(tie, as_of)
        for change in tie.changes
        if change.until and change.until > (validity.until or date.min)
    }
    if not longer or validity.until != library.tied(number).validity.until:
        return judged(validity, as_of)
    until = max(longer)
    source, words = longer[until]
    return replace(judged(replace(validity, until=until, basis=words), as_of), extended_by=source)


def _is_out(library: CatalogView, document: str, measure_id: str, as_of: date) -> bool:
    """Whether another document has deleted a measure of one: 删去第七条."""
    return any(
        measure_id and change.measure == measure_id and change.deletes
        for tie in library.ties_of(document)
        if tie.target == document and tie.kind is TieKind.AMENDS and holds(tie, as_of)
        for change in tie.changes
    )


def holds(tie: Tie, as_of: date) -> bool:
    """Whether what a document does to another is in effect on a day."""
    return tie.since is None or tie.since <= as_of
