"""A place as somebody chooses it, in whatever channel."""

import pytest

from bot.called_places import (
    called_place,
    common_name,
    parts_at_hand,
    place_in,
    place_said,
    places_named,
    which_place,
)

REGIONS = ("周村", "淄博市", "江苏省", "徐州市")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("周村", "周村"),
        ("周村区", "周村"),
        (" 淄博市 周村区 ", "周村"),
        ("张店", "张店区"),
        ("徐州市鼓楼区", "徐州市鼓楼区"),
        ("苏州市", "苏州市"),
    ],
)
def test_a_place_is_settled_where_a_rule_at_hand_holds(words, place):
    """With or without documents of its own, in full or for short."""
    assert called_place(words, REGIONS).place == place


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("杭州市", "手头没有杭州市的文件，也没有在那里适用的上级文件"),
        ("天宫里", "没有认出“天宫里”是哪个地方"),
        ("张店区的低保", "没有认出“张店区的低保”是哪个地方"),
        ("鼓楼区", "请写明是哪一个：南京市鼓楼区、徐州市鼓楼区"),
    ],
)
def test_any_other_gets_one_line(words, said):
    """What is wrong, and what to do; a line that goes on is no line."""
    called = called_place(words, REGIONS)
    assert called.place == ""
    assert said in called.why_not
    assert "\n" not in called.why_not


def test_many_regions_are_counted():
    """Eight are named."""
    many = tuple(f"青禾{ordinal}县" for ordinal in range(20))
    assert "等20个地方" in called_place("杭州市", many).why_not


def test_the_name_that_places_share():
    """Without what they belong to."""
    assert common_name(("南京市鼓楼区", "徐州市鼓楼区")) == "鼓楼区"


def test_what_is_offered_below_a_region_has_no_documents():
    """The districts of a city, the cities of a province; nothing below a county."""
    offered = dict(parts_at_hand(REGIONS))
    assert set(offered) == {"淄博市", "江苏省", "徐州市"}
    assert "张店区" in offered["淄博市"]
    assert "周村" not in offered["淄博市"]
    assert "徐州市" not in offered["江苏省"]
    assert "徐州市鼓楼区" in offered["徐州市"]


def test_a_place_said_and_a_place_of_an_address():
    """Whole sentences alone say where somebody is; an address names it anywhere."""
    assert place_said("我在张店区", REGIONS) == "张店区"
    assert place_said("/region 苏州市", REGIONS) == "苏州市"
    assert place_said("我在张店区住了三年", REGIONS) == ""
    assert place_in("山东省淄博市张店区人民路1号", REGIONS) == "张店区"
    assert place_in("浙江省杭州市西湖区", REGIONS) == ""


def test_places_without_a_common_name_are_asked_about_without_one():
    """No empty quotes."""
    assert common_name(("周村", "徐州市鼓楼区")) == ""
    asked = which_place("", ("周村", "徐州市鼓楼区"))
    assert "“”" not in asked
    assert asked.startswith("您说的是下面哪个地方？")


def test_a_town_is_not_named_beside_its_county():
    """王村镇 belongs to 周村区; a town whose county has no documents is named."""
    assert places_named(("周村", "周村区王村镇", "聊城")) == "周村、聊城"
    assert places_named(("周村区王村镇", "聊城")) == "周村区王村镇、聊城"
    assert places_named(("淄博市", "周村")) == "淄博市、周村"
