"""The documents at hand, as lines for a terminal."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Protocol

from bot import messages
from bot.errors import UsageError
from bot.messages import chinese_date
from bot.titles import title
from bot.typesetting import tidy
from corpus.records import Document, Measure


class Shelf(Protocol):
    """What can be listed."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""


def documents(shelf: Shelf) -> Iterator[str]:
    """One document a line: number, region, issue date, end of validity, measures, title; tabs between."""
    for document in shelf.documents:
        issued = document.issued.isoformat() if document.issued else "-"
        until = document.validity.until.isoformat() if document.validity.until else "-"
        count = messages.LIST_MEASURES.format(count=len(document.measures))
        yield "\t".join((document.number, document.region, issued, until, count, tidy(document.title)))


def entry(shelf: Shelf, name: str) -> Iterator[str]:
    """A document with its measures, one a line, or a measure in full.

    Raises:
        UsageError: neither a document nor a measure has that name.
    """
    entries = {document.number: document for document in shelf.documents}
    measures = {measure.id: measure for document in shelf.documents for measure in document.measures}
    if name in entries:
        return _document(entries[name])
    if name in measures:
        return _measure(measures[name])
    near = get_close_matches(name, [*entries, *measures], n=3)
    hint = messages.CLI_NEAR.format(names="、".join(near)) if near else ""
    raise UsageError(messages.CLI_NO_SUCH_ENTRY.format(name=name, near=hint))


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
