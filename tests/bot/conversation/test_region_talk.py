"""Turns that ask the same of another town of a list, or of another part of the place whose rule was told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from corpus.catalog import Catalog
from corpus.records import Document, Validity
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, FakeSearch, measure
from tests.corpus.tied_files import FLATS, catalog, notice

UNSTATED = Validity(None, None, "")
NOTHING = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)


def _document(number, region, *texts):
    measures = tuple(
        replace(measure(str(item), (("", text),), document=number), validity=UNSTATED)
        for item, text in enumerate(texts, 1)
    )
    return Document(number, f"{region}事项", "", region, date(2026, 5, 1), UNSTATED, ("a",), measures)


CATALOG = Catalog(
    (
        _document("周某发〔2026〕1号", "周村", "南郊镇接种点每周二开放。", "王村镇接种点每周三开放。"),
        _document("淄某发〔2026〕2号", "淄博市", "每人每月1998元。"),
        _document("桓某发〔2026〕3号", "桓台县", "每次40元。"),
    ),
    "d",
)


def _talk(first, *hits):
    """A talk in 周村 after its first turn, and the search that it asks."""
    search = FakeSearch(
        FakeFinding(
            hits=tuple(map(FakeHit, hits)), query=FakeQuery(regions=("周村",) if "镇" in first else ())
        )
    )
    say = turns_over(CATALOG, search)
    say(first, region="周村")
    return say, search


def test_another_town_of_the_same_county_is_asked_about_in_place_of_the_first():
    """王村 is 王村镇, as the question said 南郊镇."""
    say, search = _talk("南郊镇接种点哪天开放", "周某发〔2026〕1号#1")
    search.finding = FakeFinding(hits=(FakeHit("周某发〔2026〕1号#2"),), query=FakeQuery(regions=("周村",)))
    answer = say("王村的呢", region="周村")
    assert search.asked[-1][0] == "王村镇接种点哪天开放"
    assert "每周三" in answer.text


def test_the_rule_of_a_city_holds_in_another_of_its_counties():
    """It is not denied there because the search finds nothing by the county's name."""
    say, search = _talk("失业金多少", "淄某发〔2026〕2号#1")
    search.finding = replace(NOTHING, query=FakeQuery(regions=("桓台县",)))
    answer = say("桓台呢", region="周村")
    assert answer.status is Status.ANSWERED
    assert "每人每月1998元" in answer.text


def test_the_rule_of_a_county_does_not_hold_in_another():
    """桓台县 has nothing on it."""
    say, search = _talk("接种点哪天开放", "周某发〔2026〕1号#1")
    search.finding = replace(NOTHING, query=FakeQuery(regions=("桓台县",)))
    answer = say("桓台呢", region="周村")
    assert answer.status is Status.NOT_COVERED
    assert "每周二" not in answer.text


@pytest.mark.parametrize(
    ("turn", "year", "told"),
    [("2027年还发吗", 2027, True), ("2031年还发吗", 2031, True), ("2025年呢", 2025, False)],
)
def test_whether_something_goes_on_in_a_year_to_come_is_told_by_its_term(
    tmp_path: Path, turn: str, year: int, told: bool
):
    """The term that a later notice gives it, with the words of that; of a year gone by rules are sought."""
    longer = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知",
        "青政办发〔2026〕1号",
        "经研究，《青禾县人才公寓管理办法》有效期延长至2030年3月31日。",
        day="2026年3月1日",
    )
    library = catalog(tmp_path, FLATS.replace("2028年3月31日", "2026年3月31日"), longer)
    search = FakeSearch(FakeFinding(hits=(FakeHit("青政办发〔2023〕6号#第三条"),)))
    say = turns_over(library, search)
    say("人才公寓租金多少")
    search.finding = replace(NOTHING, query=FakeQuery(years=(year,)))
    answer = say(turn)
    assert ("2030年3月31日" in answer.text) is told
