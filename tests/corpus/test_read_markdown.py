"""Markdown with all that other programs write into it, against its own plain reading."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.read_blocks import filled_lines


def read(tmp_path: Path, text: str) -> SourceText:
    path = tmp_path / "件.md"
    path.write_text(text, "utf-8")
    source = read_source(path)
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())
    return source


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("营业收入>500万元的，奖励5万元", "营业收入>500万元的，奖励5万元"),
        ("> 咨询电话：5550101", "咨询电话：5550101"),
        ("每人<u>500</u>元，<font color='red'>最高</font>5万元", "每人500元，最高5万元"),
        ("补贴&nbsp;&lt;5万元&gt;", "补贴\xa0<5万元>"),
        ("见<http://qinghe.example/a>", "见http://qinghe.example/a"),
        ("按[办法][1]申报\n\n[1]: http://qinghe.example/a", "按办法申报"),
        ("每人500元\\", "每人500元"),
        ("- [x] 小型企业", "☑小型企业"),
        ("- [ ] 微型企业", "□微型企业"),
    ],
)
def test_marks_inside_a_line(tmp_path: Path, written: str, printed: str) -> None:
    """What a program that shows Markdown prints."""
    assert filled_lines(read(tmp_path, written)) == [printed]


def test_items_of_one_number_are_counted(tmp_path: Path) -> None:
    """Many write `1.` before every item; a list after a paragraph begins anew."""
    text = "1. 补贴\n1. 贴息\n   - 按季\n1. 奖励\n\n另：\n\n1. 甲镇\n\n2. 乙镇\n"
    assert filled_lines(read(tmp_path, text)) == [
        "1. 补贴", "2. 贴息", "按季", "3. 奖励", "另：", "1. 甲镇", "2. 乙镇",
    ]  # fmt: skip


def test_table_in_html_is_a_table(tmp_path: Path) -> None:
    """Blank lines inside it do not end it."""
    text = (
        "# 清单\n\n<table>\n<tr><th>序号</th><th>事项</th><th>责任单位</th></tr>\n\n"
        "<tr><td>1</td><td>补贴</td><td>县人社局</td></tr></table>\n\n一、其他。\n"
    )
    source = read(tmp_path, text)
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [cell.text for row in (table.header, *table.rows) for cell in row] == [
        "序号", "事项", "责任单位", "1", "补贴", "县人社局",
    ]  # fmt: skip
    assert filled_lines(source)[-1] == "一、其他。"


def test_blocks_of_html(tmp_path: Path) -> None:
    """Centred words, a fold that holds Markdown, a break in a line."""
    text = (
        '<div align="center">关于补贴的通知</div>\n\n<details><summary>更多</summary>\n\n**每人**500元\n\n'
        "</details>\n\n一、甲<br>二、乙\n"
    )
    assert filled_lines(read(tmp_path, text)) == ["关于补贴的通知", "更多", "每人500元", "一、甲", "二、乙"]


def test_note_keeps_its_number_and_its_mark_is_named(tmp_path: Path) -> None:
    """A mark behind a figure would make another figure of it."""
    source = read(tmp_path, "每亩150[^1]元。\n\n[^1]: 指上年度。\n")
    assert filled_lines(source) == ["每亩150元。", "1 指上年度。"]
    assert source.dropped == (Loss(LossKind.NOTE_MARK, "1"),)


def test_hidden_struck_and_shown(tmp_path: Path) -> None:
    """As HTML says it inside a line."""
    source = read(
        tmp_path,
        '每人<span style="text-decoration:line-through">300</span>450元'
        '<span style="display: none">待核</span><img src="a.png" alt="流程图">',
    )
    assert filled_lines(source) == ["每人450元"]
    assert set(source.dropped) == {
        Loss(LossKind.STRUCK, "300"),
        Loss(LossKind.HIDDEN, "待核"),
        Loss(LossKind.PICTURE, "流程图"),
    }
