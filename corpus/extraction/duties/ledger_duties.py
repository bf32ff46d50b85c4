"""Who does what in a row of a ledger, read column by column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.extraction.duties.blocks import read_block
from corpus.extraction.duties.contact_cells import has_phone, read_cell
from corpus.extraction.duties.directory_rows import district_in, within_district
from corpus.extraction.duties.offices_elsewhere import with_body_of_office
from corpus.extraction.duties.row_bodies import bodies_apart
from corpus.extraction.duties.row_contacts import (
    COMPLAINTS,
    OFFICE_OF,
    RowContacts,
    columns_of,
    is_unit,
    row_contacts,
    said_before,
)
from corpus.extraction.duties.rows_to_call import calls_of_row
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import Answerable, duties_of
from corpus.extraction.naming.named_bodies import name_body
from corpus.records import Responsibility, Role
from corpus.text.bodies import is_body, is_vague, set_bodies_apart
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.phones import find_phones

_ASK_AND_COMPLAIN = re.compile(r"咨询.*(?:监督|投诉|举报)")
_OVERSEES = re.compile(r".*(?:主管|归口|行业|监管).*")
"""Columns of bodies that somebody else acts for, where another column names who does."""
_MAIN = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE)
_SLOTS = (*_MAIN, ColumnRole.SUPPORT, ColumnRole.OFFICE, ColumnRole.PERSON)


def ledger_duties(
    cells: Sequence[Cell], names: Names, region: str, owner: str = ""
) -> tuple[Responsibility, ...]:
    """The departments of a row with office, person, phone and deadline of its other columns.

    Office, person and phone go to the one department of the leading column; where that column names
    several departments, to those printed with them, else they pair up only if their counts agree. Where the
    row names none, they are those of `owner`, the body that the whole list is about; without one, of
    nobody by name: their department is "".
    """
    cells = [cell for cell in cells if cell.role not in _SLOTS or not is_vague("".join(cell.text.split()))]
    cells = [_to_ask(cell) if cell.role is ColumnRole.PHONE else cell for cell in _with_desks(cells)]
    columns = columns_of(cells)
    led = ColumnRole.LEAD in columns
    main = next((role for role in _MAIN if role in columns), None)
    if main is None and ColumnRole.SUPPORT not in columns:
        return tuple(
            duty for part in bodies_apart(cells) for duty in calls_of_row(part, names, region, owner)
        )
    acting = [cell for cell in cells if cell.role is main and not _OVERSEES.fullmatch(cell.header)]
    duties: list[Responsibility] = []
    for cell in cells:
        if cell.role in (*_MAIN, ColumnRole.SUPPORT):
            called = cell.role is main and (cell in acting or not acting)
            shared = row_contacts(columns, names, region) if called else RowContacts()
            read = (
                _called(cell, names, region) if has_phone(cell.text) else _named(cell, shared, names, region)
            )
            deadline = columns.get(ColumnRole.DEADLINE)
            read = within_district(_with_own_offices(read, cells), district_in(cells), names, region)
            duties.extend(_ranked(duty, cell.role, deadline, led=led) for duty in read)
    return tuple(part for duty in duties for part in with_body_of_office(duty, names, region))


def _with_desks(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, one that prints only units and their phones as a column of phones beside the one of bodies.

    Example: 实施机关 `区林业局`, 承办机构及联系电话 `资源股 6195381` -> the second is a phone of 区林业局
    """
    bodies = [cell for cell in cells if cell.role in _MAIN and not has_phone(cell.text)]
    return [
        replace(cell, role=ColumnRole.PHONE)
        if bodies and cell.role in _MAIN and _prints_units(cell.text)
        else cell
        for cell in cells
    ]


def _prints_units(text: str) -> bool:
    return bool(said_before(text, find_phones(text), is_unit))


