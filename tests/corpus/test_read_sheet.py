"""Workbooks and separated text, built here as offices fill them in."""

import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from corpus.limits import Limits
from corpus.readers import SourceText, read_source
from corpus.reading.refusals import DamagedError, EmptySourceError, TooLargeError
from corpus.reading.sheets.display import shown
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.read_blocks import cells, paragraphs


def save(book: Workbook, tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path


def tables(source: SourceText) -> list[Table]:
    return [block for block in source.blocks if isinstance(block, Table)]


def ledger() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.append(["惠企政策责任台账"])
    sheet.merge_cells("A1:F1")
    sheet.append(["序号", "政策措施", "责任单位", "联系电话", "完成时限", "补贴比例"])
    sheet.append([1, "家电以旧换新", "区商务局", 6195136, date(2024, 12, 31), 0.15])
    sheet.append([2.0, "汽车以旧换新", None, "0533-6195137", date(2025, 6, 30), 0.2])
    sheet.append([])
    sheet.append([3, "设备更新", "区工业和信息化局", None, "长期", 0.125])
    sheet.append(["备注：以上政策以正式文件为准。"])
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("A7:F7")
    for row in (3, 4):
        sheet[f"E{row}"].number_format = 'yyyy"年"m"月"d"日"'
    for row, shape in ((3, "0%"), (4, "0%"), (6, "0.0%")):
        sheet[f"F{row}"].number_format = shape
    return book


def test_ledger_under_a_title_row(tmp_path: Path) -> None:
    """The title and the note are paragraphs; numbers, dates and rates read as the sheet shows them."""
    source = read_source(save(ledger(), tmp_path))
    assert paragraphs(source) == ["惠企政策责任台账", "备注：以上政策以正式文件为准。"]
    (table,) = tables(source)
    assert cells(table) == [
        ["序号", "政策措施", "责任单位", "联系电话", "完成时限", "补贴比例"],
        ["1", "家电以旧换新", "区商务局", "6195136", "2024年12月31日", "15%"],
        ["2", "汽车以旧换新", "", "0533-6195137", "2025年6月30日", "20%"],
        ["3", "设备更新", "区工业和信息化局", "", "长期", "12.5%"],
    ]


def test_header_of_two_rows_is_one(tmp_path: Path) -> None:
    """责任单位 spans 牵头 and 配合: each column carries both names."""
    book = Workbook()
    sheet = book.active
    sheet.append(["序号", "任务", "责任单位", None])
    sheet.append([None, None, "牵头", "配合"])
    sheet.append([1, "建设供销驿站", "区供销联社", "区商务局"])
    for span in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(span)
    (table,) = tables(read_source(save(book, tmp_path)))
    assert cells(table) == [
        ["序号", "任务", "责任单位牵头", "责任单位配合"],
        ["1", "建设供销驿站", "区供销联社", "区商务局"],
    ]


def test_each_visible_sheet_is_a_table_under_its_name(tmp_path: Path) -> None:
    """A hidden sheet is named among what was left out."""
    book = Workbook()
    for title, phone in (("商务", 1234567), ("教育", 7654321), ("草稿", 1)):
        sheet = book.create_sheet(title)
        sheet.append(["部门", "联系电话"])
        sheet.append([f"区{title}局", phone])
    book.remove(book["Sheet"])
    book["草稿"].sheet_state = "hidden"
    source = read_source(save(book, tmp_path))
    assert paragraphs(source) == ["商务", "教育"]
    assert [cells(table)[1] for table in tables(source)] == [["区商务局", "1234567"], ["区教育局", "7654321"]]
    assert source.dropped == (Loss(LossKind.HIDDEN_SHEET, "草稿 部门 联系电话 区草稿局 1"),)


def test_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    """A format dragged to the last row of the sheet leaves no words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["部门", "联系电话"])
    sheet.append(["区商务局", "6195136"])
    for _ in range(100_000):
        sheet.append([])
    path = save(book, tmp_path)
    stretched = Workbook()
    stretched.active.append(["部门", "联系电话"])
    stretched.active.append(["区教育局", "6195139"])
    stretched.active.row_dimensions[1_048_576].height = 20
    stretched.active["B1048576"].number_format = "0"
    other = tmp_path / "b.xlsx"
    stretched.save(other)
    assert cells(tables(read_source(path))[0])[1:] == [["区商务局", "6195136"]]
    assert cells(tables(read_source(other))[0])[1:] == [["区教育局", "6195139"]]


def test_more_filled_rows_than_the_limit_are_refused(tmp_path: Path) -> None:
    """Nothing is cut off in silence."""
    with pytest.raises(TooLargeError, match="2 行"):
        read_source(save(ledger(), tmp_path), Limits(max_rows=2))


def test_more_columns_than_the_limit_are_refused(tmp_path: Path) -> None:
    """A cell far to the right widens every row."""
    book = Workbook()
    book.active[f"{get_column_letter(300)}1"] = "x"
    with pytest.raises(TooLargeError, match="200 列"):
        read_source(save(book, tmp_path))


def test_row_numbers_beyond_the_sheet_are_refused(tmp_path: Path) -> None:
    """A file may claim any row number; rows up to it are not counted out."""
    path = save(ledger(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b'<row r="6"', b'<row r="99999999999"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.raises(DamagedError, match="行号"):
        read_source(path)


def test_workbook_without_words_is_empty(tmp_path: Path) -> None:
    """A new workbook holds one blank sheet."""
    with pytest.raises(EmptySourceError, match="没有文字"):
        read_source(save(Workbook(), tmp_path))


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (1011, '#,##0"元"', "1,011元"),
        (7, "000", "007"),
        (2.5, "0.##", "2.5"),
        (2.0, "0.##", "2"),
        (0.155, "0.00%", "15.50%"),
        (date(2024, 7, 1), "mm-dd-yy", "2024/7/1"),
        (date(2024, 7, 1), "yyyy-mm-dd", "2024-07-01"),
        (date(2024, 7, 1), 'yyyy"年"m"月";@', "2024年7月"),
        (True, "General", "TRUE"),
    ],
)
def test_cells_read_as_displayed(value: float | date, number_format: str, expected: str) -> None:
    """Formats as Excel and WPS write them."""
    assert shown(value, number_format) == expected


CSV = '惠企政策台账,,\n序号,任务,责任单位\n1,"家电,汽车以旧换新",区商务局\n2,设备更新,\n'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_separated_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """Excel writes .csv in GB18030 on Chinese systems, and with a byte order mark as UTF-8."""
    path = tmp_path / "a.csv"
    path.write_bytes(CSV.encode(encoding))
    source = read_source(path)
    assert paragraphs(source) == ["惠企政策台账"]
    assert cells(tables(source)[0]) == [
        ["序号", "任务", "责任单位"],
        ["1", "家电,汽车以旧换新", "区商务局"],
        ["2", "设备更新", ""],
    ]


def test_separated_text_over_the_limits_is_refused(tmp_path: Path) -> None:
    """Rows and columns are bounded as in a workbook."""
    path = tmp_path / "a.csv"
    path.write_text("部门,电话\n区商务局,1\n区财政局,2\n", "utf-8")
    with pytest.raises(TooLargeError, match="2 行"):
        read_source(path, Limits(max_rows=2))


def test_tab_separated_text(tmp_path: Path) -> None:
    """Tables copied out of a sheet are separated by tabs."""
    path = tmp_path / "a.tsv"
    path.write_text("部门\t联系电话\n区商务局\t6195136\n", "utf-8")
    assert cells(tables(read_source(path))[0]) == [["部门", "联系电话"], ["区商务局", "6195136"]]


def test_field_without_end_is_refused(tmp_path: Path) -> None:
    """A quotation mark that is never closed swallows the rest of the file."""
    path = tmp_path / "a.csv"
    path.write_text('部门,电话\n"' + "区" * 200_000, "utf-8")
    with pytest.raises(DamagedError, match="引号"):
        read_source(path)


def test_progress_hears_of_rows(tmp_path: Path) -> None:
    """Every thousand rows, and once more at the end."""
    book = Workbook()
    for sheet in (book.active, book.create_sheet("续表")):
        for number in range(1300):
            sheet.append([number, "补贴"])
    book.save(tmp_path / "台账.xlsx")
    heard: list[tuple[int, int]] = []
    read_source(tmp_path / "台账.xlsx", progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1000, 2600), (2000, 2600), (2600, 2600)]


def test_memory_of_a_long_table_is_bounded(tmp_path: Path) -> None:
    """Where a character stands takes no room of its own: 50,000 such rows are read in 100 MB."""
    path = tmp_path / "台账.csv"
    rows = (
        f"{n},第{n}项,对符合条件的第{n}类企业按实际支出的8%给予补贴最高不超过{n}万元,县工信局"
        for n in range(5000)
    )
    path.write_text("序号,事项名称,政策措施,责任单位\n" + "\n".join(rows), "utf-8")
    read_source(path)
    tracemalloc.start()
    source = read_source(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * len(source.text)
