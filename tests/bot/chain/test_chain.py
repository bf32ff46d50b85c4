"""The chain that every question passes, whatever the channel."""

from contextlib import closing
from datetime import date

import pytest

from bot.answer import Answer, Ask, Status
from bot.chain import make_chain
from bot.chain.timing import Timed
from bot.helplines import shipped_helplines
from bot.store import Notice, Store

DAY = date(2026, 11, 21)
NOTICE = Notice("服务大厅本周搬迁。", DAY)
PERSON = ":7"


@pytest.fixture
def store(tmp_path):
    with closing(Store.open(tmp_path / "wenzheng.db")) as held:
        yield held


def said(ask):
    """What stands for the assistant: it says the question back."""
    return Answer(ask.question, DAY, Status.NOT_COVERED, f"答：{ask.question}")


def chain(journal=None, notice=None):
    return make_chain(lambda: said, lambda _: notice or Notice(), journal, lambda: "d1", shipped_helplines)


def test_a_question_is_announced_timed_and_recorded(store):
    """The answer carries the notice, its seconds and its number; the journal has all of them."""
    answer = chain(store.journal, NOTICE)(Ask("龙卷风怎么办", person=PERSON, chat=7))
    assert answer.text == "【2026年11月21日通知】服务大厅本周搬迁。\n\n答：龙卷风怎么办"
    (entry,) = store.journal.entries()
    assert (entry.id, entry.text, entry.status) == (answer.number, "龙卷风怎么办", "not_covered")
    assert (entry.seconds, entry.corpus) == (answer.seconds, "d1")
    assert store.journal.askers("龙卷风怎么办") == [(PERSON, 7, None)]


def test_the_sentence_in_place_of_answers_is_recorded_too(store):
    """Recording stands around the notice: what people were told is what is kept."""
    chain(store.journal, Notice(off=True, sentence="正在维护。"))(Ask("低保", person=PERSON))
    assert [entry.status for entry in store.journal.entries()] == ["chat"]


def test_nobody_is_recorded_who_is_not_known(store):
    """The command line and the terminal give no person: no number, nothing kept."""
    assert chain(store.journal)(Ask("低保")).number is None
    assert store.journal.entries() == ()


def test_without_a_journal_nothing_is_recorded():
    """The answer is the same, without a number."""
    answer = chain()(Ask("低保", person=PERSON))
    assert (answer.text, answer.number) == ("答：低保", None)


def test_the_seconds_are_those_between_question_and_answer():
    """From 10.0 to 10.25 by the clock."""
    ticks = iter((10.0, 10.25))
    assert Timed(said, lambda: next(ticks))(Ask("低保")).seconds == 0.25


def test_a_question_is_answered_by_what_is_newest_when_it_is_asked():
    """The chain was made before; it asks anew each time."""
    newest = [said]
    ask = make_chain(lambda: newest[0], Notice, None, lambda: "d1", shipped_helplines)
    newest[0] = lambda ask: Answer(ask.question, DAY, Status.CHAT, "新")
    assert ask(Ask("低保")).text == "新"
