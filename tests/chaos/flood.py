"""One chat floods the bot in six ways, one after another; how long others wait meanwhile.

Run it with `python -m tests.chaos.flood`. Others are 20 chats that ask one question each while the flood is
worked on, three a second.
"""

import tempfile
import threading
import time
from collections.abc import Callable, Sequence

from bot.telegram import keyboards
from tests.chaos.figures import Figure, alone, under
from tests.chaos.serving_bot import questions, serving
from tests.e2e.bot_api import BotApi, Call

COUNT, OTHERS = 400, 20
PAUSE_S = 0.33
LIMIT_S = 3.0
PATIENCE_S = 150.0
_FLOODER = 7


class WaitingRoom(BotApi):
    """Notes when each chat wrote and when it was answered."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.wrote: dict[int, float] = {}
        self.answered: dict[int, float] = {}
        self._all_here = threading.Condition()

    def ask(self, chat: int, text: str) -> None:
        """A chat of one question."""
        self.wrote[chat] = time.monotonic()
        self.say(text, chat)

    def longest_wait_s(self, chats: Sequence[int]) -> float:
        """Seconds from question to answer, once all are answered or patience is at its end."""
        with self._all_here:
            self._all_here.wait_for(lambda: all(chat in self.answered for chat in chats), PATIENCE_S)
        now = time.monotonic()
        return max(self.answered.get(chat, now) - self.wrote[chat] for chat in chats)

    def _record(self, call: Call) -> None:
        super()._record(call)
        if call.method == "sendMessage" and call.error is None:
            with self._all_here:
                self.answered.setdefault(int(call.params["chat_id"]), time.monotonic())
                self._all_here.notify_all()


def attack(short: bool = False) -> list[Figure]:
    """The longest wait of others under each kind of flood, the flooder limited as shipped and not at all."""
    floods = {kind: _FLOODS[kind] for kind in _QUICK} if short else _FLOODS
    return [
        *_under_limit(floods, "as shipped"),
        *_under_limit(floods, "no limit", message_burst="1000000", messages_per_minute="1000000"),
    ]


def _under_limit(floods: "dict[str, Flood]", named: str, **settings: str) -> list[Figure]:
    api, asked = WaitingRoom().start(), questions()
    assert isinstance(api, WaitingRoom)
    figures = []
    try:
        with tempfile.TemporaryDirectory() as home, serving(home, api, **settings):
            api.ask(1, asked[0])
            api.longest_wait_s([1])
            for number, (kind, flood) in enumerate(floods.items(), 1):
                _drain(api)
                for count in range(COUNT):
                    flood(api, asked[count % len(asked)])
                chats = range(number * 1000, number * 1000 + OTHERS)
                for chat in chats:
                    api.ask(chat, asked[chat % len(asked)])
                    time.sleep(PAUSE_S)
                waited_s = api.longest_wait_s(chats)
                figures.append(under(f"{COUNT} {kind} of one chat, {named}: others wait", LIMIT_S, waited_s))
    finally:
        api.close()
    return figures


def _drain(api: WaitingRoom) -> None:
    """Lets the flood end, so that the next kind is measured by itself."""
    seen, calm = -1, 0
    while calm < 10:
        calm, seen = (calm + 1, seen) if len(api.calls) == seen else (0, len(api.calls))
        time.sleep(0.2)


Flood = Callable[[WaitingRoom, str], object]
_FLOODS: dict[str, Flood] = {
    "taps of a button that asks": lambda api, text: api.press(keyboards.SAY + text[:15], _FLOODER),
    "thumbs": lambda api, text: api.press(f"{keyboards.GOOD}1", _FLOODER),
    "inline queries": lambda api, text: api.ask_inline(text, _FLOODER),
    "edits": lambda api, text: api.push(edited_message=api.message(text, _FLOODER)),
    "messages": lambda api, text: api.say(text, _FLOODER),
    "messages of 4,000 characters": lambda api, text: api.say((text * 400)[:4000], _FLOODER),
}
_QUICK = ("thumbs", "messages of 4,000 characters")

if __name__ == "__main__":
    alone(attack)
