"""Offices, people and phones that a row of a ledger prints in columns of their own."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.departments import Names
from corpus.extraction.duties.contact_cells import read_cell
from corpus.extraction.evened_words import Words
from corpus.text.bodies import is_body, is_office
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.person_names import is_person
from corpus.text.phones import PrintedPhone, find_phones

COMPLAINTS = re.compile(r"监督|投诉|举报|传真")
"""Phones that nobody calls to ask."""
OFFICE_OF = re.compile(
    r"(?P<body>.{2,20}?(?:局|委|厅|办|中心|会))(?:内部?|的)?(?:牵头|责任|承办|主办|经办)?(?:科室|处室|股室)"
)
"""A column for the offices of one body. Example: `县卫健局内牵头科室`."""
_UNIT = re.compile(r"(?![省市州县区旗镇乡])[\u4e00-\u9fff]{0,8}(?:大队|中队|支队|[所站])")


@dataclass(frozen=True, slots=True)
class RowContacts:
    """Offices, people and phones that a row prints in columns of their own."""

    offices: Sequence[str] = ()
    people: Sequence[str] = ()
    phones: Sequence[str] = ()
    officials: str = ""
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Phones by the department that the column of phones prints before them."""


def columns_of(cells: Sequence[Cell]) -> dict[ColumnRole, str]:
    """The first cell of each role; of several with phones, the one right of the offices is theirs.

    Example: 单位电话 `5550100`, 科室 `养老股`, 联系电话 `5550101` -> the last
    """
    found = {cell.role: cell.text for cell in reversed(cells) if not OFFICE_OF.fullmatch(cell.header)}
    roles = [cell.role for cell in cells]
    behind = cells[roles.index(ColumnRole.OFFICE) :] if ColumnRole.OFFICE in roles else []
    own = next((cell.text for cell in behind if cell.role is ColumnRole.PHONE), None)
    return {**found, ColumnRole.PHONE: own} if own else found


def row_contacts(columns: Mapping[ColumnRole, str], names: Names, region: str) -> RowContacts:
    """What a row prints for its one department, or for each of several, by its columns."""

    def listed(role: ColumnRole) -> list[str]:
        parts = Words.of(columns.get(role, "")).split("、，；;/")
        return [part.raw for part in parts if part.raw]

    cell = columns.get(ColumnRole.PHONE, "")
    printed = find_phones(cell, called_so=True)
    phones = [phone.text for phone in printed]
    officials = "、".join(listed(ColumnRole.OFFICIAL))
    people = listed(ColumnRole.PERSON) or said_before(cell, printed, _is_person)
    offices = listed(ColumnRole.OFFICE) or said_before(cell, printed, is_unit)
    contacts = RowContacts(offices, people, phones, officials)
    return replace(contacts, named=_by_department(cell, names, region))


def said_before(cell: str, phones: Sequence[PrintedPhone], fits: Callable[[str], bool]) -> list[str]:
    """The names that a cell prints before each of its phones; none unless before all of them.

    Example: `李明 6195381`, `王刚 6195400` -> 李明, 王刚
    """
    starts = [0, *(phone.end for phone in phones)]
    said = [cell[start : phone.start] for start, phone in zip(starts, phones, strict=False)]
    names = ["".join(words.split()).strip("，,、；;：:（）()") for words in said]
    return names if all(map(fits, names)) else []


def is_unit(words: str) -> bool:
    """Whether words name a part of a body that is named elsewhere. Example: `资源股`, `执法大队` -> True."""
    return is_office(words) or bool(_UNIT.fullmatch(words))


def _is_person(words: str) -> bool:
    return is_person(words) and not is_body(words) and not is_office(words)


def _by_department(cell: str, names: Names, region: str) -> dict[str, list[str]]:
    """The phones of a cell that prints the department before each.

    Example: `区住建局：6195381；区水利局：6433000` -> one phone for each of them
    """
    phones: dict[str, list[str]] = {}
    for desk in read_cell(cell, names, region):
        department = desk.department.strip("：:；;，,、")
        if desk.phone is None or not is_body(department) or is_unit(department):
            return {}
        phones.setdefault(names.canonical(department, region), []).append(desk.phone)
    return phones
