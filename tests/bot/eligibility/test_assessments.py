"""Whole texts of invented measures beside what people say of themselves."""

from datetime import date

import pytest

from bot.eligibility import Fulfilment, check, facts_of
from bot.rendering.condition_lines import comparison
from corpus.records import Document, Measure, Section, Validity

DAY = date(2025, 11, 1)
ORPHANS = "一、助养金。未满16周岁的孤儿，每人每月1200元；已满16周岁仍在技工学校就读的，可继续领取。"
MACHINES = "三、设备奖补。设备投资额300万元以上的企业，按7%奖补，瞪羚企业不受300万元限制。"
TRADE = "四、换新。报废国四及以下排放标准燃油货车，购买新能源货车的，补2万元；"
TRADE += "报废国三及以下排放标准燃油货车，购买3.0升及以下排量燃油货车的，补1万元。"
DUES = "五、纳统。批发业、零售业企业，年营业收入分别达到3000万元、800万元以上的，奖励2万元。"
GROWERS = "六、大户。水稻、油菜种植面积均在40亩以上的，列为大户。"
HIRING = "七、带动就业。除投资人外吸纳就业5人以上的，补贴2万元。"
MEANS = "八、救助。月人均收入低于900元，名下没有价值5万元以上的机动车的，可以申请。"
CARE = "十、照护。年满75周岁且生活不能自理的老年人，可以申请；年满90周岁的，不受自理情况限制。"
PARKING = "十一、停车。停放30分钟以内不收费；超过2小时的，每增加1小时加收1元。"
TOOLS = "十二、仪器。更新购置一批仪器设备，单台价格50万元以上。及时淘汰老旧设备。"
SCHOOL = "十三、招生。招收年满6周岁的适龄儿童。不招收未满6周岁的儿童。"
CRECHE = "十四、托育。本园不接收未满3周岁的幼儿。"
HOURS = "十五、用工。未满16周岁的人员不录用。"
EXTRA = "十六、养老补贴。每人每月80元；年满90周岁的，每人每月另加50元。"
MORE = "十七、护理补贴。每人每月120元，其中满80周岁的再增加30元。"
SCALE = "九、突破奖。年营业收入首次突破3亿元、6亿元的，奖励10万元、30万元。"


def measure(text, item="1"):
    """A measure of one text."""
    return Measure(f"甲#{item}", "甲", item, (), text, (Section("", text),), (), Validity())


def verdicts(text, question):
    """For each condition that the question says something of: its figures and whether they are met."""
    return {one.said: one.met for one in check(measure(text), facts_of(question, DAY)) if one.said}


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (MACHINES, "我们是瞪羚企业，设备投资180万", {"180万": None}),
        (MACHINES, "设备投资180万", {"180万": False}),
        (TRADE, "国四的柴油货车报废了，买台2.8升的柴油货车", {"国四": False}),
        (TRADE, "国三的柴油货车报废了，买台2.8升的柴油货车", {"国三": True, "2.8升": True}),
        (DUES, "零售店，年营收900万", {"900万": True}),
        (DUES, "批发公司，年营收900万", {"900万": False}),
        (DUES, "年营收900万", {"900万": None}),
        (GROWERS, "水稻60亩，油菜30亩", {"60亩、30亩": False}),
        (GROWERS, "水稻和油菜各50亩", {"50亩": True}),
        (HIRING, "连我自己一共5个人", {"5个人": False}),
        (MEANS, "月人均收入700，有台值8万的小车", {"700": True, "8万": False}),
        (SCALE, "今年营收头一回过了4亿，去年2.5亿", {"4亿、2.5亿": True}),
        (SCALE, "去年营收4亿，今年5亿", {"4亿、5亿": None}),
        (CARE, "我爸73卧床，能申请吗", {"73": False}),
        (PARKING, "停了20分钟收费吗", {"20分钟": True}),
        (TOOLS, "学校仪器单台30万能支持吗", {"30万": False}),
        (PARKING, "停车三个小时收多少钱", {}),
        (SCHOOL, "孩子五岁半", {"五岁半": False}),
        (SCHOOL, "孩子7岁能上吗", {"7岁": True}),
        (CRECHE, "娃两岁半行吗", {}),
        (HOURS, "我15岁行吗", {}),
        (EXTRA, "我70岁能领吗", {}),
        (EXTRA, "我妈91岁能领吗", {"91岁": True}),
        (MORE, "我爸70岁能领吗", {}),
    ],
)
def test_a_verdict_is_of_the_branch_of_the_asker(text, question, expected):
    """Lifted, respective, of each, beside oneself, negated, for the first time."""
    answers = verdicts(text, question)
    assert {said: answers.get(said) for said in expected or answers} == expected


def test_a_threshold_whose_other_side_is_named_is_not_failed():
    """未满16周岁 stays open for who is 17: 已满16周岁仍…就读 is for him."""
    facts = facts_of("17岁的孤儿，在技工学校读书，还发吗", DAY)
    assert [one.met for one in check(measure(ORPHANS), facts)] == [None, True]
    facts = facts_of("17岁的孤儿，还发吗", DAY)
    assert [one.met for one in check(measure(ORPHANS), facts)] == [None]


