"""Exported measures and the ledger, against the printed table of 周政办字〔2024〕11号."""

import csv
import io
import json
import zipfile
from datetime import date
from functools import partial

import pytest
from openpyxl import load_workbook
from pydantic import TypeAdapter

from corpus.catalog import Catalog
from corpus.export import LedgerRow, json_lines, ledger
from corpus.records import Condition, Contact, Section, Validity
from corpus.sheet_writer import harmless, write_csv, write_xlsx

NUMBER = "周政办字〔2024〕11号"
TITLE = (
    "周村区人民政府办公室关于印发《周村区落实省政府2024年“促进经济巩固向好、加快绿色低碳高质量发展”"
    "政策清单（第二批）任务分工方案》的通知"
)
TERM = "以上分工方案自公布之日起实施，未明确实施期限的有效期至2024年12月31日"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def lines(catalog: Catalog) -> dict[str, dict[str, object]]:
    data = [json.loads(line) for line in json_lines(catalog, TODAY)]
    return {entry["id"]: entry for entry in data}


@pytest.fixture(scope="module")
def rows(catalog: Catalog) -> dict[tuple[str, str], LedgerRow]:
    return {(row.number, row.item): row for row in ledger(catalog, TODAY)}


def test_row_19_is_exported_as_printed(lines) -> None:
    """Old appliances: 区商务局 leads, 区财政局 supports, each with one desk and one phone."""
    entry = lines[f"{NUMBER}#19"]
    assert entry["doc"] == {
        "number": NUMBER,
        "title": TITLE,
        "issuer": "周村区人民政府办公室",
        "region": "周村",
        "issued": "2024-07-22",
    }
    assert entry["item"] == "19"
    assert [section["name"] for section in entry["sections"]] == [
        "政策原文",
        "落实目标",
        "工作措施",
        "责任单位及联系方式",
    ]
    assert entry["sections"][1]["text"] == (
        "落实《淄博市推动消费品以旧换新实施方案》，持续举办家电以旧换新促消费活动，加快推动消费品以旧换新消费。"
    )
    told = [(c["department"], c["role"], c["office"], c["dial"]) for c in entry["contacts"]]
    assert told == [
        ("区商务局", "lead", "商贸流通科", "0533-6195136"),
        ("区财政局", "support", "经济建设科", "0533-7878011"),
    ]
    assert entry["validity"] == {
        "state": "expired",
        "from": "2024-07-22",
        "until": "2024-12-31",
        "basis": TERM,
    }
    assert (entry["applies"], entry["applies_basis"], entry["deadline"]) == (True, None, None)


def test_row_22_is_exported_with_two_desks_of_one_department(lines) -> None:
    """区税务局 税政二股、税政一股 with 6432935、6054272, by printed order."""
    told = [(c["canonical"], c["office"], c["phone"]) for c in lines[f"{NUMBER}#22"]["contacts"]]
    assert told == [("区税务局", "税政二股", "6432935"), ("区税务局", "税政一股", "6054272")]


def test_highlights_and_score_are_left_to_answers(lines) -> None:
    """They belong to a question."""
    assert not {"highlights", "score"} & set(lines[f"{NUMBER}#19"])


def test_every_line_equals_its_measure(catalog: Catalog, lines) -> None:
    """Read back, each line gives the records that it was made from."""
    sections = TypeAdapter(tuple[Section, ...])
    contacts = TypeAdapter(tuple[Contact, ...])
    conditions = TypeAdapter(tuple[Condition, ...])
    assert list(lines) == [measure.id for measure in catalog.measures]
    for measure in catalog.measures:
        line = lines[measure.id]
        term = line["validity"]
        days = [date.fromisoformat(day) if day else None for day in (term["from"], term["until"])]
        assert Validity(*days, term["basis"]) == measure.validity
        assert term["state"] == measure.validity.state(TODAY)
        assert sections.validate_python(line["sections"]) == measure.sections
        assert contacts.validate_python(line["contacts"]) == catalog.contacts(measure)
        assert conditions.validate_python(line["conditions"]) == measure.conditions
        kept = ("item", "text", "applies", "applies_basis", "deadline")
        assert [line[name] for name in kept] == [getattr(measure, name) for name in kept]
        assert tuple(line["heading"]) == measure.heading
        assert line["doc"]["number"] == measure.document


