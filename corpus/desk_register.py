"""What the directory is made from: contacts that documents print, by region, and the phones of the staff."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from corpus.directory import Directory
from corpus.extraction.contacts import document_desks, printed_contacts
from corpus.keeping.confirmations import Confirmed
from corpus.records import Contact, Document, Measure, Responsibility
from corpus.regions import Region
from corpus.stored_measures import may_print, named_in, recording


@dataclass(frozen=True)
class DeskRegister:
    """The desks of some documents; those of a region are read when they are asked for."""

    documents: Sequence[Document]
    known: Callable[[str], Region | None]
    """What is known of a region."""

    def directory(self, confirmed: Confirmed) -> Directory:
        """The directory under the phones of the staff."""
        staffed = {held.line.region: None for held in confirmed.phones}

        def having(words: Collection[str]) -> Collection[str]:
            return {**staffed, **dict.fromkeys(self._printing(words))}

        offices = frozenset(held.line.office for held in confirmed.phones if held.line.office)
        return Directory.by_region(
            tuple(self._by_region),
            lambda region, department: self._desks(region, department, confirmed),
            having,
            self._offices | offices,
        )

    def _desks(self, region: str, department: str | None, confirmed: Confirmed) -> Iterator[Contact]:
        """The contacts of a region; where a department is given at least all of this one."""
        known = self.known(region)
        printed = [(region, contact) for contact in self._printed(region, department)]
        yield from (confirmed.applied(contact, region, known) for _, contact in printed)
        yield from (contact for _, contact in confirmed.desks(printed, self.known))

    def _printed(self, region: str, department: str | None) -> Iterator[Contact]:
        """Contacts as every measure prints them, then as their document does for all of them."""
        known = self.known(region)
        for document in self._by_region.get(region, ()):
            naming = document.measures if department is None else _naming(document, department)
            yield from chain.from_iterable(printed_contacts(each, document, known) for each in naming)
            if department is None or _names(document.contacts, department):
                yield from document_desks(document, known)

    def _printing(self, words: Collection[str]) -> Iterator[str]:
        """The regions of the documents that may print one of some words."""
        return (
            document.region
            for document in self.documents
            if may_print(document, words) or any(_says(duty, words) for duty in document.contacts)
        )

    @cached_property
    def _by_region(self) -> Mapping[str, Sequence[Document]]:
        found = defaultdict[str, list[Document]](list)
        for document in self.documents:
            found[document.region].append(document)
        return found

    @cached_property
    def _offices(self) -> frozenset[str]:
        """The names of offices that documents print, with a phone or without."""
        named = chain.from_iterable(named_in(document).offices for document in self.documents)
        whole = (duty.office for document in self.documents for duty in document.contacts if duty.office)
        return frozenset(chain(named, whole))


def _naming(document: Document, department: str) -> Iterator[Measure]:
    """The measures of a document in which a department takes part."""
    recorded = recording(document, department)
    return (measure for measure in recorded if _names(measure.responsibilities, department))


def _names(duties: Iterable[Responsibility], department: str) -> bool:
    return any(duty.canonical == department for duty in duties)


def _says(duty: Responsibility, words: Collection[str]) -> bool:
    said = f"{duty.office}\n{duty.person}\n{duty.phone}"
    return any(word in said for word in words)
