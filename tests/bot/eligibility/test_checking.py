"""Eligibility: the asker's figures beside the conditions of real measures, read in the source."""

from datetime import date

import pytest

from bot.eligibility.checking import Fulfilment, check, needs
from bot.eligibility.spoken.asker_facts import AskerFacts, facts_of
from corpus.records import Condition, Measure, Section, Validity

DAY = date(2024, 9, 1)


def measure(text, *conditions):
    """A measure of one text with its conditions."""
    section = Section("", text)
    return Measure("甲#1", "甲", "1", (), text, (section,), (), Validity(), conditions=conditions)


def bound(quantity, op, value, unit, text):
    return Condition("threshold", quantity, op, value, unit, text)


# 周政办字〔2024〕11号 第1项
MACHINES = measure(
    "对相应设购置费用（单项设备购置费用10万元以上，且总额不低于1000万元），按最高不超过10%的比例，单户企业最高支持500万元。",
    bound("单项设备购置费用", ">=", 10.0, "万元", "单项设备购置费用10万元以上"),
    bound("总额", ">=", 1000.0, "万元", "总额不低于1000万元"),
    Condition("rate", "比例", "<=", 10.0, "%", "按最高不超过10%的比例"),
    Condition("cap", "单户企业", "<=", 500.0, "万元", "单户企业最高支持500万元"),
)
# 周政办字〔2024〕11号 第28项
LOGISTICS = measure(
    "鼓励物流企业发展壮大，对2023年实现营业收入3000万元以上的新增纳统企业，且2024年营业收入同比增长15%以上的，择优给予10万元一次性补助。",
    bound("营业收入", ">=", 3000.0, "万元", "营业收入3000万元以上"),
    bound("营业收入同比增长", ">=", 15.0, "%", "营业收入同比增长15%以上"),
)
# 周村2022稳中求进清单 第51项
JOBS = measure(
    "农村大龄人员(45-65周岁)等群体;城镇大龄失业人员(女性45周岁以上、男性55周岁以上至法定退休年龄)等群体。",
    bound("农村大龄人员", "in", "45-65", "周岁", "农村大龄人员(45-65周岁)"),
    bound("女性", ">=", 45.0, "周岁", "女性45周岁以上"),
    bound("男性", ">=", 55.0, "周岁", "男性55周岁以上"),
)
# 聊政发〔2021〕7号 二（十二）
PERMIT = measure(
    "工程投资额在100万元以下（含）或者建筑面积在500平方米以下（含）的房屋建筑和市政基础设施工程，可以不申请办理施工许可证。",
    bound("工程投资额", "<=", 100.0, "万元", "工程投资额在100万元以下（含）"),
    bound("建筑面积", "<=", 500.0, "平方米", "建筑面积在500平方米以下（含）"),
)
# 聊政发〔2021〕7号 十八（一）
FOREIGN = measure(
    "对外商投资企业当年实际利用外资金额1亿元人民币（不含）以下的，按实际利用外资额的1.5%予以奖励；当年实际利用外资1亿元人民币（含）以上的，按5%予以奖励。",
    bound(
        "外商投资企业当年实际利用外资金额",
        "<",
        1.0,
        "亿元人民币",
        "外商投资企业当年实际利用外资金额1亿元人民币（不含）以下",
    ),
    bound("当年实际利用外资", ">=", 1.0, "亿元人民币", "当年实际利用外资1亿元人民币（含）以上"),
)
# 周政办字〔2020〕31号 一（三）
OLD_HOUSES = measure(
    "老旧小区是指2005年12月31日前在城市或县城国有土地上建成，失养失修失管严重的住宅小区。",
    Condition("date", "建成", "<=", "2005-12-31", "", "2005年12月31日前在城市或县城国有土地上建成"),
)


