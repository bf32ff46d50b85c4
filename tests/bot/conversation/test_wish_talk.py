"""Wishes where nothing can be sent: the page, the interface, the terminal."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Status
from corpus.records import Section, Validity
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import DOCUMENT, FRIDGE, FakeCatalog, found

TODAY = date(2026, 11, 23)
"""A Monday without holidays in the weeks around it."""


def saying(measure):
    """Says one turn of one conversation over one measure."""
    catalog = FakeCatalog(documents=(replace(DOCUMENT, measures=(measure,)),))
    return turns_over(catalog, found(measure.id), today=TODAY)


@pytest.fixture
def dated():
    """Its term ends on the last day of 2027."""
    term = Validity(date(2026, 1, 1), date(2027, 12, 31), "有效期至2027年12月31日")
    return saying(replace(FRIDGE, validity=term))


@pytest.fixture
def counted():
    """It prints working days alone."""
    span = "商务局自受理之日起3个工作日内完成审核。"
    return saying(replace(FRIDGE, text=span, sections=(Section("", span),), validity=Validity()))


def test_the_days_to_come_are_told_and_that_a_calendar_rings(dated):
    """Of the measure at hand, which is shown with its ways on; the talk goes on about it."""
    dated("冰箱换新")
    answer = dated("到时候提醒我一下")
    assert "2027年12月31日" in answer.text
    assert "加到日历" in answer.text
    assert [shown.id for shown in answer.measures] == [FRIDGE.id]
    assert "0533-6195136" in dated("电话呢").text


def test_without_a_measure_it_is_asked_which(dated):
    """Nothing is searched for."""
    answer = dated("到期提醒我")
    assert answer.status is Status.CHAT
    assert answer.text.startswith("请先查到要提醒的那一条")


def test_working_days_count_from_the_day_that_is_named(counted):
    """The day is asked for; three working days behind a Friday end on the next Wednesday."""
    counted("冰箱换新")
    assert "请告诉我哪天交的" in counted("到期提醒我").text
    assert "2026年11月25日" in counted("11月20日交的，到期提醒我").text
    assert "期限已经过了" in counted("11月2日交的，到期提醒我").text


def test_who_wants_news_is_told_where_to_subscribe(dated):
    """And where to end it; it is no question that nothing covers."""
    wish, ended = dated("家电有新政策告诉我"), dated("取消订阅")
    assert wish.status is ended.status is Status.CHAT
    assert wish.text.startswith("可以订阅“家电”：")
    assert ended.text.startswith("要退订")
