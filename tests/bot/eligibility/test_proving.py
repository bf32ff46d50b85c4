"""What a figure has to show before a condition counts as met."""

from datetime import date

import pytest

from bot.eligibility import Fulfilment, check, facts_of
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity

AS_OF = date(2026, 11, 21)
BEDS = "对护理床位60张以上的养老机构，补助10万元。"
GOATS = "对存栏山羊200只以上的养殖场，补助5万元。"
CONTRACT = "对签订1年以上劳动合同的职工，补助500元。"
DEGREE = "对毕业未满5年的申请人，优先安排。"
ELDERS = "对具有河东区户籍且年满80周岁的老人，每月补助100元。"
COUNTY = "对具有河东区户籍、年满80周岁的老人，每月补助100元。"
WAREHOUSE = "对自有冷库库容1000立方米以上的企业，补助3万元。"


def told(text, question):
    """The checks of the conditions of a rule that the question tells of."""
    measure = Measure(
        "n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=conditions(text)
    )
    return [one for one in check(measure, facts_of(question, AS_OF)) if one.said]


def met(text, question):
    """The verdicts among them."""
    return [one.met for one in told(text, question) if one.met is not None]


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


def test_an_age_that_does_without_its_register_fits():
    """It is told so, and what is asked for beside it is left to the department."""
    (checked,) = told(COUNTY, "我爸82岁能领吗")
    assert checked.standing is Fulfilment.FITS
    assert checked.met is None
    assert checked.beside == ("具有河东区户籍",)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("我河东区户口，今年83岁", [True, True]),
        ("我是本区户口，今年83岁", [True, True]),
        ("我今年83岁", []),
        ("我83岁了，户口在外县", [False]),
    ],
)
def test_an_age_shows_nothing_of_a_register(question, shown):
    """Words that ask for both are met only by who names the register of the place too."""
    assert met(ELDERS, question) == shown


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("我妈户口在河东区，我82了，能领吗", []),
        ("我儿子是河东区户口，我82，能领吗", []),
        ("我爸81，我妈83，我妈户口在河东区，都能领吗", []),
        ("我妈82，户口在河东区，能领吗", [True, True]),
        ("户口在河西区，82了", [False]),
    ],
)
def test_the_register_of_another_is_nobody_else_s(question, shown):
    assert met(COUNTY, question) == shown


SHOPS = "持有营业执照，并且连续经营满一年的店铺，可以申请补贴，面积不少于20平方米。"
CHARGING = "对2026年6月30日前建成的充电设施，每个插口补助120元。"


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        (SHOPS, "我有执照，店开了两年", [True, True]),
        (SHOPS, "我妈有执照，店是我开的，开了两年", [True]),
        (SHOPS, "我有执照，合伙的没有", []),
        (SHOPS, "两间屋，一间12平一间10平", []),
        (SHOPS, "店面18平", [False]),
        (CHARGING, "充电桩2026年3月建成的", [True]),
        (CHARGING, "充电桩2026年6月开工建的", []),
        (CHARGING, "充电桩2026年9月才能建成", [False]),
    ],
)
def test_what_others_have_or_what_is_only_begun_proves_nothing(text, question, shown):
    """Nor is one of several rooms measured against what all of them may reach."""
    assert met(text, question) == shown


PERMIT = "对父母一方持有河东区居住证满8个月，并有营业执照的家庭，安排学位。"
SHOWS = "对民间剧团年演出80场以上的，奖励1万元。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (PERMIT, "居住证办了两年，没有营业执照，能报吗", []),
        (PERMIT, "居住证办了两年，营业执照也有，能报吗", [True]),
        (PERMIT, "我居住证才半年，孩子他爸的有两年，能报吗", []),
        (PERMIT, "我居住证才半年，能报吗", [False]),
        (COUNTY, "我爸82岁，户口在河西区，人住在河东区，能领吗", [False]),
        (COUNTY, "我爸82岁，河东区户口，能领吗", [True, True]),
        ("河东区户籍80周岁以上老人，每月补助100元。", "河东区户口，79了", [False]),
        ("河东区户籍80周岁以上老人，每月补助100元。", "河东区户口，81了", [True, True]),
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


