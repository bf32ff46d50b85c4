"""The section that sets the asker's figures beside the conditions."""

from dataclasses import replace

from bot.eligibility import Check, Fulfilment
from bot.rendering.condition_lines import comparison
from corpus.records import Condition


def threshold(text, standing=Fulfilment.UNKNOWN, said="", kind="threshold"):
    return Check(Condition(kind, "总额", ">=", 1.0, "万元", text), standing, text, "设备购置总额", said)


def lines(*checks):
    return ["".join(span.text for span in line) for line in comparison(checks)]


def test_each_verdict_quotes_the_condition_and_the_words_of_the_question():
    """What is met, what is not, what the department must say; and that the department decides."""
    assert lines(
        threshold("总额不低于1000万元", Fulfilment.MEETS, "1200万"),
        threshold("单项设备购置费用10万元以上", Fulfilment.FAILS, "8万"),
        threshold("营业收入3000万元以上"),
    ) == [
        "对照您说的情况（仅供参考，以部门审核为准）：",
        "这一项符合：“总额不低于1000万元”（您说的是1200万）",
        "不符合：“单项设备购置费用10万元以上”（您说的是8万）",
        "需向部门核实：“营业收入3000万元以上”",
    ]


def test_the_step_that_is_reached_is_told():
    """Of 10亿元、20亿元、30亿元 it is 20亿元."""
    condition = Condition(
        "threshold",
        "年销售收入",
        "in",
        "首次突破10亿元、20亿元、30亿元",
        "",
        "首次突破10亿元、20亿元、30亿元",
    )
    reached = Check(condition, Fulfilment.MEETS, condition.text, "营业收入", "26亿", "20亿元")
    assert lines(reached)[1] == "符合：“首次突破10亿元、20亿元、30亿元”中的“20亿元”一档（您说的是26亿）"


def test_without_a_comparison_there_is_no_section():
    """Conditions that the question says nothing of are quoted elsewhere."""
    assert lines(threshold("总额不低于1000万元")) == []


def test_a_figure_that_leaves_it_open_is_said_to_do_so():
    """The income of another year than the condition's: the department decides."""
    assert lines(threshold("对2023年实现营业收入3000万元以上", Fulfilment.UNKNOWN, "3600万"))[1] == (
        "需向部门核实：“对2023年实现营业收入3000万元以上”（您说的是3600万，是不是这一条所指的，要由部门认定）"
    )


def test_what_is_given_and_what_is_for_others_is_not_listed():
    """A cap is no condition on the asker, nor is one for men on a woman."""
    shown = lines(
        threshold("总额不低于1000万元", Fulfilment.MEETS, "1200万"),
        Check(
            Condition("cap", "单户企业", "<=", 500.0, "万元", "最高500万元"),
            Fulfilment.UNKNOWN,
            "最高500万元",
        ),
        threshold("男性55周岁以上", Fulfilment.OTHERS),
    )
    assert len(shown) == 2


def test_of_many_open_conditions_three_are_listed_and_the_rest_counted():
    """Five are open: three lines, and two more in one sentence."""
    open_ones = [threshold(f"营业收入{n}万元以上") for n in range(1, 6)]
    shown = lines(threshold("总额不低于1000万元", Fulfilment.MEETS, "1200万"), *open_ones)
    assert shown[-1] == "另有2项条件需向部门核实，请看全文。"
    assert len(shown) == 6


def test_all_that_is_met_is_met_and_what_stands_beside_it_is_named():
    """符合 alone says that nothing else is asked for; else it is of this one condition."""
    met = threshold("年满80周岁", Fulfilment.MEETS, "82")
    assert lines(met)[1:] == ["符合：“年满80周岁”（您说的是82）"]
    assert lines(replace(met, beside=("具有本区户籍",)))[1:] == [
        "这一项符合：“年满80周岁”（您说的是82）",
        "需向部门核实：“具有本区户籍”",
    ]


def test_who_is_left_out_is_told_that_the_text_says_so():
    text = "已入住养老机构的，不再发放"
    left_out = Check(
        Condition("applicant", "", "not in", text, "", text), Fulfilment.FAILS, text, "", "住着养老院"
    )
    assert lines(replace(left_out, leaves_out=True))[1] == (
        "不符合：文件写明“已入住养老机构的，不再发放”（您说的是住着养老院）"
    )
