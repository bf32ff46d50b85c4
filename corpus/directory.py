"""The directory: which offices and phones of a department the documents print, newest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.records import Contact
from corpus.text.phones import same_phone

_UNDATED = date.min
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


@dataclass(frozen=True)
class Directory:
    """Region -> canonical department -> its desks with a phone, newest first."""

    desks: dict[str, dict[str, tuple[Desk, ...]]]

    @classmethod
    def of(cls, printed: Iterable[tuple[str, Contact]]) -> "Directory":
        """From (region, contact) pairs as they are printed; those without a phone or a name are left out."""
        grouped: dict[str, dict[str, dict[tuple[str | None, ...], list[Contact]]]] = {}
        for region, contact in printed:
            if contact.phone is not None and contact.canonical:
                desks = grouped.setdefault(region, {}).setdefault(contact.canonical, {})
                desks.setdefault((contact.office, contact.person, contact.phone), []).append(contact)
        return cls(
            {
                region: {name: _newest_first(desks.values()) for name, desks in departments.items()}
                for region, departments in grouped.items()
            }
        )

    @cached_property
    def office_names(self) -> frozenset[str]:
        """The names of all offices that have a desk."""
        return frozenset(office for desk in self._all(None) for office in desk.offices)

    def contacts(self, canonical: str, region: str) -> tuple[Contact, ...]:
        """Every desk of a department that prints a phone, newest first, then the most often printed."""
        return tuple(desk.contact for desk in self.of_department(canonical, region))

    def of_department(self, canonical: str, region: str) -> tuple[Desk, ...]:
        """The same desks, each with every measure that prints it."""
        return self.desks.get(region, {}).get(canonical, ())

    def offices(self, office: str, region: str | None = None) -> tuple[Contact, ...]:
        """The desks of an office name. Example: 种业服务科 -> 区农业技术服务中心, 6195867."""
        return tuple(desk.contact for desk in self._all(region) if office and office == desk.contact.office)

    def of_person(self, name: str) -> tuple[Desk, ...]:
        """The desks at which somebody of that name is to be called, alone or beside others."""
        return tuple(desk for desk in self._all(None) if name in _SEVERAL.split(desk.contact.person or ""))

    def of_phone(self, phone: str, region: str | None = None) -> tuple[Contact, ...]:
        """The desks that a phone belongs to, or belonged to in print; one phone may belong to several.

        Area codes are compared where both have one. Example: 0533-6190201 belongs to whom 6190201 does.
        """
        return tuple(desk.contact for desk in self._all(region) if _has(desk.contact, phone))

    def _all(self, region: str | None) -> Iterator[Desk]:
        for known_in, departments in self.desks.items():
            if region in (None, known_in):
                for desks in departments.values():
                    yield from desks


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
