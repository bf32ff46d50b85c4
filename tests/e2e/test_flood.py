"""Telegram over real HTTP: one chat that floods the bot takes one turn at a time."""

import pytest

from bot.telegram import keyboards
from tests.e2e.running import Scripted, running

FLOODER, OTHER, COUNT = 7, 8, 60
ASKING = {
    "messages": lambda api, text: api.say(text, FLOODER),
    "edits": lambda api, text: api.push(edited_message=api.message(text, FLOODER)),
    "taps": lambda api, text: api.press(keyboards.SAY + text, FLOODER),
}
ALL = ASKING | {
    "thumbs": lambda api, text: api.press("up:1", FLOODER),
    "inline queries": lambda api, text: api.ask_inline(text, FLOODER),
}


@pytest.fixture(autouse=True)
def _without_limit(monkeypatch):
    """Fairness alone is tried: nobody is told to write less."""
    monkeypatch.setenv("WENZHENG_MESSAGE_BURST", "100000")


@pytest.mark.parametrize("flood", ASKING.values(), ids=ASKING)
def test_others_are_answered_while_the_first_of_a_flood_is_worked_on(api, flood):
    """Of 60 questions of one chat one is begun and 59 wait; the other chat does not wait for it."""
    asker = Scripted()
    with running(api, asker):
        for number in range(COUNT):
            flood(api, f"慢{number}")
        assert asker.started.wait(20)
        api.say("好问题", OTHER)
        (answer,) = api.sent(1)
        assert asker.asked == ["慢0", "好问题"]
        asker.release.set()
    assert (answer.params["chat_id"], answer.text) == (OTHER, "答：好问题")


@pytest.mark.parametrize("flood", ALL.values(), ids=ALL)
def test_others_are_answered_before_a_flood_is_over(api, flood):
    """Whoever writes after 60 updates of another chat does not wait for the last of them."""
    with running(api, Scripted()):
        for number in range(COUNT):
            flood(api, f"问题{number}")
        api.say("好问题", OTHER)
        api.wait_for_message(OTHER)
        before = _said_to_flooder(api)
    assert before < COUNT


def _said_to_flooder(api):
    """How many of the flood have had their reply: each has one, by its kind."""
    messages = [call for call in api.calls if call.params.get("chat_id") == FLOODER and "text" in call.params]
    taps = [call for call in api.calls if call.method in ("answerCallbackQuery", "answerInlineQuery")]
    return max(len(messages), len(taps))
