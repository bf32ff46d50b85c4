"""Turns that ask what a notice says once for its matter; the search finds what each test tells it."""

from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from tests.bot.answering.test_particulars import ALLOWANCE
from tests.bot.conversation.test_talk import Told
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.taken import taken

NUMBER = "临民发〔2026〕8号"


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    path = tmp_path / "通知.txt"
    path.write_text(ALLOWANCE, encoding="utf-8")
    finds = {
        "多少钱": FakeFinding(hits=(FakeHit(f"{NUMBER}#第三条"),)),
        "申请高龄津贴": FakeFinding(hits=(FakeHit(f"{NUMBER}#第四条"),)),
    }
    assistant = Assistant(Catalog((taken(path),), "d"), Told(finds), today=lambda: date(2026, 11, 21))
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize(
    "turn", ["要带啥", "要带什么材料", "去办带啥", "去哪办", "多久能批下来", "几天能办好"]
)
def test_the_article_that_says_it_is_quoted_beside_the_amount(say, turn):
    """第三条 has the sum only; papers, office and days stand in 第四条."""
    say("高龄津贴多少钱")
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert [measure.item for measure in answer.measures] == ["第四条", "第三条"]
    assert "持身份证、户口簿到户籍所在地乡镇民政办申请" in answer.text


def test_two_are_told_from_one_article_at_once(say):
    """Its words stand once, below both names."""
    say("高龄津贴多少钱")
    text = say("去哪办，要带啥").text
    assert "写到要交什么材料、去哪里办的一条" in text
    assert text.count("持身份证、户口簿") == 1


def test_the_talk_stays_at_the_amount(say):
    """After the papers the phone is still that of the allowance."""
    say("高龄津贴多少钱")
    say("要带啥")
    assert "0543-6651207" in say("电话多少").text


def test_what_the_measure_says_itself_is_quoted_from_it(say):
    """第四条 was found: nothing is fetched from elsewhere."""
    say("怎么申请高龄津贴")
    answer = say("要带啥")
    assert [measure.item for measure in answer.measures] == ["第四条"]
    assert "持身份证、户口簿" in answer.text
    assert "同一份文件" not in answer.text


@pytest.mark.parametrize("turn", ["结婚证去哪领", "护照要带啥"])
def test_another_matter_is_none_of_the_notice(say, turn):
    """The notice says nothing of either."""
    say("高龄津贴多少钱")
    assert say(turn).status is Status.NOT_COVERED
