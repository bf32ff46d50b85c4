"""What is said while the documents cannot be searched."""

import logging

from bot import messages
from bot.answer import Answer, Ask, Status
from bot.chain import make_chain
from bot.helplines import shipped_helplines
from bot.store import Notice
from retrieval.errors import EngineUnavailableError
from tests.bot.chain.test_chain import DAY


class Wavering:
    """An assistant whose engine is gone while it is told so."""

    gone = True

    def __call__(self, ask):
        """The question said back, once the engine is there."""
        if self.gone:
            raise EngineUnavailableError("postgresql://db.local/library", "连不上")
        return Answer(ask.question, DAY, Status.NOT_COVERED, f"答：{ask.question}")


def chain(inner, notice=None):
    return make_chain(lambda: inner, lambda _: notice or Notice(), None, lambda: "d1", shipped_helplines)


def test_an_engine_that_is_gone_is_said_in_one_sentence(caplog):
    """No guess, no trace; the staff read the address and the cause, and not the question."""
    with caplog.at_level(logging.ERROR):
        answer = chain(Wavering())(Ask("高龄津贴多少钱", session="s1", id="7"))
    assert (answer.text, answer.measures) == (messages.LIBRARY_UNREACHED, ())
    assert (answer.session, answer.id) == ("s1", "7")
    assert [r.message for r in caplog.records] == [
        "event=not_searched reason=索引引擎 postgresql://db.local/library 用不了：连不上。"
    ]


def test_the_next_question_is_answered_when_it_is_back():
    """Nothing has to be started anew."""
    inner = Wavering()
    ask = chain(inner)
    ask(Ask("高龄津贴多少钱"))
    inner.gone = False
    assert ask(Ask("高龄津贴多少钱")).text == "答：高龄津贴多少钱"


def test_a_danger_is_told_all_the_same():
    """Whom to call needs no engine."""
    answer = chain(Wavering())(Ask("家里煤气泄漏了怎么办"))
    assert answer.danger
    assert messages.LIBRARY_UNREACHED not in answer.text


def test_the_notice_of_the_staff_stands_on_top():
    """As on every first answer."""
    answer = chain(Wavering(), Notice("服务大厅本周搬迁。", DAY))(Ask("高龄津贴多少钱"))
    assert answer.notice
    assert answer.text.endswith(messages.LIBRARY_UNREACHED)
