"""Telegram over real HTTP: edited messages, voice, links to measures, what is left alone."""

import pytest

from bot.telegram.keyboards import MeasureKeys
from tests.bot.fakes import FRIDGE, FRIDGE_STEPS
from tests.e2e.running import Scripted, bare, plain, real_assistant, running

LINK = MeasureKeys().link(FRIDGE.id, "wenzheng_test_bot").partition("=")[2]
"""What the link to the refrigerators carries."""


def edited(message, text):
    """The message after its sender changed it."""
    return message | {"text": text, "edit_date": message["date"] + 1}


def test_an_edited_question_is_answered_in_place_of_its_answer(api):
    """The chat holds one answer; the same edit once more, or a change beside the words, asks nothing."""
    asker = Scripted()
    with running(api, asker):
        asked = api.message("低保多少前")
        api.push(message=asked)
        api.sent(1)
        for _ in range(2):
            api.push(edited_message=edited(asked, "低保多少钱"))
        (call,) = api.wait("editMessageText")
        api.say("谢谢")
        first, other = api.sent(2)
    assert call.text == "答：低保多少钱"
    assert call.params["message_id"] == asked["message_id"] + 1
    assert [button["text"] for button in call.buttons] == [button["text"] for button in first.buttons]
    assert other.text == "答：谢谢"
    assert asker.asked == ["低保多少前", "低保多少钱", "谢谢"]


def test_where_the_answer_is_gone_an_edited_question_is_answered_below(api):
    """Its asker deleted it."""
    with running(api, Scripted()):
        asked = api.message("低保多少前")
        api.push(message=asked)
        api.sent(1)
        api.forget_message(asked["message_id"] + 1)
        api.push(edited_message=edited(asked, "低保多少钱"))
        assert api.calls_until("sendMessage", 2)[1].text == "答：低保多少钱"


def test_an_edited_command_is_answered_and_nothing_is_done_twice(api):
    """A look-up in place; a letter is left once, and no command is called unknown that is none."""
    asker = Scripted()
    with running(api, asker) as bot:
        look_up, letter = api.message("/dept 区商务"), api.message("/staff 我家能改造吗")
        api.push(message=look_up)
        api.push(message=letter)
        api.sent(2)
        api.push(edited_message=edited(letter, "/staff 我家能改造吗？"))
        api.push(edited_message=edited(look_up, "/dept 区商务局"))
        api.wait("editMessageText")
        left = [one.text for one in bot.store.desk.open()]
    assert asker.asked == ["/dept 区商务", "/dept 区商务局"]
    assert left == ["我家能改造吗"]
    assert len(api.sent(2)) == 2


def test_a_place_that_moves_is_replied_to_once(api):
    """Telegram brings each step of somebody who shares where they are as an edit."""
    place = {"latitude": 36.8, "longitude": 117.8, "live_period": 900}
    with running(api, Scripted()):
        shared = api.message(None, location=place)
        api.push(message=shared)
        api.push(edited_message=shared | {"edit_date": shared["date"] + 1})
        api.say("谢谢")
        said = api.sent(2)
    assert said[0].text.startswith("我现在只看得懂文字")
    assert said[1].text == "答：谢谢"


@pytest.mark.parametrize("kind", ["voice", "video_note"])
def test_a_spoken_message_is_told_how_to_type_by_speaking(api, kind):
    """Nothing here listens; a phone's keyboard does."""
    recorded = {"file_id": "f", "file_unique_id": "u", "duration": 3, "length": 240}
    with running(api, Scripted()):
        api.push(message=api.message(None, **{kind: recorded}))
        (said,) = api.sent(1)
    assert said.text.startswith("语音我听不了")
    assert "话筒" in said.text


def test_a_link_shows_the_measure_that_somebody_passed_on(api):
    """The button below copies it; whoever follows it reads the whole text, with the same button."""
    with running(api, real_assistant()):
        api.say(f"/start {LINK}")
        (full,) = api.sent(1)
    assert bare(FRIDGE_STEPS) in bare(plain(full.text))
    (button,) = [button for button in full.buttons if "copy_text" in button]
    assert button["copy_text"] == {"text": f"https://t.me/wenzheng_test_bot?start={LINK}"}


