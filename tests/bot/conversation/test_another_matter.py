"""Turns that name another matter which the notice at hand has not, or has only in names of people."""

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import Told, talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.taken import taken

NUMBER = "青教发〔2026〕4号"
NOTICE = (
    "青禾县教育局关于课后托管的通知\n青教发〔2026〕4号\n各学校：\n"
    "一、收费。托管每学期收取120元，低保家庭学生免收。\n"
    "二、时间。每天下午4点半到6点。\n"
    "三、奖励。获评全国示范校奖5万元，全省示范校奖2万元。\n"
    "四、食堂。标准化食堂，省级的奖3万元，市级的奖1万元。\n青禾县教育局\n2026年3月2日\n"
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
        "食堂": FakeFinding(hits=(FakeHit(f"{NUMBER}#四"),)),
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


@pytest.mark.parametrize(("turn", "item"), [("省级呢", "四"), ("市级的呢", "四")])
def test_a_level_may_be_a_case_of_the_measure(say, turn, item):
    """省级标准化食堂 stands in the article; no rules of the province are asked for."""
    say("标准化食堂奖多少")
    answer = say(turn)
    assert (answer.status, answer.measures[0].item) == (Status.ANSWERED, item)


@pytest.mark.parametrize(
    ("turn", "number"), [("低保呢", "青医保发〔2026〕6号"), ("低保标准", "青民字〔2026〕7号")]
)
def test_people_of_the_notice_at_hand_are_meant_before_a_matter_of_that_name(tmp_path, turn, number):
    """低保呢 after what the insurance costs asks what 低保对象 pay; 低保标准 turns to the notice on that."""
    notices = {
        "参保": "青禾县医疗保障局关于居民参保缴费的通知\n青医保发〔2026〕6号\n各镇：\n"
        "一、一般居民每人每年缴410元。\n二、低保对象每人每年缴205元。\n三、缴费到10月底截止。\n"
        "青禾县医疗保障局\n2026年3月2日\n",
        "低保": "青禾县民政局关于提高低保标准的通知\n青民字〔2026〕7号\n各镇：\n"
        "一、低保标准由每人每月650元提高到690元。\n二、低保金每月10日前发放。\n青禾县民政局\n2026年3月2日\n",
    }
    for name, text in notices.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    people, standard = FakeHit("青医保发〔2026〕6号#二", 0.96), FakeHit("青民字〔2026〕7号#一", 0.92)
    finds = {
        "低保标准": FakeFinding(hits=(standard, people)),
        "低保": FakeFinding(hits=(people, standard)),
        "参保": FakeFinding(hits=(FakeHit("青医保发〔2026〕6号#一"),)),
    }
    catalog = Catalog(tuple(taken(tmp_path / f"{name}.txt") for name in notices), "d")
    talk = Talk(Assistant(catalog, Told(finds)), MemorySessions())
    talk.ask(Ask("参保一年多少钱", session="s"))
    answer = talk.ask(Ask(turn, session="s"))
    assert answer.measures[0].doc.number == number
