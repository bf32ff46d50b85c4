import pytest

from corpus.dialling import dial
from corpus.regions import (
    holds_in,
    is_same,
    is_town_in,
    lies_in,
    load_regions,
    name_of,
    nearest_first,
    region_of,
)


def test_the_hotlines_are_known() -> None:
    """12345 for everything, 12366 for tax, everywhere."""
    assert all(set(region.hotlines.values()) == {"12345", "12366"} for region in load_regions().values())


def test_a_region_that_a_document_brings_has_names_and_the_area_code_of_its_city() -> None:
    """桓台县 of 淄博 is also 桓台; 莘县 is never called 莘; of the codes of a province none is guessed."""
    assert region_of("桓台县").own == ("桓台县", "桓台")
    assert region_of("莘县").own == ("莘县",)
    assert dial("8180136", region_of("桓台县")) == "0533-8180136"
    assert dial("8180136", region_of("山东省")) == "8180136"
    assert region_of("周村") is load_regions()["周村"]


def test_a_region_within_others_is_called_by_its_last_name_too() -> None:
    """泰州市海陵区 is 海陵; 泰州 and 江苏 are what it belongs to."""
    region = region_of("泰州市海陵区")
    assert region.own == ("泰州市海陵区", "海陵区", "海陵")
    assert region.above == ("泰州市", "泰州", "江苏省", "江苏")


@pytest.mark.parametrize(
    ("name", "place", "holds"),
    [("山东省", "周村", True), ("山东省", "聊城", True), ("淄博市", "周村", True), ("周村", "周村", True),
     ("淄博市", "聊城", False), ("周村", "聊城", False), ("周村", "山东省", False)],
)  # fmt: skip
def test_a_document_holds_in_its_region_and_what_belongs_to_it(name: str, place: str, holds: bool) -> None:
    """周村 lies in 淄博市 and 山东省, 聊城 in 山东省."""
    assert holds_in(name, place) is holds


@pytest.mark.parametrize(
    ("name", "own", "above"),
    [
        ("苍南县", ("苍南县", "苍南"), ("温州市", "温州", "浙江省", "浙江")),
        ("惠民县", ("惠民县",), ("滨州市", "滨州", "山东省", "山东")),
        ("承德县", ("承德县",), ("承德市", "承德", "河北省", "河北")),
        ("河北区", ("河北区",), ("天津市", "天津")),
        ("浦东新区", ("浦东新区", "浦东"), ("上海市", "上海")),
        ("长沙经济技术开发区", ("长沙经济技术开发区", "长沙经开区"), ()),
        ("清河市青禾县", ("清河市青禾县", "青禾县", "青禾"), ("清河市", "清河")),
    ],
)
def test_a_region_is_called_for_short_where_that_means_nothing_else(
    name: str, own: tuple[str, ...], above: tuple[str, ...]
) -> None:
    """惠民 is a word, 承德 a city, 河北 a province; the divisions of China tell what a county lies in."""
    region = region_of(name)
    assert (region.own, region.above) == (own, above)


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("广州市", "天河区"), "天河区"),
        (("淄博市", "周村区"), "周村"),
        (("佛山市", "南海区", "桂城街道"), "佛山市南海区桂城街道"),
        (("江苏省", "南京市", "鼓楼区"), "南京市鼓楼区"),
        (("清河市", "青禾县"), "清河市青禾县"),
        (("江苏", "常州经济开发区"), "常州经济开发区"),
    ],
)
def test_a_region_has_one_name_here(names: tuple[str, ...], name: str) -> None:
    """The county alone where China has one of that name; else with its city."""
    assert name_of(names) == name


def test_an_autonomous_prefecture_and_its_full_name_are_one() -> None:
    """Documents and people leave out the peoples that the full name names; counties print theirs."""
    assert is_same("延边州", "延边朝鲜族自治州")
    assert name_of(("延边朝鲜族自治州",)) == "延边州"
    assert name_of(("芷江县",)) == "芷江侗族自治县"
    assert {"延边州", "延边", "延边朝鲜族自治州"} <= set(region_of("延边州").own)
    assert "延边州" in region_of("敦化市").above
    assert holds_in("延边州", "敦化市")


def test_a_region_with_and_without_its_city_is_one() -> None:
    """青禾县 of 清河市; two 鼓楼区 are two."""
    assert is_same("清河市青禾县", "青禾县")
    assert holds_in("青禾县", "清河市青禾县")
    assert not is_same("南京市鼓楼区", "福州市鼓楼区")
    assert not holds_in("河北区", "石家庄市")


def test_what_several_places_issued_together_holds_in_each() -> None:
    """In their districts too; a rule of one alone holds in one alone."""
    both = "徐州市、宿州市"
    assert holds_in(both, "徐州市")
    assert holds_in(both, "云龙区")
    assert holds_in(both, both)
    assert not holds_in(both, "南京市")
    assert not holds_in("徐州市", both)
    assert holds_in("江苏省", "徐州市、南京市")
    assert not holds_in("江苏省", both)
    assert region_of(both).own[0] == both


def test_regions_around_a_place_are_told_by_how_near_they_are() -> None:
    """A joint one is as near as that of its members which the place belongs to."""
    around = ("江苏省", "徐州市、宿州市", "云龙区", "南京市")
    assert nearest_first("云龙区", around) == ["云龙区", "徐州市、宿州市", "江苏省"]
    assert nearest_first("徐州市鼓楼区", around) == ["徐州市、宿州市", "江苏省"]
    assert nearest_first(None, around) == []


def test_a_place_within_a_region_is_no_other_place() -> None:
    """胶州市 lies in 青岛市 and 山东省, whether or not its level is said; one of four 鼓楼区 in 南京市."""
    assert lies_in("胶州", region_of("青岛市"))
    assert lies_in("胶州市", region_of("山东省"))
    assert not lies_in("胶州", region_of("济南市"))
    assert lies_in("鼓楼区", region_of("南京市"))


@pytest.mark.parametrize("name", ["王村镇", "周村区王村镇", "淄博市周村区王村镇"])
def test_a_town_lies_in_its_county(name: str) -> None:
    """Named alone, with its county, with city and county; 村 ends no town before 镇."""
    assert is_town_in(name, "周村")
    assert holds_in("周村", name)
    assert not holds_in(name, "周村")
    assert not is_town_in("周村", "淄博市")
    assert "王村" in region_of(name).own


def test_a_road_in_the_name_of_a_street_is_not_the_street() -> None:
    """青年路 is a road."""
    assert region_of("青年路街道").own == ("青年路街道",)