def test_the_ledger_names_whose_desk_and_phone_it_is(rows) -> None:
    """Row 19 and row 22 of the printed table."""
    row = rows[NUMBER, "19"]
    assert (row.lead, row.support) == (("区商务局",), ("区财政局",))
    assert row.offices == ("区商务局 商贸流通科", "区财政局 经济建设科")
    assert row.phones == ("区商务局 商贸流通科 0533-6195136", "区财政局 经济建设科 0533-7878011")
    assert (row.persons, row.deadlines, row.term.validity.until) == ((), (), date(2024, 12, 31))
    row = rows[NUMBER, "22"]
    assert (row.lead, row.support) == (("区税务局",), ())
    assert row.phones == ("区税务局 税政二股 0533-6432935", "区税务局 税政一股 0533-6054272")


def test_the_ledger_lends_no_phone(catalog: Catalog, rows) -> None:
    """A measure of 33号 prints departments and no phone: the ledger shows none."""
    row = rows["周政字〔2024〕33号", "1"]
    assert (row.phones, bool(row.lead)) == ((), True)
    assert len(rows) == len(catalog.measures)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+86-1", "-1+1", "@SUM(A1)", "\tx", " =1+1", "＝1+1", "＠SUM(A1)", "-cmd|'/c calc'!A0"]
)
def test_a_cell_that_looks_like_a_formula_is_text(cell: str) -> None:
    """In a CSV file it begins with an apostrophe; in a workbook its type says so."""
    assert harmless(cell) == f"'{cell}"
    (_, (read,)) = csv.reader(io.StringIO(write_csv({"表头": 10}, [[cell]]).decode("utf-8-sig"), newline=""))
    assert read == f"'{cell}"
    sheet = load_workbook(io.BytesIO(write_xlsx("台账", {"表头": 10}, [[cell]]))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (cell, "s")


def test_no_cell_of_a_workbook_is_written_as_a_formula() -> None:
    """No element <f> stands in its sheet."""
    data = write_xlsx("台账", {"=A1": 10, "=B1": 10}, [["=cmd|'/c calc'!A0", "{=1}"]])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<font", b"")


@pytest.mark.parametrize("figure", ["-5", "+3.5", "-1,200.50", "-12%"])
def test_figures_stay_figures(figure: str) -> None:
    """A minus before digits alone runs nothing."""
    assert harmless(figure) == figure


def test_what_nothing_prints_is_in_no_cell() -> None:
    """A turned number would read backwards in Excel too."""
    assert "\u202e".encode() not in write_csv({"电话": 10}, [["\u202e6195136"]])
    sheet = load_workbook(io.BytesIO(write_xlsx("台账", {"电话": 10}, [["\u202e6195136\u200b"]]))).active
    assert sheet["A2"].value == "6195136"


@pytest.mark.parametrize(
    ("name", "title"), [("区财政局/审计局", "区财政局 审计局"), ("[]:*?", "Sheet1"), ("局" * 40, "局" * 31)]
)
def test_a_sheet_is_called_as_excel_allows(name: str, title: str) -> None:
    """Departments are printed with a slash between them."""
    assert load_workbook(io.BytesIO(write_xlsx(name, {"文": 10}, []))).active.title == title


def test_csv_starts_with_a_byte_order_mark() -> None:
    """Without it Excel reads Chinese as another encoding; line breaks in a cell survive."""
    data = write_csv({"单位": 20, "电话": 10}, [["区商务局", "甲\n乙"]])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["单位", "电话"], ["区商务局", "甲\n乙"]]


def test_xlsx_keeps_text_as_text() -> None:
    """A phone stays as printed, control characters that XML cannot hold go, an over-long cell is cut."""
    data = write_xlsx("台账", {"电话": 10, "文": 20}, [["0533-6195136", "甲\x00乙"], ["06", "长" * 40_000]])
    sheet = load_workbook(io.BytesIO(data)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=2)] == [
        ["电话", "文"],
        ["0533-6195136", "甲乙"],
    ]
    assert (sheet["A3"].value, len(sheet["B3"].value), sheet.freeze_panes) == ("06", 32_767, "A2")


@pytest.mark.parametrize("write", [write_csv, partial(write_xlsx, "台账")])
@pytest.mark.parametrize("row", [["区商务局"], ["区商务局", "0533-6195136", "甲"]])
def test_a_row_that_does_not_fit_its_columns_is_an_error(write, row) -> None:
    """Else every cell behind it would stand under another head."""
    with pytest.raises(ValueError, match=f"{len(row)} cells for 2 columns"):
        write({"单位": 20, "电话": 10}, [row])
