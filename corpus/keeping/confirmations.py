"""Phones that the staff confirmed, corrected or added: kept in one file, they win over what documents print.

The documents themselves stay as they are: what is quoted keeps the printed phone.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.dialling import dial
from corpus.durable import FileMark, bytes_of, locked, mark_of, replacing
from corpus.errors import LibraryError
from corpus.records import Confirmation, Contact
from corpus.regions import Region


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One phone of an office: whose phone a confirmation speaks of."""

    region: str
    department: str
    """Its one name in the directory."""
    office: str | None
    printed: str
    """"" for a phone that no document prints."""

    @classmethod
    def of(cls, region: str, contact: Contact) -> "PhoneLine":
        """That of a contact as it is now, confirmed or not."""
        return cls(region, contact.canonical, contact.office, contact.printed_phone or "")


@dataclass(frozen=True, slots=True)
class ConfirmedPhone:
    """A line with the phone that is right now; the printed one where it was only confirmed."""

    line: PhoneLine
    phone: str
    confirmation: Confirmation


_STORED = TypeAdapter(tuple[ConfirmedPhone, ...])
_log = logging.getLogger(__name__)

"""Inode, time of change and size of the file; None while there is none."""
Knowing = Callable[[str], Region | None]
"""What is known of a region by its name."""


@dataclass(frozen=True)
class Confirmed:
    """All confirmed phones at one moment."""

    phones: tuple[ConfirmedPhone, ...] = ()

    def applied(self, contact: Contact, region: str, known: Region | None) -> Contact:
        """The contact with its confirmed phone, marked; as it is where nobody confirmed one.

        Where a document prints the number without the office, or without anybody, the staff know whose it is.
        """
        if contact.phone is None:
            return contact
        line = PhoneLine.of(region, contact)
        held = self.by_line.get(line) or self._of_number(line)
        return _with(contact, held, known) if held else contact

    def _of_number(self, line: PhoneLine) -> ConfirmedPhone | None:
        """What is confirmed of a number that stands without an office; None where that may be two things."""
        if line.office is not None or not line.printed:
            return None
        meant = [
            held
            for held in self.phones
            if (held.line.region, held.line.printed) == (line.region, line.printed)
            and line.department in ("", held.line.department)
        ]
        return meant[0] if len(meant) == 1 else None

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
    named = contact if contact.canonical else replace(contact, department=held.line.department)
    return replace(
        named,
        canonical=held.line.department,
        office=held.line.office,
        phone=held.phone,
        dial=dial(held.phone, known),
        confirmed=held.confirmation,
    )


class Confirmations:
    """The file of confirmed phones; made when the first is confirmed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[FileMark, Confirmed] | None = None

    def now(self) -> Confirmed:
        """What is confirmed now; the same object until the file changes, which is read again then alone.

        Raises:
            LibraryError: the file cannot be read or is not as it was written.
        """
        known = self._known
        mark = self._mark()
        if known is None or known[0] != mark:
            known = self._known = (mark, self._read())
        return known[1]

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
            with locked(self.path.parent):
                kept = tuple(held for held in self._read().phones if held.line != line)
                with replacing(self.path) as file:
                    file.write(_STORED.dump_json((*kept, *put), indent=1))
        except OSError as error:
            raise LibraryError(
                f"核实的电话存不下来：{self.path}（{error.strerror}）。请检查权限和磁盘空间。"
            ) from error

    def _read(self) -> Confirmed:
        try:
            data = bytes_of(self.path)
            return Confirmed(_STORED.validate_json(data) if data else ())
        except (OSError, ValidationError) as error:
            raise self._unreadable() from error

    def _mark(self) -> FileMark:
        try:
            return mark_of(self.path)
        except OSError as error:
            raise self._unreadable() from error

    def _unreadable(self) -> LibraryError:
        return LibraryError(f"核实过的电话读不了：{self.path}。请检查权限，或移走这个文件重新核实。")


class CurrentPhones:
    """The confirmed phones for whoever answers: a file damaged meanwhile leaves what was read last."""

    def __init__(self, kept: Confirmations) -> None:
        """Reads them for the first time.

        Raises:
            LibraryError: the file cannot be read or is not as it was written.
        """
        self._kept = kept
        self._last = kept.now()
        self._failing = False

    def __call__(self) -> Confirmed:
        """What is confirmed now; a failure is logged when it begins."""
        try:
            self._last = self._kept.now()
            self._failing = False
        except LibraryError as error:
            if not self._failing:
                _log.warning("event=phones_unreadable reason=%s", error)
            self._failing = True
        return self._last
