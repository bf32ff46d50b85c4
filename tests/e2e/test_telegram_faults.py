"""Telegram over real HTTP: what may go wrong on the way, by Telegram's documentation."""

import logging

import pytest

from bot.messages import telegram
from bot.messages.talk import NEXT_SAID
from bot.telegram import keyboards
from tests.e2e.running import QUESTION, Scripted, real_assistant, running
from tests.e2e.webhooks import call_webhook, hooked


def test_updates_of_one_batch_in_the_wrong_order_are_each_answered_once(api):
    """The later id comes first; the library asks for it again, and it is known already."""
    asker = Scripted()
    api.push_again(2002, message=api.message("后一问"))
    api.push_again(2001, message=api.message("前一问"))
    with running(api, asker):
        texts = [call.text for call in api.sent(2)]
        api.push_again(2003, message=api.message("第三问"))
        api.sent(3)
        api.wait_until_confirmed()
    assert sorted(texts) == ["答：前一问", "答：后一问"]
    assert sorted(asker.asked) == sorted(["后一问", "前一问", "第三问"])


def test_webhook_calls_out_of_order_and_twice_are_each_answered_once(api, monkeypatch):
    """Telegram repeats a call whose reply it missed, and later ones may overtake it."""
    port = hooked(monkeypatch)
    asker = Scripted()
    with running(api, asker):
        api.wait("setWebhook")
        early, late = api.message("先写的"), api.message("后写的")
        codes = [call_webhook(port, m, update=n) for n, m in ((5002, late), (5001, early), (5002, late))]
        api.sent(2)
        call_webhook(port, api.message("最后"), update=5003)
        api.sent(3)
    assert codes == [200, 200, 200]
    assert sorted(asker.asked) == sorted(["先写的", "后写的", "最后"])


@pytest.mark.parametrize("code", [429, 500, 502])
def test_polling_goes_on_after_a_fault(api, code):
    """Each fault of getUpdates is followed by another try; the question is answered once."""
    api.fail("getUpdates", code, "fault", retry_after=0 if code == 429 else None)
    asker = Scripted()
    with running(api, asker):
        api.say("好问题")
        api.sent(1)
        api.wait_until_confirmed()
    assert asker.asked == ["好问题"]


def test_polling_goes_on_after_a_dropped_connection(api):
    """A connection closed without a reply is opened again."""
    api.drop("getUpdates")
    with running(api, Scripted()):
        api.say("好问题")
        (answer,) = api.sent(1)
    assert answer.text == "答：好问题"


def test_a_deleted_message_is_sent_anew(api):
    """The next page was to take the place of a message that is gone."""
    with running(api, Scripted()):
        api.press(keyboards.SAY + NEXT_SAID)
        (page,) = api.calls_until("sendMessage", 1)
        edits = [call for call in api.calls if call.method == "editMessageText"]
    assert page.text == f"答：{NEXT_SAID}"
    assert edits[0].error == "Bad Request: message to edit not found"


def test_a_page_that_stays_the_same_is_not_sent_again(api, caplog):
    """Telegram refuses an edit that changes nothing; there is nothing to do then."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.say("好问题")
        api.sent(1)
        api.fail("editMessageText", 400, "Bad Request: message is not modified")
        api.press(keyboards.SAY + NEXT_SAID)
        api.wait("answerCallbackQuery")
        api.say("再问")
        texts = [call.text for call in api.calls_until("sendMessage", 2)]
    assert texts == ["答：好问题", "答：再问"]
    assert "update_failed" not in caplog.text


def test_a_button_pressed_long_ago_is_answered_all_the_same(api):
    """The waiting sign can no longer be ended; the full text is sent."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
        api.fail("answerCallbackQuery", 400, "query is too old and response timeout expired")
        api.press(answer.buttons[0]["callback_data"])
        _, full = api.sent(2)
    assert "2024年12月31日" in full.text


def test_a_workbook_is_sent_again_while_telegram_is_down(api):
    """A 502 on the way of a file: it arrives once."""
    with running(api, Scripted()):
        api.fail("sendDocument", 502, "Bad Gateway")
        api.say("/export")
        sent = api.wait("sendDocument")
    assert len(sent) == 1


def test_cards_that_cannot_be_offered_stop_nothing(api, caplog):
    """A 400 on an inline query that took too long is one log line; the next question is answered."""
    with caplog.at_level(logging.WARNING), running(api, real_assistant()):
        api.fail("answerInlineQuery", 400, "query is too old")
        api.ask_inline("旧冰箱")
        api.say(QUESTION)
        (answer,) = api.calls_until("sendMessage", 1)
    assert "0533-6195136" in answer.text
    assert sum("update_failed" in record.getMessage() for record in caplog.records) <= 1


def test_two_processes_with_one_token_answer_each_question_once(api, caplog):
    """Each is told of the conflict and goes on; what they keep is shared, so that none answers again."""
    first, second = Scripted(), Scripted()
    with caplog.at_level(logging.WARNING), running(api, first) as one, running(api, second) as two:
        api.wait_for_error("Conflict")
        for number in range(4):
            api.say(f"问题{number}", chat=20 + number)
        texts = [call.text for call in api.sent(4)]
        api.wait_until_confirmed()
    assert sorted(texts) == [f"答：问题{number}" for number in range(4)]
    assert sorted(first.asked + second.asked) == [f"问题{number}" for number in range(4)]
    assert one.error is None
    assert two.error is None
    assert telegram.TELEGRAM_CONFLICT in caplog.text


def test_commands_in_a_group_need_no_mention_and_unknown_ones_are_left_alone(api):
    """/help is answered; /nosuch may be another bot's."""
    with running(api, Scripted()):
        api.say("/nosuch", chat=-5)
        api.say("/help@wenzheng_test_bot", chat=-5)
        (helped,) = api.sent(1)
    assert "用平常的话" in helped.text
