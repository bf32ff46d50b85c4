"""Words that ask to be reminded, and the day that they name."""

from datetime import date

import pytest

from bot.wishes.reminder_wishes import ReminderWish, reminder_wish

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("到期提醒我", True),
        ("到时候提醒我一下，谢谢！", True),
        ("麻烦您快到期的时候提醒一下我好吗？", True),
        ("能不能提醒我", True),
        ("提醒我办社保要什么材料", False),
        ("什么时候到期", False),
        ("办证到期提醒服务怎么开通", False),
        ("11月20日前交材料提醒谁", False),
        ("", False),
    ],
)
def test_words_that_say_nothing_else_ask_for_a_reminder(typed, asks):
    """Whatever else is said is a question for the documents."""
    assert (reminder_wish(typed, TODAY) is not None) is asks


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("今天交的，到期提醒我", date(2026, 11, 30)),
        ("我昨天刚递的材料，到时候提醒我一下", date(2026, 11, 29)),
        ("11月20日交的，到期提醒我", date(2026, 11, 20)),
        ("十一月六号申请的，提醒我", date(2026, 11, 6)),
        ("从25号算起，到期提醒我", date(2026, 11, 25)),
        ("12月3号受理的，到期提醒我", date(2025, 12, 3)),
        ("2026年10月9日提交了申请，到期提醒我", date(2026, 10, 9)),
        ("到期提醒我", None),
    ],
)
def test_a_day_without_month_or_year_is_the_last_one_that_was(typed, since):
    """From which working days count."""
    assert reminder_wish(typed, TODAY) == ReminderWish(since)


@pytest.mark.parametrize("typed", ["2月30日交的，到期提醒我", "2027年1月5日交的，到期提醒我"])
def test_a_day_that_is_none_or_is_still_to_come_counts_nothing(typed):
    """It is a question like any other."""
    assert reminder_wish(typed, TODAY) is None
