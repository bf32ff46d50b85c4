"""All documents of a folder as records, and looking things up in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pydantic import TypeAdapter, ValidationError

from corpus.departments import Names, load_names
from corpus.desk_register import DeskRegister
from corpus.directory import Directory
from corpus.document_digest import document_digest, in_memory
from corpus.errors import RecordsError
from corpus.extraction.contacts import own_contacts
from corpus.joined_sequence import JoinedSequence
from corpus.keeping.confirmations import UNCONFIRMED, Confirmed
from corpus.lending import Lender
from corpus.records import Contact, Document, Measure
from corpus.regions import Region, load_regions, region_of
from corpus.stored_measures import departments_named, ids_of, measure_called
from corpus.text.han_pairs import pairs_of
from corpus.ties import Tie

_NOT_IN_NUMBERS = re.compile(r"[\s\[\]【】〔〕（）()第]")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document that does not count any more, and the number of the one that took its place."""

    document: Document
    by: str


@dataclass(frozen=True, slots=True)
class StoredCatalog:
    """What is written to disk."""

    digest: str
    documents: tuple[Document, ...]
    replaced: tuple[Replaced, ...] = ()
    ties: tuple[Tie, ...] = ()


_REMEMBERED = 512
"""Measures of which the id was looked up lately; a question asks for some of them forty times."""
Phones = Callable[[], Confirmed]
"""The phones of the staff as they are now; the same object until they change."""


def unconfirmed() -> Confirmed:
    """No phone of the staff."""
    return UNCONFIRMED


_STORED = TypeAdapter(StoredCatalog)


class _LastDirectory:
    """What lends from the directory that was made last, with the phones of the staff that it was made of."""

    made: tuple[Confirmed, Lender] | None = None


