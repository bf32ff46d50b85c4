"""What the columns of a table hold by what stands in their cells, where no header says it."""

import re
from collections.abc import Callable, Sequence

from corpus.text.bodies import body_and_office, is_body, is_district, is_office
from corpus.text.excerpt import compact
from corpus.text.ledger_columns import ASSIGNING, ColumnRole, roles_of
from corpus.text.person_names import is_person
from corpus.text.phones import find_phones

_ASIDE = re.compile(r"传真|监督|举报|投诉|邮编|邮箱|编码|编号|代码|账号|帐号|面积|金额|证号|书号")
"""Columns of numbers that nobody calls to ask."""
_NO_NAMES = re.compile(
    r"事项|项目|业务|服务|内容|政策|措施|补贴|标准|类[别型]|方式|范围|片区|条件|备注|说明|时间|地[址点]|位置|坐落"
)
"""Columns of something else than whom to call, whatever their cells look like."""
_OF_NAMES = re.compile(r"(?i:name)|.*(?:名称?|[站点处所校院馆园厅]|单位|部门|机构|渠道|窗口|网格)")
"""Columns of names, however these are formed."""
_OF_PEOPLE = re.compile(r".*(?:人|人员|姓名|员|值守|值班)")
_BESIDE_PHONE = re.compile(r"(?:[（(][^（）()]{0,12}[）)]|[\s、，,/;；—-])*")
_NAME = re.compile(r"(?![\d\W])[\u4e00-\u9fffA-Za-z\d（）()·]{2,24}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_MOST = 0.7
"""Share of the filled cells that tell what a column holds; others stand there as exceptions."""
_LEAST_ROWS = 2


def told_roles(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnRole, ...]:
    """The role of each column, by its header, else by its cells.

    Beside a column of phones those of offices and people are told so, and where no column says whose the
    phones are, the first one of names is that of whom each row calls. Of two columns of offices the one
    that holds none says what its windows are for.

    Example: `id`, `name`, `tel` over `1`, `清河区北关`, `5550101` -> TEXT, CALLED, PHONE
    """
    names = tuple(map(compact, headers))
    columns = [[compact(row[number]) for row in rows if row[number].strip()] for number in range(len(names))]
    roles = list(roles_of(names))
    _tell(roles, columns, ColumnRole.PHONE, lambda n: not _ASIDE.search(names[n]), _is_phone)
    if ColumnRole.PHONE not in roles:
        return tuple(roles)
    _without_windows(roles, columns)
    _tell(roles, columns, ColumnRole.PERSON, lambda n: bool(_OF_PEOPLE.fullmatch(names[n])), is_person)
    if not set(roles) & {*ASSIGNING, ColumnRole.OFFICE}:
        _tell(roles, columns, ColumnRole.OFFICE, lambda n: not _NO_NAMES.search(names[n]), is_office)
        _tell_called(roles, columns, names)
    return tuple(roles)


def _tell(
    roles: list[ColumnRole],
    columns: Sequence[Sequence[str]],
    told: ColumnRole,
    may: Callable[[int], bool],
    fits: Callable[[str], bool],
) -> None:
    """Gives `told` to the columns of text that may hold it and do, where no column has it yet."""
    if told in roles:
        return
    for number, role in enumerate(roles):
        if role is ColumnRole.TEXT and may(number) and _holds(columns[number], fits):
            roles[number] = told


def _tell_called(roles: list[ColumnRole], columns: Sequence[Sequence[str]], names: Sequence[str]) -> None:
    """Gives its role to the first column that names whom to call."""
    texts = [number for number, role in enumerate(roles) if role is ColumnRole.TEXT]
    for number in texts:
        column, several = columns[number], len(columns[number]) >= _LEAST_ROWS
        if not several or _NO_NAMES.search(names[number]):
            continue
        named = _OF_NAMES.fullmatch(names[number]) and len(set(column)) == len(column)
        if _holds(column, _is_desk) or (named and _holds(column, _is_name)):
            roles[number] = ColumnRole.CALLED
            return


def _without_windows(roles: list[ColumnRole], columns: Sequence[Sequence[str]]) -> None:
    """Takes the columns that hold no offices from those that are called so, where another one does."""
    offices = [number for number, role in enumerate(roles) if role is ColumnRole.OFFICE]
    held = [number for number in offices if _holds(columns[number], _is_desk)]
    for number in offices if held else ():
        roles[number] = ColumnRole.OFFICE if number in held else ColumnRole.TEXT


def _holds(column: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, column)) >= _MOST * len(column) > 0


def _is_phone(cell: str) -> bool:
    """Whether a cell is one phone or several, with at most a remark in brackets."""
    phones = find_phones(cell, called_so=True)
    starts, ends = [phone.start for phone in phones], [phone.end for phone in phones]
    between = [cell[a:b] for a, b in zip([0, *ends], [*starts, len(cell)], strict=True)]
    return bool(phones) and all(map(_BESIDE_PHONE.fullmatch, between))


def _is_desk(cell: str) -> bool:
    """Whether a cell names a body, an office or a district."""
    named = is_body(cell) or is_office(cell) or is_district(cell) or body_and_office(cell) is not None
    return named and bool(_NAME.fullmatch(cell))


def _is_name(cell: str) -> bool:
    return bool(_NAME.fullmatch(cell) and _HAN.search(cell))
