"""The time since a told day of the event from which a text counts."""

from datetime import date

import pytest

from bot.eligibility.checking import check
from bot.eligibility.spoken.asker_facts import facts_of
from corpus.records import Measure, Section, Validity

DAY = date(2026, 11, 30)
BOILERS = "锅炉自首次安装之日起使用满10年的，更换每台补助800元。"
LISTED = (
    "有下列情形之一的，不予补助：\n（一）自验收之日起超过2个月才提出申请的；\n"
    "（二）户口迁入本镇不满3年的，因婚嫁迁入的除外。"
)
HEADED = "不予登记的情形：\n1. 船舶自建造完工之日起超过20年的；\n2. 已经报废的。"
AGAIN = "每户可以免费体检一次。体检后满2年仍未生育的，可以再免费体检一次。"


def told(text, question):
    """The verdict on each printed comparison, by its quote, and whether it leaves the asker out."""
    measure = Measure("甲#1", "甲", "1", (), text, (Section("", text),), (), Validity())
    checks = check(measure, facts_of(question, DAY))
    return [(one.condition.text, one.met, one.leaves_out) for one in checks if one.said]


@pytest.mark.parametrize(("day", "met"), [("2014年3月", True), ("2019年3月", False)])
def test_a_day_of_the_event_tells_how_long_ago_it_was(day, met):
    """On 2026-11-30 a boiler put in in March 2014 is above 12 years old, one of 2019 above 7."""
    assert [verdict for _, verdict, _ in told(BOILERS, f"锅炉是{day}安装的，能换吗")] == [met]


def test_a_day_of_something_else_tells_nothing():
    """A firm's registration is no boiler's, and a day of buying no day of installing."""
    registered = BOILERS.replace("安装", "登记")
    firm = told(registered, "我公司2008年5月登记的，锅炉能换吗")
    assert [met for _, met, _ in firm if met is not None] == []
    assert told(BOILERS, "我2010年6月结的婚，锅炉能换吗") == []


def test_who_comes_too_late_is_left_out():
    """From 2 July to the end of November are more than two months, from 20 October not."""
    late = told(LISTED, "2026年7月2号验收的，现在申请还来得及吗")
    assert late == [("自验收之日起超过2个月才提出申请的", False, True)]
    assert told(LISTED, "2026年10月20号验收的，现在申请还来得及吗") == []


def test_who_has_applied_already_is_not_late():
    """The days up to the question say nothing of when he applied."""
    assert told(LISTED, "2026年7月2号验收的，当时就申请了，怎么还没给钱") == []


def test_who_may_be_excepted_is_not_left_out():
    """Of those who moved in lately only who says not to have married in is told so."""
    question = "我去年3月把户口迁到镇上来的"
    assert told(LISTED, f"{question}，能申请吗") == []
    assert [left for _, _, left in told(LISTED, f"{question}，不是嫁过来的，能申请吗")] == [True]


def test_a_heading_may_say_that_its_items_get_nothing():
    """不予…的情形： leads a list of what is required of nobody."""
    assert told(HEADED, "船舶是2003年5月建造完工的，能登记吗") == [
        ("船舶自建造完工之日起超过20年的", False, True)
    ]


def test_what_has_still_not_happened_loosens_nothing():
    """仍未生育 asks for more and lifts no threshold."""
    assert [met for _, met, _ in told(AGAIN, "前年8月我们体检过一次，一直没怀上")] == [True]
