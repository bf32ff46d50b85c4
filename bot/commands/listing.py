"""The documents at hand, as lines for a terminal."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import chain
from typing import Protocol

from bot import messages
from bot.answering import reference
from bot.errors import UsageError
from bot.messages import arrivals, chinese_date, command_line, ledger_table, related
from bot.messages.items import AIMS_ALONE, REASONS, WHY_ITEM
from bot.rendering import clipped, document_name, dumps, tidy, title
from corpus.catalog import Replaced
from corpus.held_terms import HeldTerm, held_term
from corpus.keeping.standing import AddedFile, Standing
from corpus.records import Document, Measure
from corpus.text.unprinted import visible_line
from corpus.ties import Tie

_TIE_UNITS = 80
"""Of the words that tie two documents."""


class ListedFiles(Protocol):
    """What can be listed."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents that count."""

    @property
    def replaced(self) -> Sequence[Replaced]:
        """Those that do not count any more."""

    def ties_of(self, number: str) -> Sequence[Tie]:
        """What ties a document to others."""

    def tied(self, number: str) -> Document:
        """The document at one end of a tie."""


def documents(shelf: ListedFiles, as_of: date) -> Iterator[str]:
    """One document a line: number, region, issue date, end of validity, measures, title; tabs between.

    The end is the one that counts on the day `as_of`. Replaced documents follow, each with its successor at
    the end.
    """
    for document in shelf.documents:
        yield _line(document, held_term(shelf, document, as_of))
    for kept in shelf.replaced:
        yield f"{_line(kept.document, HeldTerm(kept.document.validity))}\t{_fate(kept)}"


def withdrawn(entries: Sequence[AddedFile], counting: Collection[str]) -> Iterator[str]:
    """A line for each document that was withdrawn and does not count again, with the last reason."""
    reasons = {number: entry.withdrawn for entry in entries if entry.withdrawn for number in entry.removed}
    for number, reason in reasons.items():
        if number not in counting:
            yield arrivals.WITHDRAWN_LINE.format(number=visible_line(number), reason=visible_line(reason))


def json_documents(shelf: ListedFiles, as_of: date) -> Iterator[str]:
    """One document a line as JSON, with the term that counts on the day `as_of`; replaced ones last."""
    for document in shelf.documents:
        yield dumps(_data(shelf, document, held_term(shelf, document, as_of)))
    for kept in shelf.replaced:
        former = kept.document
        replaced = {"state": Standing.REPLACED, "replaced_by": kept.by}
        yield dumps(_data(shelf, former, HeldTerm(former.validity)) | replaced)


def entry(shelf: ListedFiles, name: str) -> Iterator[str]:
    """A document with its measures, one a line, or a measure in full.

    Raises:
        UsageError: neither a document nor a measure has that name.
    """
    entries = {document.number: document for document in shelf.documents}
    measures = {measure.id: measure for document in shelf.documents for measure in document.measures}
    former = {kept.document.number: kept for kept in shelf.replaced}
    if name in entries:
        return _document(shelf, entries[name])
    if name in former:
        return chain([_fate(former[name])], _document(shelf, former[name].document))
    if name in measures:
        return chain(_measure(measures[name]), _changes(shelf, measures[name]))
    near = get_close_matches(name, [*entries, *measures], n=3)
    hint = command_line.CLI_NEAR.format(names="、".join(near)) if near else ""
    raise UsageError(command_line.CLI_NO_SUCH_ENTRY.format(name=name, near=hint))


def _line(document: Document, held: HeldTerm) -> str:
    issued = document.issued.isoformat() if document.issued else "-"
    until = ledger_table.no_term(held) or str(held.validity.until or "-")
    count = command_line.LIST_MEASURES.format(count=len(document.measures))
    return "\t".join((document.number, document.region, issued, until, count, tidy(document.title)))


def _fate(kept: Replaced) -> str:
    if kept.by == kept.document.number:
        return command_line.LIST_REPLACED_BY_VERSION
    return command_line.LIST_REPLACED.format(by=kept.by)


def _data(shelf: ListedFiles, document: Document, held: HeldTerm) -> dict[str, object]:
    return {
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "region": document.region,
        "issued": document.issued,
        "valid_from": held.validity.valid_from,
        "valid_until": held.validity.until,
        "extended_by": held.extended_by,
        "ended": held.ended,
        "void": held.validity.void,
        "draft": document.draft,
        "sources": document.sources,
        "url": document.address,
        "scanned": document.scanned,
        "measures": len(document.measures),
        "state": Standing.CURRENT,
        "replaced_by": None,
        "kind": document.kind,
        "kind_words": document.kind_words,
        "ties": [_tie(shelf, tie, document.number) for tie in shelf.ties_of(document.number)],
    }


def _tie(shelf: ListedFiles, tie: Tie, number: str) -> dict[str, object]:
    """A tie as the document of a number has it: `outward` where it does it to the other."""
    other = shelf.tied(tie.target if tie.source == number else tie.source)
    return {
        "tie": tie.kind,
        "outward": tie.source == number,
        "number": other.number,
        "title": other.title,
        "since": tie.since,
        "words": tie.words,
    }


def _document(shelf: ListedFiles, document: Document) -> Iterator[str]:
    yield tidy(document.title)
    issued = messages.ISSUED.format(day=chinese_date(document.issued)) if document.issued else ""
    yield "\t".join((document.number, document.issuer, document.region, issued))
    for source in document.sources:
        yield command_line.LIST_SOURCE.format(source=source)
    if document.scanned:
        yield messages.SCANNED
    if document.address:
        yield messages.PUBLISHED_AT.format(address=document.address)
    if document.kind_words:
        yield related.KIND_TOLD.format(kind=related.KINDS[document.kind], words=document.kind_words)
    for tie in shelf.ties_of(document.number):
        yield _tie_line(shelf, tie, document.number)
    for measure in document.measures:
        yield f"{measure.id}\t{title(measure.sections)}"


def _tie_line(shelf: ListedFiles, tie: Tie, number: str) -> str:
    """The other document of a tie, and the words that tie it."""
    outward = tie.source == number
    other = shelf.tied(tie.target if outward else tie.source)
    name = document_name(reference(other))
    return related.TIE_TOLD.format(
        tie=related.TIES[tie.kind, outward], document=name, words=clipped(tie.words, _TIE_UNITS)
    )


def _changes(shelf: ListedFiles, measure: Measure) -> Iterator[str]:
    """What later decisions changed in a measure, or what it changes itself."""
    for tie in shelf.ties_of(measure.document):
        outward = tie.source == measure.document
        other = shelf.tied(tie.target if outward else tie.source)
        for change in tie.changes:
            if measure.id == (change.by if outward else change.measure):
                form = related.SHOWN_CHANGING if outward else related.SHOWN_CHANGED
                yield ""
                yield form.format(document=document_name(reference(other)), label=change.label)
                yield change.words


def _measure(measure: Measure) -> Iterator[str]:
    yield measure.id
    yield from measure.heading
    if measure.reason:
        yield WHY_ITEM.format(why=REASONS[measure.reason])
    if measure.aims:
        yield AIMS_ALONE
    if measure.page:
        yield command_line.LIST_PAGE.format(page=measure.page)
    for section in measure.sections:
        yield from (
            "",
            messages.SECTION.format(name=section.name) if section.name else "",
            tidy(section.text),
        )
