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
    CALLED = "called"
    """Whom the phone of a row is of, as the cells of the column tell, see `column_contents`."""


_AND_CALL = r"(?:及|和|与|、|/|（|\().{0,8}(?:电话|联系方式|咨询方式|联系人|热线).*"
_BODIES = r"(?:单位|部门|主体|机构|机关)"
_WHO = (
    r"(?:责任|承办|落实|主管|实施|负责[\u4e00-\u9fff]{0,4}|主责|受理|经办|兑现|行使|办理|执行|审批|咨询|联系|解释|归口|承接|执法"
    r"|公示|执收|收费|征收|征管|管理|监管|审核|核发|发放)"
)
_OFFICES = (
    r".*(?:科室|处室|股室|科（股）室|窗口|经办机构)(?:（[^（）]{1,6}）)?(?:名称)?"
    r"|(?:责任|承办)(?:科|股)|内设机构|承办机构"
)
_PHONES = r".*(?:电话|热线|手机号?码?)(?:(?:及|和|、)?地址)?|(?:.*(?:部门|单位|科室))?(?:联系|咨询)方式"
_PEOPLE = r"(?:联系|责任|负责|经办|联络)人(?:员|姓名)?|联系人及职务"
_HEADERS = (
    (ColumnRole.PHONE, re.compile(r".*咨询(?:及|和|与|、|/|（|\()?(?:监督|投诉|举报).*(?:电话|热线|方式)")),
    (ColumnRole.TEXT, re.compile(r".*(?:监督|举报|投诉|传真|依据|权力|审批部门名称).*")),
    (ColumnRole.ORDINAL, re.compile(r"序号|编号|项号|№|No\.?")),
    (ColumnRole.LEAD, re.compile(rf".*(?:牵头|主办|主责)(?:责任)?{_BODIES}{_AND_CALL}")),
    (ColumnRole.RESPONSIBLE, re.compile(rf".*{_WHO}{_BODIES}{_AND_CALL}")),
    (ColumnRole.PHONE, re.compile(_PHONES)),
    (ColumnRole.SUPPORT, re.compile(rf".*(?:配合|协办|协助|参与|支持){_BODIES}?")),
    (ColumnRole.OFFICE, re.compile(_OFFICES)),
    (ColumnRole.OFFICIAL, re.compile(r".*领导(?:姓名|同志)?|包[保挂联靠](?:人|干部|领导)")),
    (ColumnRole.LEAD, re.compile(r".*(?:牵头|主办|主责).*")),
    (ColumnRole.PERSON, re.compile(_PEOPLE)),
    (ColumnRole.RESPONSIBLE, re.compile(rf".*{_WHO}{_BODIES}(?:名称)?(?:及联系方式)?|责任(?:分工)?")),
    (ColumnRole.DEADLINE, re.compile(r".*(?:时限|完成时间|时间节点|完成期限|截止时间|时间要求)")),
)
"""First match counts: 责任单位联系电话 is a phone, 责任单位及联系电话 departments, 牵头责任单位 a lead."""
ASSIGNING = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE, ColumnRole.SUPPORT)
VILLAGES = re.compile(
    r"(?:各|所在|行政|自然)*(?:村|社区|小区)(?:[、/（(]*(?:社区|村|居)(?:委会|民)?[）)]?)*(?:名称?|全称)?"
)
"""Columns of villages and communities. Example: `村（社区）`."""
_CALLED = re.compile(
    r".{0,6}(?:单位|部门|机构|机关|乡镇|镇街|街镇|镇（街道）|镇（街）|街道|站所|网点|站点|学校|医院|公司|姓名)(?:名称|全称)?"
    rf"|{VILLAGES.pattern}"
)
"""Columns of text that name who is called in a list. Example: `单位`, `乡镇（街道）名称`."""
_REACHED = (ColumnRole.PERSON, ColumnRole.PHONE)
_BESIDE = re.compile(r".*(?:地址|地点|位置|时间|备注|说明|邮编|邮箱|网址)|区县|县区|区域|辖区|职务|类别")
"""Columns that stand beside a name and a phone and say nothing of a matter."""


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
    return bool(roles & {*ASSIGNING, ColumnRole.OFFICE, ColumnRole.PHONE}) and ColumnRole.TEXT in roles


def lists_calls(headers: Sequence[str]) -> bool:
    """Whether a table with these headers says of each body how to reach it, and nothing else.

    Example: ("单位", "科室", "电话", "备注") -> True; ("事项", "单位", "电话") -> False
    """
    roles = roles_of(headers)
    texts = [compact(header) for header, role in zip(headers, roles, strict=True) if role is ColumnRole.TEXT]
    called = any(map(_CALLED.fullmatch, texts))
    return (
        called
        and not set(roles) & {*ASSIGNING, ColumnRole.DEADLINE}
        and all(_CALLED.fullmatch(text) or _BESIDE.fullmatch(text) for text in texts)
    )


def inherited(
    rows: Sequence[Sequence[str]],
    headers: Sequence[str],
    from_above: Collection[tuple[int, int]] = (),
) -> Iterator[tuple[str, ...]]:
    """The rows with blank cells of merged columns filled from above.

    Departments, offices, people, phones and deadlines are inherited together: a row that names its own
    department, or whom it is about in a list of bodies, takes nothing from the row above, and one that
    names its own office takes nobody else's person or phone. A blank text is inherited only left of the
    row's own first one: what stands right of a new heading belongs to the heading before. In a list of
    whom to call a row with an office alone is one more of the body above; whose a phone alone is is not
    guessed. The cells `from_above`, by row and column from 0, are merged with those above them and say what
    these say.
    """
    roles = roles_of(headers)
    naming = [role in ASSIGNING or _calls(header, role) for header, role in zip(headers, roles, strict=True)]
    called = {position for position, names in enumerate(naming) if names and lists_calls(headers)}
    above: tuple[str, ...] = ("",) * len(roles)
    for number, row in enumerate(rows):
        own = any(cell.strip() for cell, names in zip(row, naming, strict=True) if names)
        office = any(cell.strip() for cell, role in zip(row, roles, strict=True) if role is ColumnRole.OFFICE)
        kept = {role for role in ColumnRole if own or (office and role in _REACHED)}
        first_text = next((i for i, r in enumerate(roles) if _says(row[i], above[i], r)), -1)
        more = called if office and not own else frozenset[int]()
        above = tuple(
            before
            if (number, position) in from_above
            or (
                not cell.strip()
                and (position in more or _goes_down(position, roles[position], first_text, kept))
            )
            else cell
            for position, (cell, before) in enumerate(zip(row, above, strict=True))
        )
        yield above


def _says(cell: str, above: str, role: ColumnRole) -> bool:
    """Whether a cell of text says something else than the one above it."""
    return role is ColumnRole.TEXT and bool(cell.strip()) and cell != above


def _calls(header: str, role: ColumnRole) -> bool:
    return role is ColumnRole.TEXT and bool(_CALLED.fullmatch(compact(header)))


def _goes_down(position: int, role: ColumnRole, first_text: int, kept: Collection[ColumnRole]) -> bool:
    if role is ColumnRole.ORDINAL:
        return False
    return position < first_text if role is ColumnRole.TEXT else role not in kept


def _role(header: str) -> ColumnRole:
    return next((role for role, pattern in _HEADERS if pattern.fullmatch(header)), ColumnRole.TEXT)
