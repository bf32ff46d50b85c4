"""The documents at hand, as lines for a terminal."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import chain
from typing import Protocol

from bot import messages
from bot.errors import UsageError
from bot.messages import chinese_date
from bot.rendering import dumps, tidy, title
from corpus.catalog import Replaced
from corpus.keeping.standing import Standing
from corpus.records import Document, Measure


class ListedFiles(Protocol):
    """What can be listed."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents that count."""

    @property
    def replaced(self) -> Sequence[Replaced]:
        """Those that do not count any more."""


def documents(shelf: ListedFiles) -> Iterator[str]:
    """One document a line: number, region, issue date, end of validity, measures, title; tabs between.

    Replaced documents follow, each with its successor at the end.
    """
    for document in shelf.documents:
        yield _line(document)
    for kept in shelf.replaced:
        yield f"{_line(kept.document)}\t{_fate(kept)}"


def json_documents(shelf: ListedFiles) -> Iterator[str]:
    """One document a line as JSON, replaced ones last."""
    for document in shelf.documents:
        yield dumps(_data(document, None))
    for kept in shelf.replaced:
        yield dumps(_data(kept.document, kept.by))


def entry(shelf: ListedFiles, name: str) -> Iterator[str]:
    """A document with its measures, one a line, or a measure in full.

    Raises:
        UsageError: neither a document nor a measure has that name.
    """
    entries = {document.number: document for document in shelf.documents}
    measures = {measure.id: measure for document in shelf.documents for measure in document.measures}
    former = {kept.document.number: kept for kept in shelf.replaced}
    if name in entries:
        return _document(entries[name])
    if name in former:
        return chain([_fate(former[name])], _document(former[name].document))
    if name in measures:
        return _measure(measures[name])
    near = get_close_matches(name, [*entries, *measures], n=3)
    hint = messages.CLI_NEAR.format(names="、".join(near)) if near else ""
    raise UsageError(messages.CLI_NO_SUCH_ENTRY.format(name=name, near=hint))


def _line(document: Document) -> str:
    issued = document.issued.isoformat() if document.issued else "-"
    term = document.validity
    until = messages.LEDGER_VOID if term.void else term.until.isoformat() if term.until else "-"
    count = messages.LIST_MEASURES.format(count=len(document.measures))
    return "\t".join((document.number, document.region, issued, until, count, tidy(document.title)))


def _fate(kept: Replaced) -> str:
    if kept.by == kept.document.number:
        return messages.LIST_REPLACED_BY_VERSION
    return messages.LIST_REPLACED.format(by=kept.by)


def _data(document: Document, replaced_by: str | None) -> dict[str, object]:
    return {
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "region": document.region,
        "issued": document.issued,
        "valid_from": document.validity.valid_from,
        "valid_until": document.validity.until,
        "void": document.validity.void,
        "sources": document.sources,
        "measures": len(document.measures),
        "state": Standing.CURRENT if replaced_by is None else Standing.REPLACED,
        "replaced_by": replaced_by,
    }


def _document(document: Document) -> Iterator[str]:
    yield tidy(document.title)
    issued = messages.ISSUED.format(day=chinese_date(document.issued)) if document.issued else ""
    yield "\t".join((document.number, document.issuer, document.region, issued))
    for source in document.sources:
        yield messages.LIST_SOURCE.format(source=source)
    for measure in document.measures:
        yield f"{measure.id}\t{title(measure.sections)}"


def _measure(measure: Measure) -> Iterator[str]:
    yield measure.id
    yield from measure.heading
    for section in measure.sections:
        yield from (
            "",
            messages.SECTION.format(name=section.name) if section.name else "",
            tidy(section.text),
        )