def _to_ask(cell: Cell) -> Cell:
    """A cell of phones without those for complaints, which its words or its header tell.

    Example: `咨询：0311-5550201 监督：0311-5550299` -> the first; two numbers under 咨询监督电话 -> the first
    """
    phones = find_phones(cell.text, called_so=True)
    starts = [0, *(phone.end for phone in phones)]
    said = [cell.text[start : phone.start] for start, phone in zip(starts, phones, strict=False)]
    aside = [bool(COMPLAINTS.search(words)) and "咨询" not in words for words in said]
    if _ASK_AND_COMPLAIN.search(cell.header) and len(phones) == 2 and not any(aside):
        aside = [False, not is_body("".join(said[1].split()).strip("，,、；;：:/"))]
    if not any(aside) or all(aside):
        return cell
    ends = [phone.end for phone in phones]
    stretches = zip(aside, starts, ends, strict=False)
    return replace(cell, text="".join(cell.text[a:b] for out, a, b in stretches if not out))


def _with_own_offices(duties: Iterable[Responsibility], cells: Sequence[Cell]) -> Iterator[Responsibility]:
    """The duties with the offices of columns that are for the offices of one body alone."""
    own = {
        match["body"]: cell.text
        for cell in cells
        if cell.role is ColumnRole.OFFICE and (match := OFFICE_OF.fullmatch(cell.header))
    }
    for duty in duties:
        office = next((text for body, text in own.items() if duty.department.endswith(body)), None)
        yield replace(duty, office=duty.office or office)


def _called(cell: Cell, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell that prints phones itself: one body to a line or entry, else in any order."""
    bodies = [name_body(entry) for line in cell.text.splitlines() for entry in Words.of(line).split("；")]
    if all(is_body(body.department) for body in bodies):
        for body in bodies:
            details = ([*body.offices], [*body.people], [*body.phones])
            yield from duties_of(Answerable(body.department, Role.RESPONSIBLE, *details), names, region)
        return
    for desk in read_cell(cell.text, names, region):
        canonical = names.canonical(desk.department, region)
        yield Responsibility(desk.department, canonical, Role.RESPONSIBLE, desk.office, None, desk.phone)


def _named(cell: Cell, row: RowContacts, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell that lists departments; 牵头 and 配合 in its words count, and who acts for an authority."""
    block = read_block(Words.of(_listed_lines(cell.text)))
    count = sum(named.acts for named in block.named)
    shared = zip(
        *(_shared_out(values, count) for values in (row.offices, row.people, row.phones)), strict=True
    )
    for named in block.named:
        offices, people, phones = next(shared) if named.acts else ((), (), ())
        if row.named:
            phones = row.named.get(names.canonical(named.department, region), ())
        if named.acts and not people and not phones and row.officials:
            people = [row.officials]
        own = [*named.offices] or [*offices]
        answerable = Answerable(named.department, block.role(named), own, [*people], [*phones])
        yield from duties_of(answerable, names, region)


def _listed_lines(text: str) -> str:
    """A cell with one body to a line, as a list; a cell whose lines break a name stays as it is.

    Example: `区住建局`, `区水利局` on two lines -> `区住建局、区水利局`
    """
    lines = [set_bodies_apart(line.strip()) for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return lines[0]
    return "、".join(lines) if all(is_body(line) for line in lines) else text


def _ranked(duty: Responsibility, column: ColumnRole, deadline: str | None, *, led: bool) -> Responsibility:
    """The role that the column gives; the words of a 责任单位 cell may raise or lower it."""
    role = duty.role
    if column is ColumnRole.LEAD:
        role = Role.LEAD
    elif column is ColumnRole.SUPPORT or led:
        role = Role.SUPPORT
    return replace(duty, role=role, deadline=deadline)


def _shared_out(values: Sequence[str], departments: int) -> list[Sequence[str]]:
    """What each department gets: a single one all values, one each where counts agree, else nothing."""
    if departments == 1:
        return [values]
    return [[value] for value in values] if len(values) == departments else [()] * departments
