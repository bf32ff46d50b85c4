"""Tables with real cells: any order of columns, merged cells, phones in a column of their own."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument

from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import read_intake
from corpus.records import Role
from corpus.text.ledger_columns import ColumnRole, inherited, roles_of
from tests.corpus.taken import who

HEADER = ["编号", "承办单位", "服务事项", "咨询电话", "联系人", "完成时限"]
ROWS = [
    [1, "区民政局", "为八十岁以上老人发放高龄津贴", "6433459", "许冰", "长期"],
    [2, None, "为困难老人提供助餐服务", None, None, None],
    [3, "区商务局、区财政局", "组织家电以旧换新活动", "6195136、7878011", None, "2026年12月"],
    [4, "区水利局", "维修农村供水管网", "400-810-1234", None, None],
]


@pytest.fixture
def ledger(tmp_path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["周村区便民服务事项台账"])
    sheet.merge_cells("A1:F1")
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path


def measures_of(path):
    (draft,) = read_intake(path, "周村").drafts
    return assemble(draft, load_names()).measures


def test_headers_are_told_by_their_words():
    """The same column under other names, in any order, has the same role."""
    assert roles_of(["序号", "工作任务", "牵头部门", "配合单位", "联系电话", "时间节点"]) == (
        ColumnRole.ORDINAL, ColumnRole.TEXT, ColumnRole.LEAD, ColumnRole.SUPPORT,
        ColumnRole.PHONE, ColumnRole.DEADLINE,
    )  # fmt: skip
    assert roles_of(["事项名称", "责任单位联系电话", "主办单位", "责任科室"]) == (
        ColumnRole.TEXT, ColumnRole.PHONE, ColumnRole.LEAD, ColumnRole.OFFICE,
    )  # fmt: skip


def test_rows_become_measures_with_phone_person_and_deadline(ledger):
    """The first row of the sheet: one department with everything its other columns print."""
    first = measures_of(ledger)[0]
    assert first.item == "1"
    assert who(first) == [("区民政局", Role.RESPONSIBLE, None, "许冰", "6433459", "长期")]
    assert "为八十岁以上老人发放高龄津贴" in first.text


def test_merged_department_goes_down(ledger):
    """The department's cell is merged over two rows; the second row is its too, phone and all."""
    second = measures_of(ledger)[1]
    assert who(second) == [("区民政局", Role.RESPONSIBLE, None, "许冰", "6433459", "长期")]
    assert "助餐" in second.text
    assert "高龄津贴" not in second.text


def test_as_many_phones_as_departments_pair_up(ledger):
    """Two departments and two phones belong together in printed order."""
    assert who(measures_of(ledger)[2]) == [
        ("区商务局", Role.RESPONSIBLE, None, None, "6195136", "2026年12月"),
        ("区财政局", Role.RESPONSIBLE, None, None, "7878011", "2026年12月"),
    ]


def test_a_row_with_its_own_department_inherits_no_deadline(ledger):
    """Row 4 prints no deadline; that of row 3 is another department's."""
    assert who(measures_of(ledger)[3]) == [("区水利局", Role.RESPONSIBLE, None, None, "400-810-1234", None)]


def test_categories_become_headings(tmp_path):
    """A merged category column left of the task is carried down as heading; lead and support stay apart."""
    document = WordDocument()
    table = document.add_table(rows=3, cols=4)
    words = [
        ["类别", "工作任务", "牵头单位", "配合单位"],
        ["养老服务", "新建两处社区食堂", "区民政局", "区财政局"],
        ["", "改造三处老年活动站", "区民政局", "区住建局、区财政局"],
    ]
    for row, line in zip(table.rows, words, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(tmp_path / "分工.docx")
    second = measures_of(tmp_path / "分工.docx")[1]
    assert second.heading == ("养老服务",)
    assert who(second) == [
        ("区民政局", Role.LEAD, None, None, None, None),
        ("区住建局", Role.SUPPORT, None, None, None, None),
        ("区财政局", Role.SUPPORT, None, None, None, None),
    ]


@pytest.mark.parametrize("called", ["单位", "乡镇（街道）", "单位名称", "部门", "学校名称"])
def test_a_body_of_a_list_takes_nothing_from_the_body_above_it(called: str):
    """王村镇's phone is not that of the body in the row below, whose phone is blank."""
    rows = [("北河镇", "党政办", "5550101"), ("南河镇", "", ""), ("东河镇", "民政所", "")]
    assert list(inherited(rows, (called, "科室", "电话"))) == rows


def test_an_office_takes_no_phone_from_the_office_above_it():
    rows = [("低保申请", "救助科", "5550101"), ("高龄津贴", "养老科", ""), ("临时救助", "", "")]
    below = list(inherited(rows, ("事项", "承办科室", "咨询电话")))
    assert below == [*rows[:2], ("临时救助", "养老科", "")]


def test_a_merged_phone_is_that_of_every_body_that_it_reaches_over():
    rows = [("北河镇", "5550101"), ("南河镇", "")]
    assert list(inherited(rows, ("单位", "电话"), {(1, 1)}))[1] == ("南河镇", "5550101")


def test_texts_are_inherited_only_left_of_a_filled_one():
    """A blank last text column is blank; a blank category is not."""
    headers = ("类别", "任务", "责任单位")
    rows = [("甲类", "任务一", "区民政局"), ("", "任务二", "")]
    assert list(inherited(rows, headers)) == [("甲类", "任务一", "区民政局"), ("甲类", "任务二", "区民政局")]


def test_one_more_office_of_a_body_in_a_list_of_phones_is_an_item_of_its_own(tmp_path):
    """The body's cell reaches over two offices, and the office's over a second phone."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "单位", "科室（股）", "咨询电话", "地址"])
    for row in [
        [1, "区民政局", "养老服务股", "5550101", "和平路1号"],
        [2, None, "社会救助股", "5550102", None],
        [3, None, None, "5550103", None],
        [4, "区水利局", "供水股", "5550104", "和平路2号"],
    ]:
        sheet.append(row)
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("C3:C4")
    path = tmp_path / "青禾区咨询电话一览表.xlsx"
    book.save(path)
    assert [
        (m.item, [(d.department, d.office, d.phone) for d in m.responsibilities]) for m in measures_of(path)
    ] == [
        ("1", [("区民政局", "养老服务股", "5550101")]),
        ("2", [("区民政局", "社会救助股", "5550102")]),
        ("3", [("区民政局", "社会救助股", "5550103")]),
        ("4", [("区水利局", "供水股", "5550104")]),
    ]


def test_the_phone_right_of_an_office_is_the_offices_and_the_other_one_its_bodys(tmp_path):
    """单位电话 is merged over three offices with phones of their own, the first of which has the same one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "单位", "单位电话", "科室（业务）", "联系电话"])
    for row in [
        [1, "青禾县人社局", "5550100", "综合业务", "5550100"],
        [None, None, None, "劳动监察", "5550101"],
        [2, "清河镇人社中心", "5550200", None, None],
    ]:
        sheet.append(row)
    for merged in ("A2:A3", "B2:B3", "C2:C3"):
        sheet.merge_cells(merged)
    path = tmp_path / "青禾县人社系统联系电话一览表.xlsx"
    book.save(path)
    assert [[(d.department, d.office, d.phone) for d in m.responsibilities] for m in measures_of(path)] == [
        [("青禾县人社局", "综合业务", "5550100")],
        [("青禾县人社局", "劳动监察", "5550101"), ("青禾县人社局", None, "5550100")],
        [("清河镇人社中心", None, "5550200")],
    ]


