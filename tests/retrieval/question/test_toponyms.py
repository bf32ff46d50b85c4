"""Place names."""

import pytest

from corpus.regions import load_regions
from retrieval.question.toponyms import away_masked, cities_named, names_otherwise, towns_of, without_towns

REGIONS = tuple(load_regions().values())


@pytest.mark.parametrize(
    ("text", "name", "otherwise"),
    [
        ("走青岛港出口", "青岛", True),
        ("四川来的务工人员能申请不", "四川", True),
        ("济南市民政局电话", "济南市", False),
        ("济南市民能不能办", "济南市", True),
        ("历下区域内的企业", "历下区", True),
        ("历下区街道办在哪", "历下区", False),
        ("中山路修路", "中山", True),
        ("从韩国引进一条生产线补不补", "韩国", True),
        ("把意大利一家做拖拉机的买下来", "意大利", True),
        ("货卖到越南市场，运费补吗", "越南", True),
        ("韩国的育儿补贴多少", "韩国", False),
    ],
)
def test_a_name_may_belong_to_something_else(text: str, name: str, *, otherwise: bool) -> None:
    """A port, a road, people of there, or another word that begins as the name ends."""
    start = text.index(name)
    assert names_otherwise(text, start, start + len(name)) is otherwise


def test_where_a_relative_works_is_hidden() -> None:
    """As many characters as before, so that offsets stay."""
    assert away_masked("儿子在深圳上班,俺俩能去养老院不") == "□□□□□上班,俺俩能去养老院不"
    assert away_masked("俺在青岛打工,社保能补吗") == "俺在青岛打工,社保能补吗"


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
    printed = "王村镇中心卫生院。东阿县、阳谷县"
    assert without_towns(text, towns_of(REGIONS, lambda name: name in printed)) == shorter


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
