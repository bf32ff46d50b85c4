"""Whether a figure that a question names is so, meant to be so, or not sure."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from bot.eligibility.leaving_open.stances import Stance, stance
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity


def stance_to(figure, question):
    """The stance to the one place where a question names a figure."""
    start = question.index(figure)
    return stance(question, start, start + len(figure))


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        ("60亩", "打算包60亩果园"),
        ("60亩", "60亩果园准备包下来"),
        ("60亩", "果园谈了60亩"),
        ("60亩", "包了60亩，协议还没签"),
        ("9个", "下个月再招9个人"),
        ("900万", "今年营收力争做到900万"),
        ("900万", "今年营收能到900万"),
        ("40间", "客房正在扩到40间"),
        ("40间", "图纸上有40间"),
        ("40间", "想盖个民宿，一共40间"),
        ("70", "我爸明年满70"),
        ("36个月", "再交三个月就满36个月"),
    ],
)
def test_what_is_planned_or_still_ahead_is_meant(figure, question):
    """By words in front of the figure, behind it, or in the next clause."""
    assert stance_to(figure, question) is Stance.MEANT


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        ("60亩", "听说60亩就给补"),
        ("60亩", "听村里讲60亩就行"),
        ("1999年", "楼好像是1999年盖的"),
        ("1999年", "楼是1999年盖的，记不清了"),
        ("9个", "我们应该有9个人吧"),
    ],
)
def test_what_is_heard_or_guessed_is_not_sure(figure, question):
    """Or what somebody admits not to know."""
    assert stance_to(figure, question) is Stance.UNSURE


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        ("60亩", "我包了60亩果园，想问问给补不"),
        ("60亩", "我包了60亩果园，不知道够不够"),
        ("12个口", "充电棚有12个口，没装顶棚"),
        ("国二", "想把国二的旧车报废"),
        ("9个", "想申请补贴，公司有9个人"),
        ("35万", "想引进个工程师，年薪35万"),
    ],
)
def test_what_is_told_as_done_is_so(figure, question):
    """A wish to know or to apply, and what is given up, are no plans of what is counted."""
    assert stance_to(figure, question) is Stance.SO


def met(text, question):
    """The verdicts on the conditions of a rule, in order."""
    measure = Measure(
        "n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=conditions(text)
    )
    checks = check(measure, facts_of(question, date(2026, 11, 21)))
    return [one.met for one in checks if one.met is not None and one.said]


ORCHARD = "对承包果园50亩以上的经营者，每亩补助120元。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我承包了60亩果园", [True]),
        ("我打算承包60亩果园", []),
        ("我打算承包20亩果园", [False]),
        ("听说承包60亩果园就给", []),
        ("听说承包20亩果园就给", []),
        ("会计跟我讲承包了60亩果园", []),
        ("我跟你说我承包了60亩果园", [True]),
    ],
)
def test_a_plan_may_rule_out_and_never_proves(question, expected):
    """What is only heard does neither."""
    assert met(ORCHARD, question) == expected


def test_what_is_asked_before_it_is_done_may_be_a_plan():
    """Whether a permit is needed."""
    permit = "面积在300平方米以下的房屋，可以不办理施工许可证。"
    assert met(permit, "要盖个面积200平方米的房") == [True]
