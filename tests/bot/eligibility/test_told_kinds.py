"""Comparisons that are for some kind of people, and what askers say of that kind."""

from datetime import date

import pytest

from bot.eligibility.checking import check
from bot.eligibility.spoken.asker_facts import facts_of
from corpus.records import Measure, Section, Validity

DAY = date(2026, 11, 30)
TIERS = (
    "补助对象：\n（一）65周岁以上经评估为中度以上失能的老人；\n"
    "（二）最低生活保障家庭或者低保边缘家庭中55周岁以上的老人。"
)


def told(text, question):
    """The verdict on each printed comparison, by its quote."""
    measure = Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())
    return {one.quote: one.met for one in check(measure, facts_of(question, DAY)) if one.said}


def test_who_is_of_none_of_the_households_meets_no_age_among_them():
    """58 is above 55, but the age is that of people of households which the asker says not to be."""
    answers = told(TIERS, "我娘58，家里不是低保也不是边缘户")
    assert not any(answers.values())


@pytest.mark.parametrize("said", ["我家是低保边缘户", "低保户"])
def test_who_is_of_one_of_them_meets_it(said):
    """One household of the list is enough."""
    answers = told(TIERS, f"我娘58，{said}")
    assert [met for quote, met in answers.items() if "55周岁" in quote] == [True]


def test_a_denial_is_quoted_with_what_it_denies():
    """Who is told 不符合 for 不是低保户 is not told that he said 低保户."""
    text = "补助对象：属于最低生活保障家庭的老人。"
    measure = Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())
    checks = check(measure, facts_of("我家不是低保户", DAY))
    assert [(one.met, one.said) for one in checks if one.said] == [(False, "不是低保户")]


MILLS = "烘干玉米、小麦秸秆80吨以上的农场，每吨奖补20元；烘干花生秸秆的，每吨奖补30元。"
SHOPS = "雇用店员5人以上，其中残疾人开办的，雇用店员2人以上的，给予补贴。"
STEPS = "自付1万元以上2万元以下的，补1000元；2万元以上4万元以下的，补3000元。"


def test_a_kind_that_the_text_names_elsewhere_has_no_figure_of_this_one():
    """For 花生 no tonnage is printed, so 20吨 of it fails none; 20吨 of 小麦 does."""
    assert [*told(MILLS, "我烘干了20吨花生秸秆，能奖补吗").values()] == [None]
    assert [*told(MILLS, "我烘干了20吨小麦秸秆，能奖补吗").values()] == [False]


def test_a_listed_kind_is_named_before_its_figure_is_met():
    """45亩 of 花卉 are none of the crops listed."""
    crops = "花卉按成本收费。种植玉米、大豆等粮食作物40亩以上的农户，可以领取奖励。"
    assert True not in told(crops, "我包了45亩地种花卉，能领吗").values()
    assert [*told(crops, "我种了45亩大豆，能领吗").values()] == [True]


def test_the_figure_of_some_among_all_is_met_by_none_of_the_others():
    """2 are enough for those among all who are named behind 其中 alone."""
    assert True not in told(SHOPS, "我是退役军人，雇用了2个店员").values()


def test_the_edge_of_two_steps_is_left_open():
    """20000 is the end of the one and the beginning of the other, as both are printed."""
    assert set(told(STEPS, "我自付正好2万元").values()) == {None}
    assert True in told(STEPS, "我自付3万元").values()


@pytest.mark.parametrize(
    "text", ["禁渔时段为每年3月1日至6月30日、9月10日至10月20日。", "不予登记：负责人变更未满2年的商户。"]
)
@pytest.mark.parametrize("question", ["5月3日能下网吗", "11月5日能下网吗", "负责人变更半年能登记吗"])
def test_bans_and_refusals_are_met_by_nobody(text, question):
    """Neither 符合 nor 不符合 is said of what must not be."""
    assert told(text, question) == {}


def test_a_price_of_one_is_no_amount():
    """一吨100块 tells what a ton costs and not that there is one."""
    assert told(MILLS, "小麦秸秆补贴一吨100块对吗") == {}


CHAIRS = "助浴椅限60至80周岁、肢体残疾二级的残疾人申请，每把400元。"
LIFTS = "9层至12层住宅每台补5万元，13层以上（含13层）住宅每台补7万元。"


@pytest.mark.parametrize(
    ("said", "met"),
    [("肢体二级残疾", True), ("肢体残疾三级", False), ("听力残疾二级", None), ("肢体残疾一级", None)],
)
def test_a_single_grade_is_met_by_itself_and_missed_by_lighter_ones(said, met):
    """Another kind of disability and a graver grade stay open."""
    verdicts = told(CHAIRS, f"我叔{said}，能申请助浴椅吗")
    assert [one for quote, one in verdicts.items() if "二级" in quote] in (
        [met],
        [] if met is None else [met],
    )


def test_a_range_of_floors_is_a_step():
    """10 is within 9 to 12 and below 13."""
    assert told(LIFTS, "我们楼10层，补多少")["9层至12层住宅每台补5万元"] is True


def test_a_degree_beside_a_figure_has_a_line_where_both_are_met():
    """Whoever is 83 and 重度失能 meets both; with the age missed the degree is not told."""
    text = "80周岁以上经评估为重度以上失能的老人，每月补贴300元。"
    assert [*told(text, "我爸83，评估是重度失能").values()] == [True, True]
    assert True not in told(text, "我爸73，评估是重度失能").values()
