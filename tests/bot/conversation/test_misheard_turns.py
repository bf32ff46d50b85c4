"""Turns that sound like another move or department than they mean."""

from datetime import date

import pytest

from bot.answer import Ask, OfferedDepartment
from bot.answering.assistant import Assistant
from bot.conversation.focus import Focus, Topic
from bot.conversation.hearing.phrases import Sense
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from tests.bot.conversation.said_turns import Told
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.taken import taken

NUMBER = "青体发〔2026〕5号"
NOTICE = (
    f"青禾县体育局关于学生游泳卡的通知\n{NUMBER}\n各学校：\n"
    "一、优惠。在校学生办理游泳卡，每张60元。\n"
    "二、材料。办理时带学生证、一张照片。\n"
    "三、电话。办卡咨询：县游泳馆服务台，电话5550161。乱收费举报：县体育局办公室，电话5550169。\n"
    "青禾县体育局\n2026年3月2日\n"
)


@pytest.fixture
def sessions():
    return MemorySessions()


@pytest.fixture
def say(tmp_path, sessions):
    """Says one turn; what asks for papers sounds as if more of the same were wanted."""
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    finds = {"游泳卡": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),))}
    assistant = Assistant(Catalog((taken(path),), "d"), Told(finds), today=lambda: date(2026, 11, 21))
    owner, more = Sense({"owner": 0.8, "alone": 0.05}), Sense({"more": 0.8, "alone": 0.05})
    talk = Talk(assistant, sessions, lambda words: owner if "谁" in words else more)
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize("turn", ["带什么去", "要带哪些东西", "去哪些窗口要啥证件"])
def test_the_papers_of_an_errand_are_no_request_for_more(say, turn):
    """The article on papers is told, and not that nothing more was found."""
    say("游泳卡多少钱")
    assert "带学生证、一张照片" in say(turn).text


def test_whoever_a_refusal_named_is_not_whom_to_complain_to(say, sessions):
    """After a refusal that named the desk, 举报找谁 gets the phone for complaints of the notice at hand."""
    desk = OfferedDepartment("青禾县", "县游泳馆", f"{NUMBER}#三", "办卡问服务台 5550161")
    topic = Topic("游泳卡能退吗", (f"{NUMBER}#一",), chosen=f"{NUMBER}#一")
    sessions.save("s", Focus(topic, near=(desk,)))
    answer = say("举报找谁")
    assert "5550169" in answer.text
    assert "5550161" not in answer.text
