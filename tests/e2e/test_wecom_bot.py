"""The robot of WeCom over a real WebSocket: kinds of messages, lost connections, what is sent unasked."""

import logging
import re
from contextlib import closing, contextmanager

from pydantic import SecretStr

from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.settings import load_settings
from tests.e2e.lines import RunningRobot, wecom_bot
from tests.e2e.running import QUESTION, real_assistant
from tests.e2e.wecom_gateway import ROBOT, SECRET, WecomGateway
from tests.web.scripted import ScriptedSearch, scripted

PHONE = "0533-6195136"


@contextmanager
def opened(inner=None, **settings):
    """WeCom's end of the connection, and the store behind the robot."""
    with wecom_bot(inner or Talk(real_assistant(), MemorySessions()), **settings) as line:
        yield line.stand_in, line.store


def test_kinds_of_messages_are_answered_kindly():
    """Recognised speech is searched and shown; words beside a picture too; whoever comes in is greeted."""
    with opened() as (wecom, _):
        wecom.greet()
        wecom.push(wecom.message("甲", kind="voice", voice={"content": QUESTION}))
        wecom.push(wecom.message("乙", kind="voice", voice={"content": ""}))
        wecom.until(lambda: len(wecom.said) == 3)
        parts = [{"msgtype": "text", "text": {"content": QUESTION}}, {"msgtype": "image", "image": {}}]
        wecom.push(wecom.message("丙", kind="mixed", mixed={"msg_item": parts}))
        wecom.push(wecom.message("丁", kind="image", image={"url": "https://example.com/1"}))
        wecom.until(lambda: len(wecom.said) == 5)
    said = dict(wecom.said)
    assert "政策" in said["zhangsan"]
    assert said["甲"].startswith(f"听到的是：“{QUESTION}”")
    assert PHONE in said["甲"]
    assert "听不出内容" in said["乙"]
    assert PHONE in said["丙"]
    assert PHONE not in said["丁"]
    assert wecom.refused == []


def test_in_a_group_the_name_of_the_robot_is_no_part_of_the_question():
    """The answer goes to the group, and the person there is another than alone with the robot."""
    with opened() as (wecom, _):
        wecom.push(wecom.message("甲", group="wrkSFfCgAA", text={"content": f"@政策助手 {QUESTION}"}))
        wecom.until(lambda: wecom.said)
        alone = wecom.write("电话呢", "甲")
    ((chat, answer), _) = wecom.said
    assert chat == "wrkSFfCgAA"
    assert PHONE in answer
    assert PHONE not in alone


def test_an_answer_that_takes_long_is_announced_and_replaces_that():
    """Within five seconds something is said; then the answer stands in its place."""
    search = ScriptedSearch()
    with opened(scripted(search)) as (wecom, _):
        wecom.push(wecom.message("甲", text={"content": "慢慢问冰箱"}))
        wecom.until(lambda: wecom.waiting)
        assert wecom.said == []
        search.release.set()
        wecom.until(lambda: wecom.said)
    ((_, first),) = wecom.waiting
    ((_, answer),) = wecom.said
    assert "查好了就在这里显示" in first
    assert PHONE in answer
    assert wecom.refused == []


def test_an_answer_whose_connection_is_lost_follows_over_the_next():
    """As a message of its own, once."""
    search = ScriptedSearch()
    with opened(scripted(search)) as (wecom, _):
        wecom.push(wecom.message("甲", text={"content": "慢慢问冰箱"}))
        assert search.begun.wait(20)
        wecom.drop()
        wecom.until(lambda: wecom.subscriptions == 2)
        wecom.forget_requests()
        search.release.set()
        wecom.until(lambda: wecom.said)
        again = wecom.write("谢谢", "甲")
    (first, _) = wecom.said
    assert first[0] == "甲"
    assert PHONE in first[1]
    assert "不客气" in again


def test_what_is_being_answered_when_it_stops_is_answered():
    """The connection stays until then."""
    search = ScriptedSearch()
    with closing(WecomGateway()) as wecom, closing(RunningRobot(scripted(search), wecom)) as robot:
        wecom.push(wecom.message("甲", text={"content": "慢慢问冰箱"}))
        assert search.begun.wait(20)
        robot.stop()
        search.release.set()
        robot.join()
    ((_, answer),) = wecom.said
    assert PHONE in answer


