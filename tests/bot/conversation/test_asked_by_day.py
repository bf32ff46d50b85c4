"""A day of a chronicle: its own entries, or that there are none; never those of another day."""

from dataclasses import replace

import pytest

from bot.answer import Status
from corpus.catalog import Catalog
from corpus.records import Document, ItemReason, Validity
from retrieval.deciding import Verdict
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeSearch, measure

UNSTATED = Validity(None, None, "")
ENTRIES = (
    ("3日", "3日，县委书记到企业调研。"),
    ("5日", "5日，全县防汛工作会议召开。"),
    ("5日△2", "县政府第7次常务会议召开，研究教育工作。"),
    ("8—9日", "8—9日，县长带队外出考察。"),
)


def chronicle(year):
    """The chronicle of March of a year."""
    name = f"青禾县人民政府大事记（{year}年3月）"
    told = tuple(
        replace(measure(item, (("", text),), document=name), reason=ItemReason.ENTRY, validity=UNSTATED)
        for item, text in ENTRIES
    )
    return Document(name, name, "", "周村", None, UNSTATED, ("a",), told)


OLD, NEW = chronicle(2023), chronicle(2024)
CATALOG = Catalog((OLD, NEW), "d")


def said(words):
    """What a question is answered where the search finds an entry of another day best."""
    finding = FakeFinding(verdict=Verdict.ANSWER, hits=(FakeHit(OLD.measures[0].id),))
    return turns_over(CATALOG, FakeSearch(finding))(words)


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("2023年3月3日县政府做了什么", ["3日"]),
        ("2023年3月5日开了什么会", ["5日", "5日△2"]),
        ("2023年3月5号常务会议研究了什么", ["5日△2", "5日"]),
        ("大事记2023年3月9日", ["8—9日"]),
        ("2023年三月五号领导干了啥", ["5日", "5日△2"]),
    ],
)
def test_the_entries_of_the_day_are_shown(words, items):
    """Those with the words of the question first; 9日 is one of 8—9日."""
    shown = said(words).measures
    assert [each.item for each in shown] == items
    assert {each.doc.number for each in shown} == {OLD.number}


def test_without_a_year_the_newest_chronicle_of_the_month_is_meant():
    """Both years have a third of March."""
    assert said("3月3日县领导去哪调研了").measures[0].doc.number == NEW.number


def test_a_day_without_an_entry_is_told_so():
    """The days that have one are named."""
    answer = said("2023年3月6日县政府开了什么会")
    assert answer.status is Status.NOT_COVERED
    assert answer.text.endswith("没有3月6日的记录。记到的日子有：3日、5日、8—9日。")


def test_a_month_without_a_chronicle_is_told_so():
    """What the search finds is of another month."""
    answer = said("2022年3月3日县政府做了什么")
    assert answer.status is Status.NOT_COVERED
    assert answer.text.startswith("手头没有记到2022年3月3日的大事记")


def test_a_day_of_something_else_is_left_to_the_search():
    """Nothing that happened is asked for."""
    assert said("2023年3月5日前要交什么材料").measures[0].item == "3日"
