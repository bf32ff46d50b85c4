import pytest

from corpus.catalog import Catalog
from corpus.departments import load_names


@pytest.mark.parametrize(
    ("printed", "region", "canonical"),
    [
        ("区发展和改革局", "周村", "区发展改革局"),
        ("区发展改革委", "周村", "区发展改革局"),
        ("区住建局", "周村", "区住房城乡建设局"),
        ("区应急管理局", "周村", "区应急局"),
        ("区市场监督管理局", "周村", "区市场监管局"),
        ("市生态环境局周村分局", "周村", "区生态环境分局"),
        ("税务局", "周村", "区税务局"),
        ("各镇（街道）", "周村", "各镇政府、街道办事处"),
        ("区政府办公室（区大数据局）", "周村", "区政府办公室"),
        ("周村区财政局", "周村", "区财政局"),
        ("人行聊城市中心支行", "聊城", "人民银行聊城市中心支行"),
        ("市交通局", "聊城", "市交通运输局"),
        ("聊城市教育和体育局", "聊城", "市教育体育局"),
        ("市人民防空办公室", "聊城", "市人民防空办公室"),
    ],
)
def test_one_body_has_one_name(printed: str, region: str, canonical: str) -> None:
    """Every printed form leads to the canonical name; an unknown name stands for itself."""
    assert load_names().canonical(printed, region) == canonical


@pytest.mark.parametrize(
    ("first", "second", "region"),
    [
        ("区市政工程维护服务中心", "区市政环卫服务中心", "周村"),
        ("区扶贫办", "区乡村振兴局", "周村"),
        ("市大数据局", "聊城市大数据中心", "聊城"),
    ],
)
def test_bodies_alike_in_name_stay_apart(first: str, second: str, region: str) -> None:
    """A successor or a namesake is another body."""
    assert load_names().canonical(first, region) != load_names().canonical(second, region)


def test_regions_never_share_a_canonical_name() -> None:
    """市生态环境局 is 聊城's; its namesake's branch in 周村 is 区生态环境分局."""
    names = load_names()
    own, other = (set(known.values()) for known in (names.printed["周村"], names.printed["聊城"]))
    assert not own & other
    assert names.canonical("市生态环境局", "聊城") == "市生态环境局"


@pytest.mark.parametrize(
    ("question", "canonical"),
    [
        ("农机补贴是不是找发改委", ["区发展改革局"]),
        ("周村区人力资源和社会保障局电话", ["区人力资源社会保障局"]),
        ("交警队和财政局谁管", ["周村交警大队", "区财政局"]),
        ("劳动局还在吗", ["区人力资源社会保障局"]),
        ("家里旧冰箱换新", []),
    ],
)
def test_a_question_names_departments_in_everyday_words(question: str, canonical: list[str]) -> None:
    """Everyday and former names count, and names without 区."""
    assert [mention.canonical for mention in load_names().find(question, "周村")] == canonical


def test_without_a_region_both_namesakes_are_meant() -> None:
    """财政局 may be 周村's or 聊城's."""
    found = load_names().find("财政局电话")
    assert [(mention.region, mention.canonical) for mention in found] == [
        ("周村", "区财政局"),
        ("聊城", "市财政局"),
    ]


def test_a_body_is_named_by_the_shortest_of_what_it_is_called() -> None:
    """财政局 stands in 区财政局 and in 周村区财政局 too; other bodies have words of their own."""
    names = load_names()
    own, both = (names.called([("周村", "区财政局"), *more]) for more in ([], [("聊城", "市财政局")]))
    assert "财政局" in own & both
    assert not {"区财政局", "周村区财政局", "市财政局"} & {*own, *both}
    assert "财政局" not in names.called([("周村", "区发展改革局")])
    assert names.called([("周村", "某局")]) == set()


def test_every_department_of_the_corpus_is_in_the_table(catalog: Catalog) -> None:
    """Nothing printed as lead, responsible or support is unknown."""
    names = load_names()
    unknown = {
        duty.department
        for measure in catalog.measures
        for duty in measure.responsibilities
        if duty.role != "superior" and not names.is_known(duty.canonical, catalog.document_of(measure).region)
    }
    assert unknown == set()
