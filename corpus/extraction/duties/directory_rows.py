"""Whom a row of a directory names: one that only says whom to call, as in a table of windows or towns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.records import Responsibility
from corpus.text.bodies import district_of, is_body, is_district
from corpus.text.ledger_columns import VILLAGES, Cell, ColumnRole

_BODIES = re.compile(r"单位|部门|机构|站所|窗口")
_DISTRICTS = re.compile(
    r"区县|县区|县（市、区）|区划|辖区|地区|所属区|区域|镇街|镇（街道）|镇（街）|乡镇|街道|各区"
)
_MATTERS = re.compile(r"事项|权力|职权|政策|项目|服务(?!时间)|业务(?!时间)|措施|补贴")
_CALLED = re.compile(r"学校|医院|网点|企业|公司|银行|单位|机构|地址|地点|姓名")
_PLACES = re.compile(
    r"(?!.*(?:地址|位置|范围|时间)).*(?:场所|场馆|网点|站点|办事点|服务点|受理点|受理处|大厅|中心|社区|园区|载体)(?:名称)?"
)
"""Places to go to, by the names of their columns. Example: `街（镇）服务中心名称`."""
_NOBODY = re.compile(r"[（(]?(?:暂?无|没有|暂缺|空缺|待定)")
"""How a cell begins that says that there is none. Example: `无物业`."""
_INSTITUTIONS = re.compile(
    r".{0,12}(?:学校|医院|网点|银行|企业|公司|幼儿园|养老院|机构|药店|场馆|站点|合作社|工作站)(?:名称)?"
    rf"|(?!.*(?:{_MATTERS.pattern})).{{0,12}}名称"
)
_OWN_LEVEL = re.compile("本级|^全")
_BARE = re.compile(r"(?![省市州县区旗镇乡各本我国])[\u4e00-\u9fff]{2,8}(?:局|委|办|委员会|联合会|残联|妇联)")
"""The name of a body of a government without its level; a company has none."""
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z\d（）()·・]{2,30}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def called_names(cells: Sequence[Cell]) -> list[str]:
    """The names that the phones of a row may belong to: before them, of bodies or places, else of districts.

    Example: 区县 `清河区`, 受理点 `城南便民服务中心` -> 城南便民服务中心; 镇街 `北郊镇` -> itself; 社区
    `城南社区`, 电话 `5550101`, 物业公司 `和顺物业` -> 城南社区
    """
    called = called_cells(cells)
    phone = next((cells.index(cell) for cell in cells if cell.role is ColumnRole.PHONE), len(cells))
    before = [cell for cell in called if cells.index(cell) < phone]
    named = {cell.text: _width(cell) for cell in before or called}
    return sorted(words for words, width in named.items() if width == min(named.values()))


def called_cells(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that name bodies, places, villages or districts."""
    told = [cell for cell in cells if cell.role is ColumnRole.CALLED and _names_one(cell)]
    if told:
        return told
    matters = lists_matters(cells)
    offices = any(cell.role is ColumnRole.OFFICE for cell in cells)
    able = [
        cell for cell in cells if not (offices and cell.role is ColumnRole.TEXT and "窗口" in cell.header)
    ]
    return [cell for cell in able if _is_called(cell) or (not matters and _is_village(cell))]


def lists_matters(cells: Sequence[Cell]) -> bool:
    """Whether a row is about something to be done, not about somebody who is called."""
    headers = [cell.header for cell in cells if cell.role is ColumnRole.TEXT]
    return any(map(_MATTERS.search, headers)) and not any(map(_CALLED.search, headers))


def district_in(cells: Sequence[Cell]) -> str:
    """The district that a column of its own names; empty where none does."""
    said = ("".join(cell.text.split()) for cell in cells if _DISTRICTS.search(cell.header))
    return next((words for words in said if is_district(words)), "")


def district_above(heading: Sequence[str]) -> str:
    """The district that the heading right above a table names alone; empty where it says anything else."""
    words = "".join("".join(heading[-1:]).split())
    return words if is_district(words) and not _OWN_LEVEL.search(words) else ""


def within_district(
    duties: Iterable[Responsibility], district: str, names: Names, region: str, *, bare: bool = False
) -> Iterator[Responsibility]:
    """The duties with the district that is named before a name that leaves it out.

    Example: `清河区` and `区残联` -> `清河区残联`; with `bare`, `残联` -> the same
    """
    for duty in duties:
        name = duty.department
        rest = name[1:] if district and name[:1] == district[-1] else name
        leaves_out = rest != name or (bare and bool(_BARE.fullmatch(name)))
        if district and leaves_out and not district_of(name):
            full = district + rest
            duty = replace(duty, department=full, canonical=names.canonical(full, region))
        yield duty


def _is_called(cell: Cell) -> bool:
    """Whether a cell names the body, the place or the district that the phones of its row belong to."""
    words = "".join(cell.text.split())
    if _NOBODY.match(words):
        return False
    if _DISTRICTS.search(cell.header) and (is_district(words) or is_body(words)):
        return True
    if _BODIES.search(cell.header) and (is_body(cell.text) or cell.header == "单位"):
        return True
    placed = _PLACES.fullmatch(cell.header) or _INSTITUTIONS.fullmatch(cell.header)
    return bool(placed and _NAME.fullmatch(words) and _HAN.search(words))


def _width(cell: Cell) -> int:
    """How much a name covers: a body or a place in a village or community, that in a district."""
    if is_district("".join(cell.text.split())):
        return 2
    return 1 if VILLAGES.fullmatch(cell.header) else 0


def _is_village(cell: Cell) -> bool:
    """Whether a cell names a village or a community."""
    return bool(VILLAGES.fullmatch(cell.header)) and _names_one(cell)


def _names_one(cell: Cell) -> bool:
    words = "".join(cell.text.split())
    return bool(_NAME.fullmatch(words) and _HAN.search(words))
