"""Who does what in a row of a ledger, read column by column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.departments import Names
from corpus.extraction.blocks import read_block
from corpus.extraction.contact_cells import has_phone, phones_of, read_cell
from corpus.extraction.words import Words
from corpus.records import Responsibility, Role
from corpus.text.ledger_columns import Cell, ColumnRole

_MAIN = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Offices, people and phones that a row prints in columns of their own."""

    offices: Sequence[str] = ()
    people: Sequence[str] = ()
    phones: Sequence[str] = ()


def ledger_duties(cells: Sequence[Cell], names: Names, region: str) -> tuple[Responsibility, ...]:
    """The departments of a row with office, person, phone and deadline of its other columns.

    Office, person and phone go to the one department of the leading column; where that column names
    several departments, they pair up only when there are as many of them.
    """
    columns = {cell.role: cell.text for cell in reversed(cells)}
    led = ColumnRole.LEAD in columns
    main = next((role for role in _MAIN if role in columns), None)
    duties: list[Responsibility] = []
    for cell in cells:
        if cell.role in (*_MAIN, ColumnRole.SUPPORT):
            desk = _desk_of(columns) if cell.role is main else _Desk()
            found = (
                _called(cell, names, region) if has_phone(cell.text) else _named(cell, desk, names, region)
            )
            deadline = columns.get(ColumnRole.DEADLINE)
            duties.extend(_ranked(duty, cell.role, deadline, led=led) for duty in found)
    return tuple(duties)


def _called(cell: Cell, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell that prints its phones itself."""
    for place in read_cell(cell.text, names, region):
        canonical = names.canonical(place.department, region)
        yield Responsibility(place.department, canonical, Role.RESPONSIBLE, place.office, None, place.phone)


def _named(cell: Cell, desk: _Desk, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell that lists departments; 牵头 and 配合 in its words count."""
    block = read_block(Words.of(cell.text))
    count = len(block.named)
    shared = (_shared_out(values, count) for values in (desk.offices, desk.people, desk.phones))
    for named, office, person, phone in zip(block.named, *shared, strict=True):
        canonical = names.canonical(named.department, region)
        yield Responsibility(named.department, canonical, block.role(named), office, person, phone)


def _ranked(duty: Responsibility, column: ColumnRole, deadline: str | None, *, led: bool) -> Responsibility:
    """The role that the column gives; the words of a 责任单位 cell may raise or lower it."""
    role = duty.role
    if column is ColumnRole.LEAD:
        role = Role.LEAD
    elif column is ColumnRole.SUPPORT or led:
        role = Role.SUPPORT
    return Responsibility(
        duty.department, duty.canonical, role, duty.office, duty.person, duty.phone, deadline, duty.clause
    )


def _desk_of(columns: Mapping[ColumnRole, str]) -> _Desk:
    def listed(role: ColumnRole) -> list[str]:
        parts = Words.of(columns.get(role, "")).split("、，；;/")
        return [part.raw for part in parts if part.raw]

    phones = phones_of(columns.get(ColumnRole.PHONE, ""))
    return _Desk(listed(ColumnRole.OFFICE), listed(ColumnRole.PERSON), phones)


def _shared_out(values: Sequence[str], departments: int) -> list[str | None]:
    """One value a department: all to a sole department, pairs where counts agree, else nobody's."""
    if departments == 1:
        return ["、".join(values) or None]
    return list(values) if len(values) == departments else [None] * departments
