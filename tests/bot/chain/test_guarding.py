"""Danger comes first: before the search, the notice and any conversation."""

from datetime import date

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation import MemorySessions, Talk
from bot.rendering import render_html, render_text
from bot.store import Notice
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeSearch, assistance, found

TODAY = date(2026, 11, 21)
FIRST = "请马上拨打 110（报警）、12338（妇女维权）"


def asking(search, notice=None):
    held = Assistant(FakeCatalog(), search, today=lambda: TODAY)
    return assistance(held, current=lambda _: notice or Notice()).ask


def test_the_numbers_stand_in_the_first_line_and_nothing_is_searched():
    """One calm sentence below; the status says that the documents do not answer."""
    search = found(FRIDGE.id)
    answer = asking_nothing(search)
    assert answer.text.splitlines()[0] == FIRST
    assert (answer.status, answer.danger, answer.measures) == (Status.NOT_COVERED, "home_violence", ())


def asking_nothing(search):
    """The answer to a danger, for which the search must not be asked."""
    answer = asking(search)(Ask("老公打我怎么办", id="q1", session="s", region="周村"))
    assert not getattr(search, "asked", ())
    assert (answer.id, answer.session, answer.region) == ("q1", "s", "周村")
    return answer


def test_every_channel_shows_the_same_words():
    """Bold on Telegram, plain in the terminal."""
    answer = asking_nothing(found(FRIDGE.id))
    assert render_text.render(answer) == answer.text
    assert render_html.render(answer).startswith(f"<b>{FIRST}</b>")


def test_no_notice_stands_above_the_numbers():
    """The first line is theirs."""
    answer = asking(found(FRIDGE.id), Notice("服务大厅搬迁。", TODAY))(Ask("着火了快来人"))
    assert answer.text.startswith("请马上拨打 119（火警）")


def test_the_numbers_are_told_while_answers_are_off():
    """Whatever the staff maintain."""
    answer = asking(found(FRIDGE.id), Notice(off=True, sentence="正在维护。"))(Ask("我不想活了"))
    assert answer.text.startswith("请马上拨打 12356（心理援助）")


def test_a_conversation_goes_on_after_a_danger():
    """The measure talked about is still the one that 电话呢 asks of."""
    sessions = MemorySessions()
    talk = Talk(Assistant(FakeCatalog(), found(FRIDGE.id), today=lambda: TODAY), sessions)
    ask = assistance(talk, sessions=sessions).ask
    ask(Ask("旧冰箱换新的有补贴吗", session="s"))
    before = sessions.load("s")
    assert ask(Ask("等一下，孩子走丢了", session="s")).danger == "kidnapped_child"
    assert sessions.load("s") == before
    assert "0533-6195136" in ask(Ask("电话呢", session="s")).text


def test_less_plain_words_are_heard_where_nothing_is_found():
    """The search is asked first; its refusal gives way, its answer does not."""
    hint = Ask("又挨打了，眼睛都肿得睁不开")
    assert asking(FakeSearch())(hint).danger == "home_violence"
    assert asking(found(FRIDGE.id))(hint).danger == ""


def test_a_refusal_of_what_may_be_danger_stands_below_the_numbers():
    """No notice comes between; an answer and the refusal of a question stay as they are."""
    told = Ask("崖边的土往下掉，俺趴着不敢动")
    answer = asking(FakeSearch(), Notice("服务大厅搬迁。", TODAY))(told)
    assert answer.text.startswith("如果有人正有危险，请马上拨打 110（报警）、120（急救）、119（火警）、12356")
    assert "没有查到" in answer.text
    assert render_text.render(answer) == answer.text
    assert answer.danger == ""
    assert "110" not in asking(FakeSearch())(Ask("崖边的土往下掉，保险给赔吗")).text
