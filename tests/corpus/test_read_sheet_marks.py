"""What a worksheet hides, strikes and keeps beside its cells."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font

from corpus.readers import SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.read_blocks import only_table

HEAD = ["序号", "政策措施", "责任单位", "联系电话"]
ROWS = [
    [1, "贷款贴息", "县财政局", "5550301"],
    [2, "设备补助（暂缓公布）", "县工信局", "5550302"],
    [3, "稳岗补贴", "县人社局", "5550303"],
]


def ledger() -> Workbook:
    book = Workbook()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    return book


def read(book: Workbook, tmp_path: Path) -> SourceText:
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return read_source(path)


def changed(path: Path, member: str, words: bytes, others: bytes) -> None:
    """Puts other bytes in the place of some of a member."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert words in members[member]
    members[member] = members[member].replace(words, others)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_hidden_row_is_left_out_and_named(tmp_path: Path) -> None:
    """Also where a filter hides it: the file marks it in the same way."""
    book = ledger()
    book.active.row_dimensions[3].hidden = True
    source = read(book, tmp_path)
    assert [row[0] for row in only_table(source)] == ["序号", "1", "3"]
    assert source.dropped == (Loss(LossKind.HIDDEN_ROW, "2 设备补助（暂缓公布） 县工信局 5550302"),)


def test_hidden_column_is_left_out_and_named(tmp_path: Path) -> None:
    """Private numbers stand in columns that nobody is to see."""
    book = ledger()
    book.active.column_dimensions["D"].hidden = True
    source = read(book, tmp_path)
    assert only_table(source)[1] == ["1", "贷款贴息", "县财政局"]
    assert source.dropped == (Loss(LossKind.HIDDEN_COLUMN, "联系电话 5550301 5550302 5550303"),)


