"""Power lists, permit lists and tables of desks: whose the rows are, and which phone is for questions."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from corpus.catalog import Catalog
from corpus.departments import load_names
from corpus.extraction.duties.entries import find_entries
from corpus.extraction.duties.ledger_duties import ledger_duties
from corpus.keeping.intake import read_intake
from corpus.records import Document, Role
from corpus.structure.finding_heads.titles import is_first_line, issuer_before
from corpus.text.ledger_columns import Cell, inherited, roles_of
from corpus.text.person_names import is_person
from tests.corpus.taken import understood

Rows = Sequence[Sequence[object]]


def booked(folder: Path, sheets: dict[str, Rows], merges: dict[str, Sequence[str]] | None = None) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in (merges or {}).get(name, ()):
            sheet.merge_cells(cells)
    path = folder / "青禾县清单.xlsx"
    book.save(path)
    return path


def documents(path: Path) -> list[Document]:
    return [understood(draft) for draft in read_intake(path).drafts]


def desks(document: Document) -> list[list[tuple[str, str | None, str | None]]]:
    catalog = Catalog((document,), "")
    return [[(c.department, c.office, c.phone) for c in catalog.contacts(m)] for m in document.measures]


def called(
    header: Sequence[str], row: Sequence[str], owner: str = ""
) -> list[tuple[str, str | None, str | None]]:
    """The desks of one row under these headers."""
    cells = [Cell(role, name, text) for role, name, text in zip(roles_of(header), header, row, strict=True)]
    duties = ledger_duties(cells, load_names(), "青禾县", owner)
    return [(duty.department, duty.office, duty.phone) for duty in duties]


def test_a_power_list_with_a_head_of_two_rows(tmp_path: Path) -> None:
    """附件1 stands above the title, 权力名称 over two columns, 咨询监督电话 over a phone for each."""
    rows = [
        ["附件1"],
        ["青禾县交通运输局权责清单"],
        ["序号", "权力类型", "权力名称", None, "行使主体", "承办机构", "咨询监督电话", None],
        [None, None, "项目", "子项", None, None, "咨询电话", "监督电话"],
        [1, "行政许可", "道路货运许可", "普通货运", "青禾县交通运输局", "运输管理股", "5550101", "5550199"],
        [2, None, None, "危险货运", "青禾县交通运输局", "运输管理股", "5550101", "5550199"],
        [3, "行政检查", "公路巡查", None, "青禾县交通运输局", "公路股", "5550103", "5550199"],
    ]
    merged = ["A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:H3", "B5:B6", "C5:C6"]
    (read,) = documents(booked(tmp_path, {"Sheet1": rows}, {"Sheet1": merged}))
    assert (read.title, read.issuer, read.region) == (
        "青禾县交通运输局权责清单",
        "青禾县交通运输局",
        "青禾县",
    )
    assert [measure.heading for measure in read.measures] == [(), ("行政许可", "道路货运许可"), ()]
    assert desks(read) == [
        [("青禾县交通运输局", "运输管理股", "5550101")],
        [("青禾县交通运输局", "运输管理股", "5550101")],
        [("青禾县交通运输局", "公路股", "5550103")],
    ]


def test_what_stands_right_of_a_new_heading_is_not_inherited() -> None:
    """A blank 子项 belongs to the 项目 of its own row, a blank 项目 to the one above."""
    headers = ["类型", "项目", "子项", "责任单位"]
    rows = [
        ("许可", "货运", "危险品", "县交通局"),
        ("", "", "普通货物", ""),
        ("许可", "", "冷链", ""),
        ("检查", "", "", ""),
    ]
    assert [row[:3] for row in inherited(rows, headers)] == [
        ("许可", "货运", "危险品"),
        ("许可", "货运", "普通货物"),
        ("许可", "货运", "冷链"),
        ("检查", "", ""),
    ]


@pytest.mark.parametrize(
    ("header", "cell", "phones"),
    [
        ("咨询监督电话", "咨询：0311-5550201 监督：0311-5550299", ["0311-5550201"]),
        ("咨询及投诉电话", "0311-5550202/0311-5550299", ["0311-5550202"]),
        ("联系电话", "5550203\n投诉：5550299", ["5550203"]),
        ("咨询电话", "5550204、5550205", ["5550204", "5550205"]),
    ],
)
def test_the_phone_for_complaints_is_nobody_to_ask(header: str, cell: str, phones: list[str]) -> None:
    """Told by the words before a number, or by the order that the header gives."""
    header_row, row = ["事项名称", "实施机关", header], ["公墓建设审批", "县民政局", cell]
    assert called(header_row, row) == [("县民政局", None, phone) for phone in phones]


@pytest.mark.parametrize(
    "titles", [("行政许可事项清单", "行政处罚事项清单"), ("权责清单", "办事指南（2025年版）")]
)
def test_sheets_with_titles_of_their_own_are_lists_of_their_own(
    tmp_path: Path, titles: tuple[str, str]
) -> None:
    sheets = {
        f"{n}": [[f"附件{n}"], [f"青禾县林业局{title}"], ["序号", "事项", "承办科室"], [1, "采伐", "林业股"]]
        for n, title in enumerate(titles, 1)
    }  # fmt: skip
    merges = {name: ["A1:C1", "A2:C2"] for name in sheets}
    first, second = documents(booked(tmp_path, sheets, merges))
    assert [first.title, second.title] == [f"青禾县林业局{title}" for title in titles]
    assert [m.id for d in (first, second) for m in d.measures] == [
        f"青禾县林业局{title}#1" for title in titles
    ]
    assert desks(second) == [[("青禾县林业局", "林业股", None)]]


def test_sheets_named_after_bodies_are_theirs(tmp_path: Path) -> None:
    """Without titles the book is one document, and the name of a sheet says whose its rows are."""
    header = ["序号", "事项名称", "承办科室", "咨询电话"]
    sheets = {
        "县民政局": [header, [1, "社会团体登记", "社会组织股", "5550201"]],
        "县教育局": [header, [1, "教师资格认定", "人事股", "5550301"]],
    }
    (read,) = documents(booked(tmp_path, sheets))
    assert desks(read) == [[("县民政局", "社会组织股", "5550201")], [("县教育局", "人事股", "5550301")]]


def test_a_phone_of_nobody_is_kept_without_a_name(tmp_path: Path) -> None:
    """A list of policies that names no body; the directory of departments knows nothing of it."""
    rows = [
        ["青禾县惠企政策清单"],
        ["序号", "政策名称", "政策内容", "咨询电话"],
        [1, "稳岗返还", "返还60%", "5550201"],
    ]
    (read,) = documents(booked(tmp_path, {"Sheet1": rows}, {"Sheet1": ["A1:D1"]}))
    assert read.measures[0].responsibilities == ()
    assert desks(read) == [[("", None, "5550201")]]
    assert Catalog((read,), "").directory.desks == {}


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (["区县", "联系单位", "电话"], ["历山区", "区残联", "5550101"], [("历山区残联", None, "5550101")]),
        (["辖区", "责任单位", "电话"], ["清河县", "县残联", "5550102"], [("清河县残联", None, "5550102")]),
        (["镇街", "责任单位", "电话"], ["北郊镇", "区残联", "5550103"], [("区残联", None, "5550103")]),
    ],
)  # fmt: skip
def test_a_row_of_a_district_names_its_body(
    header: list[str], row: list[str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    """The level that a short name begins with is that of the district."""
    assert called(header, row) == expected


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (["学校名称", "地址", "电话"], ["城南小学", "南街2号", "5550702"], [("城南小学", None, "5550702")]),
        (["办理网点", "联系电话"], ["青禾县农商行", "5550703"], [("青禾县农商行", None, "5550703")]),
        (["事项名称", "咨询电话"], ["货车年审", "5550704"], [("县交通局", None, "5550704")]),
        (["事项名称", "承办科室"], ["货车年审", "运输股"], [("县交通局", "运输股", None)]),
        (["姓名", "电话"], ["许冰", "5550705"], []),
    ],
)  # fmt: skip
def test_rows_that_name_no_body_are_the_lists_own(
    header: list[str], row: list[str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    """Not those of schools or banks, which answer for themselves, nor those of people."""
    assert called(header, row, "县交通局") == expected


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            ["事项", "实施机关", "承办机构及联系电话"],
            ["林木采伐许可", "区林业局", "资源股 5550201"],
            [("区林业局", "资源股", "5550201")],
        ),
        (
            ["事项", "实施机关", "承办机构及联系电话"],
            ["盗伐林木的处罚", "区林业局", "执法大队5550205"],
            [("区林业局", "执法大队", "5550205")],
        ),
        (
            ["事项", "主管部门", "实施机关", "受理窗口", "咨询电话"],
            ["食品经营许可", "区市场监管局", "区审批局", "5号窗口", "5550601"],
            [("区市场监管局", None, None), ("区审批局", "5号窗口", "5550601")],
        ),
        (
            ["事项", "行使主体", "承办机构"],
            ["统计检查", "县统计局", "法规股、普查股"],
            [("县统计局", "法规股", None), ("县统计局", "普查股", None)],
        ),
    ],
)
def test_desks_belong_to_the_body_that_acts(
    header: list[str], row: list[str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert called(header, row) == expected


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青禾县水利局权责清单", "青禾县水利局"),
        ("清河区教育局行政许可事项清单（2025年版）", "清河区教育局"),
        ("青禾市统计局2025年政务服务事项目录", "青禾市统计局"),
        ("青禾县水利局政府信息公开指南", "青禾县水利局"),
        ("青禾县人民政府信息公开指南", "青禾县人民政府"),
        ("青禾县惠企政策清单", ""),
        ("青禾县政府部门权责清单", ""),
    ],
)
def test_a_list_is_of_the_body_that_its_title_begins_with(title: str, body: str) -> None:
    assert issuer_before(title) == body


@pytest.mark.parametrize("words", ["市本级", "第一小学", "监督", "历山管理部", "城南街道", "北郊镇"])
def test_places_bodies_and_labels_are_no_people(words: str) -> None:
    assert not is_person(words)
    assert is_person("许冰")


@pytest.mark.parametrize(
    "title",
    ["青禾县水利局权责清单", "青禾县住房和城乡建设系统权责清单指导目录", "青禾县便民服务事项（2025年）"],
)
def test_a_title_that_each_cell_of_its_row_repeats_is_one_title(tmp_path: Path, title: str) -> None:
    """A merged title taken apart; the rows below are measures under their columns."""
    rows = [
        [title] * 4,
        ["序号", "事项名称", "行使主体", "承办机构"],
        [1, "取水许可", "青禾县水利局", "水资源股"],
        [2, "河道巡查", "青禾县水利局", "河道股"],
    ]
    (read,) = documents(booked(tmp_path, {"Sheet1": rows}))
    assert read.title == title
    assert desks(read) == [
        [("青禾县水利局", "水资源股", None)],
        [("青禾县水利局", "河道股", None)],
    ]


def test_a_row_that_says_the_same_word_throughout_is_no_title(tmp_path: Path) -> None:
    """长期 in each column is what the row says."""
    rows = [["序号", "事项名称", "承办单位"], [1, "取水许可", "县水利局"], ["长期", "长期", "长期"]]
    (read,) = documents(booked(tmp_path, {"Sheet1": rows}))
    assert len(read.measures) == 2


@pytest.mark.parametrize(
    ("cell", "authority", "acting"),
    [
        ("市人民政府（青禾市自然资源局承办）", "市人民政府", "青禾市自然资源局"),
        ("县人民政府（由县住建局承办）", "县人民政府", "县住建局"),
        ("区人民政府(由区民政局具体办理)", "区人民政府", "区民政局"),
        ("县林业局（委托县林木种苗站实施）", "县林业局", "县林木种苗站"),
    ],
)
def test_who_acts_for_an_authority_is_whom_to_call(cell: str, authority: str, acting: str) -> None:
    """The bracket names the body; the desk of the row is its desk, not that of the authority."""
    header = ["事项名称", "实施机关", "承办机构", "咨询电话"]
    row = ["临时用地审批", cell, "用地股", "5550201"]
    assert called(header, row) == [(authority, None, None), (acting, "用地股", "5550201")]


def test_several_act_for_an_authority() -> None:
    """会同 gives the roles of those in the bracket; the authority helps nobody."""
    header, row = ["事项名称", "实施机关"], ["排污许可", "县政府（县水利局会同县生态环境局承办）"]
    cells = [Cell(role, name, text) for role, name, text in zip(roles_of(header), header, row, strict=True)]
    assert [(duty.department, duty.role) for duty in ledger_duties(cells, load_names(), "青禾县")] == [
        ("县政府", Role.RESPONSIBLE),
        ("县水利局", Role.LEAD),
        ("县生态环境局", Role.SUPPORT),
    ]


def test_under_labels_the_phone_is_that_of_the_body_that_acts() -> None:
    """The same bracket on a line 责任单位, with the phone on the next."""
    (entry,) = find_entries("责任单位：县人民政府（由县住建局承办）\n联系电话：5550201")
    assert [(named.department, named.phones) for named in entry.named] == [
        ("县人民政府", []),
        ("县住建局", ["5550201"]),
    ]


def test_a_bracket_without_a_body_names_nobody_who_acts() -> None:
    """How the work is shared is no name."""
    assert [name for name, _, _ in called(["事项", "实施机关"], ["巡查", "县水利局（按职责分工办理）"])] == [
        "县水利局"
    ]


POWERS = {
    "行政许可（3项）": [
        ["序号", "事项名称", "子项", "行使主体", "承办机构"],
        [1, "取水许可", "新办", "青禾县水利局", "水资源股"],
        [None, None, "变更", "青禾县水利局", "水资源股"],
        [2, "河道采砂许可", None, "青禾县水利局", "河道股"],
    ],
    "行政处罚（1项）": [
        ["序号", "事项名称", "子项", "行使主体", "承办机构"],
        [1, "违法取水的处罚", None, "青禾县水利局", "执法大队"],
    ],
}


def test_sheets_named_by_kinds_of_power_are_parts_of_the_file(tmp_path: Path) -> None:
    """The file names the document and its place; rows that share a merged ordinal are counted on."""
    path = booked(tmp_path, POWERS, {"行政许可（3项）": ["A2:A3", "B2:B3"]})
    (read,) = documents(path.rename(tmp_path / "青禾县水利局权责清单.xlsx"))
    assert (read.title, read.issuer, read.region) == ("青禾县水利局权责清单", "青禾县水利局", "青禾县")
    assert [(measure.item, measure.heading[0]) for measure in read.measures] == [
        ("1", "行政许可（3项）"),
        ("1·2", "行政许可（3项）"),
        ("2", "行政许可（3项）"),
        ("1·3", "行政处罚（1项）"),
    ]


@pytest.mark.parametrize(
    "name",
    ["行政许可（11项）", "行政处罚", "其他行政权力(共7项)", "公共服务事项（24项）", "行政强制措施（2大类）"],
)
def test_a_kind_of_power_is_no_title(name: str) -> None:
    assert not is_first_line(name)


@pytest.mark.parametrize(
    "name", ["青禾县行政许可事项清单（11项）", "支持企业若干措施（20条）", "行政处罚裁量基准"]
)
def test_a_title_with_a_count_stays_a_title(name: str) -> None:
    assert is_first_line(name)


@pytest.mark.parametrize("office", ["具体承办的业务科室", "各行政执法科", "各业务股室", "具体负责的股室"])
def test_words_for_any_office_are_no_office(office: str) -> None:
    header, row = ["事项名称", "行使主体", "承办机构"], ["货车年审", "县交通局", office]
    assert called(header, row) == [("县交通局", None, None)]


@pytest.mark.parametrize(
    "body", ["县市区教育局", "县级以上民政局", "各县区水利局", "各县（市、区）残疾人工作部门"]
)
def test_words_for_the_bodies_of_any_district_are_no_body(body: str) -> None:
    assert called(["事项名称", "实施机关"], ["资格认定", body]) == []


@pytest.mark.parametrize(
    "body", ["县市场监管局", "市市场监管局", "区县域经济发展局", "各县（市、区）人民政府"]
)
def test_names_that_only_begin_alike_stay(body: str) -> None:
    assert called(["事项名称", "实施机关"], ["资格认定", body]) == [(body, None, None)]


@pytest.mark.parametrize(
    ("acts", "office", "expected"),
    [
        (
            "县人民政府",
            "县科技局综合股",
            [("县人民政府", None, None), ("县科技局", "综合股", "5550201")],
        ),
        ("县科技局", "县科技局综合股（外专股）", [("县科技局", "综合股（外专股）", "5550201")]),
        ("县科技局", "综合股", [("县科技局", "综合股", "5550201")]),
    ],
)
def test_an_office_may_name_the_body_it_belongs_to(
    acts: str, office: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """Where that is another body, its phone goes with it."""
    header = ["事项名称", "行使主体", "承办机构", "咨询电话"]
    assert called(header, ["科技奖提名", acts, office, "5550201"]) == expected
