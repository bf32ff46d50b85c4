"""Turns that another article of the same notice answers; the search finds what each test tells it."""

import pytest

from bot.answer import Status
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import talk_over_notice
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


FURTHER = (
    "青禾县民政局关于助浴补贴的通知\n青民发〔2026〕7号\n各街道：\n"
    "一、对象。具有青禾县户籍的老年人可以申请助浴补贴。\n"
    "二、标准。助浴补贴每人每月90元。\n"
    "三、特别照顾。重度残疾的，另加每月40元。\n"
    "四、申请。到县政务服务中心2楼6号窗口（青禾县人民路9号），也可以登录“青禾民政”小程序提交申请。\n"
    "五、时间。每季度首月1日至15日申请。\n"
    "六、其他。可以由亲属代办。冒领的，追回补贴。补贴发放查询：县财政局社保股，电话5550188。\n"
    "青禾县民政局\n2026年3月2日\n"
)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("一个月给多少", "每人每月90元"),
        ("网上能办不", "小程序提交申请"),
        ("儿子替他办行不", "可以由亲属代办"),
        ("窗口在哪", "人民路9号"),
        ("现在还能申请不", "每季度首月1日至15日"),
        ("钱没到账问哪个", "5550188"),
    ],
)
def test_each_is_told_from_the_article_that_says_it(tmp_path, turn, words):
    """What comes on top (40元) is not what is given; the others stand in one article each."""
    finds = {"助浴": FakeFinding(hits=(FakeHit("青民发〔2026〕7号#三"),))}
    say = talk_over_notice(tmp_path, FURTHER, finds)
    say("助浴重度残疾的有照顾没")
    assert words in say(turn).text