def met(asked, question, as_of=DAY):
    """For each condition whether it is met."""
    return [found.met for found in check(asked, facts_of(question, as_of))]


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        (MACHINES, "每台十五六万，总共投1200万", [True, True, None, None]),
        (MACHINES, "每台8万，一共900万元", [False, False, None, None]),
        (MACHINES, "单台10万", [True, None, None, None]),
        (PERMIT, "要盖个480平米的小仓库，造价90万", [True]),
        (PERMIT, "要盖个500平方米的仓库，造价一百二十万", [True]),
        (PERMIT, "要盖个700平方米的仓库，造价一百二十万", [False]),
        (PERMIT, "要盖个700平方米的仓库，造价还没算", [None]),
        (FOREIGN, "今年实际到账外资8000万元人民币", [True, None]),
        (FOREIGN, "今年实际到账外资1亿元", [None, True]),
        (OLD_HOUSES, "我们小区2003年建成的", [None]),
        (OLD_HOUSES, "我们城里的小区2003年建成的", [True]),
        (OLD_HOUSES, "我们小区2006年盖的", [False]),
        (OLD_HOUSES, "我们小区在国有土地上，2005年12月盖的", [True]),
    ],
)
def test_figures_are_set_beside_the_conditions_of_their_quantity(asked, question, expected):
    """含 and 不含 count; 或者 makes two conditions one; of two steps the other one is not for the asker.

    Rates and caps are what is given and are never met or missed.
    """
    assert met(asked, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年营收3600万，今年营收涨了两成", [True, True]),
        ("去年营收3600万", [True, None]),
        ("2022年营收3600万", [None, None]),
        ("营收2900万", [False, None]),
    ],
)
def test_a_figure_of_another_year_than_the_condition_s_is_not_compared(question, expected):
    """The measure looks at the income of 2023 and the growth of 2024; it is asked in 2024."""
    assert met(LOGISTICS, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我是本科，33岁", [True, True]),
        ("我是硕士，33岁", [True, True]),
        ("33岁博士", [True, True]),
        ("我是博士，41岁", [True, False]),
        ("我是大专，33岁", [False, None]),
    ],
)
def test_who_stands_above_a_grade_is_among_those_from_it_on(question, expected):
    """本科及以上学历 are 硕士 and 博士 too, whose age then counts; 大专 are not concerned."""
    asked = measure(
        "（一）全日制本科及以上学历，年龄不超过40周岁；",
        bound("年龄", "<=", 40.0, "周岁", "年龄不超过40周岁"),
    )
    assert met(asked, question) == expected


def test_last_year_of_a_later_question_is_not_the_condition_s_year():
    """去年 asked in 2026 is 2025, of which the measure says nothing."""
    assert met(LOGISTICS, "去年营收3600万", date(2026, 11, 21)) == [None, None]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我52岁，农村户口", [Fulfilment.MEETS, Fulfilment.OTHERS, Fulfilment.OTHERS]),
        ("我44岁，农村户口", [Fulfilment.FAILS, Fulfilment.OTHERS, Fulfilment.OTHERS]),
        ("我47岁，女，城镇户口", [Fulfilment.OTHERS, Fulfilment.MEETS, Fulfilment.OTHERS]),
        ("我50岁，男，城镇户口", [Fulfilment.OTHERS, Fulfilment.OTHERS, Fulfilment.FAILS]),
        ("我52岁", [Fulfilment.UNKNOWN, Fulfilment.UNKNOWN, Fulfilment.UNKNOWN]),
    ],
)
def test_a_condition_for_a_group_is_compared_for_who_says_to_belong_to_it(question, expected):
    """农村大龄人员 from 45 to 65, 城镇大龄失业人员 from 45 or 55; others are not concerned."""
    assert [found.standing for found in check(JOBS, facts_of(question, DAY))] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("造价100万左右", None),
        ("造价80万左右", True),
        ("造价超过100万，面积600平", False),
        ("造价超过100万", None),
        ("造价不到100万", True),
        ("造价超过80万", None),
    ],
)
def test_an_open_figure_decides_only_what_holds_for_all_of_it(question, expected):
    """工程投资额在100万元以下（含）或者建筑面积在500平方米以下（含）."""
    assert met(PERMIT, question)[0] is expected


def test_contradicting_figures_leave_it_open():
    """One machine of 8万 and one of 12万: the condition of 10万 is met by one of them only."""
    assert met(MACHINES, "有的每台8万，有的每台12万")[0] is None


def test_the_quote_is_the_condition_with_the_words_before_it():
    """So that the year of 营业收入3000万元以上 is read with it."""
    first, second = check(LOGISTICS, AskerFacts())
    assert first.quote == "对2023年实现营业收入3000万元以上"
    assert second.quote == "且2024年营业收入同比增长15%以上"


