"""White words of a worksheet: nobody sees them, but on a colour."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.worksheet import Worksheet

from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind


def white_book(path: Path) -> Worksheet:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows = (
        ("序号", "政策措施", "责任单位"),
        (1, "购置设备补助8%", "县工信局"),
        (2, "房租补贴每户1000元", "县财政局"),
    )
    for row in rows:
        sheet.append(row)
    sheet.append(("", "内部掌握：暂不公开", ""))
    for cell in (sheet["A1"], sheet["B1"], sheet["C1"], sheet["B4"]):
        cell.font = Font(color="FFFFFFFF")
    return sheet


def test_white_words_of_a_sheet_are_hidden_words(tmp_path: Path) -> None:
    """Those of a first row stand on a banner."""
    sheet = white_book(tmp_path)
    sheet.parent.save(tmp_path / "a.xlsx")
    source = read_source(tmp_path / "a.xlsx")
    assert "序号" in source.text
    assert "内部掌握" not in source.text
    assert Loss(LossKind.HIDDEN, "内部掌握：暂不公开") in source.dropped


@pytest.mark.parametrize("ground", ["cell", "table"])
def test_white_words_on_a_colour_are_read(tmp_path: Path, ground: str) -> None:
    sheet = white_book(tmp_path)
    if ground == "cell":
        sheet["B4"].fill = PatternFill("solid", fgColor="FF1F4E78")
    else:
        sheet.add_table(SheetTable(displayName="清单", ref="A1:C4"))
    sheet.parent.save(tmp_path / "a.xlsx")
    assert "内部掌握" in read_source(tmp_path / "a.xlsx").text