TWO_KINDS = "城乡低保家庭或者特困供养的60周岁以上老年人，可以申请照料服务。"
MIXED = "对离校两年内高校毕业生、登记失业人员就业的，给予培训补贴。"
GRADES = "残疾等级为一级、二级的残疾人，每月补贴140元。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (TWO_KINDS, "我58，低保户，能申请不", [True, False]),
        (MIXED, "我离校三年了，能补吗", []),
        (GRADES, "我三级残疾，能领吗", [False]),
        (GRADES, "我二级残疾，能领吗", [True]),
        ("视力一级、二级残疾的，配发助视器。", "听力三级残疾，能配吗", []),
        ("减产达到三成以上的，由保险公司赔付。", "麦子减产两成五，赔吗", [False]),
        ("女性年满45周岁、男性年满55周岁的失业人员，可以应聘。", "我46女失业，能应聘不", [True]),
        ("女性年满45周岁、男性年满55周岁的失业人员，可以应聘。", "我男50，老婆43失业，她能应聘不", [False]),
    ],
)
def test_lists_grades_and_sexes_are_read_as_they_hang_together(text, question, expected):
    """An age counts for every kind before it; one kind of a list fails nobody; a sex goes with an age."""
    assert met(text, question) == expected


STOP = "应当于10月31日前提出报停申请的用户，按20%收取。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("十月二十号去报停，来得及不", [True]),
        ("十月二十号晚不晚", [True]),
        ("我十一月五号才想起来报停", [False]),
        ("我十月二十号搬走了，能报停吗", []),
        ("11月2号装修，能报停吗", []),
    ],
)
def test_a_day_of_the_year_is_of_what_its_clause_names(question, expected):
    """A day of something else says neither that it is in time nor that it is late."""
    assert met(STOP, question) == expected


def test_a_register_alone_does_not_meet_a_phrase_that_asks_for_more():
    """The words of the register are told to fit, and the rest of the phrase is not quoted with them."""
    (checked,) = told("河东区户籍居民入葬公益性公墓的，免收费用。", "俺爹河东区户口，墓穴要钱吗")
    assert checked.standing is Fulfilment.FITS
    assert checked.quote == "河东区户籍"


LOSS = "旱灾、雹灾、病虫害造成的损失率达到20%以上的，由保险公司赔付。"
ONCE = "10月15日前一次性缴清的用户，按98%收取。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (LOSS, "受了雹灾，损失三成，赔吗", [True]),
        (LOSS, "减产三成，赔吗", []),
        (LOSS, "减产一成半，赔吗", [False]),
        (ONCE, "十月十号一次交清了", [True]),
        (ONCE, "十月十号交的，打折吗", []),
    ],
)
def test_cause_and_manner_that_a_text_asks_for_have_to_be_told(text, question, expected):
    """A loss of any cause, or a sum paid in time in whatever way, leaves it open."""
    assert met(text, question) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("冷库库容300立方米以上的合作社，补助2万元。", "合作社的冷库能装400立方", [True]),
        ("女性年满45周岁的失业人员，可以申请认定。", "我女的，48，没工作，算就业困难人员不", [True]),
        ("年满55周岁的本村村民可以参加，年满75周岁的孤老免费。", "我52，能参加不", [False]),
        ("种植面积2亩以上；面积30亩以下的由村统一报。", "我种了1亩，能报吗", [False, True]),
        ("具有本县户籍满5年的，可以申请。", "我落户才4年", [False]),
        ("办理求职登记满20日的，可以申请。", "求职登记办了12天", [False]),
        ("男性年满55周岁的失业人员，可以申请。", "老公57，待业", [True]),
        ("社区成员不少于9户，其中困难户不少于3户。", "社区成员15户，其中一户是困难户", [True, False]),
        ("社区成员不少于9户，其中困难户不少于3户。", "社区15户，有困难户", [True]),
    ],
)
def test_what_is_told_in_other_words_is_compared(text, question, expected):
    """A capacity is what something can hold; a kind that is asked about is none that somebody says he is."""
    assert met(text, question) == expected
