"""Which body a turn names: its own office, its own level and place, and none that no document has."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Status
from corpus.catalog import Catalog
from corpus.records import Document, Measure, Responsibility, Role, Section, Validity
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch


def document(number, region, *duties):
    """A document of a region whose rows each give one department, office and phone something to do."""
    unstated = Validity(None, None, "")
    measures = tuple(
        Measure(
            id=f"{number}#{item}",
            document=number,
            item=str(item),
            heading=(),
            text=f"{name}办理事项{item}。",
            sections=(Section("事项", f"{name}办理事项{item}。"),),
            responsibilities=(Responsibility(name, name, Role.LEAD, office=office, phone=phone),),
            validity=unstated,
            applies=True,
            applies_basis=None,
            deadline=None,
        )
        for item, (name, office, phone) in enumerate(duties, 1)
    )
    return Document(number, f"{region}事项表", "", region, date(2026, 5, 1), unstated, ("a",), measures)


CATALOG = Catalog(
    (
        document(
            "周某发〔2026〕1号",
            "周村",
            ("区财政局", "预算科", "6100001"),
            ("区民政局", "社会救助科", "6100002"),
            ("大街街道办事处", "民政所", None),
            ("王村镇人民政府", "党政办", "6100004"),
            ("区政府办公室", None, None),
            ("区残联", "办公室", "6100006"),
        ),
        document("青某发〔2026〕1号", "青禾县", ("县财政局", "国库股", "5550001"), ("省财政厅", None, None)),
    ),
    "d",
)


def said(words, region=None, query=None, catalog=CATALOG):
    """What one turn is answered, in a talk that finds nothing."""
    search = FakeSearch(FakeFinding(query=query or FakeQuery()))
    return turns_over(catalog, search)(words, region=region)


@pytest.mark.parametrize("words", ["县财政局电话", "青禾县财政局电话", "/dept 县财政局"])
def test_a_body_that_only_an_added_document_prints_is_found_by_its_level(words):
    """县财政局 is no 区财政局, whichever of them the table of names knows."""
    text = said(words).text
    assert "5550001" in text
    assert "6100001" not in text


def test_a_short_name_is_that_of_the_place_where_the_asker_is():
    """财政局 is in both; 民政局 is printed in one alone, and the other is told that it has none."""
    assert "5550001" in said("财政局电话", "青禾县").text
    assert "6100001" in said("财政局电话", "周村").text
    none = said("民政局电话", "青禾县")
    assert none.status is Status.NOT_COVERED
    assert "青禾县民政局" in none.text


def test_a_short_name_without_a_place_asks_which_one():
    """No phones of two places in one list."""
    answer = said("财政局电话")
    assert answer.status is Status.CLARIFY
    assert [option.label for option in answer.options] == ["区财政局（周村）", "县财政局（青禾县）"]
    assert "5550001" in said(answer.options[1].says, query=FakeQuery(regions=("青禾县",))).text


@pytest.mark.parametrize("words", ["大街街道民政所电话", "大街街道办电话", "大街街道办事处电话"])
def test_a_body_without_a_phone_is_told_so_and_no_other_bodys_is_given(words):
    """民政所 in its name is not the district's 民政局."""
    answer = said(words)
    assert answer.status is Status.NOT_COVERED
    assert "大街街道办事处" in answer.text


@pytest.mark.parametrize(
    "words", ["丝绸路街道办电话", "南郊镇派出所电话", "省财政厅电话", "淄博市财政局电话", "高新区财政局电话"]
)
def test_a_body_of_another_level_or_place_that_nothing_prints_is_told_so(words):
    """It is looked for nowhere else."""
    answer = said(words)
    assert answer.status is Status.NOT_COVERED
    assert f"没有印{words.removesuffix('电话')}的电话" in answer.text


def test_a_body_of_a_place_without_documents_is_told_so():
    """As it is behind /dept."""
    assert "没有张店的部门" in said("张店区财政局电话", query=FakeQuery(elsewhere=("张店",))).text


def test_the_office_in_a_name_is_no_office_of_somebody_else():
    """办公室 ends 区政府办公室 and is an office of 区残联."""
    assert "共1项" in said("区政府办公室有哪些任务").text
    assert "6100006" in said("区残联办公室电话").text


def test_an_office_that_nothing_prints_gives_the_desks_of_its_own_body():
    """国库科 is nobody's here; the bureau is."""
    assert "6100001" in said("区财政局国库科电话").text


def test_the_government_of_a_town_is_found_under_its_everyday_names():
    """政府 for 人民政府; a town in which something holds is not its government."""
    assert "6100004" in said("王村镇政府电话").text
    assert "共1项" in said("王村镇人民政府有哪些任务").text
    assert "共1项" not in said("王村镇有哪些政策").text


def test_a_document_that_is_one_item_has_no_empty_brackets_in_a_list():
    """Its item has no name; others have theirs."""
    whole = document("周某发〔2026〕2号", "周村", ("区民政局", None, None))
    measures = (replace(whole.measures[0], item="全文", id="周某发〔2026〕2号#全文"),)
    text = said("/dept 区民政局", catalog=Catalog((replace(whole, measures=measures),), "d")).text
    assert "1. 〔牵头〕区民政局办理事项1" in text
    assert "（）" not in text
    assert "（第2项）" in said("/dept 区民政局").text


