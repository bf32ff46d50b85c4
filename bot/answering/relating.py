"""The documents that are tied to one, as an answer shows them on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.answer import DocumentRef, RelatedDocument, ShownChange
from bot.judged_terms import term_by
from bot.ports import CatalogView
from corpus.errors import WenzhengError
from corpus.held_terms import holds, is_ended
from corpus.records import Document, Measure
from corpus.ties import TERM, DocumentKind, MeasureChange, Tie, TieKind


def related_documents(library: CatalogView, number: str, as_of: date) -> tuple[RelatedDocument, ...]:
    """The documents tied to that of a number, without what they change."""
    return tuple(_related(library, tie, number, as_of) for tie in library.ties_of(number))


def related_to_measure(library: CatalogView, measure: Measure, as_of: date) -> tuple[RelatedDocument, ...]:
    """The documents tied to that of a measure, with the changes that the measure undergoes or decides.

    Without those that other measures alone change, as the other entries of a list of extended documents do.
    """
    related = zip(
        library.ties_of(measure.document),
        related_documents(library, measure.document, as_of),
        strict=True,
    )
    return tuple(
        replace(each, changes=tuple(_shown(library, tie, change) for change in _concerning(tie, measure)))
        for tie, each in related
        if not _is_of_others(tie, measure)
    )


def is_superseded(library: CatalogView, document: Document, as_of: date) -> bool:
    """Whether another document at hand stands for one: what repeals or revises it, or what it is about."""
    number, ties = document.number, library.ties_of(document.number)
    explains = any(tie.source == number and tie.kind is TieKind.INTERPRETS for tie in ties)
    decides = document.kind is DocumentKind.AMENDMENT and bool(ties)
    return explains or decides or is_ended(library, number, as_of)


def reference(document: Document) -> DocumentRef:
    """A document as shown."""
    return DocumentRef(document.number, document.title, document.issuer, document.region, document.issued)


def _related(library: CatalogView, tie: Tie, number: str, as_of: date) -> RelatedDocument:
    outward = tie.source == number
    other = library.tied(tie.target if outward else tie.source)
    return RelatedDocument(
        tie.kind,
        outward,
        reference(other),
        term_by(library, other.validity, other.number, "", as_of),
        tie.since,
        holds(tie, as_of),
        next(iter(_done_to(library, other.number, TieKind.REPEALS, as_of)), None),
        tuple(_done_to(library, other.number, TieKind.AMENDS, as_of)),
        whole=bool(tie.changes) and all(change.measure or not change.label for change in tie.changes),
        lapses=_lapses(tie),
    )


def _lapses(tie: Tie) -> bool:
    """Whether a document is called lapsed: by the line above its list, else by the sentence that names it.

    Example: `下列文件宣布失效：` / `1.《废止旧例的通知》` -> True
    """
    said = tie.words.split("\n")[0]
    return tie.kind is TieKind.REPEALS and "失效" in said and "废止" not in said


def _done_to(library: CatalogView, number: str, kind: TieKind, as_of: date) -> Iterator[DocumentRef]:
    """The documents that do something to one by a day."""
    for tie in library.ties_of(number):
        if tie.kind is kind and tie.target == number and holds(tie, as_of):
            yield reference(library.tied(tie.source))


def _concerning(tie: Tie, measure: Measure) -> Iterable[MeasureChange]:
    if tie.source == measure.document:
        return [change for change in tie.changes if change.by == measure.id]
    return [change for change in tie.changes if change.measure == measure.id or change.label == TERM]


def _is_of_others(tie: Tie, measure: Measure) -> bool:
    """Whether a document changes the term of another by measures beside this one of its own."""
    own = tie.source == measure.document and bool(tie.changes)
    return own and all(one.label == TERM and one.by not in ("", measure.id) for one in tie.changes)


def _shown(library: CatalogView, tie: Tie, change: MeasureChange) -> ShownChange:
    """The change with the article as it stands; that of a document that counts no more is left out."""
    try:
        article = library.measure(change.measure) if change.measure else None
    except WenzhengError:
        article = None
    return ShownChange(
        article.item if article else change.label if change.label != TERM else "",
        change.words,
        article.text if article else "",
        change.deletes,
    )
