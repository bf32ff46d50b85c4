"""Telegram over real HTTP: questions, buttons, groups."""

import logging
from dataclasses import replace

import pytest

from bot import messages
from bot.messages.telegram import COMMANDS
from bot.telegram.keyboards import MeasureKeys
from tests.bot.fakes import FRIDGE, FRIDGE_STEPS
from tests.e2e.bot_api import TOKEN
from tests.e2e.running import LONG_CLAUSE, QUESTION, Scripted, bare, plain, real_assistant, running


def test_start_introduces_the_bot_and_commands_are_registered_in_chinese(api):
    """/start gets who it is and examples; both commands are registered with Chinese descriptions."""
    with running(api, Scripted()):
        api.say("/start")
        (welcome,) = api.sent(1)
        (commands,) = api.wait("setMyCommands")
    assert "问政" in welcome.text
    assert messages.EXAMPLES[0] in welcome.text
    registered = [(command["command"], command["description"]) for command in commands.params["commands"]]
    assert registered == list(COMMANDS)


def test_help_says_how_to_ask(api):
    """/help explains and lists every command; an unknown command points to it."""
    with running(api, Scripted()):
        api.say("/help")
        api.say("/nosuch")
        helped, unknown = api.sent(2)
    assert "用平常的话" in helped.text
    for name, does in COMMANDS:
        assert f"/{name} {does}" in plain(helped.text).split("\n")
    assert "/help" in unknown.text


def test_a_question_gets_the_measure_with_phone_and_a_button_for_each(api):
    """The answer names office and phone; previews are off, buttons are small."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
    assert "0533-6195136" in answer.text
    assert "2024年12月31日" in answer.text
    assert answer.params["parse_mode"] == "HTML"
    assert answer.params["link_preview_options"] == {"is_disabled": True}
    assert [button["text"][:4] for button in answer.buttons] == [
        "全文：支",
        "全文：支",
        "复制电话",
        "👍",
        "👎",
    ]


def test_the_phone_of_who_leads_is_copied_by_a_tap(api):
    """As it is dialled; those who support are in the text."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
    (copying,) = [button for button in answer.buttons if "copy_text" in button]
    phone = "0533-6195136"
    assert copying == {"text": f"复制电话 {phone}", "copy_text": {"text": phone}, "style": "primary"}


def test_the_button_of_an_earlier_run_sends_the_whole_measure(api):
    """Callback data survive a restart: a second bot knows what the first one's button means."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
    with running(api, real_assistant()):
        api.press(answer.buttons[0]["callback_data"])
        _, full = api.sent(2)
        api.wait("answerCallbackQuery")
    assert bare(FRIDGE_STEPS) in bare(plain(full.text))


def test_an_outdated_button_says_so(api):
    """A button of a measure that is gone asks to put the question again, and sends nothing else."""
    with running(api, real_assistant()):
        api.press("full:0000000000000000")
        (said,) = api.wait("answerCallbackQuery")
    assert said.params["text"] == "这条消息已过时，请重新提问。"
    assert not [call for call in api.calls if call.method == "sendMessage"]


def test_an_over_long_measure_comes_in_parts_that_join_to_the_text(api):
    """A text of 9,500 characters comes in three messages, each cut after a clause, nothing lost."""
    text = LONG_CLAUSE * 500
    shown = real_assistant().show(FRIDGE.id)
    assert shown is not None
    section = type(shown.sections[0])("政策原文", text)
    asker = Scripted(shown=replace(shown, text=text, sections=(section,)))
    with running(api, asker):
        api.press(MeasureKeys().data(FRIDGE.id))
        parts = [plain(call.text) for call in api.sent(3)]
    assert all(part.endswith("；") for part in parts[:2])
    assert bare(text) in bare("".join(parts))


def test_a_crash_apologises_and_the_next_question_works(api, caplog):
    """The person gets one sentence with 12345; the log gets one line without the question or the token."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.say("坏问题<b>")
        api.say("好问题")
        sorry, answer = api.sent(2)
    assert "12345" in sorry.text
    assert answer.text == "答：好问题"
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith("event=update_failed error=RuntimeError where=running.py:")
    assert "坏问题" not in caplog.text
    assert TOKEN not in caplog.text


def test_markup_in_a_question_is_shown_as_typed(api):
    """Signs of HTML in what people type are words, not tags."""
    with running(api, Scripted()):
        api.say("<b>补贴 & <script>")
        (answer,) = api.sent(1)
    assert answer.text == "答：&lt;b&gt;补贴 &amp; &lt;script&gt;"


def test_two_quick_questions_of_one_chat_are_answered_in_order(api):
    """The second waits for the first, though another chat does not."""
    asker = Scripted()
    with running(api, asker):
        api.say("慢问题")
        assert asker.started.wait(20)
        api.say("快问题")
        api.say("邻居问题", chat=8)
        (other,) = api.sent(1)
        asker.release.set()
        texts = [call.text for call in api.sent(3)]
    assert other.params["chat_id"] == 8
    assert texts == ["答：邻居问题", "答：慢问题", "答：快问题"]


def test_typing_is_shown_while_an_answer_takes_time(api):
    """The chat sees that the bot is typing before the answer is there."""
    asker = Scripted()
    with running(api, asker):
        api.say("慢问题")
        (action,) = api.wait("sendChatAction")
        asker.release.set()
        api.sent(1)
    assert action.params == {"chat_id": 7, "action": "typing"}


