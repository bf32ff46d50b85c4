"""A robot in DingTalk over real HTTP: what is refused, kinds of messages, groups."""

import logging
import re
from contextlib import closing, contextmanager

import httpx
import pytest

from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.settings import load_settings
from tests.e2e.dingtalk_platform import SECRET, DingtalkStandIn
from tests.e2e.lines import dingtalk
from tests.e2e.running import QUESTION, real_assistant
from tests.web.scripted import scripted


@contextmanager
def opened(inner=None, **settings):
    """The platform's end of a robot, and the store behind it."""
    with dingtalk(inner or Talk(real_assistant(), MemorySessions()), **settings) as line:
        yield line.stand_in, line.store


@pytest.fixture
def robot():
    """A robot over a small library."""
    with opened() as (stand_in, _):
        yield stand_in


def test_what_dingtalk_cannot_have_sent_is_refused(robot):
    """Another secret, none, an old time, what is no message, an address that is not DingTalk's."""
    message = robot.message("甲", text={"content": QUESTION})
    elsewhere = f"http://127.0.0.1:1/robot/sendBySession?session={message['sessionWebhook']}"
    with closing(DingtalkStandIn("another")) as other:
        other.robot = robot.robot
        assert other.call(message) == 403
    assert robot.call(message, sign=None) == 403
    assert robot.call(message, timestamp="1577262236757") == 403
    assert robot.call(message, ago_s=600) == 403
    for body in (b"", b"[]", b"{}", b"[" * 20_000, message | {"msgId": 7}):
        assert robot.call(body) in (403, 413)
    for webhook in (elsewhere, f"{robot.api}.example.com/robot/sendBySession?session=1", robot.api):
        assert robot.call(message | {"sessionWebhook": webhook}) == 403
    assert robot.said == []


def test_a_choice_is_a_number_and_letters_reach_the_staff():
    """As in WeChat; the reply stands above the next answer, once."""
    with opened(scripted()) as (stand_in, store):
        refused = stand_in.write("量子计算机怎么补贴")
        assert "1. 留言给工作人员" in refused
        assert "已转给工作人员" in stand_in.write("1")
        store.desk.reply(store.desk.open()[0].id, "暂时没有这项补贴。", "区科学技术局")
        assert "暂时没有这项补贴。\n——区科学技术局" in stand_in.write("谢谢")
        assert "暂时没有" not in stand_in.write("谢谢")


def test_in_a_group_the_asker_is_named_and_what_concerns_them_alone_is_not_said():
    """A reply to a letter that was left alone with the robot is read there."""
    with opened() as (stand_in, store):
        stand_in.write("/staff 我家能改造吗", "乙")
        store.desk.reply(store.desk.open()[0].id, "可以申请。", "区住建局")
        said = stand_in.write(QUESTION, "乙", group="办公室")
        assert "0533-6195136" in said
        assert "可以申请" not in said
        assert stand_in.said[-1][2] == ["staff乙"]
        assert "没有您的记录" not in stand_in.write("/mine", "乙")
        assert "可以申请" in stand_in.write("谢谢", "乙")
    assert stand_in.refused == []


def test_pictures_and_voice_are_answered_kindly(robot):
    """What is not words is asked for in words."""
    for kind, begins in (("picture", "我现在只看得懂文字"), ("audio", "您的语音我听不出内容")):
        assert robot.call(robot.message("甲", kind=kind, content={"downloadCode": "x"})) == 200
        assert robot.said[-1][1].startswith(begins)


def test_recognised_speech_is_searched_and_shown(robot):
    """Above the answer, so that the person sees what was understood."""
    heard = {"downloadCode": "x", "duration": 4000, "recognition": QUESTION}
    assert robot.call(robot.message("甲", kind="audio", content=heard)) == 200
    assert robot.said[-1][1].startswith(f"听到的是：“{QUESTION}”")
    assert "0533-6195136" in robot.said[-1][1]


def test_an_answer_is_brought_although_dingtalk_was_down_for_a_moment(robot):
    """It is tried again a second later."""
    robot.failing = 1
    assert "0533-6195136" in robot.write(QUESTION)
    assert len(robot.said) == 1


def test_without_a_robot_there_is_no_address():
    """Nothing tells that there could be one; WeChat's account is no robot."""
    with opened() as (stand_in, _):
        other = re.sub("dingtalk$", "wechat", stand_in.robot)
        assert httpx.post(other, trust_env=False).status_code == 404


def test_neither_the_secret_nor_people_stand_in_the_log_or_on_disk(robot, caplog):
    """Whatever is refused, and whatever DingTalk does not take."""
    with caplog.at_level(logging.DEBUG, "bot"):
        robot.call(robot.message("甲乙丙", text={"content": QUESTION}), sign="x")
        gone = robot.message("甲乙丙", text={"content": QUESTION})
        gone["sessionWebhook"] += "gone"
        assert robot.call(gone) == 200
    told = [record.getMessage() for record in caplog.records if "dingtalk" in record.getMessage()]
    assert told == [
        "event=callback_refused platform=dingtalk why=signature",
        "event=dingtalk_not_sent errcode=310000",
    ]
    kept = b"".join(path.read_bytes() for path in load_settings().home.rglob("wenzheng.db*"))
    for private in (SECRET, "甲乙丙"):
        assert private not in caplog.text
        assert private.encode() not in kept
