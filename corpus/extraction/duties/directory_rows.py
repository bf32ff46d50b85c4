"""Whom a row of a directory names: one that only says whom to call, as in a table of windows or towns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.records import Responsibility
from corpus.text.bodies import district_of, is_body, is_district
from corpus.text.ledger_columns import Cell, ColumnRole

_BODIES = re.compile(r"单位|部门|机构|站所|窗口")
_DISTRICTS = re.compile(
    r"区县|县区|县（市、区）|区划|辖区|地区|所属区|区域|镇街|镇（街道）|镇（街）|乡镇|街道|各区"
)
_MATTERS = re.compile(r"事项|权力|职权|政策|项目|服务|业务|措施|补贴")
_CALLED = re.compile(r"学校|医院|网点|企业|公司|银行|单位|机构|地址|地点|姓名")
_PLACES = re.compile(
    r"(?!.*(?:地址|位置|范围|时间)).*(?:场所|场馆|网点|站点|办事点|服务点|受理点|受理处|大厅|中心|社区|园区|载体)(?:名称)?"
)
"""Places to go to, by the names of their columns. Example: `街（镇）服务中心名称`."""
_INSTITUTIONS = re.compile(
    r".{0,12}(?:学校|医院|网点|银行|企业|公司|幼儿园|养老院|机构|药店|场馆|站点|合作社|工作站)(?:名称)?"
    rf"|(?!.*(?:{_MATTERS.pattern})).{{0,12}}名称"
)
_OWN_LEVEL = re.compile("本级|^全")
_BARE = re.compile(r"(?![省市州县区旗镇乡各本我国])[\u4e00-\u9fff]{2,8}(?:局|委|办|委员会|联合会|残联|妇联)")
"""The name of a body of a government without its level; a company has none."""
_VILLAGES = re.compile(r"(?:所属|行政|自然)?村(?:（(?:社区|居)）|居|名称?)?|村、社区")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,10}(?:村|庄|屯|寨|社区|居委会|村委会)")
_NOBODY = re.compile(r"(?:暂?无|没有)(?:物业|管理|单位)[\u4e00-\u9fff]{0,6}|（?暂?[缺无]）?")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z\d（）()·・]{2,30}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def called_names(cells: Sequence[Cell]) -> list[str]:
    """The names that the phones of a row may belong to: of bodies or places, else of districts.

    Example: 区县 `清河区`, 受理点 `城南便民服务中心` -> 城南便民服务中心; 镇街 `北郊镇` -> itself
    """
    named = {cell.text for cell in called_cells(cells)}
    narrower = {words for words in named if not is_district("".join(words.split()))}
    return sorted(narrower or named)


def called_cells(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that name whom the phones of a row may belong to."""
    return [cell for cell in cells if _is_called(cell) and not _NOBODY.fullmatch(cell.text.strip())]


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
    if _DISTRICTS.search(cell.header) and (is_district(words) or is_body(words)):
        return True
    if _BODIES.search(cell.header) and (is_body(cell.text) or cell.header == "单位"):
        return True
    if _VILLAGES.fullmatch(cell.header) and _VILLAGE.fullmatch(words):
        return True
    placed = _PLACES.fullmatch(cell.header) or _INSTITUTIONS.fullmatch(cell.header)
    return bool(placed and _NAME.fullmatch(words) and _HAN.search(words))