def test_one_more_office_says_whose_it_is_and_where(tmp_path):
    """Its text has the merged cells of the body and the street; an address of its own would stand there."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["单位", "地址", "科室", "电话"])
    for row in [
        ["青禾县人社局", "和平路5号", "综合业务", "5550100"],
        [None, None, "劳动监察", "5550101"],
        ["清河镇人社中心", "双溪路2号", None, "5550200"],
    ]:
        sheet.append(row)
    for merged in ("A2:A3", "B2:B3"):
        sheet.merge_cells(merged)
    path = tmp_path / "人社系统电话.xlsx"
    book.save(path)
    assert [m.text.split("\n") for m in measures_of(path)] == [
        ["青禾县人社局", "和平路5号", "综合业务", "5550100"],
        ["青禾县人社局", "和平路5号", "劳动监察", "5550101"],
        ["清河镇人社中心", "双溪路2号", "5550200"],
    ]


def of_rows(folder, headers, *rows):
    """Department, person and phone of each row of a list of 青禾县."""
    book = openpyxl.Workbook()
    book.active.append(headers)
    for row in rows:
        book.active.append(row)
    path = folder / "青禾县通讯录.xlsx"
    book.save(path)
    return [
        [(d.department, d.person, d.phone) for d in m.responsibilities if d.phone] for m in measures_of(path)
    ]


def test_each_column_of_phones_is_of_the_name_left_of_it(tmp_path):
    """The community's phone is not that of the company that looks after its houses; one has no company."""
    headers = ["社区", "书记", "办公电话", "物业公司", "物业电话"]
    rows = [
        ["和平社区", "林青", "5550101", "城南物业", "5550201"],
        ["双溪社区", "高远", "5550102", "无物业", None],
        ["北河社区", "许冰", None, "城南物业", "5550201"],
    ]
    assert of_rows(tmp_path, headers, *rows) == [
        [("和平社区", "林青", "5550101"), ("城南物业", None, "5550201")],
        [("双溪社区", "高远", "5550102")],
        [("城南物业", None, "5550201")],
    ]


def test_streets_and_communities_have_each_their_own_phone(tmp_path):
    """A district counts where the row has a phone for it too."""
    headers = ["街道", "街道电话", "社区", "社区电话"]
    assert of_rows(tmp_path, headers, ["和平街道", "5550100", "双溪社区", "5550101"]) == [
        [("和平街道", None, "5550100"), ("双溪社区", None, "5550101")]
    ]


def test_a_village_is_called_by_whom_it_has(tmp_path):
    """A village without a phone takes none from the village above it."""
    headers = ["村（社区）", "协办员", "电话", "缴费日"]
    rows = [["东铺村", "林青", "5550101", "9月20日"], ["西铺村", "高远", None, "9月21日"]]
    assert of_rows(tmp_path, headers, *rows) == [[("东铺村", "林青", "5550101")], []]


def test_the_words_of_one_more_office_stay_together(tmp_path):
    """The street is merged between the office and its phone."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["科室", "单位", "地址", "电话"])
    sheet.append(["综合股", "青禾县人社局", "和平路5号", "5550100"])
    sheet.append(["监察股", None, None, "5550101"])
    for merged in ("B2:B3", "C2:C3"):
        sheet.merge_cells(merged)
    path = tmp_path / "人社电话.xlsx"
    book.save(path)
    assert measures_of(path)[1].text.split("\n") == ["青禾县人社局", "和平路5号", "监察股", "5550101"]
