"""Which places a question names, as seen from the regions whose documents are at hand."""

import pytest

from corpus.regions import load_regions
from retrieval.question import PlaceTree, tree_over

BUNDLED = tree_over(tuple(load_regions()))
JIANGSU = tree_over(("江苏省", "徐州市", "云龙区", "沛县", "沛县龙固镇"))
"""A province, one of its cities, two districts of that, and a town of the second."""


def meant(tree: PlaceTree, text: str) -> list[tuple[str, ...]]:
    """What each place that a text names may be, where rules at hand hold."""
    return [place.meant for place in tree.named(text) if place.meant]


def elsewhere(tree: PlaceTree, text: str) -> list[str]:
    """The words of places where no rule at hand holds and that contain none at hand."""
    return [place.words for place in tree.named(text) if not place.meant and not tree.is_around(place)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("周村农村低保一年多少", [("周村",)]),
        ("我在莘县种了半辈子菜", [("莘县",)]),
        ("聊城和周村哪边补得多", [("聊城",), ("周村",)]),
        ("旧冰箱换新有补贴吗", []),
        ("淄博市周村区低保多少", [("周村",)]),
        ("周村古商城怎么逛", [("周村",)]),
        ("丝绸路街道的低保", [("周村",)]),
    ],
)
def test_regions_of_the_shipped_table(text: str, named: list[tuple[str, ...]]) -> None:
    """A county of 聊城 is a place of its own; a street without documents stands for its district."""
    assert meant(BUNDLED, text) == named


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("上海的以旧换新补多少", ["上海"]),
        ("厂子在张店，想报技改奖补", ["张店"]),
        ("张店区高龄津贴多少钱", ["张店区"]),
        ("苍南县高龄津贴多少钱", ["苍南县"]),
        ("鼓楼区的高龄津贴", ["鼓楼区"]),
        ("福州市鼓楼区的高龄津贴", ["福州市鼓楼区"]),
        ("在淄博4s店新买了台车", []),
        ("山东有什么补贴", []),
        ("走青岛港出口", []),
        ("俺在青岛打工,家里的地谁能种", []),
        ("儿子从北京回来种地有补贴吗", []),
        ("俺在青岛打工,社保能补吗", ["青岛"]),
        ("招来个日本客商要用地", []),
        ("日本补贴多少", ["日本"]),
        ("香港仔来开店给多少", []),
        ("四川来的务工人员能申请不", []),
        ("香港的补贴多少", ["香港"]),
        ("俺在通辽打工,老家户口留着,通辽那边低保多少", ["通辽"]),
        ("老城区改造补多少", []),
        ("新城区建设谁负责", []),
    ],
)
def test_elsewhere_is_where_no_rule_at_hand_holds(text: str, places: list[str]) -> None:
    """What a region belongs to is not elsewhere, nor a name that only begins with a place."""
    assert list(dict.fromkeys(elsewhere(BUNDLED, text))) == places


@pytest.mark.parametrize(
    ("text", "place", "nearest"),
    [
        ("铜山区高龄津贴多少钱", "铜山区", "徐州市"),
        ("铜山高龄津贴多少钱", "铜山区", "徐州市"),
        ("徐州市云龙区的低保", "云龙区", "云龙区"),
        ("江苏省徐州市云龙区的低保", "云龙区", "云龙区"),
        ("徐州的云龙区低保", "云龙区", "云龙区"),
        ("南京市玄武区低保", "玄武区", "江苏省"),
        ("徐州鼓楼区低保", "徐州市鼓楼区", "徐州市"),
        ("沛县龙固镇秸秆还田补多少", "沛县龙固镇", "沛县龙固镇"),
        ("龙固镇秸秆还田补多少", "沛县龙固镇", "沛县龙固镇"),
        ("沛县安国镇秸秆还田补多少", "沛县安国镇", "沛县"),
        ("云龙区骆驼山街道低保", "云龙区", "云龙区"),
        ("沛县哪个镇有敬老院", "沛县", "沛县"),
    ],
)
def test_a_place_without_documents_has_the_rules_of_what_it_belongs_to(
    text: str, place: str, nearest: str
) -> None:
    """A town is told apart from its district where a town of that district has documents."""
    (named,) = meant(JIANGSU, text)
    assert named == (place,)
    assert JIANGSU.holding(place)[0] == nearest


