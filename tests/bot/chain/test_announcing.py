"""The staff's word on every answer: a notice on top, or a sentence in place of answers."""

from datetime import date

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.chain.announcing import Announcing
from bot.commands.chat import Chat
from bot.rendering import render_html, render_text
from bot.rendering.reply import MAX_CHARS
from bot.store import Database, Notice, Notices
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeSearch, found

TODAY = date(2026, 11, 21)
NOTICE = Notice("服务大厅本周搬迁 <新址>。", TODAY)
ON_TOP = "【2026年11月21日通知】服务大厅本周搬迁 <新址>。"


def announcing(notice, search=None):
    held = Assistant(FakeCatalog(), search or found(FRIDGE.id), today=lambda: TODAY)
    return Announcing(held, lambda: notice, lambda: TODAY)


def test_the_notice_stands_on_top_once_whatever_the_answer_is():
    """Answered, refused, a greeting: in the text, in the terminal, escaped for Telegram; first, and once."""
    for question, search in (("旧冰箱", None), ("天气", FakeSearch()), ("您好", None)):
        answer = announcing(NOTICE, search).ask(Ask(question))
        assert answer.text.startswith(f"{ON_TOP}\n\n")
        assert render_text.render(answer) == answer.text, question
        html = render_html.render(answer)
        assert html.count("本周搬迁 &lt;新址&gt;") == 1


def test_the_answer_below_the_notice_is_the_same():
    """Only the notice is added."""
    plain = announcing(Notice()).ask(Ask("旧冰箱"))
    assert announcing(NOTICE).ask(Ask("旧冰箱")).text == f"{ON_TOP}\n\n{plain.text}"


def test_the_longest_notice_leaves_a_message_within_telegrams_limit():
    """300 characters on top of an answer."""
    answer = announcing(Notice("通" * 300, TODAY)).ask(Ask("旧冰箱"))
    assert len(render_html.render(answer)) <= MAX_CHARS


def test_a_notice_ends_after_its_last_day():
    """The last day counts."""
    for until, shown in ((TODAY, True), (date(2026, 11, 20), False)):
        answer = announcing(Notice("搬迁", date(2026, 11, 1), until)).ask(Ask("旧冰箱"))
        assert ("搬迁" in answer.text) is shown


def test_while_answers_are_off_the_sentence_is_all_that_is_said():
    """No measure, no search; the id and the session come back; measures can still be read."""
    search = FakeSearch()
    held = announcing(Notice(off=True, sentence="正在维护，请拨打12345。"), search)
    answer = held.ask(Ask("旧冰箱", id="q1", session="s"))
    assert (answer.status, answer.text, answer.measures) == (Status.CHAT, "正在维护，请拨打12345。", ())
    assert (answer.id, answer.session, search.asked) == ("q1", "s", [])
    assert held.show(FRIDGE.id) is not None


def test_the_terminal_says_both():
    """The notice above the answer, and the sentence."""
    assert render_text.join(Chat(announcing(NOTICE)).reply("旧冰箱")).startswith(ON_TOP)
    assert render_text.join(Chat(announcing(Notice(off=True, sentence="维护"))).reply("旧冰箱")) == "维护"


def test_a_change_counts_from_the_next_answer_on(tmp_path):
    """Another process writes it, as the desk may run beside."""
    mine, theirs = Database(tmp_path / "wenzheng.db"), Database(tmp_path / "wenzheng.db")
    held = Announcing(Assistant(FakeCatalog(), found(FRIDGE.id)), Notices(mine).current, lambda: TODAY)
    assert "通知】" not in held.ask(Ask("旧冰箱")).text
    Notices(theirs).put(NOTICE)
    assert held.ask(Ask("旧冰箱")).text.startswith(ON_TOP)
    Notices(theirs).put(Notice(off=True, sentence="维护"))
    assert held.ask(Ask("旧冰箱")).text == "维护"
    for database in (mine, theirs):
        database.close()
