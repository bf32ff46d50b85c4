"""A bureau printed directly before its office: both are recorded, and where to find them is no name."""

from pathlib import Path

import pytest

from corpus.text.bodies import body_and_office, is_vague, without_window
from tests.corpus.taken import taken, whose

Desk = tuple[str, str | None, str | None]


def desks(folder: Path, text: str, name: str = "措施.txt") -> list[list[Desk]]:
    """Department, office and phone of each measure of a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    duties = whose(taken(path, "清河区"))
    return [[(who[0], who[2], who[4]) for who in duties[item]] for item in duties]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("受理部门：区人社局就业促进科（2楼3号窗口）", ("区人社局", "就业促进科", None)),
        ("（责任单位：区人社局就业促进科（A座1层））", ("区人社局", "就业促进科", None)),
        (
            "联系方式：区民政局社会救助科（政务大厅5号窗口）0311-5550101。",
            ("区民政局", "社会救助科", "0311-5550101"),
        ),
        ("咨询：区医保局待遇保障科，0311-5550107。", ("区医保局", "待遇保障科", "0311-5550107")),
        ("由区残联教育就业部负责。", ("区残联", "教育就业部", None)),
        ("由区妇联权益部受理，联系电话：5550108。", ("区妇联", "权益部", "5550108")),
        ("（责任单位：团区委青年发展部）", ("团区委", "青年发展部", None)),
        ("共青团清河市委青年发展部：5550109", ("共青团清河市委", "青年发展部", "5550109")),
        ("（咨询市农业农村局种植科5550110）", ("市农业农村局", "种植科", "5550110")),
        ("（具体可咨询区科技局成果科0311-5550110）", ("区科技局", "成果科", "0311-5550110")),
        ("（漏水请拨打区水利局供水科0311-5550113）", ("区水利局", "供水科", "0311-5550113")),
        ("（请联系区农业农村局 0311-5550110）", ("区农业农村局", None, "0311-5550110")),
        ("（咨询服务中心5550110）", ("咨询服务中心", None, "5550110")),
        ("（区咨询服务中心5550110）", ("区咨询服务中心", None, "5550110")),
    ],
)
def test_body_and_office_are_told_apart(tmp_path: Path, line: str, expected: Desk) -> None:
    """Behind a label, in a bracket, before a phone, and as the subject of a sentence."""
    text = f"清河区惠民若干措施\n\n一、培训\n\n每人500元。\n\n{line}\n\n二、求职补贴\n\n每人补贴300元。\n"
    assert desks(tmp_path, text)[0] == [expected]


def test_phones_of_two_desks_stay_apart(tmp_path: Path) -> None:
    """A window behind the second name does not make it another line."""
    line = "联系方式：区民政局社会救助科0311-5550101；区医保局待遇保障科（3号窗口）0311-5550111。"
    text = f"清河区惠民若干措施\n\n一、救助\n\n{line}\n\n二、求职补贴\n\n每人补贴300元。\n"
    assert desks(tmp_path, text)[0] == [
        ("区民政局", "社会救助科", "0311-5550101"),
        ("区医保局", "待遇保障科", "0311-5550111"),
    ]


TABLE = "# 清河区惠民清单\n\n| 序号 | 政策 | 责任单位 | 联系电话 |\n|---|---|---|---|\n"


def test_offices_of_a_column_of_departments_keep_their_phones(tmp_path: Path) -> None:
    """The office stands behind the name or in its bracket; the phone in the next column."""
    rows = (
        "| 1 | 低保 | 区民政局社会救助科 | 5550101 |\n"
        "| 2 | 房补 | 区住建局（住房保障科） | 5550104 |\n"
        "| 3 | 就业 | 区人社局就业促进科（2楼3号窗口） | 5550102 |\n"
    )
    assert desks(tmp_path, TABLE + rows, "清单.md") == [
        [("区民政局", "社会救助科", "5550101")],
        [("区住建局", "住房保障科", "5550104")],
        [("区人社局", "就业促进科", "5550102")],
    ]


@pytest.mark.parametrize(
    "words", ["市", "区", "县级", "市、区", "区、县", "省、市、县", "市级和区级", "县/区"]
)
def test_a_level_alone_is_no_department(words: str) -> None:
    """It says at which level somebody acts, not who."""
    assert is_vague(words)


@pytest.mark.parametrize("words", ["市政府", "区委", "县医院", "市场监管局", "各县（市、区）人民政府"])
def test_bodies_that_begin_with_a_level_are_departments(words: str) -> None:
    """The word behind the level names them."""
    assert not is_vague(words)


def test_a_level_beside_a_department_is_left_out(tmp_path: Path) -> None:
    """The bracket names one body."""
    body = "一、培训\n\n办班。（责任单位：区人社局、区、县）\n\n二、救助\n\n发放。（责任单位：市）\n"
    text = f"清河区惠民若干措施\n\n{body}"
    assert desks(tmp_path, text) == [[("区人社局", None, None)], []]


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("区人社局就业科（2楼3号窗口）", "区人社局就业科"),
        ("区人社局(三楼)", "区人社局"),
        ("区人社局（清河路12号）", "区人社局"),
        ("区数据局（区大数据办公室）", "区数据局（区大数据办公室）"),
        ("区人社局（2楼，0311-5550102）", "区人社局（2楼，0311-5550102）"),
        ("各县（市、区）", "各县（市、区）"),
    ],
)
def test_where_to_go_is_no_part_of_a_name(words: str, bare: str) -> None:
    """Floors, rooms and windows are; other names and phones are not."""
    assert without_window(words) == bare


def test_offices_that_end_in_bu_are_those_of_mass_bodies() -> None:
    """A bureau has none."""
    assert body_and_office("县残疾人联合会康复部") == ("县残疾人联合会", "康复部")
    assert body_and_office("县委宣传部") is None


@pytest.mark.parametrize(
    "row",
    [
        "| | 合计 | | |",
        "| 4 | 总计 | | |",
        "| | 补贴小计（三类） | | |",
        "| | 各项补贴合计 | 12 | 3,600万元 |",
    ],
)
def test_rows_of_totals_are_no_measures(tmp_path: Path, row: str) -> None:
    """They only count the rows above, and inherit no phone from them."""
    rows = "| 1 | 低保 | 区民政局 | 5550101 |\n| 2 | 房补 | 区住建局 | 5550104 |\n"
    assert len(desks(tmp_path, f"{TABLE}{rows}{row}\n", "清单.md")) == 2


@pytest.mark.parametrize("words", ["合计补贴发放", "统计调查", "养老金总计发放表填报"])
def test_rows_about_sums_are_measures(tmp_path: Path, words: str) -> None:
    """A matter whose name holds such a word is a matter."""
    rows = f"| 1 | 低保 | 区民政局 | 5550101 |\n| 2 | {words} | 区统计局 | 5550104 |\n"
    assert len(desks(tmp_path, TABLE + rows, "清单.md")) == 2
