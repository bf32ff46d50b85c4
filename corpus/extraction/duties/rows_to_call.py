"""Whom to call by a row that says nothing else: a list of phones, or offices that name their department."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.departments import Names
from corpus.extraction.duties.directory_rows import called_names, lists_matters
from corpus.extraction.duties.row_bodies import FOR_CALLS, with_posts
from corpus.extraction.duties.row_contacts import COMPLAINTS, columns_of, row_contacts
from corpus.extraction.naming.answerables import Answerable, duties_of
from corpus.records import Responsibility, Role
from corpus.text.bodies import body_and_office, is_body, is_office
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.phones import find_phones

_UNIT_ALONE = re.compile(
    r"(?!(?!村镇|城镇|乡镇)[\u4e00-\u9fff]{1,6}(?:街道|[省市州县区旗镇乡村]))(?![省市州县区旗镇乡])[\u4e00-\u9fff]{2,8}(?:所|站|中心|大厅|办公室|办)"
)
"""A part of whoever publishes a guide, without a place of its own. Example: `社保所`, `文化服务中心`."""

_UNIT = re.compile(r"(?:窗口|科|股|室|办|所|站|中心|处|大厅|食堂)$")
"""A part of a body, as a column beside one for all calls it. Example: `社保窗口`, not `办公`."""


def calls_of_row(cells: Sequence[Cell], names: Names, region: str, owner: str) -> Iterator[Responsibility]:
    """Of a row that only says whom to call: a list of phones, or one whose offices name their department.

    Example: 单位 `区商务局`, 电话 `6195136` -> both; 科室 `市民政局养老服务科` -> 市民政局, 养老服务科;
    科室 `养老服务科` in the list of 市民政局 -> the same
    """
    bodies = called_names(cells)
    cells = with_posts(cells) if bodies else cells
    columns = columns_of(cells)
    shared = row_contacts(columns, names, region)
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
            called = Answerable(departments[0], Role.RESPONSIBLE, [desk] if desk else [], [], phones)
            yield from duties_of(called, names, region)
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

    That of a column without one, such as 咨询电话, is "".

    Example: 民政办电话 `6680101`, 老年食堂咨询电话 `6680102` -> 民政办, 老年食堂
    """
    columns = [cell for cell in cells if cell.role is ColumnRole.PHONE and not COMPLAINTS.search(cell.header)]
    desks: dict[str, list[str]] = {}
    for cell in columns:
        phones = [phone.text for phone in find_phones(cell.text, called_so=True)]
        desks.setdefault(FOR_CALLS.sub("", cell.header), []).extend(phones)
    units = all(map(_UNIT.search, filter(None, desks))) or "" not in desks
    several = len(columns) > 1 and len(desks) == len(columns) and units
    return {desk: phones for desk, phones in desks.items() if phones} if several else {}
