"""What `corpus show`, `corpus list --json` and the preview say of tied documents."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.commands.listing import entry, json_documents
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from tests.bot.fakes import FakeSearch
from tests.corpus.tied_files import FLATS, catalog, notice, page

FLATS_NUMBER = "青政办发〔2023〕6号"
READING = "《青禾县人才公寓管理办法》政策解读"
READING_NAME = "《〈青禾县人才公寓管理办法〉政策解读》（2023年3月15日发布）"
DECISION_NUMBER = "青政办发〔2025〕11号"
DECISION_NAME = (
    "《青禾县民政局关于修改〈青禾县人才公寓管理办法〉的决定》（青政办发〔2025〕11号，2025年5月20日发布）"
)


@pytest.fixture
def library(tmp_path: Path) -> Catalog:
    """A policy, what explains it, and what amends it."""
    return catalog(
        tmp_path,
        FLATS,
        page(READING, "一、租金。每月每平方米8元。\n二、材料。带身份证。", day="2023-03-15"),
        notice(
            "关于修改《青禾县人才公寓管理办法》的决定",
            DECISION_NUMBER,
            "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、抓好落实。",
        ),
    )


def test_a_document_is_shown_with_its_kind_and_its_ties(library: Catalog) -> None:
    """Each with the words that tell it."""
    policy, reading = (list(entry(library, name)) for name in (FLATS_NUMBER, READING))
    assert f"有解读：{READING_NAME}，依据“{READING}”" in policy
    assert any(line.startswith(f"修改它的文件：{DECISION_NAME}，依据“") for line in policy)
    assert "类别：政策解读（依据“政策解读”）" in reading
    assert not any(line.startswith("类别：") for line in policy)


def test_a_measure_is_shown_with_what_changed_it(library: Catalog) -> None:
    """From both sides."""
    article, item = (
        list(entry(library, name)) for name in (f"{FLATS_NUMBER}#第三条", f"{DECISION_NUMBER}#一")
    )
    words = "将第三条修改为：“人才公寓租金为每月每平方米6元。”"
    assert article[-2:] == [f"已被{DECISION_NAME}修改：", words]
    assert item[-1] == words
    assert item[-2].startswith("修改的是《青禾县人民政府办公室关于印发")
    assert item[-2].endswith("第三条：")


def test_the_list_gives_the_ties_of_each_document(library: Catalog) -> None:
    """With their direction, in the order of the documents."""
    told = [json.loads(line) for line in json_documents(library, date(2025, 6, 1))]
    assert [(d["kind"], [(t["tie"], t["outward"], t["number"]) for t in d["ties"]]) for d in told] == [
        ("policy", [("interprets", False, READING), ("amends", False, DECISION_NUMBER)]),
        ("interpretation", [("interprets", True, FLATS_NUMBER)]),
        ("amendment", [("amends", True, FLATS_NUMBER)]),
    ]


def test_a_document_asked_for_by_its_number_lists_its_ties(library: Catalog) -> None:
    """Below its heading."""
    talk = Talk(Assistant(library, FakeSearch()), MemorySessions())
    lines = talk.ask(Ask(f"/doc {FLATS_NUMBER}", session="s")).text.splitlines()
    assert f"有解读：{READING_NAME}" in lines
    assert f"修改它的文件：{DECISION_NAME}" in lines
