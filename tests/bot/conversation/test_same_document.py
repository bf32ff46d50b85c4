"""Turns that another article of the same notice answers; the search finds what each test tells it."""

import pytest

from bot.answer import Status
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.test_talk import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NOTICE = (
    "青禾县水务局关于洗车店节水奖励的通告\n青水发〔2026〕6号\n各洗车店：\n"
    "一、奖励。装了循环水的洗车店，每个洗车位奖励5000元。\n"
    "二、测水。县水务局节水办公室二十日内现场测水，测水合格的发给奖励。\n"
    "三、时间。5月6日至5月30日申报，逾期不再受理。\n"
    "四、拨款。奖励由县财政局企业股在二十个工作日内拨付。\n青禾县水务局\n2026年3月2日\n"
)
NUMBER = "青水发〔2026〕6号"


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    finds = {
        "循环水": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "逾期": FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), (FakeHit(f"{NUMBER}#三", 0.3),)),
    }
    return talk_over_notice(tmp_path, NOTICE, finds)


@pytest.mark.parametrize(
    ("turn", "item", "who"),
    [("谁来测", "二", "节水办公室"), ("钱谁拨", "四", "县财政局")],
)
def test_who_does_it_stands_in_another_article(say, turn, item, who):
    """一 names nobody; 二 has 县水务局节水办公室 test, 四 has 县财政局企业股 pay."""
    say("装循环水奖多少")
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert answer.measures[0].item == item
    assert who in answer.text


def test_a_word_that_one_other_article_holds_is_answered_from_it(say):
    """逾期不再受理 stands in 三 alone."""
    say("装循环水奖多少")
    answer = say("逾期受理不")
    assert answer.measures[0].item == "三"
    assert "逾期不再受理" in answer.text


def test_a_matter_that_no_article_holds_stays_refused(say):
    """The notice says nothing about marriage."""
    say("装循环水奖多少")
    assert say("结婚证在哪领").status is Status.NOT_COVERED
