"""Telegram over real HTTP: what is kept, brought back, limited and removed."""

import json
import logging
from contextlib import closing

from bot.china_time import today_in_china
from bot.messages import chinese_date
from bot.messages import telegram as words
from bot.place_table import PlaceRow, PlaceTable
from bot.store import OwnKind, Store
from tests.bot.fakes import FRIDGE, SHIPS
from tests.e2e.running import QUESTION, Scripted, plain, real_assistant, running, settings
from tests.e2e.webhooks import SECRET, call_webhook, hooked


def opened(api):
    """The store of the bot's home."""
    return closing(Store.open(settings(api).database))


def pressed(call, text):
    """The data of the button that says this."""
    return next(button["callback_data"] for button in call.buttons if button["text"].startswith(text))


def test_an_update_taken_before_a_crash_is_answered_after_the_restart(api):
    """It was confirmed to Telegram and not answered: the next run answers it, once."""
    message = api.message("好问题")
    update = {"update_id": 4000, "message": message}
    with opened(api) as store:
        store.updates.take(4000, json.dumps(update))
    asker = Scripted()
    with running(api, asker):
        (answer,) = api.sent(1)
        api.push_again(4000, message=message)
        api.say("二次")
        api.sent(2)
    assert answer.text == "答：好问题"
    assert asker.asked == ["好问题", "二次"]


def test_an_answered_update_is_not_answered_by_the_next_run(api):
    """A second delivery after a restart changes nothing."""
    message = api.message("一次")
    with running(api, Scripted()):
        number = api.push(message=message)
        api.sent(1)
    asker = Scripted()
    with running(api, asker):
        api.push_again(number, message=message)
        api.say("二次")
        api.sent(2)
    assert asker.asked == ["二次"]


def test_an_answer_is_sent_again_while_telegram_is_down(api, caplog):
    """A 502, a dropped connection and a 429 with retry_after: the answer arrives once, nothing is logged."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.fail("sendMessage", 502, "Bad Gateway")
        api.drop("sendMessage")
        api.fail("sendMessage", 429, "Too Many Requests: retry after 0", retry_after=0)
        api.say("好问题")
        answers = api.sent(1)
        api.wait_until_confirmed()
    assert [answer.text for answer in answers] == ["答：好问题"]
    assert not [record for record in caplog.records if "update_failed" in record.getMessage()]


def test_somebody_who_blocked_the_bot_stops_nothing(api, caplog):
    """A 403 is no failure; the next chat is answered."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
        api.say("一问")
        api.say("二问", chat=8)
        (answer,) = api.sent(1)
    assert "update_failed" not in caplog.text
    assert answer.text.startswith("答：")


def test_a_very_long_message_is_cut_with_a_notice(api):
    """Of 2,400 characters the first and last thousand are asked, after a sentence that says so."""
    asker = Scripted()
    with running(api, asker):
        api.say("甲" * 1200 + "乙" * 1200)
        notice, _ = api.sent(2)
    assert notice.text == words.CUT
    assert asker.asked == ["甲" * 1000 + " " + "乙" * 1000]


def test_too_many_messages_get_one_notice(api, monkeypatch):
    """With a burst of two the third is told, the fourth is dropped, another person is answered."""
    monkeypatch.setenv("WENZHENG_MESSAGE_BURST", "2")
    monkeypatch.setenv("WENZHENG_MESSAGES_PER_MINUTE", "1")
    asker = Scripted()
    with running(api, asker):
        for text in ("一", "二", "三", "四"):
            api.say(text * 2)
        api.say("邻居", chat=8)
        texts = [call.text for call in api.sent(4)]
    assert sorted(texts) == sorted(["答：一一", "答：二二", words.TOO_MANY, "答：邻居"])


def test_a_cry_for_help_is_never_too_often(api, monkeypatch):
    """After a burst of one, what tells of danger is answered all the same, without buttons."""
    monkeypatch.setenv("WENZHENG_MESSAGE_BURST", "1")
    monkeypatch.setenv("WENZHENG_MESSAGES_PER_MINUTE", "1")
    with running(api, Scripted()):
        api.say("一一")
        api.sent(1)
        api.say("厨房着火了")
        _, told = api.sent(2)
    assert told.text.startswith("<b>请马上拨打 119（火警）")
    assert "reply_markup" not in told.params


