"""Whether the terms that quoted sentences or their notice state have ended, beside that of the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.answer import QuotedTerm
from bot.answering.wording.particulars import ONE_MATTER
from corpus.extraction.days.sentence_terms import SentenceTerm, TermKind, sentence_terms
from corpus.extraction.naming.assignments import desks
from corpus.records import Document, Measure, PrintedAt, Site, State

_TAKEN_IN = re.compile(r"申报|申请|申领|报名|受理|提交|递交|报送")
"""What ends for all who want what a notice offers; other terms are those of one article."""
_CHARGED = re.compile("收费|收取|[缴交]费|[缴交]纳(?!社会保险|社保|住房公积金|公积金)|票价|[每一]餐")
"""What people pay is not applied for."""
_DAY = re.compile(r"\d月\d{1,2}日")
_REMEMBERED = 512
"""Texts whose terms are kept: the articles of a notice are asked about one after another."""


def quoted_terms(
    quoted: Sequence[str], measure: Measure, issued: date | None, as_of: date
) -> tuple[QuotedTerm, ...]:
    """The terms of quoted sentences judged on a day, in order; without those that the measure's own says."""
    terms = (term for words in quoted for term in sentence_terms(words, issued))
    judged = (_judged(term, as_of) for term in terms if not _is_own(term, measure))
    return tuple(dict.fromkeys(judged))


def notice_terms(measure: Measure, document: Document, as_of: date) -> tuple[QuotedTerm, ...]:
    """Until when a notice takes in applications, where another of its articles says so; one day at most.

    A document of several matters, or with several such days, says nothing for all of its articles. Nor does
    one step of several that have days of their own, and nothing ends for what is charged or for phones.
    """
    if len(document.measures) > ONE_MATTER or _CHARGED.search(measure.text) or _is_desk(measure, document):
        return ()
    stated = list(_taken_in(document))
    if len({term.until for _, term in stated}) != 1 or any(other.id == measure.id for other, _ in stated):
        return ()
    other, term = stated[0]
    if term.until == measure.validity.until or _is_step(other, document):
        return ()
    return (replace(_judged(term, as_of), printed_at=PrintedAt(Site.ITEM, other.item)),)


def _is_step(measure: Measure, document: Document) -> bool:
    """Whether an article stands with others under one heading that name days too: 网上报名, then 现场核验."""
    beside = (one for one in document.measures if measure.heading and one.heading == measure.heading)
    return any(one.id != measure.id and _DAY.search(one.text) for one in beside)


def _is_desk(measure: Measure, document: Document) -> bool:
    """Whether an article is that which prints whom to call for the whole document."""
    return any(desk.printed_at and desk.printed_at.item == measure.item for desk in desks(document))


def _taken_in(document: Document) -> Iterator[tuple[Measure, SentenceTerm]]:
    for measure in document.measures:
        yield from ((measure, term) for term in _closing_terms(measure.text, document.issued))


@lru_cache(maxsize=_REMEMBERED)
def _closing_terms(text: str, issued: date | None) -> tuple[SentenceTerm, ...]:
    """The terms of a text within which something is taken in."""
    terms = sentence_terms(text, issued)
    return tuple(term for term in terms if term.kind is TermKind.GRANT and _TAKEN_IN.search(term.words))


def _is_own(term: SentenceTerm, measure: Measure) -> bool:
    basis = "".join(measure.validity.basis.split())
    return term.until == measure.validity.until and "".join(term.words.split()) in basis


def _judged(term: SentenceTerm, as_of: date) -> QuotedTerm:
    begun = term.first is None or term.first <= as_of
    running = State.IN_FORCE if begun else State.NOT_YET
    state = State.EXPIRED if as_of > term.until else running
    return QuotedTerm(term.kind, state, term.first, term.until, term.words)
