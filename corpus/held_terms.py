"""Whether what a document says holds on a day: by its own term, and by what other documents do to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from corpus.records import Document, Measure, State, Validity
from corpus.ties import MeasureChange, Tie, TieKind

_ENDING = frozenset((TieKind.REPEALS, TieKind.REVISES))
"""What ends the document to which it is done."""


class TiedDocuments(Protocol):
    """Documents with what they do to each other."""

    def ties_of(self, number: str) -> Sequence[Tie]:
        """The ties of a document to others and of others to it."""

    def tied(self, number: str) -> Document:
        """The document at one end of a tie."""


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """The term that counts on a day."""

    validity: Validity
    """As printed; where another document has given a later last day, with that day and the words for it."""
    extended_by: str = ""
    """Number of the document that gave the later day; empty where none did."""
    ended: bool = False
    """Another document has ended the document, or taken the measure out of it."""

    def state(self, as_of: date) -> State:
        """The state on that day."""
        return State.EXPIRED if self.ended else self.validity.state(as_of)


def held_term(library: TiedDocuments, held: Measure | Document, as_of: date) -> HeldTerm:
    """The term of a measure or a document on a day; over where another document at hand has ended its own.

    A measure is over too where one has taken it out of its document. A document of one measure has its term.
    Where another document has extended the term of the whole, that one counts.
    """
    if isinstance(held, Document) and len(held.measures) == 1:
        held = held.measures[0]
    if isinstance(held, Measure):
        return held_term_by(library, held.validity, held.document, held.id, as_of)
    return held_term_by(library, held.validity, held.number, "", as_of)


def held_term_by(
    library: TiedDocuments, validity: Validity, document: str, measure_id: str, as_of: date
) -> HeldTerm:
    """The same by what is printed and by whose it is; `measure_id` is empty for a document as a whole."""
    over = is_ended(library, document, as_of) or _is_out(library, document, measure_id, as_of)
    return replace(_extended(library, validity, document, as_of), ended=over)


def is_ended(library: TiedDocuments, number: str, as_of: date) -> bool:
    """Whether another document at hand has repealed or replaced the one of that number."""
    since = ended_since(library, number)
    return since is not None and since <= as_of


def ended_since(library: TiedDocuments, number: str) -> date | None:
    """From when on a document is repealed or replaced by another one at hand; None where none does.

    `date.min` where that one tells no day.
    """
    ends = (tie for tie in library.ties_of(number) if tie.target == number and tie.kind in _ENDING)
    return min((tie.since or date.min for tie in ends), default=None)


def holds(tie: Tie, as_of: date) -> bool:
    """Whether what a document does to another is in effect on a day."""
    return tie.since is None or tie.since <= as_of


def _extended(library: TiedDocuments, validity: Validity, number: str, as_of: date) -> HeldTerm:
    """The term with the last day that another document gives the one of that number, where it is later.

    A measure whose own term is another than that of its document keeps it.
    """
    longer: dict[date, tuple[str, MeasureChange]] = {
        change.until: (tie.source, change)
        for tie in library.ties_of(number)
        if tie.target == number and holds(tie, as_of)
        for change in tie.changes
        if change.until and change.until > (validity.until or date.min)
    }
    if not longer or validity.until != library.tied(number).validity.until:
        return HeldTerm(validity)
    until = max(longer)
    source, change = longer[until]
    return HeldTerm(replace(validity, until=until, basis=change.words), source)


def _is_out(library: TiedDocuments, document: str, measure_id: str, as_of: date) -> bool:
    """Whether another document has deleted a measure of one: 删去第七条."""
    return any(
        measure_id and change.measure == measure_id and change.deletes
        for tie in library.ties_of(document)
        if tie.target == document and tie.kind is TieKind.AMENDS and holds(tie, as_of)
        for change in tie.changes
    )
