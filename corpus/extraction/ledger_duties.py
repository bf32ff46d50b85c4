"""Who does what in a row of a ledger, read column by column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.departments import Names
from corpus.extraction.blocks import read_block
from corpus.extraction.contact_cells import has_phone, read_cell
from corpus.extraction.entries import Answerable, duties_of
from corpus.extraction.named_bodies import name_body
from corpus.extraction.words import Words
from corpus.records import Responsibility, Role
from corpus.text.bodies import body_and_office, is_body, is_district, is_office, is_vague, set_bodies_apart
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.phones import PrintedPhone, find_phones

_BODIES = re.compile(r"单位|部门|机构|站所|窗口")
_DISTRICTS = re.compile(
    r"区县|县区|县（市、区）|区划|辖区|地区|所属区|区域|镇街|镇（街道）|镇（街）|乡镇|街道|各区"
)
_OFFICE_OF = re.compile(
    r"(?P<body>.{2,20}?(?:局|委|厅|办|中心|会))(?:内部?|的)?(?:牵头|责任|承办|主办|经办)?(?:科室|处室|股室)"
)
"""A column for the offices of one body. Example: `县卫健局内牵头科室`."""
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_MAIN = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE)
_SLOTS = (*_MAIN, ColumnRole.SUPPORT, ColumnRole.OFFICE, ColumnRole.PERSON)


@dataclass(frozen=True, slots=True)
class _RowContacts:
    """Offices, people and phones that a row prints in columns of their own."""

    offices: Sequence[str] = ()
    people: Sequence[str] = ()
    phones: Sequence[str] = ()
    officials: str = ""
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Phones by the department that the column of phones prints before them."""


def ledger_duties(cells: Sequence[Cell], names: Names, region: str) -> tuple[Responsibility, ...]:
    """The departments of a row with office, person, phone and deadline of its other columns.

    Office, person and phone go to the one department of the leading column; where that column names
    several departments, to those printed with them, else they pair up only if their counts agree.
    """
    cells = [cell for cell in cells if cell.role not in _SLOTS or not is_vague("".join(cell.text.split()))]
    columns = {cell.role: cell.text for cell in reversed(cells) if not _OFFICE_OF.fullmatch(cell.header)}
    led = ColumnRole.LEAD in columns
    main = next((role for role in _MAIN if role in columns), None)
    if main is None and ColumnRole.SUPPORT not in columns:
        return tuple(_to_call(cells, columns, names, region))
    duties: list[Responsibility] = []
    for cell in cells:
        if cell.role in (*_MAIN, ColumnRole.SUPPORT):
            shared = _row_contacts(columns, names, region) if cell.role is main else _RowContacts()
            read = (
                _called(cell, names, region) if has_phone(cell.text) else _named(cell, shared, names, region)
            )
            deadline = columns.get(ColumnRole.DEADLINE)
            read = _with_own_offices(read, cells)
            duties.extend(_ranked(duty, cell.role, deadline, led=led) for duty in read)
    return tuple(duties)


def _with_own_offices(duties: Iterable[Responsibility], cells: Sequence[Cell]) -> Iterator[Responsibility]:
    """The duties with the offices of columns that are for the offices of one body alone."""
    own = {
        match["body"]: cell.text
        for cell in cells
        if cell.role is ColumnRole.OFFICE and (match := _OFFICE_OF.fullmatch(cell.header))
    }
    for duty in duties:
        office = next((text for body, text in own.items() if duty.department.endswith(body)), None)
        yield replace(duty, office=duty.office or office)