def test_an_update_delivered_twice_is_answered_once(api):
    """The same update id again changes nothing."""
    asker = Scripted()
    with running(api, asker):
        message = api.message("一次")
        number = api.push(message=message)
        api.sent(1)
        api.push_again(number, message=message)
        api.say("二次")
        api.sent(2)
    assert asker.asked == ["一次", "二次"]


def test_stopping_finishes_the_answer_that_is_being_made(api):
    """Told to stop in the middle of an answer, it sends it, confirms the update and ends."""
    asker = Scripted()
    with running(api, asker) as bot:
        api.say("慢问题")
        assert asker.started.wait(20)
        bot.ask_to_stop()
        api.wait_until_confirmed()
        asker.release.set()
        bot.join()
    assert [call.text for call in api.sent(1)] == ["答：慢问题"]
    assert bot.error is None


def test_a_photo_gets_a_friendly_sentence(api):
    """What is not text is answered with what it can do."""
    with running(api, Scripted()):
        api.push(message=api.message(None, photo=PHOTO))
        (said,) = api.sent(1)
    assert said.text.startswith("我现在只看得懂文字")


PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "通知.pdf"}


@pytest.mark.parametrize("what", [{"photo": PHOTO}, {"document": FILE}])
def test_the_words_under_a_picture_or_a_file_are_the_question(api, what):
    """They are answered; that the picture itself is not looked at is said first."""
    asker = Scripted()
    with running(api, asker):
        api.push(message=api.message(None, caption="低保多少钱", **what))
        note, answer = api.sent(2)
    assert asker.asked == ["低保多少钱"]
    assert "只按您写的话查找" in note.text
    assert answer.text == "答：低保多少钱"


def test_in_a_group_the_words_under_a_picture_count_where_they_name_the_bot(api):
    """As with written messages: others talk about their pictures among themselves."""
    asker = Scripted()
    with running(api, asker):
        api.push(message=api.message(None, -5, photo=PHOTO, caption="今天的菜"))
        api.push(message=api.message(None, -5, photo=PHOTO, caption="@wenzheng_test_bot 低保多少钱"))
        api.sent(2)
    assert asker.asked == ["低保多少钱"]


@pytest.mark.parametrize(("caption", "sent"), [(None, 1), ("低保多少钱", 2)])
def test_an_album_is_replied_to_once(api, caption, sent):
    """Telegram sends each picture as a message of its own, the words with the first."""
    asker = Scripted()
    with running(api, asker):
        for words in (caption, None, None):
            fields = {"caption": words} if words else {}
            api.push(message=api.message(None, photo=PHOTO, media_group_id="a1", **fields))
        api.say("邻居问题")
        said = api.sent(sent + 1)
    assert [call.text for call in said][sent:] == ["答：邻居问题"]


def test_in_a_forum_all_is_said_in_the_topic_it_was_asked_in(api):
    """A cut question's notice and answer too; each topic is a talk of its own."""
    asker = Scripted()
    topic = {"message_thread_id": 31, "is_topic_message": True}
    with running(api, asker):
        api.say("@wenzheng_test_bot " + LONG_CLAUSE * 250, chat=-5, **topic)
        api.say("@wenzheng_test_bot 低保多少钱", chat=-5, **topic | {"message_thread_id": 32})
        api.say("@wenzheng_test_bot 低保多少钱", chat=-5)
        said = api.sent(4)
    topics = [call.params.get("message_thread_id") for call in said]
    assert sorted(map(str, topics)) == ["31", "31", "32", "None"]
    assert asker.sessions == ["telegram:-5/31:5", "telegram:-5/32:5", "telegram:-5:5"]


def test_a_button_in_a_forum_is_answered_in_its_topic(api):
    """A long measure to its last part."""
    shown = real_assistant().show(FRIDGE.id)
    section = type(shown.sections[0])("政策原文", LONG_CLAUSE * 500)
    asker = Scripted(shown=replace(shown, text=LONG_CLAUSE * 500, sections=(section,)))
    with running(api, asker):
        api.press(MeasureKeys().data(FRIDGE.id), -5, message_thread_id=31, is_topic_message=True)
        parts = api.sent(3)
    assert [call.params.get("message_thread_id") for call in parts] == [31, 31, 31]


def test_a_thread_that_is_no_topic_is_not_written_to(api):
    """In a plain group every chain of replies carries a thread number, which cannot be sent to."""
    with running(api, Scripted()):
        api.say("@wenzheng_test_bot 低保多少钱", chat=-5, message_thread_id=31)
        (said,) = api.sent(1)
    assert "message_thread_id" not in said.params


def test_a_group_is_answered_only_when_it_addresses_the_bot(api):
    """Chatter is left alone; mentions and replies are answered, one session a person."""
    asker = Scripted()
    mine = {"message_id": 1, "date": 0, "chat": {"id": -5, "type": "supergroup", "title": "邻里"}}
    mine["from"] = {"id": 123456, "is_bot": True, "first_name": "问政", "username": "wenzheng_test_bot"}
    with running(api, asker):
        api.say("今天吃什么", chat=-5)
        api.say("@Wenzheng_Test_Bot 低保多少钱", chat=-5)
        api.say("那电话呢", chat=-5, reply_to_message=mine)
        first, _ = api.sent(2)
    assert asker.asked == ["低保多少钱", "那电话呢"]
    assert asker.sessions == ["telegram:-5:5", "telegram:-5:5"]
    assert first.params["reply_parameters"]["message_id"] == 2
