"""Who does what in a row of a ledger, read column by column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.departments import Names
from corpus.extraction.duties.blocks import read_block
from corpus.extraction.duties.contact_cells import has_phone, read_cell
from corpus.extraction.duties.directory_rows import called_names, district_in, lists_matters, within_district
from corpus.extraction.duties.offices_elsewhere import with_body_of_office
from corpus.extraction.duties.row_bodies import FOR_CALLS, bodies_apart, with_posts
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import Answerable, duties_of
from corpus.extraction.naming.named_bodies import name_body
from corpus.records import Responsibility, Role
from corpus.text.bodies import body_and_office, is_body, is_office, is_vague, set_bodies_apart
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.person_names import is_person
from corpus.text.phones import PrintedPhone, find_phones

_OFFICE_OF = re.compile(
    r"(?P<body>.{2,20}?(?:局|委|厅|办|中心|会))(?:内部?|的)?(?:牵头|责任|承办|主办|经办)?(?:科室|处室|股室)"
)
"""A column for the offices of one body. Example: `县卫健局内牵头科室`."""
_COMPLAINTS = re.compile(r"监督|投诉|举报|传真")
_ASK_AND_COMPLAIN = re.compile(r"咨询.*(?:监督|投诉|举报)")
_UNIT = re.compile(r"(?![省市州县区旗镇乡])[\u4e00-\u9fff]{0,8}(?:大队|中队|支队|[所站])")
_UNIT_ALONE = re.compile(
    r"(?!(?!村镇|城镇|乡镇)[\u4e00-\u9fff]{1,6}(?:街道|[省市州县区旗镇乡村]))(?![省市州县区旗镇乡])[\u4e00-\u9fff]{2,8}(?:所|站|中心|大厅|办公室|办)"
)
"""A part of whoever publishes a guide, without a place of its own. Example: `社保所`, `文化服务中心`."""
_OVERSEES = re.compile(r".*(?:主管|归口|行业|监管).*")
"""Columns of bodies that somebody else acts for, where another column names who does."""
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
    columns = _columns(cells)
    led = ColumnRole.LEAD in columns
    main = next((role for role in _MAIN if role in columns), None)
    if main is None and ColumnRole.SUPPORT not in columns:
        return tuple(duty for part in bodies_apart(cells) for duty in _to_call(part, names, region, owner))
    acting = [cell for cell in cells if cell.role is main and not _OVERSEES.fullmatch(cell.header)]
    duties: list[Responsibility] = []
    for cell in cells:
        if cell.role in (*_MAIN, ColumnRole.SUPPORT):
            called = cell.role is main and (cell in acting or not acting)
            shared = _row_contacts(columns, names, region) if called else _RowContacts()
            read = (
                _called(cell, names, region) if has_phone(cell.text) else _named(cell, shared, names, region)
            )
            deadline = columns.get(ColumnRole.DEADLINE)
            read = within_district(_with_own_offices(read, cells), district_in(cells), names, region)
            duties.extend(_ranked(duty, cell.role, deadline, led=led) for duty in read)
    return tuple(part for duty in duties for part in with_body_of_office(duty, names, region))


def _columns(cells: Sequence[Cell]) -> dict[ColumnRole, str]:
    """The first cell of each role; of several with phones, the one right of the offices is theirs.

    Example: 单位电话 `5550100`, 科室 `养老股`, 联系电话 `5550101` -> the last
    """
    found = {cell.role: cell.text for cell in reversed(cells) if not _OFFICE_OF.fullmatch(cell.header)}
    roles = [cell.role for cell in cells]
    behind = cells[roles.index(ColumnRole.OFFICE) :] if ColumnRole.OFFICE in roles else []
    own = next((cell.text for cell in behind if cell.role is ColumnRole.PHONE), None)
    return {**found, ColumnRole.PHONE: own} if own else found


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
    return bool(_said_before(text, find_phones(text), _is_unit))


def _is_unit(words: str) -> bool:
    """Whether words name a part of a body that is named elsewhere. Example: `资源股`, `执法大队` -> True."""
    return is_office(words) or bool(_UNIT.fullmatch(words))


def _to_ask(cell: Cell) -> Cell:
    """A cell of phones without those for complaints, which its words or its header tell.

    Example: `咨询：0311-5550201 监督：0311-5550299` -> the first; two numbers under 咨询监督电话 -> the first
    """
    phones = find_phones(cell.text, called_so=True)
    starts = [0, *(phone.end for phone in phones)]
    said = [cell.text[start : phone.start] for start, phone in zip(starts, phones, strict=False)]
    aside = [bool(_COMPLAINTS.search(words)) and "咨询" not in words for words in said]
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
        if cell.role is ColumnRole.OFFICE and (match := _OFFICE_OF.fullmatch(cell.header))
    }
    for duty in duties:
        office = next((text for body, text in own.items() if duty.department.endswith(body)), None)
        yield replace(duty, office=duty.office or office)


def _to_call(cells: Sequence[Cell], names: Names, region: str, owner: str) -> Iterator[Responsibility]:
    """Of a row that only says whom to call: a list of phones, or one whose offices name their department.

    Example: 单位 `区商务局`, 电话 `6195136` -> both; 科室 `市民政局养老服务科` -> 市民政局, 养老服务科;
    科室 `养老服务科` in the list of 市民政局 -> the same
    """
    bodies = called_names(cells)
    cells = with_posts(cells) if bodies else cells
    columns = _columns(cells)
    shared = _row_contacts(columns, names, region)
    office = "".join(columns.get(ColumnRole.OFFICE, "").split())
    alone = is_body(office) and not bodies and not (_UNIT_ALONE.fullmatch(office) and lists_matters(cells))
    within = body_and_office(office) or ((office, "") if alone else None) or _in_one_cell(bodies, office)
    offices = [*filter(None, [within[1]])] if within else [*shared.offices]
    departments = [within[0]] if within else bodies
    offices = [name for name in offices if name not in departments]
    of_list = bool(offices) and all(map(is_office, offices))
    if not departments and (of_list or (shared.phones and lists_matters(cells))):
        departments = [owner]
    if len(departments) == 1 and not offices and (desks := _desks_by_column(cells)):
        for desk, phones in desks.items():
            yield from duties_of(
                Answerable(departments[0], Role.RESPONSIBLE, [desk], [], phones), names, region
            )
        return
    if len(departments) == 1 and (shared.phones or shared.people or of_list):
        people, deadline = [*shared.people], columns.get(ColumnRole.DEADLINE)
        answerable = Answerable(departments[0], Role.RESPONSIBLE, offices, people, [*shared.phones], deadline)
        yield from duties_of(answerable, names, region)
        if general := _general_phones(cells, columns):
            yield from duties_of(Answerable(departments[0], Role.RESPONSIBLE, [], [], general), names, region)


def _in_one_cell(bodies: Sequence[str], office: str) -> tuple[str, str] | None:
    """A body and its office, where one cell names both and no other the office."""
    return body_and_office(bodies[0]) if len(bodies) == 1 and not office else None


def _general_phones(cells: Sequence[Cell], columns: Mapping[ColumnRole, str]) -> list[str]:
    """The phones of a row's body itself, where those of its office stand in another column."""
    first = next((cell.text for cell in cells if cell.role is ColumnRole.PHONE), "")
    own, of_office = (
        [phone.text for phone in find_phones(text, called_so=True)]
        for text in (first, columns.get(ColumnRole.PHONE, ""))
    )
    return [phone for phone in own if phone not in of_office]


