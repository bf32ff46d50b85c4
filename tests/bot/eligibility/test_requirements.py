"""How the comparisons of a text hang together."""

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.requirements import demands


def grouped(text):
    """The figures of each requirement, those of its alternatives together."""
    return [[bound.figures for bound in one.bounds] for one in demands(text).requirements]


def test_or_joins_and_parts():
    """A并且B或者C: A is one requirement, B or C another."""
    text = "居住满2年，并且缴费满6个月或者执照注册满1年的，可以申请。"
    assert grouped(text) == [["满2年"], ["满6个月", "满1年"]]


def test_what_is_given_is_required_of_nobody():
    """Caps, shares and parts of a sum."""
    assert grouped("每户补贴不超过3000元；按成交额的20%以上补贴；种植面积不超过50亩的部分每亩补30元。") == []


def test_what_excludes_is_required_of_nobody():
    """不予补贴 turns a comparison round: not to be hit by it is no 符合."""
    assert grouped("剩余期限少于3年的不予补贴。2019年5月1日以后新装的除外。") == []
    assert grouped("有下列情形之一的，不予奖励：（一）拖欠工资超过30日的；（二）受罚2次以上的。") == []


def test_a_step_without_its_subject_takes_that_of_the_step_before():
    """；15万元以上的 is of the price too."""
    steps = demands("购买新车价格7万元以上不足15万元的，补5000元；15万元以上的，补9000元。").requirements
    assert [step.bounds[0].subject for step in steps] == ["购买新车价格"] * 2


def test_a_phrase_in_front_of_a_comma_guards_what_follows():
    """在职职工不足50人的，新招用…: the second is for those of the first."""
    first, second = demands("在职职工不足50人的，新招用人员不少于5人。").requirements
    assert first.guards == ()
    assert [guard.figures for guard in second.guards] == ["不足50人"]


def test_words_that_lift_tell_for_whom_and_what():
    """不受…限制, 放宽到 and 已满…仍…."""
    still, aged = demands("已满16周岁仍在校就读的，继续发放；教练员年龄放宽到65周岁。").loosenings
    assert (still.is_still, still.who) == (True, "在校就读的")
    assert (aged.is_still, aged.who) == (False, "教练员年龄")


def test_what_a_text_replaces_is_required_of_nobody():
    """“不低于80分”调整为“不低于70分”: only 70 holds."""
    text = "将原办法第五条“笔试成绩不低于80分”调整为“笔试成绩不低于70分”，面试满3年的，可以申请。"
    assert grouped(text.replace("分", "人")) == [["不低于70人"], ["满3年"]]


def test_a_bracket_sets_another_figure_for_some():
    """Up to 60 people it is 12 %, above 6 %, each guarded by how many they are."""
    general, special = demands(
        "新招人员达到在职职工总数12%（超过60人的企业达到6%）以上的，可以申请。"
    ).requirements
    assert [general.bounds[0].interval.low, special.bounds[0].interval.low] == [12, 6]
    assert [one.guards[0].interval.low for one in (special,)] == [60]
    assert general.guards[0].interval.high == 60
    assert special.guards[0].subject == "在职职工总数"


def test_a_row_of_a_table_is_told_from_a_sentence():
    """Cells with a figure among them and no mark; its offsets are those of the flat text."""
    read = demands("人员 个人 政府 说明\n成年人 400 600 年满18周岁\n年满60周岁的，补助400元。")
    assert [read.text[slice(*row)] for row in read.rows] == ["成年人400600年满18周岁"]


def test_what_another_sentence_gives_makes_no_gift_of_a_loss():
    """按 of the sentence in front is not in the phrase of a loss that opens its own."""
    text = "鱼塘按每亩20元补助。因洪水减产三成以上的鱼塘，经核实后减半收费。"
    assert grouped(text) == [["三成以上"]]


def test_a_lower_end_is_lowered_by_what_it_is_widened_to():
    """年满65周岁…放宽到55周岁 lets in who is 55 and more, 不超过40周岁…放宽到45周岁 who is 45 and less."""
    _, lower = demands("年满65周岁的老人可以就餐；特困老人放宽到55周岁。").requirements
    _, upper = demands("报名者年龄不超过40周岁；博士放宽到45周岁。").requirements
    assert lower.bounds[0].interval == Interval(low=55)
    assert upper.bounds[0].interval == Interval(high=45)


def test_alternatives_of_who_gets_nothing_are_required_of_nobody():
    """不享受 stands behind both of the clauses that 或者 joins."""
    text = "成立时间超过3年的商户，或者上年营业额超过500万元的商户，不享受本办法规定的租金减免。"
    assert grouped(text) == []
