"""The days that words name, on Sunday, 29 November 2026."""

from datetime import date

import pytest

from bot.due import DueSpan, named_span

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("本月", date(2026, 11, 1), date(2026, 11, 30)),
        ("下个月", date(2026, 12, 1), date(2026, 12, 31)),
        ("上个月", date(2026, 10, 1), date(2026, 10, 31)),
        ("本周", date(2026, 11, 23), TODAY),
        ("下星期", date(2026, 11, 30), date(2026, 12, 6)),
        ("本季度", date(2026, 10, 1), date(2026, 12, 31)),
        ("下季度", date(2027, 1, 1), date(2027, 3, 31)),
        ("第一季度", date(2026, 1, 1), date(2026, 3, 31)),
        ("明年上半年", date(2027, 1, 1), date(2027, 6, 30)),
        ("今年", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025年", date(2025, 1, 1), date(2025, 12, 31)),
        ("12月份", date(2026, 12, 1), date(2026, 12, 31)),
        ("二月", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028年2月", date(2028, 2, 1), date(2028, 2, 29)),
        ("今天", TODAY, TODAY),
    ],
)
def test_a_unit_of_the_calendar_is_named(words, first, last):
    """From its first day to its last, whatever of it is over."""
    assert named_span(words, TODAY).span == DueSpan(first, last)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("月底前", date(2026, 11, 30)),
        ("年底", date(2026, 12, 31)),
        ("12月底前", date(2026, 12, 31)),
        ("12月前", date(2026, 11, 30)),
        ("下个月底之前", date(2026, 12, 31)),
        ("明年3月以前", date(2027, 2, 28)),
        ("十天内", date(2026, 12, 9)),
        ("两周之内", date(2026, 12, 13)),
        ("半个月内", date(2026, 12, 14)),
        ("3个月内", date(2027, 2, 28)),
        ("未来30天", date(2026, 12, 29)),
    ],
)
def test_what_is_to_come_before_a_day_begins_today(words, last):
    """12月前 ends before December begins, 12月底前 with it."""
    assert named_span(words, TODAY).span == DueSpan(TODAY, last)


def test_what_lies_before_a_day_that_is_over_has_no_beginning():
    """6月底前 in November."""
    span = named_span("6月底前", TODAY).span
    assert span == DueSpan(None, date(2026, 6, 30))
    assert span.holds(date(2020, 1, 1))
    assert not span.holds(date(2026, 7, 1))


def test_two_names_are_one_span_and_the_other_words_are_left():
    """The span of both, from the earlier to the later."""
    named = named_span("本月和下月哪些任务到期", TODAY)
    assert named.span == DueSpan(date(2026, 11, 1), date(2026, 12, 31))
    assert named.said == "本月下月"
    assert "".join(named.rest.split()) == "和哪些任务到期"


@pytest.mark.parametrize("words", ["哪些任务到期", "十五月", "月季花", "一个半月内", "工作日", "第三个"])
def test_what_names_no_days_has_no_span(words):
    """It is all left."""
    assert named_span(words, TODAY).span is None