def test_a_total_is_no_price_of_one():
    """单台 and 一共 are never compared."""
    text = "单台设备价格20万元以上，且设备购置总额不低于500万元的，给予奖补。"
    assert verdicts(text, "设备一共花了600万") == {"600万": True}
    assert verdicts(text, "每台30万") == {"30万": True}


def test_of_steps_the_reached_one_is_told():
    """4亿 of 3亿元 and 6亿元 is the step 3亿元."""
    (found,) = [one for one in check(measure(SCALE), facts_of("今年营收首次到4亿", DAY)) if one.said]
    assert found.step == "3亿元"


def test_another_article_may_lift_a_condition():
    """第二条 is lifted by what 第三条 says of it."""
    base = measure("第二条 上年度营业收入1000万元以上的，可以申报。", "第二条")
    other = measure("第三条 专精特新企业不受第二条限制。", "第三条")
    document = Document("甲", "甲", "甲", "甲", None, Validity(), (), (base, other))
    facts = facts_of("专精特新企业，上年度营收700万", DAY)
    alone, within = (check(base, facts, document=one) for one in (None, document))
    assert [one.met for one in alone] == [False]
    assert [one.met for one in within] == [None]


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("一、补助。购置非机动的喷药机5台以上的，补助3000元。", "买了8台机动喷药机", "8台"),
        ("一、奖励。年销售收入达到2亿元的酱菜企业，奖励5万元。", "酱菜企业，总资产3亿", "3亿"),
        ("一、奖励。三年内制定地方标准4项以上的，奖励2万元。", "地方标准五年定了4项", "4项"),
        (
            "一、奖补。设备投资额达到100万元的，奖补5%。单台价格低于3万元的设备不计入。",
            "买了50台设备，单价2.5万，设备投资125万",
            "125万",
        ),
        (
            "一、补助。购置粮食烘干机3台以上的，补助5000元。二手机、组装机除外。",
            "收了4台二手粮食烘干机",
            "4台",
        ),
        ("一、奖励。日均加工量达到50吨的，奖励2万元。", "一个月加工60吨", "60吨"),
        ("一、奖励。年作业面积不少于900亩的，补2000元。", "两年作业了1000亩", "1000亩"),
    ],
)
def test_what_is_of_something_else_is_never_met(text, question, said):
    """Another kind, sum, time or part than the text counts: nothing is said, or that it is for others."""
    assert verdicts(text, question).get(said) is None


def test_a_wider_figure_for_some_who_have_no_name_here_leaves_a_missed_one_open():
    """Growers of herbs may be meant; on 3亩 both are missed."""
    text = "一、连片补助。连片15亩以上的，每亩补助100元。种植药材的，连片5亩以上即可。"
    assert verdicts(text, "连片8亩")["8亩"] is None


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("冷库库容不低于200立方米的，补助5万元。", "冷库400方", {"400方": True}),
        ("托管面积达到1000亩的，每亩补助40元。", "托管了1000亩，里头300亩合同只签半年", {"1000亩": None}),
        (
            "设备投资100万元以上的，按8%补助；专精特新企业设备投资60万元以上即可。",
            "专精特新，设备投资75万",
            {"75万": True},
        ),
        ("上年度未裁员或者裁员率不高于5.5%的企业，给予返还。", "去年没裁员", {"没裁员": True}),
        ("年满18周岁不满60周岁的，可以申请。", "1983年生的", {"1983年": True}),
        ("外出务工或者经商满2年的，奖励2万元。", "在外头打工三年", {"三年": True}),
    ],
)
def test_special_rules_parts_and_alternatives_without_figures(text, question, expected):
    """What is left out of a whole does not count, and one alternative is enough."""
    answers = verdicts(text, question)
    assert {said: answers.get(said) for said in expected or answers} == expected


def test_a_rule_for_a_named_kind_silences_the_general_one():
    """400 cubic metres are enough in general, and not said to be for a union of cooperatives."""
    text = "冷库库容不低于200立方米的，补助5万元；联合社建设的冷库，库容不低于500立方米。"
    checks = check(measure(text), facts_of("我们联合社冷库400方", DAY))
    assert [one.met for one in checks if "200" in one.quote] == [None]


def test_a_sum_that_is_asked_for_is_no_figure_of_the_asker():
    """那六千给不 names what is hoped for."""
    text = "购买新车价税合计7万元以上的，补贴6000元。"
    assert verdicts(text, "换台八万的新车，那六千给不") == {"八万": True}


def test_an_alternative_without_a_figure_is_quoted_with_the_other():
    """Who meets by 没裁员 is shown both halves."""
    text = "上年度未裁员或者裁员率不高于5.5%的企业，给予返还。"
    (found,) = [one for one in check(measure(text), facts_of("去年没裁员", DAY)) if one.said]
    assert found.quote == "上年度未裁员或者裁员率不高于5.5%"


