"""Whose rule leads where a province, a city and its districts regulate one matter."""

from datetime import date

import pytest

from bot.answering.leading.nearest_place import NearestPlace, distances
from bot.answering.wording.rare_words import Rarity
from corpus.records import Document, Validity
from tests.bot.fakes import FakeCatalog, measure

DAY = date(2026, 3, 1)
FOREVER = Validity(None, None, "")
QUESTION = "高龄津贴一个月给多少钱"
TITLE = "关于发放高龄津贴的通知"
TEXTS = {
    "江苏省": "高龄津贴标准。满80周岁每人每月不低于40元。",
    "徐州市": "高龄津贴标准。满80周岁每人每月60元。",
    "云龙区": "高龄津贴标准。满80周岁每人每月90元。",
    "泉山区": "高龄津贴标准。满80周岁每人每月110元。",
    "": "高龄津贴标准。满80周岁的，由各地每人每月发给20元以上。",
}
"""泉山区 and 云龙区 are districts of 徐州市 in 江苏省."""


def library(texts=TEXTS, validity=FOREVER, title=TITLE):
    """A document of one measure for each place."""
    documents = []
    for place, text in texts.items():
        number = f"{place}文"
        term = validity if place == "云龙区" else FOREVER
        item = measure("一", (("", text),), document=number, validity=term)
        documents.append(Document(number, title, "", place, None, FOREVER, (), (item,)))
    return FakeCatalog(tuple(documents))


def found(*places, score=0.5):
    """Hits in that order, each a little less likely than the one before."""
    return [(f"{place}文#一", score - 0.01 * rank) for rank, place in enumerate(places)]


def places(catalog, region, shown, near=(), question=QUESTION):
    """Whose measures are shown for somebody in a region."""
    rarity = Rarity.of(catalog)
    ordered = NearestPlace(catalog, lambda: rarity).ordered(question, region, DAY, shown, near)
    return [catalog.document(catalog.measure(name).document).region for name, _ in ordered]


def test_the_own_rule_leads_then_the_city_then_the_province_then_the_country():
    """However the search ranks them; what a neighbour regulates is not shown."""
    shown = found("徐州市", "泉山区", "", "江苏省", "云龙区")
    assert places(library(), "云龙区", shown) == ["云龙区", "徐州市", "江苏省", ""]


def test_a_level_that_was_found_and_not_near_enough_to_be_shown_is_brought_forward():
    """The search shows up to three; the own rule may be the fourth."""
    near = found("云龙区", "泉山区", score=0.45)
    assert places(library(), "云龙区", found("徐州市"), near) == ["云龙区", "徐州市"]


def test_a_district_without_a_rule_of_its_own_gets_that_of_its_city():
    """鼓楼区 of 徐州市 has no document; a neighbour's that matches best does not lead."""
    assert places(library(), "徐州市鼓楼区", found("泉山区", "江苏省", "徐州市")) == ["徐州市", "江苏省"]


def test_in_the_city_its_own_rule_leads_and_those_of_its_districts_follow():
    """Each is somebody's of whom the asker may speak."""
    assert places(library(), "徐州市", found("云龙区", "徐州市", "江苏省")) == ["徐州市", "江苏省", "云龙区"]


def test_only_another_place_has_it():
    """It is shown, and the reply says whose it is."""
    assert places(library(), "云龙区", found("泉山区")) == ["泉山区"]


def test_without_a_place_nothing_is_moved():
    """The place is asked for below the answer."""
    assert places(library(), None, found("泉山区", "江苏省", "云龙区")) == ["泉山区", "江苏省", "云龙区"]


@pytest.mark.parametrize(
    "own",
    [
        "老年餐厅。满80周岁就餐每人每餐补助3元。",
        "高龄津贴发放。由区民政局按月发放。",
    ],
)
def test_what_is_no_rule_on_the_matter_does_not_lead(own):
    """Another gift, or the same one without the sum that is asked for."""
    texts = {**TEXTS, "云龙区": own}
    catalog = library(texts, title="关于老年人福利的通知")
    assert places(catalog, "云龙区", found("徐州市", "云龙区"))[0] == "徐州市"


@pytest.mark.parametrize(("until", "leads"), [(date(2026, 3, 1), "云龙区"), (date(2026, 2, 28), "徐州市")])
def test_what_has_ended_does_not_lead_what_holds(until, leads):
    """The last day counts."""
    catalog = library(validity=Validity(None, until, "有效期"))
    assert places(catalog, "云龙区", found("徐州市", "云龙区"))[0] == leads


def test_what_matches_far_worse_does_not_lead():
    """Half the chance of the best one: found by the way."""
    assert places(library(), "云龙区", found("徐州市"), found("云龙区", score=0.2)) == ["徐州市"]


def test_distances_count_the_levels_between():
    """0 is the region itself; the country is behind the province; neighbours behind all."""
    far = distances("云龙区", TEXTS)
    assert (far["云龙区"], far["徐州市"], far["江苏省"], far[""]) == (0, 1, 2, 3)
    assert far["泉山区"] > distances("徐州市", TEXTS)["泉山区"] > far[""]
