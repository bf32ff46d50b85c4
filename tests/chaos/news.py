"""News for 100 chats, of which ten refuse, moved, blocked the bot or are told to wait: all others in 60 s."""

import os
import tempfile
import time
from contextlib import closing

from bot.store import Store
from tests.bot.fakes import SHIPS
from tests.chaos.figures import Figure, alone, under, zero
from tests.e2e.bot_api import BotApi
from tests.e2e.running import Scripted, running, settings

CHATS, LIMIT_S = range(1, 101), 60.0
REFUSING: dict[int, tuple[int, str] | tuple[int, str, int]] = {
    3: (400, "Bad Request: chat not found"),
    13: (403, "Forbidden: bot was blocked by the user"),
    23: (400, "Bad Request: not enough rights to send text messages to the chat"),
    33: (400, "Bad Request: TOPIC_CLOSED"),
    53: (429, "Too Many Requests: retry after 3600", 3600),
    63: (403, "Forbidden: bot was kicked from the supergroup chat"),
    73: (403, "Forbidden: user is deactivated"),
    83: (500, "Internal Server Error"),
}
MOVED = {43: -1043, 93: -1093}


def attack(short: bool = False) -> list[Figure]:
    """Who of the others was told, and when the last of them was."""
    api = BotApi().start()
    api.refusing.update(REFUSING)
    api.migrated.update(MOVED)
    wanted = {*CHATS} - {*REFUSING, *MOVED} | {*MOVED.values()}
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"WENZHENG_HOME": home, "WENZHENG_NEWS_FROM": "0", "WENZHENG_NEWS_UNTIL": "24"}
        with closing(Store.open(settings(api).database)) as store:
            for chat in CHATS:
                store.subscriptions.add(f":{chat}", chat, "topic", "家电")
            store.subscriptions.note([SHIPS])
        began_s = time.monotonic()
        with running(api, Scripted()):
            while not wanted <= {*_told(api)} and time.monotonic() < began_s + LIMIT_S:
                time.sleep(0.1)
            took_s = time.monotonic() - began_s
    told = _told(api)
    api.close()
    what = f"news for {len(CHATS)} chats, {len(REFUSING)} refuse, {len(MOVED)} moved"
    return [
        zero(f"{what}: others not told", len(wanted - {*told})),
        zero(f"{what}: told twice", len(told) - len({*told})),
        under(f"{what}: the last of the others", LIMIT_S, took_s),
    ]


def _told(api: BotApi) -> list[int]:
    sent = [call for call in api.calls if call.method == "sendMessage" and not call.error]
    return [call.params["chat_id"] for call in sent]


if __name__ == "__main__":
    alone(attack)
