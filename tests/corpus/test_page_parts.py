"""Pages whose densest block is an inner one: covering note and annexes stand beside it."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.tables import Table

MENU = "".join(f'<li><a href="/c{n}">栏目{n}，服务大众</a></li>' for n in range(12))
NOTE = "<div>各镇人民政府：</div><div>《青禾县入学办法》已经县政府同意，现印发给你们，请认真贯彻执行。</div>"
SIGNED = "<div>青禾县教育局</div><div>2025年4月15日</div><div>（联系科室：基教科，联系电话：5550101）</div>"
RULES = "".join(
    f"<p>第{n}条　适龄儿童按划定的学区就近入学，学校不得拒收，家长应当按时报名并交验材料。</p>"
    for n in "一二三四五六"
)
ANNEX = (
    "<div>附件1：各中心校招生电话<table border='1'><tr><td>单位</td><td>电话</td></tr>"
    "<tr><td>城南中心校</td><td>5550102</td></tr><tr><td>城北中心校</td><td>5550103</td></tr></table></div>"
)
NEWS = "<div>相关文章：<a href='/1'>关于印发《青禾县养犬办法》的通知，请认真贯彻执行</a></div>"


def read(tmp_path: Path, inside: str) -> SourceText:
    path = tmp_path / "页.html"
    path.write_text(
        f"<html><head><meta charset='utf-8'><title>入学办法</title></head><body><ul>{MENU}</ul>"
        f"<div><h1>关于印发《青禾县入学办法》的通知</h1>{inside}</div>{NEWS}"
        "<div>地址：青禾县和平路1号，邮编：000000</div></body></html>",
        encoding="utf-8",
    )
    return read_source(path)


@pytest.mark.parametrize("block", ["<div><font>{}</font></div>", "<div class='TRS_Editor'>{}</div>"])
def test_what_stands_beside_the_inner_block_is_read(tmp_path: Path, block: str) -> None:
    """The note above it, the signature, the contact and the table of the annex belong to the document."""
    source = read(tmp_path, f"<div id='content'>{NOTE}{SIGNED}{block.format(RULES)}{ANNEX}</div>")
    for words in ("现印发给你们", "青禾县教育局", "5550101", "第六条", "城北中心校"):
        assert words in source.text
    assert [len(table.rows) for table in source.blocks if isinstance(table, Table)] == [2]
    assert "养犬" not in source.text
    assert "邮编" not in source.text


def test_links_beside_a_block_are_no_part_of_it(tmp_path: Path) -> None:
    """Titles of other documents, and files to download, leave the block as it is."""
    links = (
        "<div><a href='/1.doc'>附件1：报名表</a></div><div><a href='/2'>请认真贯彻执行的其他文件</a></div>"
    )
    source = read(tmp_path, f"<div id='content'><div><font>{RULES}</font></div>{links}</div>")
    assert "第六条" in source.text
    assert "其他文件" not in source.text