def test_what_is_no_frame_and_what_is_malformed_ends_nothing():
    """The next question is answered."""
    with opened() as (wecom, _):
        wecom.until(lambda: wecom.subscriptions)
        for raw in ("", "[]", "7", '{"cmd": "aibot_msg_callback"}', '{"headers": 3}', "{" * 9000):
            wecom.raw(raw)
        for body in (None, [], {"from": 3}, {"msgid": 7, "from": {"userid": "甲"}, "msgtype": "text"}):
            wecom._call({"cmd": "aibot_msg_callback", "headers": {"req_id": "r"}, "body": body})
        assert PHONE in wecom.write(QUESTION)
    assert wecom.subscriptions == 1
    assert wecom.refused == []


def test_a_robot_that_is_unknown_ends_the_program_with_one_line(caplog):
    """Which says what to do, and neither says nor logs the secret."""
    wrong = SecretStr("another-secret-of-a-robot")
    with closing(WecomGateway()) as wecom, caplog.at_level(logging.DEBUG):
        robot = RunningRobot(Talk(real_assistant(), MemorySessions()), wecom, wecom_bot_secret=wrong)
        robot.join()
        robot.store.close()
    assert "853000" in robot.error
    assert "WENZHENG_WECOM_BOT_SECRET" in robot.error
    assert "\n" not in robot.error
    assert wrong.get_secret_value() not in robot.error + caplog.text
    assert wecom.subscriptions == 0


def test_a_platform_that_is_busy_or_refuses_later_is_tried_again(caplog):
    """Only the first refusal is final; neither secret nor people stand in any line of the log."""
    with caplog.at_level(logging.DEBUG), opened() as (wecom, _):
        wecom.until(lambda: wecom.subscriptions)
        wecom.code = 853000
        wecom.drop()
        wecom.until(lambda: wecom.refused)
        wecom.code = 0
        wecom.until(lambda: wecom.subscriptions == 2)
        assert PHONE in wecom.write(QUESTION)
    assert "event=wecom_bot_refused why=853000" in caplog.text
    for private in (SECRET, "zhangsan", "冰箱"):
        assert private not in caplog.text


def test_a_robot_that_connects_elsewhere_is_one_line_in_the_log(caplog):
    """The connection is opened again after the longest wait, not at once: two programs would fight."""
    with caplog.at_level(logging.WARNING), opened() as (wecom, _):
        wecom.until(lambda: wecom.subscriptions)
        wecom.replace()
        wecom.until(lambda: wecom.subscriptions == 2)
    assert caplog.text.count("event=wecom_bot_replaced") == 1


def test_replies_of_the_staff_are_sent_unasked():
    """Once, each sign as it was written."""
    with opened() as (wecom, store):
        wecom.write(QUESTION)
        left = wecom.write("/staff 我家2.5亩*3块地，能补~1次吗")
        store.desk.reply(store.desk.open()[0].id, "可以申请。", "区住建局")
        wecom.until(lambda: len(wecom.said) == 3)
        after = wecom.write("谢谢")
    _, told = wecom.said[2]
    assert "有了答复会发给您" in left
    assert told.startswith("工作人员对您留言“我家2.5亩＊3块地,能补～1次吗”的答复：\n可以申请。\n——区住建局")
    assert "可以申请" not in after


def test_a_card_is_sent_as_a_picture():
    """By the number below the answer; a measure that is not there has none."""
    with opened() as (wecom, _):
        (number,) = re.findall(r"^(\d+)．要一张图片$", wecom.write(QUESTION), re.MULTILINE)
        sent = wecom.write(number)
        assert "图片没有做成" in wecom.write("/card 没有这一条")
    ((chat, picture),) = wecom.pictures
    assert chat == "zhangsan"
    assert picture.startswith(b"\x89PNG")
    assert 10_000 < len(picture) < 200_000
    assert "图片发给您了" in sent
    assert wecom.refused == []


def test_the_number_of_a_choice_is_shown_as_it_is_replied():
    """A list of Markdown that begins at 3 might be shown from 1."""
    with opened(scripted()) as (wecom, _):
        refused = wecom.write("怎么养驴")
        (number,) = re.findall(r"^(\d+)．留言给工作人员$", refused, re.MULTILINE)
        assert "已转给工作人员" in wecom.write(number)


def test_the_secret_of_the_robot_is_shown_nowhere(monkeypatch):
    """Neither where settings are listed nor where they are printed."""
    monkeypatch.setenv("WENZHENG_WECOM_BOT_SECRET", SECRET)
    monkeypatch.setenv("WENZHENG_WECOM_BOT_ID", ROBOT)
    assert SECRET not in str(load_settings())
    assert SECRET not in str(load_settings().shown)
