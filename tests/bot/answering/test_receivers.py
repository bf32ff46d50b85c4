"""To whom something goes, and where people complain."""

from dataclasses import replace

import pytest

from bot.answering.calls.printed_calls import printed_calls
from bot.answering.calls.receivers import asks_receiver, received
from bot.answering.wording.complaining import asks_to_complain, heard_by
from corpus.departments import load_names
from tests.bot.fakes import DOCUMENT, measure


@pytest.mark.parametrize(
    "question", ["计划表交哪儿备案", "出了事报给谁", "名单报给谁批", "上哪登记", "往哪反映"]
)
def test_questions_for_a_receiver_are_known(question):
    """Handing in, reporting, having approved."""
    assert asks_receiver(question)


@pytest.mark.parametrize("question", ["一个月报销多少", "谁牵头", "电话多少"])
def test_other_questions_are_not(question):
    """They ask for amounts and doers."""
    assert not asks_receiver(question)


@pytest.mark.parametrize(
    ("sentence", "who", "phone"),
    [
        ("计划于7月10日前报区政府政务公开办公室备案", "区政府政务公开办公室", None),
        ("受灾后向安禾保险青禾支公司报案，电话5550288。", "安禾保险青禾支公司", "5550288"),
        ("公示后报市质量强市工作领导小组批准。", "市质量强市工作领导小组", None),
    ],
)
def test_the_receiver_is_read_from_the_sentence(sentence, who, phone):
    """With the phone printed behind it."""
    found = received(measure("一", (("", sentence),)), (sentence,), load_names(), "青禾县")
    assert found is not None
    assert [(duty.department, duty.phone) for duty in found.responsibilities] == [(who, phone)]


def test_departments_in_general_are_no_receiver():
    """向有关部门举报 names nobody."""
    sentence = "可以向有关部门举报。"
    assert received(measure("一", (("", sentence),)), (sentence,), load_names(), "青禾县") is None


def test_the_line_for_complaints_is_found_in_the_document():
    """With its owner in the bracket behind the phone."""
    guide = measure("4", (("", "不收取任何费用。\n【监督投诉】5550167（县公安局督察大队，24小时接听）"),))
    document = replace(DOCUMENT, measures=(guide,))
    (call,) = printed_calls(document)
    assert (call.department, call.phone) == ("县公安局督察大队", "5550167")
    assert call.complaint
    assert asks_to_complain("多收我钱往哪告")
    assert not asks_to_complain("广告牌归谁管")


def test_those_who_hear_complaints_need_no_phone():
    """`向…投诉` names them; a body that only acts beside it hears none."""
    fees = measure("5", (("", "县水利局核定水费。多收的，用户可以向县供水协会投诉。"),))
    heard = heard_by(fees, load_names(), DOCUMENT.region)
    assert [(duty.department, duty.phone) for duty in heard] == [("县供水协会", None)]
