import pytest

from corpus.departments import load_names
from corpus.extraction.duties.contact_cells import PrintedDesk, read_cell


@pytest.mark.parametrize(
    ("cell", "desks"),
    [
        (
            "区发展改革局\n价格科\n6195227\n周村供电中心\n2336966",
            [PrintedDesk("区发展改革局", "价格科", "6195227"), PrintedDesk("周村供电中心", None, "2336966")],
        ),
        (
            "区文化和旅游局\n周村区旅游事业发展中心6195773",
            [PrintedDesk("区文化和旅游局", "周村区旅游事业发展中心", "6195773")],
        ),
        (
            "区财政局\n综合服务中心政府采购\n事务科\n7878173",
            [PrintedDesk("区财政局", "综合服务中心政府采购事务科", "7878173")],
        ),
        (
            "区税务局\n税政二股、税政一股\n6432935、6054272",
            [PrintedDesk("区税务局", "税政二股", "6432935"), PrintedDesk("区税务局", "税政一股", "6054272")],
        ),
        ("某某新设局\n综合科\n0533-6190000", [PrintedDesk("某某新设局", "综合科", "0533-6190000")]),
        ("区财政局经济建设科7878011", [PrintedDesk("区财政局", "经济建设科", "7878011")]),
        ("区财政局\n区商务局", [PrintedDesk("区财政局", None, None), PrintedDesk("区商务局", None, None)]),
    ],
)
def test_a_cell_reads_as_department_office_phone(cell: str, desks: list[PrintedDesk]) -> None:
    """Missing offices, glued lines, wrapped offices, pairs; an unknown department is its first line."""
    assert list(read_cell(cell, load_names(), "周村")) == desks