def test_without_facts_nothing_is_met_or_missed():
    """No figure, no verdict."""
    assert met(MACHINES, "换设备有补贴吗") == [None] * 4


def test_a_measure_tells_which_figures_it_takes():
    """One need for each quantity that is compared, none for what is given."""
    assert [(need.name, need.unit) for need in needs(MACHINES)] == [
        ("单台（套）设备价格", "元"),
        ("设备购置总额", "元"),
    ]
    assert [need.name for need in needs(JOBS)] == ["年龄"]
    assert [(need.name, need.unit) for need in needs(OLD_HOUSES)] == [("建成时间", "日期")]


@pytest.mark.parametrize(
    "text",
    [
        "即将年满60周岁的老年朋友，可提前2个月办理。",
        "将要年满60周岁的老人可以先登记。",
        "快满60周岁的老人可以先登记。",
        "将于年内满60周岁的老人可以先登记。",
    ],
)
@pytest.mark.parametrize("question", ["我爸65岁了能办吗", "我妈59岁能办吗"])
def test_what_is_still_to_come_is_not_compared(text, question):
    """Who is 65 is not about to be 60; of who is 59 nobody knows how soon."""
    checks = check(measure(text), facts_of(question, DAY))
    assert not any(one.standing in (Fulfilment.MEETS, Fulfilment.FAILS) for one in checks)


def test_words_that_hand_something_on_are_not_what_is_to_come():
    """将 before an object: the sum is compared."""
    checks = check(measure("将单台价值10万元以上的设备纳入补贴。"), facts_of("设备单台20万", DAY))
    assert [one.standing for one in checks] == [Fulfilment.MEETS]


@pytest.mark.parametrize(
    ("text", "question", "met"),
    [
        ("新就业无房职工毕业未满5年的，可以申请。", "毕业6年了能申请吗", False),
        ("新就业无房职工毕业未满5年的，可以申请。", "毕业3年能申请吗", True),
        ("没有住房的家庭人均月收入低于3200元的，可以申请。", "人均月收入4000能申请吗", False),
    ],
)
def test_what_somebody_lacks_turns_no_figure_behind_him_around(text, question, met):
    """无房 is said of the 职工, and not of their five years."""
    (compared,) = [one for one in check(measure(text), facts_of(question, DAY)) if one.said]
    assert compared.met is met


def standings_of(text, question, day=DAY):
    """How an asker stands to each condition of a text that the question tells of, by its figure."""
    given = check(measure(text), facts_of(question, day))
    return [(one.standing.value, one.said) for one in given if one.said]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (
            "身高1.3米（含）以下或者6周岁（含）以下的儿童免费入园。",
            "儿子1米35，7岁，要票不",
            [("fails", "1米35、7岁")],
        ),
        (
            "身高1.3米（含）以下或者6周岁（含）以下的儿童免费入园。",
            "闺女一米二，7岁，要票不",
            [("meets", "一米二、7岁")],
        ),
        ("每名家长最多带2名儿童入园。", "我带着三个孩子", [("fails", "三个")]),
        ("每名家长最多带2名儿童入园。", "我和我妈带着三个孩子", [("unknown", "三个")]),
        ("2年内无偿献血累计达到800毫升以上的，免费乘车。", "近两年献血一共600毫升", [("fails", "600毫升")]),
        ("首次免疫应当在羔羊满4月龄时进行。", "小羊生下来三个月，能打头针不", [("fails", "三个月")]),
    ],
)
def test_heights_volumes_and_counts_that_are_told_in_speech_are_compared(text, question, expected):
    """一米三五 is 1.35 m; whoever brings some is held to the count that one may bring."""
    assert standings_of(text, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("7月2号登的记，现在申请还来得及吗", [("fails", "7月2号")]),
        ("8月20号登记的，今天去申请晚不晚", [("meets", "8月20号")]),
        ("7月2号交的申请，现在来得及吗", []),
        ("7月2号登的记，申请要啥材料", []),
        ("12月2号登记，现在来得及吗", []),
    ],
)
def test_a_day_is_set_beside_the_days_within_which_something_has_to_follow(question, expected):
    """Counted from the event of the text up to the day of the question, where that is asked for."""
    assert standings_of("申请人应当在登记之日起60日内提出申请。", question) == expected