def test_places_of_one_name_are_all_meant_where_rules_hold() -> None:
    """Of four 鼓楼区 two lie in 江苏省; one in 徐州市 alone; 新华区 lies in none of these."""
    assert meant(JIANGSU, "鼓楼区低保") == [("南京市鼓楼区", "徐州市鼓楼区")]
    assert meant(tree_over(("徐州市",)), "鼓楼区低保") == [("徐州市鼓楼区",)]
    assert meant(JIANGSU, "新华区低保") == []


@pytest.mark.parametrize("text", ["苍南的高龄津贴", "苍南县低保", "温州市的高龄津贴怎么领", "浙江的高龄津贴"])
def test_a_district_is_asked_for_by_its_name_and_by_its_city(text: str) -> None:
    """A document of 苍南县: its city and province are not elsewhere."""
    assert elsewhere(tree_over(("苍南县",)), text) == []


def test_a_place_within_a_region_of_the_corpus_is_not_elsewhere() -> None:
    """胶州 lies in 青岛市; 济宁 does not."""
    tree = tree_over(("青岛市",))
    assert meant(tree, "胶州的人才补贴") == [("胶州市",)]
    assert elsewhere(tree, "济宁的人才补贴") == ["济宁"]


def test_a_town_is_named_with_and_without_what_it_belongs_to() -> None:
    """A document of a street."""
    tree = tree_over(("佛山市南海区桂城街道",))
    assert meant(tree, "桂城的创业补贴") == [("佛山市南海区桂城街道",)]
    assert elsewhere(tree, "佛山的创业补贴") == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("张店区", ("张店区",)),
        ("淄博市张店区", ("张店区",)),
        ("张店", ("张店区",)),
        ("周村区", ("周村",)),
        ("不在任何地方", None),
        ("张店区低保", None),
        ("苍南县", ()),
    ],
)
def test_words_are_a_place_or_none(words: str, place: tuple[str, ...] | None) -> None:
    """Empty where the place is known and no rule at hand holds there."""
    called = tree_over(("周村", "淄博市")).called(words)
    assert (called.meant if called else None) == place


def test_what_two_cities_issued_together_holds_where_one_of_them_is_named() -> None:
    """Each is a place of its own; no question names both as one."""
    tree = tree_over(("徐州市、宿州市", "江苏省"))
    assert meant(tree, "徐州市居住证") == [("徐州市",)]
    assert tree.holding("宿州市") == ("徐州市、宿州市",)
    assert tree.holding("云龙区") == ("徐州市、宿州市", "江苏省")


def test_a_town_with_documents_is_not_the_district_that_lists_it() -> None:
    """北郊镇 is a town of 周村 in the table; with a document of its own it is meant alone."""
    (place,) = tree_over(("周村", "周村区北郊镇")).named("北郊镇防汛电话")
    assert place.every == ("周村区北郊镇",)
    assert tree_over(("周村", "周村区北郊镇")).holding("周村区北郊镇") == ("周村区北郊镇", "周村")


@pytest.mark.parametrize("held", ["王村镇", "周村区王村镇", "淄博市周村区王村镇"])
def test_a_town_with_documents_is_not_the_county_around_it(held: str) -> None:
    """However its documents call it; the rules of the county hold in it, and its own in no other town."""
    tree = tree_over(("周村", "聊城", held))
    assert meant(tree, "王村镇医保交多少") == [(held,)]
    assert meant(tree, "周村王村镇医保交多少") == [(held,)]
    assert tree.holding(held) == (held, "周村")
    assert meant(tree, "南郊镇医保交多少") == [("周村区南郊镇",)]
    assert tree.holding("周村区南郊镇") == ("周村",)


@pytest.mark.parametrize(
    "text", ["枣庄市中区低保", "枣庄市市中区低保", "枣庄市的市中区低保", "枣庄的市中区低保"]
)
def test_a_level_that_begins_the_name_of_a_district_is_said_once(text: str) -> None:
    """枣庄市中区 is 市中区 of 枣庄市, not a place of that city without a name; 乐山 has one too."""
    tree = tree_over(("枣庄市市中区", "济南市市中区"))
    assert meant(tree, text) == [("枣庄市市中区",)]
    assert meant(tree, text.replace("枣庄", "济南")) == [("济南市市中区",)]
    assert {*meant(tree, "市中区低保")[0]} == {"枣庄市市中区", "济南市市中区"}
    assert not meant(tree, text.replace("枣庄", "乐山"))
