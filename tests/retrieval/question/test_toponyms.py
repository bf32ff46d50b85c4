"""Place names."""

import pytest

from corpus.regions import load_regions, region_of
from retrieval.question.toponyms import cities_named, foreign_places, regions_named, towns_of, without_towns

REGIONS = tuple(load_regions().values())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("周村农村低保一年多少", ("周村",)),
        ("我在莘县种了半辈子菜", ("聊城",)),
        ("聊城和周村哪边补得多", ("聊城", "周村")),
        ("旧冰箱换新有补贴吗", ()),
    ],
)
def test_region_is_named_by_its_own_or_a_parts_name(text: str, named: tuple[str, ...]) -> None:
    """A county of a city names the city; the first named stands first."""
    assert regions_named(text, REGIONS) == named


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("上海的以旧换新补多少", ("上海",)),
        ("厂子在张店，想报技改奖补", ("张店",)),
        ("在淄博4s店新买了台车", ()),
        ("山东有什么补贴", ()),
        ("走青岛港出口", ()),
        ("从韩国引进一条生产线补不补", ()),
        ("把意大利一家做拖拉机的买下来", ()),
        ("货卖到越南市场，运费补吗", ()),
        ("韩国的育儿补贴多少", ("韩国",)),
        ("周村古商城怎么逛", ()),
        ("俺在青岛打工,家里的地谁能种", ()),
        ("儿子从北京回来种地有补贴吗", ()),
        ("俺在青岛打工,社保能补吗", ("青岛",)),
        ("儿子在深圳上班,俺俩能去养老院不", ()),
        ("招来个日本客商要用地", ()),
        ("日本补贴多少", ("日本",)),
        ("香港仔来开店给多少", ()),
        ("四川来的务工人员能申请不", ()),
        ("香港的补贴多少", ("香港",)),
        ("俺在通辽打工,老家户口留着,通辽那边低保多少", ("通辽",)),
    ],
)
def test_foreign_is_what_the_corpus_does_not_hold(text: str, places: tuple[str, ...]) -> None:
    """What a region belongs to is not foreign, nor a name that only begins with a place."""
    assert foreign_places(text, REGIONS) == places


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("青年路街道的低保一个月多少", "低保一个月多少"),
        ("俺在王村镇那边开店", "俺在开店"),
        ("王村镇中心卫生院", "王村镇中心卫生院"),
        ("王村镇便民服务中心地址", "王村镇便民服务中心地址"),
        ("老旧街道改造", "老旧街道改造"),
        ("东阿县的低保", "东阿县的低保"),
        ("临清的工伤认定几天", "工伤认定几天"),
        ("北郊镇", "北郊镇"),
    ],
)
def test_town_says_nothing_of_the_matter(text: str, shorter: str) -> None:
    """Measures hold in a whole region; a county that one of them names stays, and a hospital is no town."""
    assert without_towns(text, towns_of(REGIONS, ["王村镇中心卫生院", "东阿县、阳谷县"])) == shorter


@pytest.mark.parametrize("text", ["苍南的高龄津贴", "苍南县低保", "温州市的高龄津贴怎么领", "浙江的高龄津贴"])
def test_a_district_is_asked_for_by_its_name_and_by_its_city(text: str) -> None:
    """A document of 苍南县: its city and province are no other place."""
    assert foreign_places(text, (region_of("苍南县"),)) == ()


def test_a_place_within_a_region_of_the_corpus_is_no_other_place() -> None:
    """胶州 lies in 青岛市; 济宁 does not."""
    assert foreign_places("胶州的人才补贴", (region_of("青岛市"),)) == ()
    assert foreign_places("济宁的人才补贴", (region_of("青岛市"),)) == ("济宁",)


def test_a_town_is_named_with_and_without_what_it_belongs_to() -> None:
    """A document of a street."""
    street = region_of("佛山市南海区桂城街道")
    assert regions_named("桂城的创业补贴", (street,)) == (street.name,)
    assert foreign_places("佛山的创业补贴", (street,)) == ()


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("淄博的企业得了省长质量奖，再奖多少", ("淄博",)),
        ("淄博市低保多少", ("淄博", "淄博市")),
        ("山东的企业得了省长质量奖", ()),
        ("周村低保多少", ()),
    ],
)
def test_a_city_above_some_regions_tells_them_apart(text: str, cities: tuple[str, ...]) -> None:
    """周村 belongs to 淄博 and 聊城 does not; both belong to 山东."""
    assert cities_named(text, REGIONS) == cities
