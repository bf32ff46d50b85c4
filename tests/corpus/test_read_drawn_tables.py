"""Tables that a plain text draws with bars."""

import pytest

from corpus.reading.plain import read_plain
from corpus.text.source_text import Paragraph
from corpus.text.tables import Table
from tests.corpus.taken import taken

TEXT = (
    "青禾县图书馆服务收费公告\n\n自2026年3月1日起收费如下：\n\n"
    "项目 | 时间 | 收费\n自习室 | 8:00至21:00 | 免费\n复印｜9:00至17:00｜每页0.2元\n\n一、优惠\n学生半价。\n"
)


def test_lines_with_as_many_bars_are_rows(tmp_path):
    """The first of them names the columns; what stands around the table stays as it is."""
    blocks = read_plain("收费.txt", TEXT).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in tables[0].rows] == [
        ["自习室", "8:00至21:00", "免费"],
        ["复印", "9:00至17:00", "每页0.2元"],
    ]
    words = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert words == ["青禾县图书馆服务收费公告", "自2026年3月1日起收费如下：", "一、优惠", "学生半价。"]


def test_a_ruler_below_the_names_is_no_row():
    """As in Markdown, and with bars at both ends."""
    drawn = "| 项目 | 收费 |\n| --- | --- |\n| 借书 | 免费 |\n| 复印 | 0.2元 |\n"
    (table,) = (block for block in read_plain("收费.txt", drawn).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [["借书", "免费"], ["复印", "0.2元"]]


def test_a_cell_between_two_bars_may_be_empty():
    """At the beginning and at the end of a row as well."""
    drawn = "| 档次 | 金额 | 承办 |\n| 一档 | 300元 | |\n| | 450元 | 民政局 |\n"
    (table,) = (block for block in read_plain("补贴.txt", drawn).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["一档", "300元", ""],
        ["", "450元", "民政局"],
    ]


def test_two_lines_with_a_bar_are_no_table():
    """A bar between two words of a line or two says nothing of columns."""
    blocks = read_plain("通知.txt", "首页 | 通知\n关于闭馆的通知 | 图书馆\n\n今日闭馆。\n").blocks
    assert all(isinstance(block, Paragraph) for block in blocks)


@pytest.mark.parametrize(
    "text", ["|", "|-", "| |", "|--|--|\n", "||\n||\n||\n", "|-|\n|-|\n|-|\n|-|\n", "甲|\n|-\n"]
)
def test_bars_around_nothing_are_no_table(text):
    """Rulers alone, or bars alone, have no names of columns and no rows."""
    assert not any(isinstance(block, Table) for block in read_plain("通知.txt", text).blocks)


def test_opening_hours_with_their_fees_are_rows(tmp_path):
    """A table of hours alone is no list of matters; with what each costs it is."""
    text = (
        "青禾县图书馆收费公告\n青图发〔2026〕2号\n收费标准如下：\n"
        "场所 | 开放时间 | 收费标准\n自习室 | 8:00至21:00 | 每天2元\n放映厅 | 9:00至17:00 | 每场8元\n"
        "一、优惠\n残疾人凭证半价。\n青禾县图书馆\n2026年3月2日\n"
    )
    path = tmp_path / "收费.txt"
    path.write_text(text, encoding="utf-8")
    assert [measure.item for measure in taken(path).measures] == ["一", "表1", "表2"]