SHORT = Catalog(
    (
        document(
            "周某发〔2026〕3号",
            "周村",
            ("区城市管理服务中心", None, "6100031"),
            ("周村区公共就业人才服务中心", None, "6100032"),
            ("区住房保障中心", "综合科", "6100033"),
            ("周村区清泉水务公司", None, "6100035"),
            ("东铺村", "协办员", "6100036"),
            ("西铺村", None, None),
        ),
        document("周某发〔2026〕4号", "周村区王村镇", ("凤阳社区", None, "6100037")),
    ),
    "s",
)


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("城管中心电话", "6100031"),
        ("周村就业中心电话", "6100032"),
        ("就业服务中心电话多少", "6100032"),
        ("清泉水务公司电话", "6100035"),
        ("水务公司电话", "6100035"),
        ("东铺村的协办员电话", "6100036"),
        ("东铺村村委会电话", "6100036"),
        ("凤阳社区电话", "6100037"),
        ("凤阳社区居委会电话", "6100037"),
    ],
)
def test_a_body_is_found_by_a_few_characters_of_its_name(words, phone):
    """Those characters in their order, ending alike; a village or community by its committee too."""
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    say = turns_over(SHORT, search)
    text = say(words, region="周村").text
    assert phone in text
    assert text.count("61000") == 1


@pytest.mark.parametrize("words", ["西铺村电话", "西铺村村委会电话"])
def test_a_village_without_a_phone_is_told_so(words):
    """No other village's."""
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    say = turns_over(SHORT, search)
    answer = say(words, region="周村")
    assert answer.status is Status.NOT_COVERED
    assert "没有印西铺村的电话" in answer.text


COUNTY = Catalog(
    (
        document(
            "青某发〔2026〕2号",
            "青禾县",
            ("县残联", "康复股", "5550021"),
            ("青禾县残疾人联合会", None, None),
            ("县卫生健康局", "人口股", "5550022"),
            ("青禾县农业农村局", None, None),
            ("县农业农村局", "种植股", "5550023"),
            ("县委组织部", "人才工作股", "5550024"),
            ("县市场监督管理局", "生产股", "5550025"),
            ("县人力资源和社会保障局", "就业股", "5550026"),
            ("县医疗保障局", "待遇股", "5550027"),
        ),
        document("周某发〔2026〕5号", "周村", ("区残联", None, "6100061"), ("区卫生健康局", None, "6100062")),
    ),
    "c",
)


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("残联电话", "5550021"),
        ("县残疾人联合会电话", "5550021"),
        ("青禾县残联电话", "5550021"),
        ("残联康复股电话", "5550021"),
        ("卫健局电话", "5550022"),
        ("县卫健局电话多少", "5550022"),
        ("青禾县农业农村局电话", "5550023"),
        ("组织部人才股电话", "5550024"),
        ("青禾县市场监管局电话", "5550025"),
        ("人社局电话", "5550026"),
    ],
)
def test_a_body_is_told_under_each_name_that_it_has(words, phone):
    """With its region, its level or neither, for short or in full; never that of another place."""
    regions = ("青禾县",) if "青禾" in words else ()
    text = said(words, "青禾县", FakeQuery(regions=regions), COUNTY).text
    assert phone in text
    assert "没有印" not in text
    assert "61000" not in text


def test_a_name_that_fits_two_bodies_is_none_of_them():
    """保障局 may be that of labour or of medical care."""
    answer = said("县保障局电话", "青禾县", catalog=COUNTY)
    assert "5550026" not in answer.text
    assert "5550027" not in answer.text


@pytest.mark.parametrize("words", ["青禾小区想成立业委会，电话", "南郊镇要换届选举居委会，电话"])
def test_what_somebody_does_is_no_body(words):
    """The search looks for who does it."""
    assert "没有印" not in said(words).text


TWO_DISTRICTS = Catalog(
    (
        document("周某发〔2026〕1号", "周村", ("区财政局", None, "6100001"), ("区商务局", None, "6100009")),
        document("沾某发〔2026〕1号", "沾化区", ("区财政局", None, "7320001"), ("区商务局", None, None)),
    ),
    "d",
)


@pytest.mark.parametrize("words", ["沾化财政局电话", "沾化区财政局电话", "沾化的财政局电话"])
def test_a_place_is_named_without_its_level(words):
    """沾化 in front of 财政局 says whose it is, and is no matter of its own."""
    query = FakeQuery(regions=("沾化区",))
    assert "7320001" in said(words, query=query, catalog=TWO_DISTRICTS).text


@pytest.mark.parametrize("words", ["沾化区商务局电话", "沾化商务局电话"])
def test_a_body_of_the_same_name_elsewhere_gives_no_phone(words):
    """区商务局 of 周村 is another one, in the directory and in the texts."""
    query = FakeQuery(regions=("沾化区",))
    answer = said(words, query=query, catalog=TWO_DISTRICTS)
    assert answer.status is Status.NOT_COVERED
    assert "6100009" not in answer.text


def test_the_next_body_is_that_of_the_place_talked_about():
    """商务局呢 after 沾化财政局电话 is no 商务局 of 周村."""
    places = {"沾化财政局电话": FakeQuery(regions=("沾化区",))}

    class ByWords(FakeSearch):
        """Reads the place in the words of the first turn alone."""

        def search(self, question, **limits):
            found = super().search(question, **limits)
            return replace(found, query=places.get(question, FakeQuery()))

    say = turns_over(TWO_DISTRICTS, ByWords(FakeFinding()))
    first, second = (say(words) for words in ("沾化财政局电话", "商务局呢"))
    assert "7320001" in first.text
    assert "6100009" not in second.text


@pytest.mark.parametrize("words", ["沾化区商务局在哪", "沾化区商务局在啥地方"])
def test_where_a_body_is_is_not_answered_by_its_having_no_phone(words):
    """The texts may print the street; without any the search refuses."""
    answer = said(words, query=FakeQuery(regions=("沾化区",)), catalog=TWO_DISTRICTS)
    assert "没有印" not in answer.text