def test_row_of_no_height_is_hidden(tmp_path: Path) -> None:
    """Dragged shut by hand."""
    path = tmp_path / "台账.xlsx"
    ledger().save(path)
    changed(path, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row ht="0" customHeight="1" r="2"')
    assert [row[0] for row in only_table(read_source(path))] == ["序号", "2", "3"]


def test_merged_cell_shows_its_words_where_it_is_seen(tmp_path: Path) -> None:
    """The first row of the merged cell is hidden, its words are not."""
    book = ledger()
    book.active.merge_cells("C2:C3")
    book.active.row_dimensions[2].hidden = True
    assert only_table(read(book, tmp_path))[1] == ["2", "设备补助（暂缓公布）", "县财政局", "5550302"]


def test_struck_cell_and_struck_words(tmp_path: Path) -> None:
    """The font of a cell, and of some of its words."""
    book = ledger()
    book.active["B4"].font = Font(strike=True)
    book.active["B2"] = CellRichText("贴息", TextBlock(InlineFont(strike=True), "3%"), "5%")
    source = read(book, tmp_path)
    assert [row[1] for row in only_table(source)] == ["政策措施", "贴息5%", "设备补助（暂缓公布）", ""]
    assert source.dropped == (Loss(LossKind.STRUCK, "3%"), Loss(LossKind.STRUCK, "稳岗补贴"))


def test_raised_figure_in_a_cell(tmp_path: Path) -> None:
    """As in a text: a power is written out, the mark of a note is left out."""
    book = ledger()
    book.active["B2"] = CellRichText("产能10", TextBlock(InlineFont(vertAlign="superscript"), "4"), "吨")
    book.active["B3"] = CellRichText("每亩80", TextBlock(InlineFont(vertAlign="superscript"), "1"), "元")
    source = read(book, tmp_path)
    assert [row[1] for row in only_table(source)][1:3] == ["产能10^4吨", "每亩80元"]
    assert source.dropped == (Loss(LossKind.NOTE_MARK, "1"),)


def test_cell_in_a_font_of_signs(tmp_path: Path) -> None:
    """Wingdings 2 prints a ticked box for R and a blank one for £."""
    book = ledger()
    book.active["B2"], book.active["B3"] = "R", "£"
    for cell in ("B2", "B3"):
        book.active[cell].font = Font(name="Wingdings 2")
    assert [row[1] for row in only_table(read(book, tmp_path))][1:3] == ["☑", "□"]


def test_what_stands_beside_the_cells_is_named(tmp_path: Path) -> None:
    """A remark, a head of the print, a formula that no program computed, a value that its format hides."""
    book = ledger()
    sheet = book.active
    sheet["B2"].comment = Comment("待核实", "经办")
    sheet.oddHeader.center.text = "内部资料 第&P页"
    sheet["E2"] = "=A2*2"
    sheet["F2"] = 77
    sheet["F2"].number_format = ";;;"
    assert set(read(book, tmp_path).dropped) == {
        Loss(LossKind.COMMENT, "待核实"),
        Loss(LossKind.RUNNING, "内部资料 第 页"),
        Loss(LossKind.FORMULA, "E2=A2*2"),
        Loss(LossKind.HIDDEN, "77"),
    }


@pytest.mark.parametrize(
    ("built_in", "expected"),
    [
        (31, "2026年3月1日"),
        (57, "2026年3月"),
        (27, "2026年3月"),
        (58, "3月1日"),
        (30, "2026/3/1"),
    ],
)
def test_built_in_dates_of_a_chinese_excel(tmp_path: Path, built_in: int, expected: str) -> None:
    """Formats with a number and no code in the file: 46082 is the first of March 2026."""
    path = tmp_path / "台账.xlsx"
    book = Workbook()
    book.active.append(["日期", 46_082])
    book.save(path)
    style = f'<xf numFmtId="{built_in}" fontId="0" fillId="0" borderId="0"/></cellXfs>'
    changed(path, "xl/styles.xml", b"</cellXfs>", style.encode())
    changed(path, "xl/worksheets/sheet1.xml", b'<c r="B1"', b'<c s="1" r="B1"')
    assert read_source(path).text == f"日期\t{expected}\n"


def _merged(rows: list[list[object]], *spans: str) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for span in spans:
        book.active.merge_cells(span)
    return book


BODY = [
    [1, "建设驿站", "县供销社", "县商务局", "5550401"],
    [2, "以旧换新", "县商务局", "县财政局", "5550402"],
]


def test_second_row_of_names_under_one_merged_head(tmp_path: Path) -> None:
    """The other heads are not merged downwards: cells under them are blank."""
    top = ["序号", "政策措施", "责任单位", None, "联系电话"]
    book = _merged([top, [None, None, "牵头", "配合", None], *BODY], "C1:D1")
    assert only_table(read(book, tmp_path))[:2] == [
        ["序号", "政策措施", "责任单位牵头", "责任单位配合", "联系电话"],
        ["1", "建设驿站", "县供销社", "县商务局", "5550401"],
    ]


def test_head_over_two_columns_without_names_below(tmp_path: Path) -> None:
    """Both columns have its name."""
    book = _merged([["序号", "政策措施", "责任单位", None, "联系电话"], *BODY], "C1:D1")
    assert only_table(read(book, tmp_path))[0] == ["序号", "政策措施", "责任单位", "责任单位", "联系电话"]


def test_head_of_three_rows(tmp_path: Path) -> None:
    """责任 over 牵头单位 and 配合, 配合 over 单位一 and 单位二."""
    rows = [
        ["序号", "政策", "责任", None, None],
        [None, None, "牵头单位", "配合", None],
        [None, None, None, "单位一", "单位二"],
        [1, "补贴", "县财政局", "县商务局", "县人社局"],
        [2, "贴息", "县财政局", "县商务局", "县民政局"],
    ]
    book = _merged(rows, "A1:A3", "B1:B3", "C1:E1", "D2:E2", "C2:C3")
    assert only_table(read(book, tmp_path))[0] == [
        "序号",
        "政策",
        "责任牵头单位",
        "责任配合单位一",
        "责任配合单位二",
    ]


def test_remark_in_brackets_does_not_make_a_name_too_long(tmp_path: Path) -> None:
    """Names of columns say in brackets what belongs into them."""
    head = [
        "序号",
        "政策名称",
        "政策内容（含支持对象、支持标准、申报条件、申报材料和办理流程等）",
        "责任单位",
    ]
    rows = [[number, f"政策{number}", "给予补贴。" * 60, "县财政局"] for number in (1, 2)]
    assert only_table(read(_merged([head, *rows]), tmp_path))[0] == head


def test_cells_covered_from_above_are_known(tmp_path: Path) -> None:
    """A blank cell is not a merged one."""
    book = ledger()
    book.active["D3"], book.active["D4"] = None, None
    book.active.merge_cells("D2:D3")
    (table,) = [block for block in read(book, tmp_path).blocks if isinstance(block, Table)]
    assert table.from_above == {(1, 3)}


def test_struck_number_and_error_of_a_formula(tmp_path: Path) -> None:
    """A number may be struck like words; an error is no department and no phone."""
    book = ledger()
    book.active["D2"] = 5550301
    book.active["D2"].font = Font(strike=True)
    book.active["C4"] = "#REF!"
    source = read(book, tmp_path)
    assert only_table(source)[1:] == [
        ["1", "贷款贴息", "县财政局", ""],
        ["2", "设备补助（暂缓公布）", "县工信局", "5550302"],
        ["3", "稳岗补贴", "", "5550303"],
    ]
    assert source.dropped == (Loss(LossKind.STRUCK, "5550301"), Loss(LossKind.FORMULA, "C4=#REF!"))


def test_words_in_a_format_that_shows_none(tmp_path: Path) -> None:
    """The fourth section of a format is for words; where it is empty nothing is shown."""
    book = ledger()
    book.active["C2"].number_format = ";;;"
    source = read(book, tmp_path)
    assert only_table(source)[1][2] == ""
    assert source.dropped == (Loss(LossKind.HIDDEN, "县财政局"),)


@pytest.mark.parametrize("charted", [True, False])
def test_chart_sheet_beside_the_ledger(tmp_path: Path, charted: bool) -> None:
    """It has no cells; the chart on it is named. One without a chart has no relationships."""
    book = ledger()
    sheet = book.create_chartsheet("图")
    if charted:
        chart = BarChart()
        chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=4), titles_from_data=True)
        sheet.add_chart(chart)
    source = read(book, tmp_path)
    assert len(only_table(source)) == 4
    assert source.dropped == ((Loss(LossKind.OBJECT),) if charted else ())
