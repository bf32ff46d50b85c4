"""Whom to call about the measure at hand: the line for complaints, one side of several bodies."""

import pytest

from bot.answer import Status
from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青水发〔2026〕9号"
NOTICE = (
    "青禾县水务局关于更换老旧水表的通知\n青水发〔2026〕9号\n各小区：\n"
    "一、更换。水表使用满6年的免费更换，咨询县水务局供水股，电话5550131；税款减免咨询县税务局征管股，电话5550132。\n"
    "二、上门。预约后3日内上门。\n"
    "三、咨询和监督。报修：县供水公司抢修队，电话5550188。投诉举报：县水务局办公室，电话5550139。\n"
    "青禾县水务局\n2026年3月2日\n"
)


@pytest.fixture
def say(tmp_path):
    """A talk about the first article."""
    talk = talk_over_notice(tmp_path, NOTICE, {"水表": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),))})
    talk("水表免费换吗")
    return talk


@pytest.mark.parametrize("turn", ["投诉打哪", "投诉电话多少"])
def test_where_to_complain_is_the_line_for_complaints(say, turn):
    """Not the line for repairs beside it, nor the office that does the work."""
    text = say(turn).text
    assert "投诉举报：县水务局办公室，电话5550139" in text
    assert "5550188" not in text


@pytest.mark.parametrize("turn", ["税务那边打哪个", "税务那头电话多少", "税务这块打几号"])
def test_one_side_of_several_bodies_is_called_by_its_own_phone(say, turn):
    """Of the two bodies of the article the one whose name says so."""
    text = say(turn).text
    assert "5550132" in text
    assert "5550131" not in text


def test_a_side_that_no_body_at_hand_is_named_by_gets_no_phone(say):
    """No body of the article is that of fire fighting."""
    answer = say("消防那边打哪个")
    assert answer.status is not Status.ANSWERED or "5550132" not in answer.text


CITY = (
    "聊城市水务局关于更换老旧水表的通知\n聊水发〔2026〕9号\n各区县：\n"
    "一、更换。水表使用满6年的免费更换。\n"
    "二、咨询。市水务局供水科，电话5550141；周村区水务局供水科，电话5550142；高青县水务局供水股，电话5550143。\n"
    "聊城市水务局\n2026年3月2日\n"
)


def test_a_place_that_a_notice_prints_a_phone_for_is_called_by_that(tmp_path):
    """Of the desks of several places the one of the place named, from the notice that is talked about."""
    say = talk_over_notice(tmp_path, CITY, {"水表": FakeFinding(hits=(FakeHit("聊水发〔2026〕9号#一"),))})
    say("水表免费换吗")
    text = say("我们高青县打哪个电话").text
    assert "5550143" in text
    assert "5550142" not in text
