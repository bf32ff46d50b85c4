"""Which documents at hand a new one says are repealed."""

from collections.abc import Collection, Iterable
from datetime import date

from corpus.keeping.document_record import DocumentRecord
from corpus.text.document_numbers import spelled


def repealed(records: Iterable[DocumentRecord], at_hand: Collection[str], as_of: date) -> tuple[str, ...]:
    """The numbers at hand that documents repeal by number; those not yet in force on `as_of` repeal nothing.

    Example: `《甲办法》（周政办发〔2018〕7号）同时废止。` -> 周政办发〔2018〕7号, if it is at hand
    """
    brought = tuple(records)
    own = {record.number for record in brought}
    found: dict[str, None] = {}
    for record in brought:
        if record.begins is None or record.begins <= as_of:
            for said in record.repeals:
                # Words before a number may stand glued to it: 原周政办发〔2018〕7号.
                found.update((number, None) for number in at_hand if said.endswith(spelled(number)))
    return tuple(number for number in found if number not in own)


def repealed_by(brought: Collection[str], counting: Iterable[DocumentRecord], as_of: date) -> dict[str, str]:
    """Numbers brought -> the number of the document at hand that says it repeals them."""
    return {number: record.number for record in counting for number in repealed((record,), brought, as_of)}
