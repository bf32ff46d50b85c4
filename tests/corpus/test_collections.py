"""Handbooks and questions with answers: their title, items and phones, the tables in their answers."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpus.records import Document
from tests.corpus.making import add, tabled
from tests.corpus.taken import taken, term, who

COVER = ["青禾县居民办事", "问", "答", "手", "册", "目录", "社会保险……1", "住房保障……5"]
QUESTIONS = ["问：失业后怎么登记？", "答：到街道登记。", "问：多久能登记？", "答：当天。"]
DESKS = [
    ["机构名称", "地址", "联系电话"],
    ["青禾县就业服务中心", "东街1号", "5550101"],
    ["北郊镇人社所", "北街2号", "5550102"],
]
DISTRICTS = [
    ["辖区", "居民养老保险", "", "职工养老保险"],
    ["", "参保咨询电话", "待遇咨询电话", "参保咨询电话"],
    ["县本级", "5550201", "5550202", "5550203"],
    ["北郊镇", "5550301", "5550302", "5550303"],
]


def in_word(folder: Path, *parts: str | list[list[str]], name: str = "手册.docx") -> Document:
    document = WordDocument()
    for part in parts:
        if isinstance(part, str):
            add(document, part)
        else:
            tabled(document, part)
    document.save(folder / name)
    return taken(folder / name)


def phones(document: Document, item: str) -> list[tuple[str, str | None]]:
    measure = next(measure for measure in document.measures if measure.item == item)
    return [(name, phone) for name, _, _, _, phone, _ in who(measure)]


def test_a_table_in_an_answer_is_part_of_it(tmp_path: Path) -> None:
    """Its rows are no measures; the bodies that they name are those of the question."""
    read = in_word(tmp_path, *QUESTIONS, "问：到哪里登记？", DESKS, "问：要带什么？", "答：身份证。")
    assert [measure.item for measure in read.measures] == ["问1", "问2", "问3", "问4"]
    assert read.measures[2].text == (
        "到哪里登记？\n机构名称 地址 联系电话\n"
        "青禾县就业服务中心 东街1号 5550101\n北郊镇人社所 北街2号 5550102"
    )
    assert phones(read, "问3") == [("青禾县就业服务中心", "5550101"), ("北郊镇人社所", "5550102")]


def test_a_table_of_an_item_that_asks_nothing_keeps_its_rows(tmp_path: Path) -> None:
    """In a notice each row of such a table can be asked about."""
    read = in_word(tmp_path, "关于失业登记的通知", "一、登记对象", "失业人员。", "二、登记地点", DESKS)
    assert [measure.item for measure in read.measures] == ["一", "表1", "表2"]


@pytest.mark.parametrize(
    ("edition", "title"), [((), ""), (("（2025年版）", "青禾县人社局", "2025年6月"), "（2025年版）")]
)
def test_the_cover_gives_the_title(tmp_path: Path, edition: tuple[str, ...], title: str) -> None:
    """One letter a line, above the contents; edition, body and month may stand below it."""
    read = in_word(tmp_path, *COVER[:5], *edition, *COVER[5:], "社会保险", *QUESTIONS, *QUESTIONS)
    assert read.title == f"青禾县居民办事问答手册{title}"
    assert read.issuer == ("青禾县人社局" if edition else "")
    assert [measure.item for measure in read.measures] == ["问1", "问2", "问3", "问4"]


def test_what_an_answer_says_of_its_rule_is_not_the_handbooks(tmp_path: Path) -> None:
    """A term in an answer is that of what it speaks of."""
    said = "答：每月700元，本标准自2025年7月1日起执行，有效期至2027年6月30日。"
    read = in_word(tmp_path, *COVER, *QUESTIONS, "问：低保多少钱？", said)
    assert term(read) == ("", "")
    own = in_word(tmp_path, *COVER, "本手册自2025年7月1日起施行，有效期至2027年6月30日。", *QUESTIONS)
    assert term(own) == ("2025-07-01", "2027-06-30")


@pytest.mark.parametrize("title", ["青禾县惠企政策汇编", "青禾县惠企政策手册", "青禾县政策明白卡"])
def test_the_body_that_collects_is_not_called_for_what_it_collects(tmp_path: Path, title: str) -> None:
    """A phone that nothing gives to a body stays without a name there."""
    lines = [
        "一、升规奖励",
        "奖励10万元。",
        "咨询电话：5550102",
        "二、技改补助",
        "补助5万元。",
        "青禾县工业和信息化局",
        "2025年6月1日",
    ]
    read = in_word(tmp_path, title, *lines)
    assert read.issuer == "青禾县工业和信息化局"
    first = read.measures[0]
    assert first.responsibilities == ()
    assert [(desk.department, desk.phone) for desk in first.ownerless] == [("", "5550102")]
