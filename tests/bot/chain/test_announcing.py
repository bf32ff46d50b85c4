"""The staff's word on every answer: a notice on top, or a sentence in place of answers."""

from datetime import date

from bot.answer import Answer, Ask, Status
from bot.answering.assistant import Assistant
from bot.chain.announcing import Announced
from bot.chain.told_notices import ToldNotices
from bot.commands.chat import Chat
from bot.conversation import IDLE_S
from bot.rendering import render_html, render_text
from bot.rendering.reply import MAX_CHARS
from bot.store import Database, Notice, Notices
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeSearch, assistance, found

TODAY = date(2026, 11, 21)
NOTICE = Notice("服务大厅本周搬迁 <新址>。", TODAY)
ON_TOP = "【2026年11月21日通知】服务大厅本周搬迁 <新址>。"


def announced(notice, search=None):
    held = Assistant(FakeCatalog(), search or found(FRIDGE.id), today=lambda: TODAY)
    return Announced(held.ask, lambda _: notice, lambda: TODAY)


def test_the_notice_stands_on_top_once_whatever_the_answer_is():
    """Answered, refused, a greeting: in the text, in the terminal, escaped for Telegram; first, and once."""
    for question, search in (("旧冰箱", None), ("天气", FakeSearch()), ("您好", None)):
        answer = announced(NOTICE, search)(Ask(question))
        assert answer.text.startswith(f"{ON_TOP}\n\n")
        assert render_text.render(answer) == answer.text, question
        html = render_html.render(answer)
        assert html.count("本周搬迁 &lt;新址&gt;") == 1


def test_a_conversation_is_told_a_notice_once():
    """At its first turn; again when the words change, after half an hour of silence, and in another talk."""
    clock, now = [0.0], [NOTICE]
    inner = Assistant(FakeCatalog(), found(FRIDGE.id), today=lambda: TODAY)
    ask = Announced(inner.ask, lambda _: now[0], lambda: TODAY, ToldNotices(lambda: clock[0]))
    told = lambda session: bool(ask(Ask("旧冰箱", session=session)).notice)  # noqa: E731 - one expression
    assert [told("甲"), told("甲"), told("乙"), told("甲")] == [True, False, True, False]
    now[0] = Notice("服务大厅已搬迁。", TODAY)
    assert [told("甲"), told("甲")] == [True, False]
    clock[0] = IDLE_S + 1
    assert [told("甲"), told("甲")] == [True, False]


def test_questions_outside_conversations_each_get_the_notice():
    """Nobody can know who asks: a program, a question on the command line."""
    ask = announced(NOTICE)
    assert [bool(ask(Ask("旧冰箱")).notice) for _ in range(2)] == [True, True]


def test_the_conversations_remembered_are_limited():
    """The one silent longest is forgotten first, and told again."""
    told = ToldNotices(lambda: 0.0, most=2)
    assert [told.is_new(session, "搬迁") for session in "甲乙甲丙甲乙"] == [
        True,
        True,
        False,
        True,
        False,
        True,
    ]


def test_the_answer_below_the_notice_is_the_same():
    """Only the notice is added."""
    plain = announced(Notice())(Ask("旧冰箱"))
    assert announced(NOTICE)(Ask("旧冰箱")).text == f"{ON_TOP}\n\n{plain.text}"


def test_the_longest_notice_leaves_a_message_within_telegrams_limit():
    """300 characters on top of an answer."""
    answer = announced(Notice("通" * 300, TODAY))(Ask("旧冰箱"))
    assert len(render_html.render(answer)) <= MAX_CHARS


def test_a_notice_ends_after_its_last_day():
    """The last day counts."""
    for until, shown in ((TODAY, True), (date(2026, 11, 20), False)):
        answer = announced(Notice("搬迁", date(2026, 11, 1), until))(Ask("旧冰箱"))
        assert ("搬迁" in answer.text) is shown


