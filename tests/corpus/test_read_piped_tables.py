"""Tables that a plain text draws with bars."""

from corpus.reading.plain import read_plain
from corpus.text.source_text import Paragraph
from corpus.text.tables import Table

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


def test_two_lines_with_a_bar_are_no_table():
    """A bar between two words of a line or two says nothing of columns."""
    blocks = read_plain("通知.txt", "首页 | 通知\n关于闭馆的通知 | 图书馆\n\n今日闭馆。\n").blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
