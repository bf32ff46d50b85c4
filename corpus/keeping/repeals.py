"""Which documents at hand a new one says are repealed."""

from collections.abc import Collection, Iterable
from datetime import date

from corpus.drafts import DocumentDraft
from corpus.extraction.consultation import draft_words
from corpus.extraction.validity import document_validity, replaced_numbers
from corpus.text.document_numbers import spelled


def repealed(drafts: Iterable[DocumentDraft], at_hand: Collection[str], as_of: date) -> tuple[str, ...]:
    """The numbers at hand that documents repeal by number.

    Drafts and documents not yet in force on `as_of` repeal nothing.

    Example: `《甲办法》（周政办发〔2018〕7号）同时废止。` -> 周政办发〔2018〕7号, if it is at hand
    """
    brought = tuple(drafts)
    own = {draft.number for draft in brought}
    found: dict[str, None] = {}
    for draft in brought:
        if draft_words(draft.title, draft.text):
            continue
        start = document_validity(draft.text, draft.issued).valid_from
        if start is not None and start > as_of:
            continue
        for said in replaced_numbers(draft.text):
            # Words before a number may stand glued to it: 原周政办发〔2018〕7号.
            found.update((number, None) for number in at_hand if said.endswith(spelled(number)))
    return tuple(number for number in found if number not in own)
