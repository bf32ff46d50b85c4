"""Columns are told by what stands in their cells, where no header says it."""

import pytest

from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import read_intake
from corpus.text.column_contents import told_roles
from corpus.text.ledger_columns import ColumnRole

STATIONS = (
    "code|point|seat|landline\n"
    "F1|东河法律援助工作站|东河街2号|5550101\n"
    "F2|西山法律援助工作站|西山街5号|5550102\n"
    "F3|县法律援助中心|和平路7号|5550103"
)
WINDOWS = (
    "窗口号|窗口名称|办理事项|责任科室|窗口人员|联系电话\n"
    "1号|社会救助|低保申请、临时救助|民政办|林青|5550101\n"
    "2号|社会保障|参保登记、待遇认证|人社所|高远|5550102"
)
FOOT = "项目|单位|标准\n安葬|次|300\n护墓|年|50\n业务电话：5550103（24小时）||"
BOOKING = "渠道|方式|期限\n电话预约|拨打预约电话：5550101、5550102|7天\n现场预约|到一楼大厅取号|当天"


def called(tmp_path, title: str, rows: str) -> list[list[tuple[str, str | None, str | None, str | None]]]:
    cells = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows.split("\n")
    )
    path = tmp_path / "table.html"
    path.write_text(f"<html><body><h1>{title}</h1><table>{cells}</table></body></html>", "utf-8")
    (draft,) = read_intake(path, "青禾").drafts
    measures = assemble(draft, load_names()).measures
    return [
        [(d.department, d.office, d.person, d.phone) for d in (*m.responsibilities, *m.ownerless)]
        for m in measures
    ]


@pytest.mark.parametrize(
    ("headers", "rows", "roles"),
    [
        (
            ["id", "name", "tel"],
            [["1", "清河区北关", "5550101"], ["2", "清河区城南", "5550102"]],
            (ColumnRole.TEXT, ColumnRole.CALLED, ColumnRole.PHONE),
        ),
        (
            ["缴费渠道", "操作", "号码"],
            [["青禾农商银行", "柜面、手机银行", "5550101"], ["县邮政公司", "柜面", "5550102"]],
            (ColumnRole.CALLED, ColumnRole.TEXT, ColumnRole.PHONE),
        ),
        (
            ["项目", "传真", "标准"],
            [["安葬", "5550101", "300"], ["护墓", "5550102", "50"]],
            (ColumnRole.TEXT, ColumnRole.TEXT, ColumnRole.TEXT),
        ),
    ],
)
def test_phones_and_names_are_known_by_their_look(headers, rows, roles):
    """A fax is nobody's phone, and without phones nobody is called."""
    assert told_roles(headers, rows) == roles


def test_a_row_over_phones_names_the_columns(tmp_path):
    """Headers in whatever words; each station has the phone of its row."""
    assert called(tmp_path, "青禾县法律援助点", STATIONS) == [
        [("东河法律援助工作站", None, None, "5550101")],
        [("西山法律援助工作站", None, None, "5550102")],
        [("县法律援助中心", None, None, "5550103")],
    ]


def test_what_a_window_is_for_is_no_office(tmp_path):
    """Of 窗口名称 and 责任科室 the one that holds offices counts; they are the centre's."""
    centre = "青禾县东河街道便民服务中心"
    assert called(tmp_path, f"{centre}窗口一览表", WINDOWS) == [
        [(centre, "民政办", "林青", "5550101")],
        [(centre, "人社所", "高远", "5550102")],
    ]


def test_a_line_below_the_rows_stands_for_itself(tmp_path):
    """It takes no words of the row above."""
    assert called(tmp_path, "青禾县公墓收费公示", FOOT)[-1] == [("", None, None, "5550103")]


def test_a_cell_may_say_whom_to_call_in_a_sentence(tmp_path):
    """No column holds phones."""
    booked, at_hand = called(tmp_path, "青禾县医院预约须知", BOOKING)
    assert [phone for *_, phone in booked] == ["5550101", "5550102"]
    assert at_hand == []