@dataclass(frozen=True)
class Catalog:
    """Documents and measures, which never change once made, with the directory of departments.

    Whom to call follows the phones of the staff, which may change at any time.
    """

    documents: tuple[Document, ...]
    digest: str
    """Of the source texts, the data tables and the code that read them."""
    replaced: tuple[Replaced, ...] = ()
    """Kept to be shown; never searched or answered from."""
    phones: Phones = unconfirmed
    """Phones of the staff, which win over the printed ones. No stored catalog holds them."""
    ties: tuple[Tie, ...] = ()
    """What the documents do to each other and to those that were replaced."""
    counted: Callable[[str], int] | None = field(default=None, compare=False)
    """What `spread` says, where an index knows it already."""
    digest_of: Callable[[Document], str] = field(default=document_digest, compare=False)
    """Tells states of a document apart: of those that were kept with their digest it is known."""

    @cached_property
    def measures(self) -> Sequence[Measure]:
        """All measures in the order of their documents."""
        return JoinedSequence([document.measures for document in self.documents])

    @cached_property
    def measure_ids(self) -> Sequence[str]:
        """The ids of all measures in the same order."""
        return JoinedSequence([ids_of(document) for document in self.documents])

    @cached_property
    def regions(self) -> Collection[str]:
        """The regions that the documents belong to, in order of appearance."""
        return tuple(dict.fromkeys(document.region for document in self.documents if document.region))

    @property
    def names(self) -> Names:
        """Names of departments."""
        return load_names()

    @cached_property
    def bodies(self) -> Names:
        """Names of departments, those of the bodies too that the documents give something to do."""
        named: dict[tuple[str, str], tuple[str, str]] = {}
        for document in self.documents:
            for department in departments_named(document):
                named[document.region, department[0]] = department
        return self.names.with_bodies(
            (region, name)
            for (region, _), department in named.items()
            for name in self.names.bodies_of(*department, region)
        )

    @property
    def directory(self) -> Directory:
        """Departments with their offices and phones as they are now; made anew when the staff change one."""
        return self._directory(self.phones())

    def spread(self, pair: str) -> int:
        """In how many texts of measures a pair of neighbouring Chinese characters stands."""
        return self.counted(pair) if self.counted else self._spread[pair]

    def region(self, name: str) -> Region | None:
        """What is known of a region: of one of the table, or of one that a document brought; else None."""
        return region_of(name) if name in load_regions() or name in self.regions else None

    def measure(self, measure_id: str) -> Measure:
        """The measure of an id.

        Raises:
            RecordsError: there is none.
        """
        return self._measures(measure_id)

    @cached_property
    def _measures(self) -> Callable[[str], Measure]:
        return lru_cache(_REMEMBERED)(self._measure_called)

    def _measure_called(self, measure_id: str) -> Measure:
        for mark in re.finditer("#", measure_id):
            for document in self._documents_by_number.get(measure_id[: mark.start()], ()):
                if (measure := measure_called(document, measure_id)) is not None:
                    return measure
        raise RecordsError(f"没有编号为“{measure_id}”的措施。")

    def document(self, number: str) -> Document:
        """The document of a number; a part such as 11号文 will do where only one number ends so.

        Raises:
            RecordsError: none, or more than one.
        """
        found = self._documents_by_number.get(number) or [
            document for document in self.documents if _is_called(document.number, number)
        ]
        if len(found) != 1:
            which = "、".join(document.number for document in found)
            raise RecordsError(
                f"文号“{number}”对应多份文件：{which}。请写全文号。"
                if found
                else f"没有文号为“{number}”的文件。"
            )
        return found[0]

    def document_of(self, measure: Measure) -> Document:
        """The document that a measure belongs to."""
        return self.document(measure.document)

    def ties_of(self, number: str) -> tuple[Tie, ...]:
        """The ties of a document to others and of others to it, those to others first."""
        return self._ties_by_number.get(number, ())

    def tied(self, number: str) -> Document:
        """The document at one end of a tie; it may be one that was replaced.

        Raises:
            RecordsError: there is none.
        """
        former = (kept.document for kept in self.replaced if kept.document.number == number)
        known = next((document for document in self.documents if document.number == number), None)
        return known or next(former, None) or self.document(number)

    def contacts(self, measure: Measure) -> tuple[Contact, ...]:
        """Whom to call: as printed, lead first; where no phone is printed, what the directory lends.

        Phones of the staff stand in place of the printed ones, and where none is printed.
        """
        document, confirmed = self.document_of(measure), self.phones()
        region = self.region(document.region)
        printed = own_contacts(measure, document, region)
        own = [each for contact in printed for each in confirmed.completed(contact, document.region, region)]
        reached = {contact.canonical for contact in own if contact.phone}
        lent = self._lender(confirmed).lent(measure, document, printed)
        return (*own, *(contact for contact in lent if contact.canonical not in reached))

    def to_json(self) -> bytes:
        """The records for the disk."""
        documents = tuple(map(in_memory, self.documents))
        return _STORED.dump_json(StoredCatalog(self.digest, documents, self.replaced, self.ties))

    @classmethod
    def from_json(cls, text: bytes) -> "Catalog":
        """The catalog that `to_json` wrote.

        Raises:
            RecordsError: the text is something else.
        """
        try:
            stored = _STORED.validate_json(text)
        except ValidationError as error:
            raise RecordsError("存储的记录读不了。") from error
        return cls(stored.documents, stored.digest, stored.replaced, ties=stored.ties)

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(pair for measure in self.measures for pair in pairs_of(measure.text))

    @cached_property
    def _ties_by_number(self) -> dict[str, tuple[Tie, ...]]:
        outward, inward = defaultdict[str, list[Tie]](list), defaultdict[str, list[Tie]](list)
        for tie in self.ties:
            outward[tie.source].append(tie)
            inward[tie.target].append(tie)
        return {number: (*outward[number], *inward[number]) for number in {*outward, *inward}}

    @cached_property
    def _documents_by_number(self) -> dict[str, list[Document]]:
        found = defaultdict[str, list[Document]](list)
        for document in self.documents:
            found[document.number].append(document)
        return dict(found)

    def _source(self, measure_id: str) -> tuple[Measure, Document]:
        measure = self.measure(measure_id)
        return measure, self.document_of(measure)

    def _directory(self, confirmed: Confirmed) -> Directory:
        return self._lender(confirmed).directory

    def _lender(self, confirmed: Confirmed) -> Lender:
        made = self._last_directory.made
        if made is None or made[0] is not confirmed:
            lender = Lender(self._register.directory(confirmed), self._source)
            made = self._last_directory.made = (confirmed, lender)
        return made[1]

    @cached_property
    def _last_directory(self) -> "_LastDirectory":
        return _LastDirectory()

    @cached_property
    def _register(self) -> DeskRegister:
        return DeskRegister(self.documents, self.region)


def _is_called(number: str, called: str) -> bool:
    """Whether people may mean a document by a part of its number.

    Example: "周政办字〔2024〕11号" is called "周政办字2024 11号文"; "1号" is not 11号.
    """
    bare = _NOT_IN_NUMBERS.sub("", number)
    asked = _NOT_IN_NUMBERS.sub("", called).removesuffix("文")
    if not asked or not bare.endswith(asked):
        return False
    before = bare[: len(bare) - len(asked)]
    return not (before and before[-1].isdigit() and asked[0].isdigit() and not _starts_number(asked, bare))


def _starts_number(asked: str, bare: str) -> bool:
    """Whether the digits asked for start where a year ends. Example: 11号 in 周政办字202411号."""
    year = re.search(r"(?:19|20)\d\d(?=\d+号$)", bare)
    return year is not None and bare[year.end() :] == asked