def test_the_card_of_a_measure_is_sent_as_a_picture(api):
    """By the button beside the link, into the topic of that; a button of a measure that is gone says so."""
    with running(api, real_assistant()):
        api.say(f"/start {LINK}")
        (full,) = api.sent(1)
        (button,) = [button for button in full.buttons if button["text"] == "要一张图片"]
        api.press(button["callback_data"], message_thread_id=31, is_topic_message=True)
        (sent,) = api.wait("sendPhoto")
        api.press("card:0000000000000000")
        _, outdated = api.wait("answerCallbackQuery", 2)
    name, size = sent.params["photo"].split()
    assert sent.params["message_thread_id"] == 31
    assert 10_000 < int(size) < 200_000
    assert name.endswith(".png")
    assert outdated.params["text"] == "这条消息已过时，请重新提问。"


def test_a_server_of_earlier_days_gets_the_same_words_in_plainer_markup(api):
    """An office may run its own; it refuses tags that it does not know."""
    api.unknown_tags = frozenset({"blockquote", "tg-time"})
    with running(api, real_assistant()):
        api.say(f"/start {LINK}")
        (full,) = api.calls_until("sendMessage", 1)
    assert "<b>" in full.text
    assert "blockquote" not in full.text
    assert bare(FRIDGE_STEPS) in bare(plain(full.text))


def test_a_measure_shared_in_another_chat_leads_to_the_bot(api):
    """A button below it opens the bot with that measure."""
    with running(api, real_assistant()):
        api.ask_inline("冰箱")
        (offered,) = api.wait("answerInlineQuery")
    buttons = [card["reply_markup"]["inline_keyboard"] for card in offered.params["results"]]
    assert [{"text": "全文和电话", "url": f"https://t.me/wenzheng_test_bot?start={LINK}"}] in buttons[0]


def test_a_topic_of_a_private_chat_is_answered_in(api):
    """Some bots have them; each is a talk of its own."""
    asker = Scripted()
    with running(api, asker):
        api.say("低保多少钱", message_thread_id=31, is_topic_message=True)
        (said,) = api.sent(1)
    assert said.params["message_thread_id"] == 31
    assert asker.sessions == ["telegram:7/31:7"]


@pytest.mark.parametrize("named", ["m_0000000000000000", "full:0", "x" * 64])
def test_a_link_to_nothing_says_so(api, named):
    """The measure was taken out, or somebody made the link up."""
    with running(api, real_assistant()):
        api.say(f"/start {named}")
        (said,) = api.sent(1)
    assert said.text.startswith("这个链接指的条目没有找到")


@pytest.mark.parametrize("kind", ["guest_message", "channel_post", "business_message"])
def test_where_the_bot_was_not_asked_in_nothing_is_said(api, kind):
    """As a guest of other people's groups, in channels, in business chats: whatever the server brings."""
    asker = Scripted()
    with running(api, asker):
        api.push(**{kind: api.message("@wenzheng_test_bot 低保多少钱", -5)})
        api.push(**{kind: api.message("低保多少钱", 8)})
        api.say("谢谢")
        api.sent(1)
    assert asker.asked == ["谢谢"]


def test_thanks_for_a_rating_are_seen_in_a_group_by_whoever_rated_alone(api):
    """They pass by above the button and add no message; alone with the bot they are a message."""
    with running(api, Scripted()):
        api.say("@wenzheng_test_bot 低保多少钱", chat=-5)
        api.say("低保多少钱", chat=7)
        rated = {call.params["chat_id"]: call.buttons for call in api.sent(2)}
        for chat, buttons in rated.items():
            api.press(next(b["callback_data"] for b in buttons if b["text"] == "👍"), chat)
        said = api.sent(3)
        taps = [call.params for call in api.wait("answerCallbackQuery", 2)]
    assert sorted(tap.get("text", "") for tap in taps) == ["", "谢谢您的评价。"]
    assert not any(tap.get("show_alert") for tap in taps)
    assert [(call.params["chat_id"], call.text) for call in said[2:]] == [(7, "谢谢您的评价。")]
