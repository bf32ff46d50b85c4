"""Whose the phones and people of one row of a directory are."""

import pytest

from corpus.departments import Names
from corpus.extraction.duties.ledger_duties import ledger_duties
from corpus.text.ledger_columns import Cell, inherited, roles_of

Desk = tuple[str, str | None, str | None, str | None]
_COMMUNITIES = ("社区", "书记", "办公电话", "辖区小区", "物业公司", "物业电话", "办公地址")
_VILLAGES = ("序号", "村（社区）", "协办员", "联系电话", "集中代缴日")


def _desks(headers: tuple[str, ...], row: tuple[str, ...]) -> list[Desk]:
    cells = [
        Cell(role, header, text)
        for role, header, text in zip(roles_of(headers), headers, row, strict=True)
        if text
    ]
    duties = ledger_duties(cells, Names({}, {}), "")
    return [(duty.department, duty.office, duty.person, duty.phone) for duty in duties]


@pytest.mark.parametrize(
    ("row", "desks"),
    [
        (
            ("城南社区", "林青", "5550101", "城南小区", "和顺物业", "5550102", "和平路1号"),
            [("城南社区", None, "林青", "5550101"), ("和顺物业", None, None, "5550102")],
        ),
        (
            ("城北社区", "高远", "5550103", "北苑小区", "无物业", "", "和平路2号"),
            [("城北社区", None, "高远", "5550103")],
        ),
        (
            ("城东社区", "（暂缺）", "5550104", "东苑", "和顺物业", "5550102", ""),
            [("城东社区", None, None, "5550104"), ("和顺物业", None, None, "5550102")],
        ),
        (
            ("城西社区", "蔺青", "", "西苑小区", "和顺物业", "5550102", ""),
            [("城西社区", None, "蔺青", None), ("和顺物业", None, None, "5550102")],
        ),
    ],
)
def test_a_phone_whose_header_names_another_column_is_of_the_body_there(
    row: tuple[str, ...], desks: list[Desk]
) -> None:
    """物业电话 is the company's, the office phone the community's, and 无物业 is no company."""
    assert _desks(_COMMUNITIES, row) == desks


def test_the_phone_of_a_helper_is_reached_by_their_post() -> None:
    """A village with its 协办员: the post is the desk."""
    assert _desks(_VILLAGES, ("1", "大李庄村", "林青", "5550105", "9月20日")) == [
        ("大李庄村", "协办员", "林青", "5550105")
    ]


def test_a_village_without_a_phone_takes_none_from_the_row_above() -> None:
    """Its blank cell is blank."""
    rows = [("1", "大李庄村", "林青", "5550105", "9月20日"), ("2", "小李庄村", "高远", "", "9月21日")]
    assert list(inherited(rows, _VILLAGES))[1] == rows[1]


def test_a_matter_in_a_village_is_not_the_villages_phone() -> None:
    """A project's phone is its owner's, wherever it is built."""
    headers = ("序号", "村", "建设项目", "联系电话")
    assert _desks(headers, ("1", "大李庄村", "文化广场", "5550106")) == [("", None, None, "5550106")]
