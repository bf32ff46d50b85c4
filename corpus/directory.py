"""The directory: which offices and phones of a department the documents print, newest first."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain

from corpus.records import Contact
from corpus.text.phones import local_digits, same_phone

_UNDATED = date.min
_REGIONS = 64
"""The desks of so many regions are kept: some 300 KB each where a region has 400 measures."""
_LOOKED_UP = 512
"""Of so many departments, offices, persons and phones the desks are kept, each in one region."""
_TELLING = 4
"""Digits at the end of a phone that are printed side by side, however the others are set apart."""
_BROAD = str.maketrans("0123456789", "０１２３４５６７８９")
_SEVERAL = re.compile("[、；;，,]")
"""Between several persons at one desk."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One department, office, person and phone, with every measure that prints it, newest first."""

    contact: Contact
    sources: tuple[str, ...]

    @property
    def offices(self) -> tuple[str, ...]:
        """Its offices, one by one: several may share its phone."""
        return tuple(self.contact.office.split("、")) if self.contact.office else ()


Departments = Mapping[str, tuple[Desk, ...]]
"""Canonical department -> its desks with a phone, newest first."""
Words = tuple[str, ...]
Printed = Callable[[str, Words | None], Iterable[Contact]]
"""The contacts that are printed in a region: all, or at least those whose department, office, person or phone
has one of some words."""
PrintedOf = Callable[[str, str], Iterable[Contact]]
"""The contacts that are printed in a region: at least those of one department, by its canonical name."""
Having = Callable[[Collection[str]], Collection[str]]
"""The regions in which one of some words may be printed: all that really print it, mostly few others."""


