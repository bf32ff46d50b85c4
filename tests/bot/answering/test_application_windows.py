"""Windows for applications that come again, and the day that a question asks about."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import ApplicationWindow
from bot.answering.quoting.application_windows import application_windows, dated_windows
from bot.rendering import source
from bot.rendering.render_text import join
from corpus.records import Section
from tests.bot.rendering.test_reply import SHOWN

TODAY = date(2026, 11, 30)
QUARTERLY = "每季度首月1日至10日申报，个人在小程序填报。"


@pytest.mark.parametrize(
    ("words", "question", "holds", "coming"),
    [
        (QUARTERLY, "11月能报吗", False, date(2027, 1, 1)),
        (QUARTERLY, "10月能报吗", True, date(2027, 1, 1)),
        (QUARTERLY, "10月11日能报吗", False, date(2027, 1, 1)),
        (QUARTERLY, "10月10号还能申请吗", True, date(2027, 1, 1)),
        (QUARTERLY, "现在能报吗", False, date(2027, 1, 1)),
        (QUARTERLY, "我3月失业的能申请吗", False, date(2027, 1, 1)),
        ("每月25日至30日受理申请。", "今天能办吗", True, date(2026, 12, 25)),
        ("每年9月1日至10月15日报名。", "10月15日能报吗", True, date(2027, 9, 1)),
        ("每年9月1日至10月15日报名。", "11月能报吗", False, date(2027, 9, 1)),
        ("每年3月、9月集中受理。", "9月能申请吗", True, date(2027, 3, 1)),
        ("每年3月、9月集中受理。", "怎么申请", False, date(2027, 3, 1)),
    ],
)
def test_the_day_asked_about_lies_in_a_window_or_not(words, question, holds, coming):
    """Whole months by any day of theirs; today where no day of applying is named."""
    (window,) = application_windows((words,), question, TODAY)
    assert (window.holds, window.coming) == (holds, coming)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (QUARTERLY, "补贴多少钱"),
        ("每季度第一个月25日前到账。", "怎么申请"),
        ("每月1日、11日、21日接种。", "怎么预约办理"),
        ("每年评选一次。", "怎么申请"),
    ],
)
def test_what_is_no_window_for_applications_is_told_of_none(words, question):
    """Days of paying, of a service; a question on something else."""
    assert application_windows((words,), question, TODAY) == ()


def test_a_window_that_is_missed_is_said_below_the_term():
    """With the day meant and when the next one begins."""
    window = ApplicationWindow("每季度首月1日至10日申报", "", TODAY, False, date(2027, 1, 1))
    assert join([source(replace(SHOWN, windows=(window,)))]).splitlines()[-1] == (
        "申报时间：“每季度首月1日至10日申报”，今天（2026年11月30日）不在这个时间内，下一次从2027年1月1日开始"
    )


TWICE = "申报时间\n第一次：2026年3月1日至3月20日；\n第二次：2026年11月20日至12月5日。逾期不予受理。"


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (TWICE, "现在还能申报吗", ("2026年11月20日至12月5日", True, None)),
        (TWICE, "3月能申报吗", ("2026年3月1日至3月20日", True, None)),
        (TWICE, "7月能申报吗", ("2026年11月20日至12月5日", False, date(2026, 11, 20))),
        ("投保时间：2026年9月1日至10月31日。", "今天能投保吗", ("2026年9月1日至10月31日", False, None)),
        ("报名期限：2026年9月1日至9月5日。", "9月能报名吗", ("2026年9月1日至9月5日", True, None)),
        (
            "2026年办理时间为11月5日至12月8日。",
            "现在报来得及吗",
            ("2026年办理时间为11月5日至12月8日", True, None),
        ),
        (
            "报名时间：2026年12月28日至2027年1月8日。",
            "现在报名来得及吗",
            ("2026年12月28日至2027年1月8日", False, date(2026, 12, 28)),
        ),
    ],
)
def test_of_dated_windows_the_one_of_the_day_is_told(text, question, told):
    """Else the next, else the last; days over the end of a year too."""
    windows = dated_windows((Section("", text),), question, TODAY)
    assert [(one.words, one.holds, one.coming) for one in windows] == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (TWICE, "要什么材料"),
        ("2026年1月1日至12月31日购车的，可以在登记地申报。", "现在能申报吗"),
        ("报名时间为每年春季。", "现在能报名吗"),
        ("申报缴费的，自2027年1月1日至12月31日享受医保待遇。", "现在能申报吗"),
    ],
)
def test_days_of_something_else_are_no_window(text, question):
    """Another question, days within which something was bought, no days."""
    assert dated_windows((Section("", text),), question, TODAY) == ()


def test_a_window_that_is_over_is_said_to_be():
    """Where no other is printed."""
    window = ApplicationWindow("2026年9月1日至10月31日", "", TODAY, holds=False, coming=None)
    assert join([source(replace(SHOWN, windows=(window,)))]).splitlines()[-1] == (
        "申报时间：“2026年9月1日至10月31日”，今天（2026年11月30日）已经过了这个时间，文件没有写下一次"
    )


BATCHES = (
    "报名时间\n第一批：2026年2月1日至2月20日，受理2025年下半年房租；\n"
    "第二批：2026年11月5日至12月6日，受理2026年上半年房租。"
)
HALVES = "申报时间：\n上半年：2026年5月6日至5月30日；\n下半年：2026年12月5日至12月20日。"


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (BATCHES, "第一批什么时候截止", [("2月20日", False), ("12月6日", True)]),
        (BATCHES, "2025年下半年的还能报吗", [("2月20日", False), ("12月6日", True)]),
        (BATCHES, "第二批什么时候截止", [("12月6日", True)]),
        (BATCHES, "什么时候截止", [("12月6日", True)]),
        (BATCHES, "第三批什么时候开始", [("12月6日", True)]),
        (HALVES, "上半年什么时候截止", [("5月30日", False)]),
        (HALVES, "下半年什么时候截止", [("12月20日", False)]),
    ],
)
def test_of_batches_the_one_that_is_named_is_told(text, question, told):
    """The first batch is over on 30 November; what holds on that day is told behind it."""
    windows = dated_windows((Section("", text),), question, TODAY)
    assert [(one.words[-len(day) :], one.holds) for one, (day, _) in zip(windows, told, strict=True)] == told


def test_of_a_batch_that_is_over_it_is_not_said_that_no_other_follows():
    """The second batch is printed behind it."""
    first = dated_windows((Section("", BATCHES),), "第一批什么时候截止", TODAY)[0]
    line = join([source(replace(SHOWN, windows=(first,)))]).splitlines()[-1]
    assert line == "申报时间：“2026年2月1日至2月20日”，今天（2026年11月30日）已经过了这个时间"