def test_a_letter_that_tells_of_danger_is_kept_and_answered_with_the_numbers(api):
    """The staff read it later; the numbers help now."""
    with running(api, Scripted()):
        api.say("/staff 我不想活了")
        told, kept = api.sent(2)
    assert told.text.startswith("请马上拨打 12356（心理援助）")
    assert kept.text.startswith(words.LEFT[:4])


def test_a_thumb_down_asks_why_and_is_kept(api):
    """The reason stands in the store with the question."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
        api.press(pressed(answer, "👎"))
        _, why = api.sent(2)
        api.press(pressed(why, "已过时"))
        api.sent(3)
    with opened(api) as store:
        assert list(store.journal.reasons()) == [("已过时", 1)]
        (rating,) = store.journal.ratings()
    assert (rating.measure, rating.bad) == (FRIDGE.id, 1)


def test_a_refused_question_can_be_left_and_the_reply_comes_into_the_chat(api):
    """The button puts it into the queue; what the staff reply is sent once."""
    with running(api, Scripted()):
        api.say("没有的事")
        (refused,) = api.sent(1)
        api.press(pressed(refused, "留言"))
        _, left = api.sent(2)
        with opened(api) as store:
            (letter,) = store.desk.open()
            store.desk.reply(letter.id, "请带<身份证>到窗口", "区民政局")
        *_, reply = api.sent(3)
    assert "编号1" in left.text
    assert letter.text == "没有的事"
    signature = f"——区民政局，{chinese_date(today_in_china())}"
    assert plain(reply.text) == f"工作人员对您留言“没有的事”的答复：\n请带<身份证>到窗口\n{signature}"
    with opened(api) as store:
        assert store.desk.to_deliver() == ()


def test_forget_removes_everything_of_a_person(api):
    """After /forget no row of the person is left but the ids of updates."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        api.say("/subscribe 养老")
        api.say("/staff 我的问题")
        api.say("/forget")
        *_, said = api.sent(4)
    assert said.text == words.FORGOTTEN
    with opened(api) as store:
        held = {t: store.database.rows(f"SELECT * FROM {t}") for t in ("questions", "queue", "subscriptions")}
    assert held == {"questions": [], "queue": [], "subscriptions": []}


def test_a_region_is_settled_by_command_or_button(api):
    """/region 周村 at once, /region alone by buttons."""
    with running(api, real_assistant()):
        api.say("/region")
        (asked,) = api.sent(1)
        api.press(pressed(asked, "周村"))
        _, settled = api.sent(2)
    assert "周村" in settled.text
    with opened(api) as store:
        assert store.people.region(":7") == "周村"


def test_a_place_that_does_not_serve_gets_one_line_and_buttons(api):
    """张店区 has no rule here: 周村 is offered."""
    with running(api, real_assistant()):
        api.say("/region 张店区")
        (asked,) = api.sent(1)
    assert "手头没有张店区的文件" in asked.text
    assert pressed(asked, "周村")
    with opened(api) as store:
        assert store.people.region(":7") is None


def test_a_chat_is_tied_to_a_place_until_a_person_says_another(api):
    """What is asked in it is asked from there; /region counts more."""
    table = PlaceTable({"聊城": PlaceRow(chats=(7,))})
    with running(api, real_assistant(), places=lambda: table):
        api.say(QUESTION)
        (tied,) = api.sent(1)
        api.say("/region 周村区")
        api.sent(2)
        api.say(QUESTION)
        *_, own = api.sent(3)
    assert "不是聊城的规定" in tied.text
    assert "不是" not in own.text.splitlines()[0]


def test_subscriptions_are_listed_and_ended_by_a_tap(api):
    """The button under /subscriptions ends the one it names."""
    with running(api, real_assistant()):
        api.say("/subscribe 家电")
        api.say("/subscriptions")
        _, listed = api.sent(2)
        api.press(pressed(listed, "✕ 家电"))
        api.sent(3)
        api.say("/subscriptions")
        *_, none = api.sent(4)
    assert none.text == words.SUBSCRIPTIONS_NONE


