"""Turns whose words are those of another document, however much they lean on the notice at hand."""

from dataclasses import replace

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import Told
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.taken import taken

CARE, FARM = "青教发〔2026〕4号", "青农发〔2026〕9号"
NOTICES = {
    "托管": f"青禾县教育局关于课后托管的通知\n{CARE}\n各学校：\n"
    "一、收费。托管每学期收取120元，有补贴的学生免收。\n二、时间。每天下午4点半到6点。\n"
    "青禾县教育局\n2026年3月2日\n",
    "农机": f"青禾县农业农村局关于农机补贴的通知\n{FARM}\n各镇：\n"
    "一、旋耕机每台补贴3000元。\n二、喷雾器每台补贴200元。\n青禾县农业农村局\n2026年3月2日\n",
}


class Refusing(Told):
    """A search that also gives what it rejects."""

    def search(self, question, *, exclude=frozenset(), **asked):
        """What the test told of the first of its words that the question has."""
        found = super().search(question, exclude=exclude, **asked)
        told = next((one for words, one in self.finds.items() if words in question), found)
        rejected = tuple(hit for hit in told.rejected if hit.measure_id not in exclude)
        return replace(found, rejected=rejected)


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation; what a turn finds beside the first question is weak."""
    for name, text in NOTICES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    tiller, sprayer = FakeHit(f"{FARM}#一", 0.35), FakeHit(f"{FARM}#二", 0.3)
    refused = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_SUBSIDY, (), (sprayer, tiller))
    finds = {
        "托管": FakeFinding(hits=(FakeHit(f"{CARE}#一"),)),
        "旋耕机": FakeFinding(hits=(tiller, sprayer)),
        "喷雾器": refused,
        "学生": FakeFinding(hits=(sprayer,)),
    }
    catalog = Catalog(tuple(taken(tmp_path / f"{name}.txt") for name in NOTICES), "d")
    talk = Talk(Assistant(catalog, Refusing(finds)), MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize("turn", ["那旋耕机给补多少", "买旋耕机有补贴没"])
def test_a_thing_of_another_notice_is_answered_from_there(say, turn):
    """Found at .35 only; 补贴 stands in both notices, 旋耕机 in one."""
    say("托管多少钱")
    answer = say(turn)
    assert (answer.status, answer.measures[0].id) == (Status.ANSWERED, f"{FARM}#一")


def test_what_is_refused_of_another_notice_is_not_told_from_the_one_at_hand(say):
    """No text of the notice at hand is shown as the nearest for a thing that it does not name."""
    say("托管多少钱")
    answer = say("那喷雾器呢，给补多少")
    assert not any(measure.doc.number == CARE for measure in answer.measures)


def test_a_turn_with_words_of_the_notice_at_hand_stays(say):
    """补贴 stands in both notices, 学生 in this one: what the search guesses does not take the talk away."""
    say("托管多少钱")
    assert say("那有补贴的学生呢").measures[0].doc.number == CARE