def test_a_missed_half_silences_the_other_half_of_its_phrase():
    """84 years are nothing to somebody from elsewhere, whatever another article says of 户籍."""
    text = "第二条 本区户籍80周岁以上老年人，每月发放高龄津贴100元。"
    other = "第三条 年满70周岁的老年人，每月发放服务券200元。户籍不限。"
    pair = measure(text, "第二条"), measure(other, "第三条")
    document = Document("甲", "甲", "甲", "甲", None, Validity(), (), pair)
    checks = check(pair[0], facts_of("户口在外省，84了", DAY), document=document)
    mets = {one.met for one in checks if one.said}
    assert False in mets
    assert True not in mets


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("净利润去年1200万", {"1200万": None}),
        ("前年净利润900万，去年净利润1200万", {"900万、1200万": False}),
    ],
)
def test_one_year_tells_of_no_two_in_a_row(question, expected):
    """连续两年 is open on a figure of one of them, and missed where one of two is too low."""
    text = "净利润连续两年超过1000万元的，奖励50万元。"
    assert verdicts(text, question) == expected


SHOPS = "对承租国有经营性房产的个体工商户，减半收取房租，给予优惠。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我是个体户，租的私人的门面", {"私人的门面": False}),
        ("我是个体户，租的是国有门面", {"国有": True, "个体户": True}),
        ("我是个体户", {}),
    ],
)
def test_a_kind_is_met_only_with_the_quality_that_is_named_with_it(question, expected):
    """个体工商户 alone is not 承租国有房产的个体工商户."""
    assert verdicts(SHOPS, question) == expected


@pytest.mark.parametrize(
    "question", ["月销售额12万，是一般纳税人", "招了12人，都是小规模纳税人，月销售额12万"]
)
def test_nothing_said_is_compared_with_a_condition_for_others(question):
    """Whoever misses the other half of a phrase is told nothing of its figure; every check can be shown."""
    checks = check(measure("三、月销售额15万元以下的小规模纳税人免征增值税。"), facts_of(question, DAY))
    assert all(not one.said for one in checks if one.standing is Fulfilment.OTHERS)
    assert comparison(checks)


BIRTHS = "十八、育儿。夫妻双方均具有本县户籍满两年，且孩子出生后4个月内在本县落户的，可以申领。"
DOGS = "二十三、登记。养猫人应当在取得猫只之日起30日内到居住地派出所办理登记。"
DISMISSED = "十九、返还。企业上年度未裁员或裁员率不高于4%，50人（含）以下企业裁员率不高于15%的，返还七成。"
FLOORS = "二十、门禁。七层及以上的，每栋补3000元；\n五层、六层的，每栋补2000元。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (BIRTHS, "我户口满两年了，二孩能领吗", {"两年": None}),
        (BIRTHS, "孩子生下来7个月才落户", {"7个月": False}),
        (DOGS, "我领了猫已经50天了还没去登记", {"50天": False}),
        (DOGS, "我在派出所辖区住满50天了", {}),
        (DISMISSED, "裁员率3%能返吗", {"3%": True}),
        (DISMISSED, "裁员率12%能返吗", {"12%": None}),
        (FLOORS, "我们楼六层", {"六层": True}),
        (FLOORS, "我们楼九层", {"九层": True}),
    ],
)
def test_windows_sizes_and_named_steps_are_told_apart_from_what_everybody_has_to_meet(
    text, question, expected
):
    """户口满两年 is no span since a birth; the small have a figure of their own; 五层、六层 is a step."""
    assert verdicts(text, question) == expected


def test_a_comparison_is_quoted_with_the_size_of_those_it_is_for():
    """A bracket within the phrase, 50人（含）以下, does not begin the quotation."""
    told = check(measure(DISMISSED), facts_of("30人的厂，裁员率12%", DAY))
    assert [one.quote for one in told if one.said == "12%"][-1] == "50人（含）以下企业裁员率不高于15%的"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我女的47岁能领吗", ("就业困难人员",)),
        ("我女47，认定过就业困难人员，能领吗", ()),
    ],
)
def test_whose_age_it_is_stays_to_be_verified_where_the_asker_does_not_say(question, expected):
    """What 、 joins shares the noun behind: both ages are of 就业困难人员."""
    text = "二十一、社保补贴。女性年满45周岁、男性年满55周岁的就业困难人员，每人每年补1000元。"
    (told,) = [one for one in check(measure(text), facts_of(question, DAY)) if one.said]
    assert (told.met, told.beside) == (True, expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我是青榆户口", []),
        ("我是青榆农村户口", [("具有青榆县城镇户籍", False)]),
        ("我是青榆城镇户口", [("具有青榆县城镇户籍", True)]),
    ],
)
def test_a_register_is_asked_for_with_its_kind(question, expected):
    """具有青榆县城镇户籍 is one thing, neither met nor quoted by its place alone."""
    text = "二十二、公租房。具有青榆县城镇户籍的家庭，可以申请。"
    told = [one for one in check(measure(text), facts_of(question, DAY)) if one.said]
    assert [(one.condition.text, one.met) for one in told] == expected
