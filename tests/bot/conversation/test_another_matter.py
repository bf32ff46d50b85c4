"""Turns that name another matter which the notice at hand has not, or has only in names of people."""

import pytest

from bot.answer import Status
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.test_talk import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青教发〔2026〕4号"
NOTICE = (
    "青禾县教育局关于课后托管的通知\n青教发〔2026〕4号\n各学校：\n"
    "一、收费。托管每学期收取120元，低保家庭学生免收。\n"
    "二、时间。每天下午4点半到6点。\n"
    "三、奖励。获评全国示范校奖5万元，全省示范校奖2万元。\n青禾县教育局\n2026年3月2日\n"
)


def _refused(*hits):
    return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), hits)


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    finds = {
        "低保": _refused(FakeHit(f"{NUMBER}#一", 0.1)),
        "托管": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "示范校": FakeFinding(hits=(FakeHit(f"{NUMBER}#三"),)),
    }
    return talk_over_notice(tmp_path, NOTICE, finds)


def test_a_matter_that_only_people_are_called_by_is_another(say):
    """低保家庭学生免收 says nothing of where 低保 is applied for."""
    say("托管多少钱")
    assert say("那低保在哪办").status is Status.NOT_COVERED


def test_the_country_may_be_a_case_of_the_measure(say):
    """全国示范校 stands in the article; after the hours it asks for the rules of the country."""
    say("示范校奖多少")
    answer = say("全国的呢")
    assert (answer.status, answer.measures[0].item) == (Status.ANSWERED, "三")
