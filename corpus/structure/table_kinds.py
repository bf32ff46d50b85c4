"""What a table is: rows that are asked about one by one, part of the text around it, or a form to fill in."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import compress

from corpus.text.excerpt import compact
from corpus.text.ledger_columns import ASSIGNING, ColumnRole, assigns, roles_of
from corpus.text.phones import find_phones
from corpus.text.tables import Table

TASK_HEADER = re.compile(r"责任|牵头|承办")
"""The head of a column that says whose task a row is."""
_FILLED = 0.7
"""Least share of filled cells; merged cells are filled only once."""
_FILLED_BESIDE_MERGED = 0.8
"""Least share of filled cells among those that no merged one reaches over; forms to fill in have far less."""
_FIGURE = re.compile(r"[-－]?\d[\d.]*(?:[万亿]?元|分|[%％]).*")
_LEAST_FIGURED = 0.6
"""Share of the rows that say what something is worth; a form to fill in says it nowhere."""
_INDICATOR = re.compile(r".*指标.*")
_DESK = re.compile(
    r"(?!.*(?:事项|政策|项目|业务|权力)).*(?:机构|单位|部门|名称|地区|区县|县（市、区）|辖区|[镇乡]街?|街道|地址|地点|网点|学校|医院|窗口|时间|邮编|备注)"
)
_MOMENT = re.compile(
    r"(?:上午|下午)?\d{1,2}[：:]\d{2}(?:(?:[—－–~-]|至|到)+(?:上午|下午)?\d{1,2}[：:]\d{2})?"
    r"|(?:\d{1,2}月)?\d{1,2}日(?:[（(][^（）()]{1,6}[）)])?(?:(?:上午|下午)|(?:[—－–~-]|至)+(?:\d{1,2}月)?\d{1,2}日)?"
)
_PRICE = re.compile(r".*(?:收费|费用|价格|票价|单价|金额|标准).*")
"""The head of a column by which rows of opening hours are asked about: what it costs to come."""
_LEAST_NAMES = 3
_CALLED_NAME = re.compile(r".{0,10}(?:名称|姓名|单位|学校|企业|机构|名单|食堂|社区|村)(?:名称)?")
_NAME = re.compile(r"[^，。；：？！]{2,30}")
_LEAST_PHONES = 2
_CALLED = 1 / 3
"""Least share of the lines of a list of phones that print one; a name and its district may stand above."""
_LONGEST_EVENT = 20
"""Characters of a cell; what takes more words to say is asked about by itself."""
_TIMED = 0.7
_TARGET = re.compile(
    r".*(?:目标值?|(?:评价|评分|考核)标准|数据来源|基期|完成值|预期性|约束性|属性|计量单位|考核).*|(?:19|20)\d\d年.*"
)


class TableKind(StrEnum):
    """How a table is read."""

    TASKS = "tasks"
    """Rows with who is responsible, whom to call, or what is offered: each is a measure."""
    TEXT = "text"
    """Filled cells that say something with the sentences around them."""
    FORM = "form"
    """Cells to fill in, or figures to reach: nothing to ask about."""


def kind_of(table: Table) -> TableKind:
    """What a table is.

    Example: 序号, 事项, 责任单位 over filled rows -> TASKS; 姓名, 单位, 联系电话 over blank rows -> FORM
    """
    headers = [compact(cell.text) for cell in table.header]
    if not table.grid:
        return TableKind.TASKS if any(map(TASK_HEADER.search, headers)) else TableKind.FORM
    if assigns(headers) and _says_who(table):
        return TableKind.TASKS
    if _lists_indicators(headers):
        return TableKind.FORM
    if lists_names_alone(table):
        return TableKind.TEXT
    if _has_no_head(table) or _titled_as_names(table):
        return TableKind.TEXT
    if not _is_filled(table):
        return TableKind.TEXT if _is_filled_by_merging(table) or _gives_figures(table) else TableKind.FORM
    named = len(headers) > 1 and all(headers)
    return TableKind.TASKS if named and len(table.rows) > 1 else TableKind.TEXT


def is_timetable(table: Table) -> bool:
    """Whether most rows say no more than at which hour or on which day something short takes place.

    Example: 日期, 时间, 科目 over `6月20日`, `9:00-11:30`, `语文` -> True
    """
    headers = [compact(cell.text) for cell in table.header]
    if assigns(headers) or any(map(_PRICE.fullmatch, headers)) or not table.rows:
        return False
    rows = [[compact(cell.text) for cell in row if cell.text.strip()] for row in table.rows]
    timed = sum(any(map(_MOMENT.fullmatch, row)) for row in rows)
    short = all(len(words) <= _LONGEST_EVENT for row in rows for words in row)
    return short and timed >= _TIMED * len(rows)


def lists_desks(table: Table) -> bool:
    """Whether the rows say nothing but whom to call and where.

    Example: 单位, 地址, 联系电话 -> True; 事项, 责任单位, 联系电话 -> False
    """
    headers = [compact(cell.text) for cell in table.header]
    roles = roles_of(headers)
    said = (header for header, role in zip(headers, roles, strict=True) if role is ColumnRole.TEXT)
    return ColumnRole.PHONE in roles and all(map(_DESK.fullmatch, said))


def calls_offices(table: Table) -> bool:
    """Whether the rows name offices of whoever writes, with people and phones, and nothing else.

    Example: 科室, 联系人, 电话 -> True; 单位, 联系电话 -> False
    """
    roles = set(roles_of([compact(cell.text) for cell in table.header]))
    said = roles - {ColumnRole.PERSON, ColumnRole.ORDINAL}
    return said == {ColumnRole.OFFICE, ColumnRole.PHONE}


def lists_names_alone(table: Table) -> bool:
    """Whether the rows of a table count names and say nothing of them: nobody asks about one of them alone.

    Example: 序号, 名称 over `1`, `城南社区食堂` -> True
    """
    headers = [compact(cell.text) for cell in table.header]
    said = [n for n, role in enumerate(roles_of(headers)) if role is ColumnRole.TEXT and headers[n]]
    numbered = all(role in (ColumnRole.TEXT, ColumnRole.ORDINAL) for role in roles_of(headers))
    if len(said) != 1 or not numbered or len(table.rows) < _LEAST_NAMES:
        return False
    names = (compact(row[said[0]].text) for row in table.rows)
    return bool(_CALLED_NAME.fullmatch(headers[said[0]])) and all(map(_NAME.fullmatch, names))


def _has_no_head(table: Table) -> bool:
    """Whether the first row is one like those below it: a table that goes on from the page before.

    Example: `海虞镇`, `良益公司` over `海虞镇`, `通用公司` -> True
    """
    pairs = zip(table.header, table.rows[0], strict=False) if table.rows else ()
    return any(compact(head.text) == compact(cell.text) != "" for head, cell in pairs)


def _titled_as_names(table: Table) -> bool:
    """Whether the title of a list of names stands where the heads of its columns would.

    Example: `2025年劳动保障`, `诚信单位名单` over `琴湖`, `装卸公司` -> True
    """
    cells = (compact(cell.text) for row in table.rows for cell in row)
    named = "".join(compact(cell.text) for cell in table.header).endswith("名单")
    return named and all(not words or _NAME.fullmatch(words) for words in cells)


def lists_calls_in_lines(lines: Sequence[str]) -> bool:
    """Whether lines without a table say whom to call, a line or two for each.

    Example: `县医院`, `5550101`, `县中医院 5550102` -> True
    """
    called = sum(bool(find_phones(line)) for line in lines)
    return called >= _LEAST_PHONES and called >= _CALLED * len(lines)


def _says_who(table: Table) -> bool:
    """Whether some cell of the columns that assign is filled: a form leaves them blank."""
    roles = roles_of([cell.text for cell in table.header])
    who = [role in (*ASSIGNING, ColumnRole.OFFICE, ColumnRole.PHONE) for role in roles]
    text = [role is ColumnRole.TEXT for role in roles]
    return _any_filled(table, who) and _any_filled(table, text)


def _any_filled(table: Table, chosen: Sequence[bool]) -> bool:
    return any(cell.text.strip() for row in table.rows for cell in compress(row, chosen))


def _is_filled(table: Table) -> bool:
    cells = [bool(cell.text.strip()) for row in table.rows for cell in row]
    return sum(cells) >= _FILLED * len(cells) > 0


def _is_filled_by_merging(table: Table) -> bool:
    """Whether only merged cells leave others blank: what they say holds for several rows."""
    rows = enumerate(table.rows)
    own = [c for n, row in rows for k, c in enumerate(row) if (n, k) not in table.from_above]
    return sum(bool(c.text.strip()) for c in own) >= _FILLED_BESIDE_MERGED * len(own) > 0


def _gives_figures(table: Table) -> bool:
    """Whether most rows say how many points or how much money something gives. Example: `大专`, `60分`."""
    rows = [[compact(cell.text) for cell in row if cell.text.strip()] for row in table.rows]
    figured = sum(len(row) > 1 and any(map(_FIGURE.fullmatch, row)) for row in rows)
    return figured >= _LEAST_FIGURED * len(rows) > 0


def _lists_indicators(headers: Sequence[str]) -> bool:
    """Whether a table sets figures to reach. Example: 指标名称, 属性, 2030年目标值 -> True."""
    return any(map(_INDICATOR.fullmatch, headers)) and any(map(_TARGET.fullmatch, headers))