def test_while_answers_are_off_the_sentence_is_all_that_is_said():
    """No measure, no search, nothing offered; id and session come back; measures can still be read."""
    search = FakeSearch()
    notice = Notice(off=True, sentence="正在维护，请拨打12345。")
    answer = announced(notice, search)(Ask("旧冰箱", id="q1", session="s"))
    assert (answer.status, answer.text, answer.measures) == (Status.CHAT, "正在维护，请拨打12345。", ())
    assert (answer.id, answer.session, search.asked) == ("q1", "s", [])
    look_ups = assistance(Assistant(FakeCatalog(), found(FRIDGE.id)), current=lambda _: notice).look_ups
    assert look_ups.show(FRIDGE.id) is not None
    assert look_ups.offered("旧冰箱", 3) == ()


def test_the_terminal_says_both():
    """The notice above the answer, and the sentence."""
    assert render_text.join(Chat(announced(NOTICE)).reply("旧冰箱")).startswith(ON_TOP)
    assert render_text.join(Chat(announced(Notice(off=True, sentence="维护"))).reply("旧冰箱")) == "维护"


def test_a_change_counts_from_the_next_answer_on(tmp_path):
    """Another process writes it, as the desk may run beside."""
    mine, theirs = Database(tmp_path / "wenzheng.db"), Database(tmp_path / "wenzheng.db")
    ask = Announced(Assistant(FakeCatalog(), found(FRIDGE.id)).ask, Notices(mine).current, lambda: TODAY)
    assert "通知】" not in ask(Ask("旧冰箱")).text
    Notices(theirs).put(NOTICE)
    assert ask(Ask("旧冰箱")).text.startswith(ON_TOP)
    Notices(theirs).put(Notice(off=True, sentence="维护"))
    assert ask(Ask("旧冰箱")).text == "维护"
    for database in (mine, theirs):
        database.close()


def test_a_place_has_its_own_notice_or_that_of_what_it_belongs_to(tmp_path):
    """云龙区 its own; 铜山区 that of its city; elsewhere that of the whole bot; its last day counts."""
    kept = Notices(Database(tmp_path / "db", lambda: 1_795_651_200.0))
    kept.put(Notice("全省停办一天。", TODAY))
    kept.put(Notice("市大厅搬迁。", TODAY), "徐州市")
    kept.put(Notice("区大厅搬迁。", TODAY, date(2026, 11, 26)), "云龙区")
    kept.put(Notice("已经过去。", TODAY, date(2026, 11, 25)), "泉山区")
    said = {place: kept.current(place).text for place in ("云龙区", "铜山区", "泉山区", "南京市", None)}
    assert said == {
        "云龙区": "区大厅搬迁。",
        "铜山区": "市大厅搬迁。",
        "泉山区": "市大厅搬迁。",
        "南京市": "全省停办一天。",
        None: "全省停办一天。",
    }
    assert kept.of("云龙区").until == date(2026, 11, 26)


def test_answers_are_off_where_they_are_off_for_what_a_place_belongs_to(tmp_path):
    """A district keeps its own notice and gets no answers while its city has them off."""
    kept = Notices(Database(tmp_path / "db"))
    kept.put(Notice("区大厅搬迁。", TODAY), "云龙区")
    kept.put(Notice(off=True, sentence="市里正在维护。"), "徐州市")
    assert (kept.current("云龙区").off, kept.current("云龙区").sentence) == (True, "市里正在维护。")
    assert not kept.current("南京市").off


def test_the_place_that_a_question_names_has_its_notice():
    """The answer tells for where it holds; where answers are off there, none is given."""
    notices = {"周村": Notice("周村大厅搬迁。", TODAY), "聊城": Notice(off=True, sentence="聊城停用。")}

    def answering(ask):
        return Answer(ask.question, TODAY, Status.CHAT, "好", region=ask.question)

    ask = Announced(answering, lambda place: notices.get(place, Notice()), lambda: TODAY)
    assert "周村大厅搬迁。" in ask(Ask("周村", session=None)).text
    assert ask(Ask("聊城", session=None)).text == "聊城停用。"
    assert ask(Ask("张店区", session=None)).text == "好"
