"""Old Excel files: cells as the sheet shows them."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook

from corpus.limits import Limits
from corpus.readers import SourceText, read_source
from corpus.reading.refusals import SourceError, TooLargeError, UnknownFormatError
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.office_layouts import printed_by

HEADER = ("事项", "补贴标准", "联系电话")


def looks(number_format: str = "General", **font: object) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = number_format
    for name, value in font.items():
        setattr(style.font, name, value)
    return style


def written(*rows: tuple[object, ...], book: xlwt.Workbook | None = None) -> xlwt.Worksheet:
    """A sheet with rows; a cell of two is its value and its looks, None is written later."""
    sheet = (book or xlwt.Workbook()).add_sheet("目录")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(number, column, *(cell if isinstance(cell, tuple) else (cell,)))
    return sheet


def read(
    sheet: xlwt.Worksheet, tmp_path: Path, name: str = "表.xls", limits: Limits | None = None
) -> SourceText:
    (tmp_path / name).write_bytes(saved(sheet))
    return read_source(tmp_path / name, *([limits] if limits else []))


def saved(sheet: xlwt.Worksheet) -> bytes:
    file = BytesIO()
    sheet.get_parent().save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", ["表.xls", "表.et", "表.xlsx"])
def test_rows_read_as_shown(name: str, tmp_path: Path) -> None:
    """Words, numbers with and without decimals, phones that are numbers, whatever the file is called."""
    sheet = written(HEADER, ("种粮补贴", 100.0, 6195136.0), ("农机购置", 0.3, "0533-6195137"))
    rows = [HEADER, ("种粮补贴", "100", "6195136"), ("农机购置", "0.3", "0533-6195137")]
    assert printed_by(read(sheet, tmp_path, name)) == rows


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1500.0, '#,##0"元"', "1,500元"),
        (0.085, "0.0%", "8.5%"),
        (45127.0, 'yyyy"年"m"月"d"日"', "2023年7月20日"),
        (date(2024, 7, 1), "YYYY/M/D", "2024/7/1"),
        (date(2024, 7, 1), "M/D/YY", "2024/7/1"),
        (5000000.0, '0"."0,"万元"', "500.0万元"),
        (1205000.0, "[DBNum2]General", "壹佰贰拾万伍仟"),
        (12.0, "000", "012"),
    ],
)
def test_number_formats(value: object, number_format: str, shown: str, tmp_path: Path) -> None:
    """Sums, shares, days; the day without a format of its own as a Chinese Excel shows it."""
    sheet = written(("事项", "数"), ("补贴", (value, looks(number_format))))
    assert printed_by(read(sheet, tmp_path))[1] == ("补贴", shown)


def test_dates_counted_from_1904(tmp_path: Path) -> None:
    """Workbooks of old Macintosh machines; 0 is the first of January 1904."""
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = written(("事项", "日期"), ("施行", (43665.0, looks("YYYY-MM-DD"))), book=book)
    assert printed_by(read(sheet, tmp_path))[1] == ("施行", "2023-07-20")


def test_merged_cells_stand_once(tmp_path: Path) -> None:
    """A cell over rows and a title over columns."""
    sheet = written(("序号", "单位", "电话"))
    sheet.write(1, 0, "1")
    sheet.write_merge(1, 2, 1, 1, "住房城乡建设局")
    sheet.write(1, 2, "3180011")
    sheet.write(2, 0, "2")
    sheet.write(2, 2, "3180012")
    source = read(sheet, tmp_path)
    assert printed_by(source)[1:] == [("1", "住房城乡建设局", "3180011"), ("2", "", "3180012")]
    assert source.blocks[0].from_above == {(1, 1)}


def test_hidden_rows_columns_and_sheets_are_named(tmp_path: Path) -> None:
    """What the sheet does not show is no answer."""
    book = xlwt.Workbook()
    sheet = written(("事项", "内部", "电话"), ("甲", "密", "1"), ("乙", "密", "2"), book=book)
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    hidden = book.add_sheet("底稿")
    hidden.write(0, 0, "草案")
    hidden.visibility = 1
    source = read(sheet, tmp_path)
    assert printed_by(source) == [("事项", "电话"), ("甲", "1")]
    assert set(source.dropped) == {
        Loss(LossKind.HIDDEN_ROW, "乙 密 2"),
        Loss(LossKind.HIDDEN_COLUMN, "内部 密"),
        Loss(LossKind.HIDDEN_SHEET, "底稿 草案"),
    }


def test_several_sheets_are_headed_by_their_names(tmp_path: Path) -> None:
    """Names that Excel gives itself head nothing."""
    book = xlwt.Workbook()
    sheet = written(HEADER, ("甲", "1", "2"), book=book)
    other = book.add_sheet("Sheet2")
    for column, words in enumerate(HEADER):
        other.write(0, column, words)
        other.write(1, column, "乙")
    assert printed_by(read(sheet, tmp_path)) == ["目录", HEADER, ("甲", "1", "2"), HEADER, ("乙", "乙", "乙")]


def test_struck_words_and_marks_of_notes(tmp_path: Path) -> None:
    """The sum that is struck is not paid; the raised 1 points to a note."""
    struck, raised = looks(struck_out=True).font, looks(escapement=1).font
    sheet = written(HEADER, ("甲", None, "3180011"), ("乙", ("300", looks(struck_out=True)), "3180012"))
    sheet.write_rich_text(1, 1, [("300", struck), "450元", ("①", raised)])
    source = read(sheet, tmp_path)
    assert printed_by(source)[1:] == [("甲", "450元", "3180011"), ("乙", "", "3180012")]
    kinds = {(loss.kind, loss.words, loss.times) for loss in source.dropped}
    assert kinds == {(LossKind.STRUCK, "300", 2), (LossKind.NOTE_MARK, "①", 1)}


def test_errors_of_formulas_are_named(tmp_path: Path) -> None:
    """A formula without a value shows nothing."""
    sheet = written(HEADER, ("甲", None, "1"))
    sheet.row(1).set_cell_error(1, "#REF!")
    source = read(sheet, tmp_path)
    assert source.dropped == (Loss(LossKind.FORMULA, "B2=#REF!"),)


def test_heads_of_the_print_are_named(tmp_path: Path) -> None:
    """With the words, without the codes."""
    sheet = written(HEADER, ("甲", "1", "2"))
    sheet.header_str, sheet.footer_str = b"&CQinghe 2024", b"&CPage &P"
    losses = read(sheet, tmp_path).dropped
    assert losses == (Loss(LossKind.RUNNING, "Qinghe 2024"), Loss(LossKind.RUNNING, "Page"))


def test_more_rows_than_the_limit_are_refused(tmp_path: Path) -> None:
    """Nothing is cut off."""
    sheet = written(*[("甲", str(n)) for n in range(5)])
    with pytest.raises(TooLargeError, match="超过 4 行"):
        read(sheet, tmp_path, limits=Limits(max_rows=4))


@pytest.mark.parametrize("length", [600, 2000, 4000])
def test_workbook_that_ends_early_is_refused(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, wherever it is cut."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "表.xls").write_bytes(saved(written(HEADER, ("甲", "1", "2")))[:length])
    with pytest.raises(SourceError) as refusal:
        read_source(tmp_path / "表.xls")
    assert "\n" not in str(refusal.value)


def test_presentation_under_the_name_of_a_workbook_is_refused(tmp_path: Path) -> None:
    """What stands in the container decides."""
    data = saved(written(HEADER)).replace("Workbook".encode("utf-16-le"), "Pictures".encode("utf-16-le"))
    (tmp_path / "表.xls").write_bytes(data)
    with pytest.raises(UnknownFormatError, match="旧版 Office"):
        read_source(tmp_path / "表.xls")


def test_a_container_without_a_document_is_not_said_to_be_no_doc(tmp_path: Path) -> None:
    """It may well have been one, and is broken."""
    (tmp_path / "文.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))
    with pytest.raises(UnknownFormatError, match=r"里面没有 \.doc 的内容（.*已损坏）"):
        read_source(tmp_path / "文.doc")


def test_nothing_of_an_old_workbook_is_missing(tmp_path: Path) -> None:
    """By its records; strings that are shared stand over several of them."""
    rows = [("事项", "办理条件")] + [(f"第{n}项", f"第{n}项的办理条件" + "长" * 150) for n in range(80)]
    source = read(written(*rows), tmp_path)
    data = (tmp_path / "表.xls").read_bytes()
    assert shortfall_of("表.xls", data, source.text, source.dropped) == Shortfall(0, ())
    missing = shortfall_of("表.xls", data, source.text.replace("第79项的办理条件", ""), source.dropped)
    assert missing.missing == 9


def test_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    """As Excel says it in the list of contents."""
    book = Workbook()
    book.active.append(["事项", "联系电话"])
    book.active.append(["低保", "0533-3180011"])
    book.save(tmp_path / "表.xlsx")
    plain, macros = (
        b"openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"ms-excel.sheet.macroEnabled.main",
    )
    with zipfile.ZipFile(tmp_path / "表.xlsx") as old, zipfile.ZipFile(tmp_path / "表.xlsm", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(plain, macros))
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert printed_by(read_source(tmp_path / "表.xlsm")) == [("事项", "联系电话"), ("低保", "0533-3180011")]
