"""What the columns of a table with real cells mean, by the words of their headers, in any order."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.text.excerpt import compact


class ColumnRole(StrEnum):
    """What a column of a ledger holds."""

    ORDINAL = "ordinal"
    TEXT = "text"
    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    OFFICE = "office"
    PERSON = "person"
    OFFICIAL = "official"
    """Somebody above the departments; not a person to call."""
    PHONE = "phone"
    DEADLINE = "deadline"


_AND_CALL = r"(?:及|和|与|、|/|（|\().{0,8}(?:电话|联系方式|联系人|热线).*"
_HEADERS = (
    (ColumnRole.TEXT, re.compile(r".*(?:监督|举报|投诉|传真).*")),
    (ColumnRole.ORDINAL, re.compile(r"序号|编号|项号|№|No\.?")),
    (ColumnRole.LEAD, re.compile(rf".*(?:牵头|主办)(?:责任)?(?:单位|部门){_AND_CALL}")),
    (
        ColumnRole.RESPONSIBLE,
        re.compile(rf".*(?:责任|承办|落实|主管|实施|负责|受理|经办)(?:单位|部门|主体){_AND_CALL}"),
    ),
    (ColumnRole.PHONE, re.compile(r".*(?:电话|热线|手机号?码?)")),
    (ColumnRole.OFFICE, re.compile(r".*(?:科室|处室|股室|经办机构)")),
    (ColumnRole.SUPPORT, re.compile(r".*(?:配合|协办|协助|参与|支持)(?:单位|部门)?")),
    (ColumnRole.OFFICIAL, re.compile(r".*领导(?:姓名|同志)?|包[保挂联靠](?:人|干部|领导)")),
    (ColumnRole.LEAD, re.compile(r".*(?:牵头|主办).*")),
    (ColumnRole.PERSON, re.compile(r"(?:联系|责任|负责|经办|联络)人(?:员|姓名)?|联系人及职务")),
    (
        ColumnRole.RESPONSIBLE,
        re.compile(r".*(?:责任|承办|落实|主管|实施|负责|主责)(?:单位|部门|主体)(?:及联系方式)?"),
    ),
    (ColumnRole.DEADLINE, re.compile(r".*(?:时限|完成时间|时间节点|完成期限|截止时间|时间要求)")),
)
"""First match counts: 责任单位联系电话 is a phone, 责任单位及联系电话 departments, 牵头责任单位 a lead."""
ASSIGNING = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE, ColumnRole.SUPPORT)


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell of a row under its column, or one inherited from above."""

    role: ColumnRole
    header: str
    text: str


def roles_of(headers: Sequence[str]) -> tuple[ColumnRole, ...]:
    """The role of each column; a column with an unknown header holds text.

    Example: ("序号", "事项", "承办单位", "咨询电话") -> (ORDINAL, TEXT, RESPONSIBLE, PHONE)
    """
    return tuple(_role(compact(header)) for header in headers)


def assigns(headers: Sequence[str]) -> bool:
    """Whether a table with these headers says who is responsible or whom to call."""
    roles = set(roles_of(headers))
    return bool(roles & {*ASSIGNING, ColumnRole.PHONE}) and ColumnRole.TEXT in roles


def inherited(
    rows: Sequence[Sequence[str]],
    roles: Sequence[ColumnRole],
    from_above: Collection[tuple[int, int]] = (),
) -> Iterator[tuple[str, ...]]:
    """The rows with blank cells of merged columns filled from above.

    Departments, offices, people, phones and deadlines are inherited together: a row that names its own
    department takes nothing from the row above. A blank text is inherited only left of a filled one. The
    cells `from_above`, by row and column from 0, are merged with those above them and say what these say.
    """
    above: tuple[str, ...] = ("",) * len(roles)
    for number, row in enumerate(rows):
        own = any(cell.strip() for cell, role in zip(row, roles, strict=True) if role in ASSIGNING)
        last_text = max(
            (i for i, r in enumerate(roles) if r is ColumnRole.TEXT and row[i].strip()), default=-1
        )
        above = tuple(
            before
            if (number, position) in from_above
            or (not cell.strip() and _goes_down(position, roles[position], last_text, own=own))
            else cell
            for position, (cell, before) in enumerate(zip(row, above, strict=True))
        )
        yield above


def _goes_down(position: int, role: ColumnRole, last_text: int, *, own: bool) -> bool:
    if role is ColumnRole.ORDINAL:
        return False
    return position < last_text if role is ColumnRole.TEXT else not own


def _role(header: str) -> ColumnRole:
    return next((role for role, pattern in _HEADERS if pattern.fullmatch(header)), ColumnRole.TEXT)
