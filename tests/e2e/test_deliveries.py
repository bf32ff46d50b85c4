"""Telegram over real HTTP: what is sent unasked reaches everybody whom it can reach."""

from contextlib import closing
from types import SimpleNamespace

import pytest

from bot.store import Database, DeskWork, Store
from bot.store.retrying import WAITS_S
from tests.bot.fakes import FRIDGE, SHIPS
from tests.e2e.running import Scripted, opened, running

DEAD = {
    3: (400, "Bad Request: chat not found"),
    13: (403, "Forbidden: bot was blocked by the user"),
    23: (400, "Bad Request: not enough rights to send text messages to the chat"),
    33: (400, "Bad Request: have no rights to send a message"),
    53: (429, "Too Many Requests: retry after 3600", 3600),
}


def receivers(api):
    """The chats that were sent something."""
    return {c.params["chat_id"] for c in api.calls if c.method == "sendMessage" and c.error is None}


@pytest.fixture
def dead(api, monkeypatch):
    """Of the chats 1 to 100 five take nothing and one is a group that moved."""
    monkeypatch.setenv("WENZHENG_NEWS_FROM", "0")
    monkeypatch.setenv("WENZHENG_NEWS_UNTIL", "24")
    api.refusing.update(DEAD)
    api.migrated[43] = -1043
    return api


def test_news_reach_all_but_those_who_refuse_them(dead):
    """Of 100 receivers 94 are told at once, and the moved group under its new id."""
    with opened(dead) as store:
        for chat in range(1, 101):
            store.subscriptions.add(f":{chat}", chat, "topic", "家电")
        store.subscriptions.note([SHIPS])
    with running(dead, Scripted()):
        dead.calls_until("sendMessage", 95)
    assert receivers(dead) == ({*range(1, 101)} - {*DEAD, 43}) | {-1043}


def test_replies_reach_all_but_those_who_refuse_them(dead):
    """Letters after a refused one are answered; who blocked the bot is at the desk as undeliverable."""
    with opened(dead) as store:
        for chat in range(1, 51):
            store.desk.reply(store.desk.leave(f":{chat}", chat, "问"), "答")
    with running(dead, Scripted()):
        dead.calls_until("sendMessage", 46)
    assert receivers(dead) == ({*range(1, 51)} - {*DEAD, 43}) | {-1043}
    with opened(dead) as store:
        assert [(letter.chat, letter.undeliverable) for letter in store.desk.undeliverable()] == [
            (13, "Forbidden: bot was blocked by the user")
        ]


def test_what_a_chat_refuses_is_tried_by_its_own_clock_until_it_is_given_up(tmp_path):
    """After each of six waits it is due once more; then it is undeliverable, and due no more."""
    clock = SimpleNamespace(now=1000.0)
    with closing(Database(tmp_path / "db", lambda: clock.now)) as database:
        desk = DeskWork(database)
        number = desk.leave(":7", 7, "问")
        desk.reply(number, "答")
        for wait_s in WAITS_S:
            desk.refused(number, "chat not found")
            assert desk.to_deliver() == ()
            clock.now += wait_s
            assert [letter.id for letter in desk.to_deliver()] == [number]
        desk.refused(number, "chat not found")
        assert desk.to_deliver() == ()
        assert [letter.undeliverable for letter in desk.undeliverable()] == ["chat not found"]


def test_a_reply_goes_to_the_topic_that_its_question_was_left_in(api):
    """Of a forum topic 31, with the name of the department under it; of another chat no topic."""
    with opened(api) as store:
        store.desk.reply(store.desk.leave(":7", -5, "问", 31), "答", "区商务局")
        store.desk.reply(store.desk.leave(":7", 7, "问"), "答")
    with running(api, Scripted()):
        api.calls_until("sendMessage", 2)
    sent = {call.params["chat_id"]: call.params for call in api.calls if call.method == "sendMessage"}
    assert sent[-5]["message_thread_id"] == 31
    assert "区商务局" in sent[-5]["text"]
    assert "message_thread_id" not in sent[7]


def test_a_group_that_moved_keeps_what_was_to_go_to_it(tmp_path):
    """A chat that moved keeps its subscriptions and letters under its new id."""
    with closing(Store.open(tmp_path / "db")) as store:
        store.subscriptions.add(":7", -5, "topic", "家电")
        store.subscriptions.begin(-5, FRIDGE)
        store.move_chat(-5, -1005)
        assert [one.chat for one in store.subscriptions.all()] == [-1005]
        assert store.subscriptions.due() == ((-1005, FRIDGE.id),)


@pytest.mark.parametrize(
    "data",
    [
        "up:",
        "up:x",
        "down:" + "9" * 30,
        "why:",
        "why:a:b",
        "leave:²",
        "end:",
        "end:-1",
        "list:x",
        "list:²",
        "region:火星",
        "nosuch:1",
    ],
)
def test_malformed_buttons_get_one_clear_line(api, caplog, data):
    """Nothing is raised; the button is out of date."""
    with running(api, Scripted()):
        api.press(data)
        (said,) = api.wait("answerCallbackQuery")
    assert "过时" in said.params["text"]
    assert "update_failed" not in caplog.text


def test_a_question_of_another_chat_cannot_be_rated(api):
    """The button of chat 7, pressed from chat 8, changes nothing."""
    with running(api, Scripted()):
        api.say("没有的事")
        (answer,) = api.sent(1)
        api.press(answer.buttons[-2]["callback_data"], chat=8)
        (said,) = api.wait("answerCallbackQuery")
    assert "过时" in said.params["text"]
    with opened(api) as store:
        assert store.database.rows("SELECT * FROM feedback") == []


@pytest.mark.parametrize("kind", ["up:", "down:", "why:", "leave:"])
def test_nothing_is_done_with_a_question_of_another_chat(api, kind):
    """Neither rated, nor explained, nor left with the staff."""
    with running(api, Scripted()) as bot:
        api.say("没有的事")
        (answer,) = api.sent(1)
        number = answer.buttons[-2]["callback_data"].partition(":")[2]
        api.press(f"{kind}{number}" + (":old" if kind == "why:" else ""), chat=8)
        (said,) = api.wait("answerCallbackQuery")
        assert bot.store.database.rows("SELECT * FROM feedback") == []
        assert bot.store.desk.open() == ()
    assert "过时" in said.params["text"]


def test_a_subscription_of_another_chat_cannot_be_ended(api):
    """The button of chat 7, pressed from chat 8, changes nothing."""
    with running(api, Scripted()) as bot:
        bot.store.subscriptions.add(":7", 7, "topic", "家电")
        (one,) = bot.store.subscriptions.of(7)
        api.press(f"end:{one.id}", chat=8)
        api.wait("answerCallbackQuery")
        api.wait_until_confirmed()
        assert bot.store.subscriptions.of(7) == (one,)


def test_a_hundred_and_fifty_subscriptions_are_listed_page_by_page(api):
    """Telegram refuses more than 100 buttons: 30 and one that leads on, in the same message."""
    with running(api, Scripted()) as bot:
        for number in range(150):
            bot.store.subscriptions.add(":7", 7, "topic", f"养老{number}")
        api.say("/subscriptions")
        (first,) = api.sent(1)
        api.press(first.buttons[-1]["callback_data"], message_id=2)  # the first is that of the person
        (second,) = api.wait("editMessageText")
    assert [button["text"] for button in first.buttons[:2]] == ["✕ 养老0", "✕ 养老1"]
    assert [button["text"] for button in second.buttons[:2]] == ["✕ 养老30", "✕ 养老31"]
    assert (len(first.buttons), len(second.buttons)) == (31, 31)
