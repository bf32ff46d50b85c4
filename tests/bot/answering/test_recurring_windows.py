"""Windows for applications that come again, and the day that a question asks about."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import RecurringWindow
from bot.answering.quoting.recurring_windows import recurring_windows
from bot.rendering import source
from bot.rendering.render_text import join
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
    (window,) = recurring_windows((words,), question, TODAY)
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
    assert recurring_windows((words,), question, TODAY) == ()


def test_a_window_that_is_missed_is_said_below_the_term():
    """With the day meant and when the next one begins."""
    window = RecurringWindow("每季度首月1日至10日申报", "", TODAY, False, date(2027, 1, 1))
    assert join([source(replace(SHOWN, windows=(window,)))]).splitlines()[-1] == (
        "申报时间：“每季度首月1日至10日申报”，今天（2026年11月30日）不在这个时间内，下一次从2027年1月1日开始"
    )
