"""Phones that the staff confirmed, corrected or added: kept in one file, they win over what documents print.

The documents themselves stay as they are: what is quoted keeps the printed phone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.durable import bytes_of, locked, replacing
from corpus.errors import LibraryError
from corpus.records import Confirmation, Contact
from corpus.regions import Region, dial


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One phone of an office: whose phone a confirmation speaks of."""

    region: str
    department: str
    """Its one name in the directory."""
    office: str | None
    printed: str
    """"" for a phone that no document prints."""


@dataclass(frozen=True, slots=True)
class ConfirmedPhone:
    """A line with the phone that is right now; the printed one where it was only confirmed."""

    line: PhoneLine
    phone: str
    confirmation: Confirmation


_STORED = TypeAdapter(tuple[ConfirmedPhone, ...])
Knowing = Callable[[str], Region | None]
"""What is known of a region by its name."""


@dataclass(frozen=True)
class Confirmed:
    """All confirmed phones at one moment."""

    phones: tuple[ConfirmedPhone, ...] = ()

    def applied(self, contact: Contact, region: str, known: Region | None) -> Contact:
        """The contact with its confirmed phone, marked; as it is where nobody confirmed one."""
        if contact.phone is None:
            return contact
        held = self.by_line.get(PhoneLine(region, contact.canonical, contact.office, contact.phone))
        return _with(contact, held, known) if held else contact

    def completed(self, contact: Contact, region: str, known: Region | None) -> tuple[Contact, ...]:
        """What a measure's contact comes to: with its confirmed phone, or with those added where it has none.

        A phone added for an office stands for that office, or where the measure names the department alone.
        """
        if contact.phone is not None:
            return (self.applied(contact, region, known),)
        added = self.added.get((region, contact.canonical), ())
        fitting = [held for held in added if contact.office in (None, held.line.office)]
        return tuple(_with(contact, held, known) for held in fitting) or (contact,)

    def desks(self, printed: Iterable[tuple[str, Contact]], known: Knowing) -> Iterator[tuple[str, Contact]]:
        """The added phones of departments that documents name, each with the newest that does.

        `printed` are all contacts with their regions, `known` tells what is known of a region.
        """
        newest: dict[tuple[str, str], Contact] = {}
        for region, contact in printed:
            best = newest.setdefault((region, contact.canonical), contact)
            if (contact.as_of or date.min) > (best.as_of or date.min):
                newest[region, contact.canonical] = contact
        for (region, department), phones in self.added.items():
            named = newest.get((region, department))
            if named is not None:
                bare = replace(named, person=None, deadline=None)
                yield from ((region, _with(bare, held, known(region))) for held in phones)

    @cached_property
    def added(self) -> Mapping[tuple[str, str], tuple[ConfirmedPhone, ...]]:
        """(region, department) -> its phones that no document prints."""
        found: dict[tuple[str, str], tuple[ConfirmedPhone, ...]] = {}
        for held in self.phones:
            if not held.line.printed:
                key = (held.line.region, held.line.department)
                found[key] = (*found.get(key, ()), held)
        return found

    @cached_property
    def by_line(self) -> Mapping[PhoneLine, ConfirmedPhone]:
        """Each line once."""
        return {held.line: held for held in self.phones}


UNCONFIRMED = Confirmed()


def _with(contact: Contact, held: ConfirmedPhone, known: Region | None) -> Contact:
    """The contact with a phone of the staff, marked, of the office that it is for."""
    office, number = held.line.office, dial(held.phone, known)
    return replace(contact, office=office, phone=held.phone, dial=number, confirmed=held.confirmation)


class Confirmations:
    """The file of confirmed phones; made when the first is confirmed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> Confirmed:
        """What is confirmed now.

        Raises:
            LibraryError: the file cannot be read or is not as it was written.
        """
        try:
            data = bytes_of(self._path)
            return Confirmed(_STORED.validate_json(data) if data else ())
        except (OSError, ValidationError) as error:
            raise LibraryError(
                f"核实过的电话读不了：{self._path}。请检查权限，或移走这个文件重新核实。"
            ) from error

    def digest(self) -> str:
        """SHA-256 over what is kept; "" while nothing is.

        Raises:
            LibraryError: the file is there and cannot be read.
        """
        try:
            data = bytes_of(self._path)
        except OSError as error:
            raise LibraryError(
                f"核实过的电话读不了：{self._path}（{error.strerror}）。请检查权限。"
            ) from error
        return sha256(data).hexdigest() if data else ""

    def put(self, phone: ConfirmedPhone) -> None:
        """Confirms a phone; what was confirmed of the same line before is replaced.

        Raises:
            LibraryError: the file cannot be written.
        """
        self._change(phone.line, (phone,))

    def withdraw(self, line: PhoneLine) -> None:
        """Takes a confirmation away: the printed phone counts again.

        Raises:
            LibraryError: the file cannot be written.
        """
        self._change(line, ())

    def _change(self, line: PhoneLine, put: Iterable[ConfirmedPhone]) -> None:
        try:
            with locked(self._path.parent):
                kept = tuple(held for held in self.now().phones if held.line != line)
                with replacing(self._path) as file:
                    file.write(_STORED.dump_json((*kept, *put), indent=1))
        except OSError as error:
            raise LibraryError(
                f"核实的电话存不下来：{self._path}（{error.strerror}）。请检查权限和磁盘空间。"
            ) from error
