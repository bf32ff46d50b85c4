"""Whom a row of a directory names."""

import pytest

from corpus.departments import load_names
from corpus.extraction.duties.directory_rows import called_names, within_district
from corpus.records import Responsibility, Role
from corpus.text.ledger_columns import Cell, roles_of


@pytest.mark.parametrize(
    ("headers", "row", "names"),
    [
        (("区", "受理点名称", "咨询电话"), ("清河区", "城南便民点", "5550101"), ["城南便民点"]),
        (("单位", "办公电话", "街道地址"), ("城南街", "5550102", "和平路1号"), ["城南街"]),
        (("场所", "地址", "电话"), ("县档案馆", "青禾县和平路2号", "5550103"), ["县档案馆"]),
        (("区县", "社区名称", "联系电话"), ("清河区", "AI智创社区", "5550104"), ["AI智创社区"]),
        (("社区", "书记", "电话", "物业公司"), ("城南社区", "林青", "5550108", "和顺物业"), ["城南社区"]),
        (("村", "卫生室名称", "电话"), ("大李庄村", "大李庄村卫生室", "5550109"), ["大李庄村卫生室"]),
        (("社区", "物业公司", "物业电话"), ("城南社区", "无物业", ""), ["城南社区"]),
        (("镇街", "联系电话"), ("北郊镇", "5550105"), ["北郊镇"]),
        (("政策名称", "联系电话"), ("稳岗补贴", "5550106"), []),
        (("服务中心地址", "电话"), ("和平路3号", "5550107"), []),
    ],
)
def test_the_narrowest_name_of_a_row_is_called(
    headers: tuple[str, ...], row: tuple[str, ...], names: list[str]
) -> None:
    """A place to go to before its district; an address and a matter are nobody's name."""
    columns = zip(roles_of(headers), headers, row, strict=True)
    assert called_names([Cell(role, header, text) for role, header, text in columns]) == names


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("统计局", "清河区统计局"),
        ("区残联", "清河区残联"),
        ("城南供水公司", "城南供水公司"),
        ("清河区医保局", "清河区医保局"),
        ("市民政局", "市民政局"),
    ],
)
def test_a_body_below_a_district_is_the_districts_own(printed: str, full: str) -> None:
    """A company has no level, and another level is another body."""
    duty = Responsibility(printed, printed, Role.RESPONSIBLE)
    (found,) = within_district([duty], "清河区", load_names(), "清河市", bare=True)
    assert found.department == full