def _desks_by_column(cells: Sequence[Cell]) -> dict[str, list[str]]:
    """The phones of a row by the desk that each column of phones is for; none where they are for one.

    Example: 民政办电话 `6680101`, 老年食堂咨询电话 `6680102` -> 民政办, 老年食堂
    """
    columns = [
        cell for cell in cells if cell.role is ColumnRole.PHONE and not _COMPLAINTS.search(cell.header)
    ]
    desks: dict[str, list[str]] = {}
    for cell in columns:
        phones = [phone.text for phone in find_phones(cell.text, called_so=True)]
        if desk := FOR_CALLS.sub("", cell.header):
            desks.setdefault(desk, []).extend(phones)
    several = len(columns) > 1 and len(desks) == len(columns)
    return {desk: phones for desk, phones in desks.items() if phones} if several else {}


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


def _row_contacts(columns: Mapping[ColumnRole, str], names: Names, region: str) -> _RowContacts:
    def listed(role: ColumnRole) -> list[str]:
        parts = Words.of(columns.get(role, "")).split("、，；;/")
        return [part.raw for part in parts if part.raw]

    cell = columns.get(ColumnRole.PHONE, "")
    printed = find_phones(cell, called_so=True)
    phones = [phone.text for phone in printed]
    officials = "、".join(listed(ColumnRole.OFFICIAL))
    people = listed(ColumnRole.PERSON) or _said_before(cell, printed, _is_person)
    offices = listed(ColumnRole.OFFICE) or _said_before(cell, printed, _is_unit)
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
    return is_person(words) and not is_body(words) and not is_office(words)


def _by_department(cell: str, names: Names, region: str) -> dict[str, list[str]]:
    """The phones of a cell that prints the department before each.

    Example: `区住建局：6195381；区水利局：6433000` -> one phone for each of them
    """
    phones: dict[str, list[str]] = {}
    for desk in read_cell(cell, names, region):
        department = desk.department.strip("：:；;，,、")
        if desk.phone is None or not is_body(department) or _is_unit(department):
            return {}
        phones.setdefault(names.canonical(department, region), []).append(desk.phone)
    return phones


def _shared_out(values: Sequence[str], departments: int) -> list[Sequence[str]]:
    """What each department gets: a single one all values, one each where counts agree, else nothing."""
    if departments == 1:
        return [values]
    return [[value] for value in values] if len(values) == departments else [()] * departments
