"""What the directory is made from: contacts that documents print, by region, and the phones of the staff."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from corpus.directory import Directory, Words
from corpus.extraction.contacts import document_desks, printed_contacts
from corpus.keeping.confirmations import Confirmed
from corpus.records import Contact, Document, Measure, Responsibility
from corpus.regions import Region
from corpus.stored_measures import departments_named, may_print, named_in, recording


@dataclass(frozen=True)
class DeskRegister:
    """The desks of some documents; those of a region are read when they are asked for."""

    documents: Sequence[Document]
    known: Callable[[str], Region | None]
    """What is known of a region."""

    def directory(self, confirmed: Confirmed) -> Directory:
        """The directory under the phones of the staff."""
        staffed = defaultdict[str, set[str]](set)
        for held in confirmed.phones:
            staffed[held.line.region].add(held.line.department)

        def printed(region: str, words: Words | None) -> Iterator[Contact]:
            wanted = None if words is None else (*words, *staffed.get(region, ()))
            documents = self._by_region.get(region, ())
            contacts = self._printed(region, documents, wanted, calling=region not in staffed)
            return self._completed(region, contacts, confirmed)

        def printed_of(region: str, canonical: str) -> Iterator[Contact]:
            if region in staffed:
                return printed(region, (canonical,))
            return self._printed(region, self._naming(region, canonical), (canonical,), calling=True)

        offices = frozenset(held.line.office for held in confirmed.phones if held.line.office)
        return Directory.by_region(
            tuple(self._by_region),
            printed,
            printed_of,
            lambda words: {*staffed, *self._printing(words)},
            self._offices | offices,
        )

    def _completed(self, region: str, contacts: Iterable[Contact], confirmed: Confirmed) -> Iterator[Contact]:
        """The contacts of a region with the phones of the staff, which may also be of those without one."""
        known = self.known(region)
        printed = [(region, contact) for contact in contacts]
        yield from (confirmed.applied(contact, region, known) for _, contact in printed)
        yield from (contact for _, contact in confirmed.desks(printed, self.known))

    def _naming(self, region: str, canonical: str) -> Iterator[Document]:
        """The documents of a region that name a department, for a measure or for all."""
        for document in self._by_region.get(region, ()):
            named = (name for _, name in departments_named(document))
            if canonical in named or _say(document.contacts, (canonical,)):
                yield document

    def _printed(
        self, region: str, documents: Iterable[Document], words: Words | None, *, calling: bool
    ) -> Iterator[Contact]:
        """Contacts as every measure prints them, then as their document does for all of them.

        Where words are given at least those that have one of them, of those `calling` that have a phone.
        """
        known = self.known(region)
        for document in documents:
            naming = document.measures if words is None else _naming(document, words, calling=calling)
            yield from chain.from_iterable(printed_contacts(each, document, known) for each in naming)
            if words is None or _say(document.contacts, words):
                yield from document_desks(document, known)

    def _printing(self, words: Collection[str]) -> Iterator[str]:
        """The regions of the documents that may print one of some words."""
        return (
            document.region
            for document in self.documents
            if may_print(document, words) or _say(document.contacts, words)
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


def _naming(document: Document, words: Words, *, calling: bool) -> Iterator[Measure]:
    """The measures of a document among whose duties are some with one of these words."""
    recorded = recording(document, words, calling=calling)
    return (each for each in recorded if _say(chain(each.responsibilities, each.ownerless), words))


def _say(duties: Iterable[Responsibility], words: Collection[str]) -> bool:
    """Whether department, office, person or phone of a duty have one of some words."""
    said = (f"{duty.canonical}\n{duty.office}\n{duty.person}\n{duty.phone}" for duty in duties)
    return any(word in each for each in said for word in words)
