"""Tables that a plain text sets out with blanks between its cells."""

from pathlib import Path

import pytest

from corpus.readers import read_plain
from corpus.text.tables import Table
from tests.corpus.taken import DUTY, taken, texts, who

HEATING = """青禾县采暖收费公告
青禾县公用事业中心 2025年9月16日
现将收费事项公告如下：
一、供热时间
共120天，遇低温延长。
二、收费标准
用户类别　计费方式　价格
居民住宅　按建筑面积　22元
分户计量　基本热价　6.6元，计量热价　0.16元
层高超过3.3米的，每超过0.1米加收3%。
三、任务分工
序号\t任务\t责任单位\t完成时限
1\t检修管网\t县住建局\t9月底
2\t核定价格\t县发改局\t10月底
"""


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text: the words of each row, the names of the columns first."""
    found = [block for block in read_plain("a.txt", text).blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in (table.header, *table.rows)] for table in found]


def test_rows_below_names_of_columns_are_a_table(tmp_path: Path) -> None:
    """A blank more than the columns need stands within the last cell; the sentence below is no row."""
    path = tmp_path / "公告.txt"
    path.write_text(HEATING, encoding="utf-8")
    document = taken(path)
    found = texts(document)
    assert found["二"] == "收费标准\n层高超过3.3米的，每超过0.1米加收3%。"
    assert [found[item].split("\n") for item in ("表1", "表2")] == [
        ["居民住宅", "按建筑面积", "22元"],
        ["分户计量", "基本热价", "6.6元，计量热价0.16元"],
    ]
    assert [who(measure) for measure in document.measures[-2:]] == [
        [("县住建局", DUTY, None, None, None, "9月底")],
        [("县发改局", DUTY, None, None, None, "10月底")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县民政局　　青禾县财政局\n2025年5月6日\n",
        "县民政局　县财政局\n县水利局　县林业局\n县教育局　县审计局\n",
        "项目　标准\n住宅　22元\n其余免费。\n",
        "第一章　总则\n第二章　申请　条件\n第三章　附则\n",
        "单位　电话\n\n县民政局　5550101\n县水利局　5550102\n",
    ],
    ids=["signers", "no names", "one row", "chapters", "blank line"],
)
def test_blanks_between_words_are_no_table_by_themselves(text: str) -> None:
    """Without names of columns above two rows there is none."""
    assert tables(text) == []


def test_two_columns_and_several_blanks_will_do() -> None:
    """Blanks within a cell are single."""
    text = "单位名称    联系电话\n县民政局 办公室    5550101\n县水利局    5550102\n"
    assert tables(text) == [
        [["单位名称", "联系电话"], ["县民政局 办公室", "5550101"], ["县水利局", "5550102"]]
    ]
