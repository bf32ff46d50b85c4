"""Somebody whom a question asks about and a measure does not name."""

import pytest

from bot.answering.declining.unnamed_people import is_of_other_person, is_of_other_post

TITLE = "青禾县人民政府关于任免李东等职务的通知"
TEXT = "任命：李东为县教育局局长。免去：许红梅的县水利局副局长职务。"


@pytest.mark.parametrize(
    ("matter", "title", "other"),
    [
        ("陈平任命 职务", TITLE, True),
        ("高小云 任免文件", TITLE, True),
        ("许红梅 免", TITLE, False),
        ("李东任命 职务", TITLE, False),
        ("最近 任免通知", TITLE, False),
        ("县教育局局长 谁", TITLE, False),
        ("陈平", "青禾县低保办法", False),
    ],
)
def test_appointments_answer_for_those_whom_they_name(matter, title, other):
    """Of 陈平 and 高小云 the notice says nothing; who asks for a post or for the notice names nobody."""
    assert is_of_other_person(matter, title, TEXT) is other


@pytest.mark.parametrize(
    ("matter", "text", "other"),
    [
        ("镇长", "镇民政办负责解释，电话5550101。", True),
        ("副局长", "县民政局养老科，电话5550101。", True),
        ("镇长", "镇长热线：5550102。", False),
        ("低保", "镇民政办，电话5550101。", False),
    ],
)
def test_the_phone_of_an_office_is_not_that_of_who_leads_the_place(matter, text, other):
    assert is_of_other_post(matter, text) is other