def _to_call(
    cells: Sequence[Cell], columns: Mapping[ColumnRole, str], names: Names, region: str
) -> Iterator[Responsibility]:
    """Of a row that only says whom to call: a list of phones, or one whose offices name their department.

    Example: 单位 `区商务局`, 电话 `6195136` -> both; 科室 `市民政局养老服务科` -> 市民政局, 养老服务科
    """
    shared = _row_contacts(columns, names, region)
    office = "".join(columns.get(ColumnRole.OFFICE, "").split())
    bodies = {cell.text for cell in cells if _is_called(cell)}
    within = body_and_office(office) or ((office, "") if is_body(office) and not bodies else None)
    offices = [*filter(None, [within[1]])] if within else [*shared.offices]
    departments = [within[0]] if within else sorted(bodies)
    if len(departments) == 1 and (shared.phones or shared.people):
        people, deadline = [*shared.people], columns.get(ColumnRole.DEADLINE)
        answerable = Answerable(departments[0], Role.RESPONSIBLE, offices, people, [*shared.phones], deadline)
        yield from duties_of(answerable, names, region)


def _is_called(cell: Cell) -> bool:
    """Whether a cell names the body or the district that the phones of its row belong to."""
    body = bool(_BODIES.search(cell.header)) and is_body(cell.text)
    return body or (bool(_DISTRICTS.search(cell.header)) and is_district("".join(cell.text.split())))


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


def _named(cell: Cell, row: _RowContacts, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell that lists departments; 牵头 and 配合 in its words count."""
    block = read_block(Words.of(_listed_lines(cell.text)))
    count = len(block.named)
    shared = (_shared_out(values, count) for values in (row.offices, row.people, row.phones))
    for named, offices, people, phones in zip(block.named, *shared, strict=True):
        if row.named:
            phones = row.named.get(names.canonical(named.department, region), ())
        if not people and not phones and row.officials:
            people = [row.officials]
        answerable = Answerable(named.department, block.role(named), [*offices], [*people], [*phones])
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


def _row_contacts(columns: Mapping[ColumnRole, str], names: Names, region: str) -> _RowContacts:
    def listed(role: ColumnRole) -> list[str]:
        parts = Words.of(columns.get(role, "")).split("、，；;/")
        return [part.raw for part in parts if part.raw]

    cell = columns.get(ColumnRole.PHONE, "")
    printed = find_phones(cell, called_so=True)
    phones = [phone.text for phone in printed]
    officials = "、".join(listed(ColumnRole.OFFICIAL))
    people = listed(ColumnRole.PERSON) or _said_before(cell, printed, _is_person)
    offices = listed(ColumnRole.OFFICE) or _said_before(cell, printed, is_office)
    contacts = _RowContacts(offices, people, phones, officials)
    return replace(contacts, named=_by_department(cell, names, region))


def _said_before(cell: str, phones: Sequence[PrintedPhone], fits: Callable[[str], bool]) -> list[str]:
    """The names that a cell prints before each of its phones; none unless before all of them.

    Example: `李明 6195381`, `王刚 6195400` -> 李明, 王刚
    """
    starts = [0, *(phone.end for phone in phones)]
    said = [cell[start : phone.start] for start, phone in zip(starts, phones, strict=False)]
    names = ["".join(words.split()).strip("，,、；;：:（）()") for words in said]
    return names if all(map(fits, names)) else []


def _is_person(words: str) -> bool:
    return bool(_PERSON.fullmatch(words)) and not is_body(words) and not is_office(words)


def _by_department(cell: str, names: Names, region: str) -> dict[str, list[str]]:
    """The phones of a cell that prints the department before each.

    Example: `区住建局：6195381；区水利局：6433000` -> one phone for each of them
    """
    phones: dict[str, list[str]] = {}
    for desk in read_cell(cell, names, region):
        department = desk.department.strip("：:；;，,、")
        if desk.phone is None or not is_body(department):
            return {}
        phones.setdefault(names.canonical(department, region), []).append(desk.phone)
    return phones


def _shared_out(values: Sequence[str], departments: int) -> list[Sequence[str]]:
    """What each department gets: a single one all values, one each where counts agree, else nothing."""
    if departments == 1:
        return [values]
    return [[value] for value in values] if len(values) == departments else [()] * departments