def test_a_day_of_handing_in_is_set_beside_a_closing_day():
    """材料 and 交 are what a day of application is about."""
    text = "奖项的申报截止时间为每年度的8月31日。"
    assert standings_of(text, "我们9月3号才交材料，晚了没") == [("fails", "9月3号")]
    assert standings_of(text, "我们9月3号搬的家，晚了没") == [("unknown", "9月3号")]
    assert standings_of(text, "老人9月3号去世的，晚了没") == [("unknown", "9月3号")]


def test_whoever_is_short_of_a_step_is_told_that_he_does_not_reach_it():
    """Beside the step that he has reached."""
    text = "年满65周岁的老年人免费；年满60周岁不满65周岁的老年人半价。"
    assert standings_of(text, "我满65差俩月") == [("fails", "满65差俩月"), ("meets", "满65差俩月")]
    assert standings_of(text, "我差三年65") == [("fails", "差三年65"), ("meets", "差三年65")]
    assert standings_of(text, "我62，全免还差几岁") == [("fails", "62"), ("meets", "62")]
    assert standings_of(text, "我62，能半价不") == [("meets", "62")]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("累计缴纳失业保险费满36个月的，可以申领。", "下岗大半年了，能领不", [("unknown", "半年")]),
        ("新建大棚连片20亩以上的，给予补助。", "一个棚一亩半，三十个棚连成片", [("unknown", "一亩半")]),
        ("登记时间为2024年8月1日至8月10日。", "孩子2018年5月的，能登记不", []),
        ("2018年8月31日前出生的儿童可以报名。", "孩子2018年5月的，能报名不", [("meets", "2018年5月")]),
        (
            "残疾等级为一级、二级的残疾人，以及三级听力残疾人，免费改造。",
            "三级听力残疾，能改不",
            [("unknown", "三级")],
        ),
        (
            "残疾等级为一级、二级的残疾人，以及三级听力残疾人，免费改造。",
            "四级听力残疾，能改不",
            [("fails", "四级")],
        ),
        ("在职职工50人以上的企业可以申请培训补贴。", "我们公司招了6个大学生，能申请不", []),
    ],
)
def test_a_figure_of_something_else_fails_nothing(text, question, expected):
    """Being out of work is no paying, one of many pieces no whole, a birth no day for doing something."""
    assert standings_of(text, question) == expected


BY_SIZE = "企业上年度能耗上升率不高于3%；从业人员20人以下的企业，上升率不高于9%。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我们企业15人，能耗上升率6%", [("meets", "15人"), ("meets", "6%")]),
        ("我们企业80人，能耗上升率6%", [("fails", "6%")]),
        ("能耗上升率6%", [("unknown", "6%"), ("unknown", "6%")]),
    ],
)
def test_the_measure_for_those_of_a_size_is_not_held_against_others(question, expected):
    """Who is small enough has his own; nobody fails by his size."""
    assert standings_of(BY_SIZE, question) == expected


def test_a_point_on_another_benefit_fails_nothing():
    """三级 does not miss what the point on 护理补贴 asks for where 生活补贴 is asked about."""
    text = "1.困难生活补贴：低保家庭中的残疾人。\n2.重度护理补贴：残疾等级为一级、二级的残疾人。"
    assert standings_of(text, "三级残疾，困难生活补贴能领不") == []
    assert standings_of(text, "三级残疾，重度护理补贴能领不") == [("fails", "三级")]


def test_a_row_of_a_table_fails_nobody_and_is_quoted_by_its_comparison_alone():
    """It is for those of the row; cells that stand apart are not run together."""
    text = "人员 个人 政府 说明\n成年人 400 600 年满18周岁\n学生 300 700 在校"
    assert [one.standing.value for one in check(measure(text), facts_of("我孙子9岁", DAY)) if one.said] == []
    (met,) = [one for one in check(measure(text), facts_of("我今年30岁", DAY)) if one.said]
    assert (met.standing.value, met.quote) == ("meets", "满18周岁")
