"""What a figure has to show before a condition counts as met."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity

AS_OF = date(2026, 11, 21)
BEDS = "对护理床位60张以上的养老机构，补助10万元。"
GOATS = "对存栏山羊200只以上的养殖场，补助5万元。"
CONTRACT = "对签订1年以上劳动合同的职工，补助500元。"
DEGREE = "对毕业未满5年的申请人，优先安排。"
ELDERS = "对具有河东区户籍且年满80周岁的老人，每月补助100元。"
WAREHOUSE = "对自有冷库库容1000立方米以上的企业，补助3万元。"


def met(text, question):
    """The verdicts on the conditions of a rule that the question tells of."""
    measure = Measure(
        "n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=conditions(text)
    )
    return [one.met for one in check(measure, facts_of(question, AS_OF)) if one.said and one.met is not None]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (BEDS, "我们院护理床位有70张"),
        (GOATS, "栏里存栏山羊230只"),
        (CONTRACT, "去年在厂里签了两年的合同"),
        (DEGREE, "我毕业3年了，能申吗"),
        (DEGREE, "俺闺女毕业3年，她能申吗"),
        (WAREHOUSE, "公司自己的冷库，库容1300立方米"),
    ],
)
def test_a_figure_with_its_noun_proves(text, question):
    """The asker's own, of today, named."""
    assert met(text, question) == [True]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (BEDS, "我们院普通床位有70张"),
        (BEDS, "护理床位和普通床位加一块70张"),
        (BEDS, "原来护理床位有70张，后来撤了一层"),
        (BEDS, "护理床位70张，都撤了"),
        (BEDS, "护理床位商量着弄70张"),
        (GOATS, "对门存栏山羊300只，我家能补不"),
        (CONTRACT, "前年签过两年的合同"),
        (CONTRACT, "在甲厂乙厂签的合同加起来两年"),
        (DEGREE, "俺闺女毕业3年，我申毕业年限够吧"),
        (WAREHOUSE, "租的冷库，库容1300立方米"),
        (WAREHOUSE, "我们仓库有1300立方米"),
        (WAREHOUSE, "冷库库容1000立方米以上这条我们够吧"),
    ],
)
def test_what_is_not_shown_stays_open(text, question):
    """Another thing, a sum, somebody else's, gone, only talked of, or a figure of the text itself."""
    assert True not in met(text, question)


def test_a_part_of_a_sum_fails_nothing():
    """5个月 alone is not the answer where the question adds 7个月 to it."""
    asked = "在甲厂交了5个月社保，乙厂交了7个月，加一块12个月"
    assert met("对在本区连续缴纳社会保险满12个月的人员，给予补贴。", asked) == []


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("我河东区户口，今年83岁", [True]),
        ("我是本区户口，今年83岁", [True]),
        ("我今年83岁", []),
        ("我83岁了，户口在外县", []),
    ],
)
def test_an_age_shows_nothing_of_a_register(question, shown):
    """Words that ask for both are met only by who names the register of the place too."""
    assert met(ELDERS, question) == shown


PERMIT = "对父母一方持有河东区居住证满8个月，并有营业执照的家庭，安排学位。"
SHOWS = "对民间剧团年演出80场以上的，奖励1万元。"
COUNTY = "对具有河东区户籍、年满80周岁的老人，每月补助100元。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (PERMIT, "居住证办了两年，没有营业执照，能报吗", []),
        (PERMIT, "居住证办了两年，营业执照也有，能报吗", [True]),
        (PERMIT, "我居住证才半年，孩子他爸的有两年，能报吗", []),
        (PERMIT, "我居住证才半年，能报吗", [False]),
        (COUNTY, "我爸82岁，户口在河西区，人住在河东区，能领吗", []),
        (COUNTY, "我爸82岁，河东区户口，能领吗", [True]),
        (GOATS, "山羊租给别人养了230只", []),
        (GOATS, "存栏山羊230只，上个月改养鸡了", []),
        (BEDS, "护理床位有70张，办证的一部分", []),
        (SHOWS, "剧团两年演出了90场", []),
        (SHOWS, "剧团一年演出了90场", [True]),
    ],
)
def test_what_is_denied_or_of_another_place_leaves_it_open(text, question, expected):
    """Half of a sentence denied, one of two who do, a register by its own clause, what is gone."""
    assert met(text, question) == expected
