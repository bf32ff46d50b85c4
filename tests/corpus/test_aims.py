"""Chapters and articles that only say what a document is for are known as such."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken

HEAD = "清河区养老服务三年行动方案\n\n"


def aims(folder: Path, body: str) -> dict[str, bool]:
    """Whether each measure of a body states aims alone; a paragraph a line."""
    path = folder / "方案.txt"
    path.write_text(HEAD + body.replace("\n", "\n\n"), encoding="utf-8")
    return {measure.item: measure.aims for measure in taken(path, "清河区").measures}


PLAN = """一、{title}
（一）{first}
（二）改造范围。建成20年以上的小区。
二、主要任务
（一）发放护理补贴。失能老人每人每月补贴200元。
（二）建设社区食堂。每个新建食堂补贴10万元。"""


@pytest.mark.parametrize(
    ("title", "first", "stated"),
    [
        ("总体要求", "指导思想。坚持以人民为中心。", True),
        ("总体要求", "把握新阶段。坚持以人民为中心。", True),
        ("指导思想和基本原则", "政府主导。坚持社会参与。", True),
        ("工作目标", "到2027年，护理型床位占比达到60%。", True),
        ("建设基础", "2027年工作目标。新建床位500张。", True),
        ("工作要求", "加强领导。成立工作专班。", False),
        ("总体要求", "工作目标。新建食堂30个。（责任单位：区民政局）", False),
        ("工作目标", "每名失能老人每月补贴200元。", False),
        ("补贴对象", "失能老人。本区户籍。", False),
    ],
)
def test_aims_are_told_by_titles_and_by_giving_nothing(
    tmp_path: Path, title: str, first: str, stated: bool
) -> None:
    """What gives money, or tells a bureau to do it, is no mere aim under whatever title."""
    read = aims(tmp_path, PLAN.format(title=title, first=first))
    assert [*read.values()] == [stated, False, False, False]


@pytest.mark.parametrize(
    ("first", "stated"),
    [
        ("为规范补贴发放，根据《清河区养老条例》，制定本办法。", True),
        ("根据《清河区养老条例》，制定本实施细则。", True),
        ("为规范发放，制定本办法。失能老人每人每月补贴200元。", False),
        ("本办法适用于本区户籍老人。", False),
        ("区民政局制定本办法的实施细则。", False),
    ],
)
def test_an_article_of_purpose_states_aims(tmp_path: Path, first: str, stated: bool) -> None:
    """It says why the document is there, and nothing else."""
    body = f"第一条 {first}\n第二条 老人每人每月补贴200元。\n第三条 每年3月申请。"
    assert aims(tmp_path, body) == {"第一条": stated, "第二条": False, "第三条": False}


def test_a_long_title_is_not_tried(tmp_path: Path) -> None:
    """Words of aims in a row, however many, take no time."""
    title = "目标任务" * 14 + "无"
    read = aims(tmp_path, PLAN.format(title=title, first="坚持以人民为中心。"))
    assert not any(read.values())
