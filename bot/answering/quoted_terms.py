"""Whether the terms that quoted sentences state have ended, beside the term of the document."""

from collections.abc import Sequence
from datetime import date

from bot.answer import QuotedTerm
from corpus.extraction.sentence_terms import SentenceTerm, sentence_terms
from corpus.records import Measure, State


def quoted_terms(
    quoted: Sequence[str], measure: Measure, issued: date | None, as_of: date
) -> tuple[QuotedTerm, ...]:
    """The terms of quoted sentences judged on a day, in order; without those that the measure's own says."""
    terms = (term for words in quoted for term in sentence_terms(words, issued))
    judged = (_judged(term, as_of) for term in terms if not _is_own(term, measure))
    return tuple(dict.fromkeys(judged))


def _is_own(term: SentenceTerm, measure: Measure) -> bool:
    basis = "".join(measure.validity.basis.split())
    return term.until == measure.validity.until and "".join(term.words.split()) in basis


def _judged(term: SentenceTerm, as_of: date) -> QuotedTerm:
    begun = term.first is None or term.first <= as_of
    running = State.IN_FORCE if begun else State.NOT_YET
    state = State.EXPIRED if as_of > term.until else running
    return QuotedTerm(term.kind, state, term.first, term.until, term.words)