class _DesksByRegion(Mapping[str, Departments]):
    """The desks of regions that have any, made when they are looked at; those of the last ones are kept."""

    def __init__(self, regions: Sequence[str], printed: Printed, printed_of: PrintedOf) -> None:
        self._regions = regions
        self._of_one = lru_cache(_LOOKED_UP)(
            lambda region, canonical: _departments(printed_of(region, canonical)).get(canonical, ())
        )
        self._of = lru_cache(_REGIONS)(lambda region: _departments(printed(region, None)))
        self._having = lru_cache(_LOOKED_UP)(lambda region, words: _departments(printed(region, words)))

    def of_department(self, canonical: str, region: str) -> tuple[Desk, ...]:
        """Those of one department of a region; those of its others are not looked at."""
        return self._of_one(region, canonical) if region in self._regions else ()

    def having(self, region: str, words: Words) -> Departments:
        """At least those whose department, office, person or phone has one of some words.

        Where the desks of all regions can be kept these are all of the region's.
        """
        return self.get(region, {}) if len(self._regions) <= _REGIONS else self._having(region, words)

    def __getitem__(self, region: str) -> Departments:
        if region not in self._regions or not self._of(region):
            raise KeyError(region)
        return self._of(region)

    def __iter__(self) -> Iterator[str]:
        return (region for region in self._regions if self._of(region))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Directory:
    """The desks of departments; to look at those of all regions takes seconds in a large library."""

    regions: Sequence[str]
    """Those of which there are documents, with desks or without."""
    desks: _DesksByRegion
    """Of regions that have any."""
    having: Having
    offices_printed: Collection[str]
    """The names of offices, also of those without a desk; of several at one desk as they are printed."""

    @classmethod
    def of(cls, printed: Iterable[tuple[str, Contact]]) -> "Directory":
        """From (region, contact) pairs as they are printed; those without a phone or a name are left out."""
        grouped: dict[str, list[Contact]] = {}
        for region, contact in printed:
            grouped.setdefault(region, []).append(contact)
        offices = {contact.office for own in grouped.values() for contact in own if contact.office}
        return cls.by_region(
            tuple(grouped),
            lambda region, _: grouped[region],
            lambda region, _: grouped[region],
            lambda _: tuple(grouped),
            offices,
        )

    @classmethod
    def by_region(
        cls,
        regions: Sequence[str],
        printed: Printed,
        printed_of: PrintedOf,
        having: Having,
        offices_printed: Collection[str],
    ) -> "Directory":
        """From what gives the contacts of a region as they are printed."""
        return cls(regions, _DesksByRegion(regions, printed, printed_of), having, offices_printed)

    def offices_named(self, words: str) -> tuple[str, ...]:
        """The names of offices with a desk that stand in some words."""
        return tuple(name for name in sorted(self._offices) if name in words and self.departments_of(name))

    def departments_of(self, office: str) -> tuple[tuple[str, str], ...]:
        """(region, canonical name) of the departments that have an office of that name with a desk."""
        if office not in self._offices:
            return ()
        return tuple(
            (region, name)
            for region, departments in self._having((office,))
            for name, desks in departments.items()
            if any(office in desk.offices for desk in desks)
        )

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(office for printed in self.offices_printed for office in printed.split("、"))

    def contacts(self, canonical: str, region: str) -> tuple[Contact, ...]:
        """Every desk of a department that prints a phone, newest first, then the most often printed."""
        return tuple(desk.contact for desk in self.of_department(canonical, region))

    def of_department(self, canonical: str, region: str) -> tuple[Desk, ...]:
        """The same desks, each with every measure that prints it."""
        return self.desks.of_department(canonical, region)

    def offices(self, office: str, region: str | None = None) -> tuple[Contact, ...]:
        """The desks of an office name. Example: 种业服务科 -> 区农业技术服务中心, 6195867."""
        every = _desks_of(self._having((office,), region))
        return tuple(desk.contact for desk in every if office and office == desk.contact.office)

    def of_person(self, name: str) -> tuple[Desk, ...]:
        """The desks at which somebody of that name is to be called, alone or beside others."""
        every = _desks_of(self._having((name,)))
        return tuple(desk for desk in every if name in _SEVERAL.split(desk.contact.person or ""))

    def of_phone(self, phone: str, region: str | None = None) -> tuple[Contact, ...]:
        """The desks that a phone belongs to, or belonged to in print; one phone may belong to several.

        Area codes are compared where both have one. Example: 0533-6190201 belongs to whom 6190201 does.
        """
        end = local_digits(phone)[1][-_TELLING:]
        every = _desks_of(self._having((end, end.translate(_BROAD)), region))
        return tuple(desk.contact for desk in every if _has(desk.contact, phone))

    def _having(self, words: Words, region: str | None = None) -> Iterator[tuple[str, Departments]]:
        """At least the desks that have one of some words, of one region or of all in their order."""
        having = self.having(words) if region is None else (region,)
        return ((name, self.desks.having(name, words)) for name in self.regions if name in having)


def _desks_of(found: Iterable[tuple[str, Departments]]) -> Iterator[Desk]:
    return chain.from_iterable(chain.from_iterable(own.values()) for _, own in found)


def _departments(printed: Iterable[Contact]) -> Departments:
    """The desks of a region; contacts without a phone or a name are left out."""
    grouped: dict[str, dict[tuple[str | None, ...], list[Contact]]] = {}
    for contact in printed:
        if contact.phone is not None and contact.canonical:
            desks = grouped.setdefault(contact.canonical, {})
            desks.setdefault((contact.office, contact.person, contact.phone), []).append(contact)
    return {name: _newest_first(desks.values()) for name, desks in grouped.items()}


def _has(contact: Contact, phone: str) -> bool:
    """Whether a phone is the one in use, or the printed one where the staff have confirmed another since."""
    confirmed = contact.confirmed.printed if contact.confirmed else None
    known = (contact.dial or contact.phone, confirmed)
    return any(same_phone(each, phone) for each in known if each)


def _newest_first(groups: Iterable[list[Contact]]) -> tuple[Desk, ...]:
    desks = []
    for contacts in groups:
        ordered = sorted(contacts, key=lambda contact: contact.as_of or _UNDATED, reverse=True)
        desks.append(Desk(ordered[0], tuple(dict.fromkeys(contact.source for contact in ordered))))
    return tuple(
        sorted(desks, key=lambda desk: (desk.contact.as_of or _UNDATED, len(desk.sources)), reverse=True)
    )
