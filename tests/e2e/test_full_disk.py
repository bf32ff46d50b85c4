"""Telegram over real HTTP while the disk takes nothing: SQLite is told to refuse every write."""

import logging

from bot.messages import telegram as words
from tests.e2e.running import Scripted, opened, running


def fill(bot):
    """From now on nothing can be written."""
    bot.store.database.rows("PRAGMA query_only = ON")


def make_room(bot):
    """There is room again."""
    bot.store.database.rows("PRAGMA query_only = OFF")


def said(api, count, start=0):
    """The texts of the messages from position `start` on, once there are `count` in all."""
    return [call.text for call in api.sent(count)[start:]]


def test_eight_messages_meanwhile_are_answered_and_what_is_not_kept_is_told(api):
    """Questions have their answers; a letter, a subscription, a thumb and /forget have the truth."""
    with running(api, Scripted()) as bot:
        api.say("先前的问题")
        (first,) = api.sent(1)
        fill(bot)
        for text in ("问题一", "问题二", "问题三", "/staff 请答复", "/subscribe 养老", "/forget", "/help"):
            api.say(text)
        api.press(first.buttons[-2]["callback_data"])
        texts = said(api, 9, 1)
        make_room(bot)
        api.wait_until_confirmed()
    assert texts[:3] == ["答：问题一", "答：问题二", "答：问题三"]
    assert texts[3:6] == [words.NOT_KEPT, words.NOT_KEPT, words.NOT_FORGOTTEN]
    assert "用平常的话" in texts[6]
    assert texts[7] == words.NOT_KEPT


def test_once_there_is_room_everything_works_again_by_itself(api):
    """Without a restart: the letter is kept, the person forgotten, and no answer comes twice."""
    with running(api, Scripted()) as bot:
        fill(bot)
        api.say("问题一")
        api.say("/staff 请答复")
        api.sent(2)
        make_room(bot)
        api.say("问题二")
        api.say("/staff 请答复")
        texts = said(api, 4, 2)
        assert len(bot.store.desk.open()) == 1
        api.say("/forget")
        assert said(api, 5, 4) == [words.FORGOTTEN]
        assert bot.store.desk.open() == ()
        api.wait_until_confirmed()
    assert texts[0] == "答：问题二"
    with running(api, Scripted()):
        api.say("问题三")
        assert said(api, 6, 5) == ["答：问题三"]


def test_a_reply_of_the_staff_is_not_sent_while_that_cannot_be_noted(api, caplog):
    """It would be sent again every few seconds; it goes out once there is room."""
    with opened(api) as store:
        store.desk.reply(store.desk.leave(":7", 7, "问"), "答")
    with caplog.at_level(logging.WARNING), running(api, Scripted(), full=True) as bot:
        api.say("问题")
        assert said(api, 1) == ["答：问题"]
        make_room(bot)
        (_, reply) = api.sent(2)
    assert "答" in reply.text
    assert "errand_failed" in caplog.text


def test_the_bot_starts_on_a_full_disk(api):
    """What could not be tidied away is tidied another time."""
    with running(api, Scripted(), full=True):
        api.say("问题")
        assert said(api, 1) == ["答：问题"]