def test_what_was_asked_is_listed_and_removed_by_a_tap(api):
    """/mine: the question and the subscription of this chat; a button removes one and shows what is left."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        api.say("/subscribe 家电")
        api.say("/mine")
        *_, listed = api.sent(3)
        assert "您问过的：\n1. " in listed.text
        assert "您的订阅：\n2. 家电" in listed.text
        api.press(pressed(listed, "✕ 1"))
        *_, left = api.calls_until("sendMessage", 4)  # the stand-in has no such message to edit
        api.press("drop:question:999999")
        api.press("drop:nothing")
        api.calls_until("answerCallbackQuery", 3)
    assert "您问过的" not in left.text
    assert "您的订阅：\n1. 家电" in left.text
    with opened(api) as store:
        assert store.own.of(":7", 7, OwnKind.QUESTION, 9) == ()
        assert [one.wanted for one in store.subscriptions.of(7)] == ["家电"]


def test_a_subscriber_is_told_of_a_new_measure_once(api, monkeypatch):
    """What was there before is no news; what comes is told to whom it fits, also over a restart."""
    monkeypatch.setenv("WENZHENG_NEWS_FROM", "0")
    monkeypatch.setenv("WENZHENG_NEWS_UNTIL", "24")
    with opened(api) as store:
        store.subscriptions.add(":7", 7, "topic", "家电")
        store.subscriptions.add(":8", 8, "topic", "养驴")
        store.subscriptions.note([SHIPS])
    for _ in range(2):
        with running(api, Scripted()):
            news, *_ = api.sent(1)
            api.say("好问题", chat=9)
            api.wait_until_confirmed()
    assert news.params["chat_id"] == 7
    assert "家电" in news.text
    told = [call for call in api.calls if call.method == "sendMessage" and call.params["chat_id"] in (7, 8)]
    assert len(told) == 1


def test_the_ledger_is_sent_as_a_workbook(api):
    """/export after a department sends an .xlsx file."""
    with running(api, Scripted()):
        api.say("/export")
        (sent,) = api.wait("sendDocument")
    name, size = sent.params["document"].rsplit(" ", 1)
    assert name.endswith(".xlsx")
    assert int(size) > 1000


def test_inline_mode_offers_measures_as_cards(api):
    """Two measures found are two cards with their document."""
    with running(api, real_assistant()):
        api.ask_inline("旧冰箱")
        (offered,) = api.wait("answerInlineQuery")
    titles = [card["description"] for card in offered.params["results"]]
    assert titles == [f"{FRIDGE.document}第19项", f"{SHIPS.document}第7项"]


def test_inline_mode_offers_whom_to_call_alone_in_danger(api):
    """One card with the numbers, and no measure."""
    with running(api, real_assistant()):
        api.ask_inline("旧冰箱着火了")
        (offered,) = api.wait("answerInlineQuery")
    (card,) = offered.params["results"]
    assert card["description"] == "请马上拨打 119（火警）、120（急救）"
    assert card["input_message_content"]["message_text"].startswith("请马上拨打 119（火警）")


def test_an_unfinished_inline_query_offers_nothing(api):
    """Before a word is typed there is no card and no failure."""
    with running(api, real_assistant()):
        api.ask_inline("")
        (offered,) = api.wait("answerInlineQuery")
    assert offered.params.get("results", []) == []


def test_stats_are_for_admins(api, monkeypatch):
    """The person of the setting gets the counts, others nothing."""
    monkeypatch.setenv("WENZHENG_ADMINS", "7, 11")
    with running(api, real_assistant()):
        api.say("/stats", chat=8)
        api.say("/stats", chat=7)
        (said,) = api.sent(1)
    assert said.params["chat_id"] == 7


def test_a_webhook_call_with_the_secret_is_answered(api, monkeypatch):
    """Telegram is told the address; a call with the token is answered, one without is refused."""
    port = hooked(monkeypatch)
    asker = Scripted()
    with running(api, asker):
        (told,) = api.wait("setWebhook")
        codes = [call_webhook(port, api.message("好问题"), secret) for secret in (SECRET, "falsch")]
        (answer,) = api.sent(1)
    assert told.params["secret_token"] == SECRET
    assert codes == [200, 403]
    assert answer.text == "答：好问题"
    assert asker.asked == ["好问题"]
