"""Hostile updates of Telegram: fields left out or of another shape, buttons of other chats, odd words."""

import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.chaos.grammar import Grammar
from tests.chaos.toll_of_inputs import InputToll
from tests.e2e.bot_api import BotApi
from tests.e2e.running import running
from tests.web.scripted import scripted

_PREFIXES = ("full:", "say:", "up:", "down:", "why:", "leave:", "region:", "end:", "list:", "odd:", "")
_COMMANDS = (
    *("start", "help", "forget", "region", "staff", "subscribe", "subscriptions", "export", "stats", "dept"),
    *("doc", "measure", "eligible", "reset", "nothing"),
)
_GONE = (
    "expired",
    "invalid",
    "of a wrong type",
    "chat not found",
    "message to edit not found",
    "not modified",
)
"""Refusals of what was made up here: buttons and messages that the server never sent."""
_UNSHOWN = ("callback_data", "chat_id", "inline_query_id", "callback_query_id", "id")
_CHATS = 40
_FIRST_CHAT = 100
_AT_ONCE = 100
_CALM_S, _PATIENCE_S = 1.0, 60.0


def attack(inputs: int, seed: int, home: Path) -> InputToll:
    """Sends so many updates to a bot that runs, and reads all that it says."""
    toll = InputToll("updates")
    api = BotApi().start()
    try:
        with pytest.MonkeyPatch.context() as patch, toll.watching_logs(), _running(api, home, patch):
            for number in range(inputs):
                toll.inputs += 1
                _push(api, Grammar(seed + number))
                if number % _AT_ONCE == 0:
                    _settle(api)
            _settle(api)
            api.say("冰箱", _FIRST_CHAT - 1)
            _settle(api)
    finally:
        api.close()
    _check(api, toll)
    return toll


def _running(api: BotApi, home: Path, patch: pytest.MonkeyPatch) -> AbstractContextManager[object]:
    """The bot with a home of its own, for people who may write as often as they like."""
    patch.setenv("WENZHENG_HOME", str(home))
    for name in ("MESSAGE_BURST", "MESSAGES_PER_MINUTE"):
        patch.setenv(f"WENZHENG_{name}", "1000000")
    bot: AbstractContextManager[object] = running(api, scripted())
    return bot


def _check(api: BotApi, toll: InputToll) -> None:
    """All that was said and all refusals of the server; the last question is answered."""
    for call in api.calls:
        _check_words(call.params, toll, f"update {call.method}")
    for call in api.refused():
        if not (call.error or "").endswith(_GONE):
            toll.note("server_errors", f"{call.method} {call.error} {str(call.params)[:200]}")
    if not any(call.params.get("chat_id") == _FIRST_CHAT - 1 for call in api.calls):
        toll.note("server_errors", "the bot answers no more")


def _check_words(data: Any, toll: InputToll, example: str) -> None:
    if isinstance(data, dict):
        for name, value in data.items():
            _check_words("" if name in _UNSHOWN else value, toll, f"{example} {name}")
    elif isinstance(data, list):
        for value in data:
            _check_words(value, toll, example)
    elif isinstance(data, str):
        toll.check_shown(data, example)


def _push(api: BotApi, grammar: Grammar) -> None:
    chat = _FIRST_CHAT + grammar.chance.randrange(_CHATS)
    kind = grammar.chance.random()
    if kind < 0.25:
        api.say(grammar.whole_words()[:4096], chat)
    elif kind < 0.5:
        api.say(f"/{grammar.among(_COMMANDS)} {grammar.whole_words()}"[:4096], chat)
    elif kind < 0.75:
        api.press(_data(grammar), chat)
    else:
        api.push(**_changed(api, grammar, chat))


def _data(grammar: Grammar) -> str:
    """What a button carries: at most 64 bytes, as Telegram keeps it."""
    number = grammar.among(("1", "2", "999999999", "-1", "0", "9" * 30, "１", "1:old", grammar.whole_words()))
    return f"{grammar.among(_PREFIXES)}{number}".encode()[:64].decode("utf-8", "ignore") or "x"


def _changed(api: BotApi, grammar: Grammar, chat: int) -> dict[str, Any]:
    """An update with fields left out or of another shape."""
    message = api.message(grammar.whole_words()[:4096], chat)
    person = message["from"]
    kinds: dict[str, Any] = {
        "message": message,
        "edited_message": message | {"edit_date": message["date"]},
        "callback_query": {
            "id": "q",
            "from": person,
            "message": message,
            "chat_instance": "1",
            "data": "up:1",
        },
        "inline_query": {"id": "i", "from": person, "query": grammar.whole_words()[:256], "offset": ""},
        "channel_post": message,
        "poll": {"id": "1"},
    }
    name = grammar.among(sorted(kinds))
    return {name: grammar.changed(kinds[name]) if isinstance(kinds[name], dict) else grammar.value()}


def _settle(api: BotApi) -> None:
    """Waits until nothing more is said for a while."""
    end, count, since = time.monotonic() + _PATIENCE_S, -1, time.monotonic()
    while time.monotonic() < end and (api.pending or time.monotonic() - since < _CALM_S):
        time.sleep(0.05)
        said = sum(call.method != "getUpdates" for call in api.calls)
        if said != count:
            count, since = said, time.monotonic()
