"""Kills the bot at random points while people write, and counts what was lost or done twice."""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bot.settings import Settings
from bot.store import Store
from bot.telegram import telegram_bot
from tests.e2e.bot_api import BotApi
from tests.e2e.running import Scripted, kept, settings

LIFE_S = (0.05, 0.6)
"""How long a run lives before it is killed, at random between these."""
_FIRST_CHAT = 100
_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Toll:
    """What the kills cost."""

    kills: int
    effects: int
    lost: int
    doubled: int
    unanswered: int
    """Updates after which nothing was said."""
    said_twice: int
    """Messages that were on the wire when the bot was killed."""


@dataclass(frozen=True)
class _Address:
    url: str


def _serve(address: _Address, home: str) -> None:
    """The bot in a process of its own."""
    os.environ["WENZHENG_HOME"] = home
    os.environ["WENZHENG_MESSAGE_BURST"] = "100000"
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it says 200 times that it is ready
    given: Settings = settings(address)
    with closing(Store.open(given.database)) as store:
        asyncio.run(telegram_bot.serve(given, kept(Scripted(), store), store, asyncio.Event()))


def killed(kills: int, chats: int, seed: int = 1) -> Toll:
    """Lets so many chats write in every life of the bot, and kills it; a last life finishes what is left."""
    chance, api = random.Random(seed), BotApi().start()
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.chaos.killing"])
    rounds = 0
    with tempfile.TemporaryDirectory() as home:
        try:
            for rounds in range(1, kills + 1):
                _write(api, rounds, _FIRST_CHAT + chance.randrange(chats), chance)
                process = context.Process(target=_serve, args=(_Address(api.url), home))
                process.start()
                time.sleep(chance.uniform(*LIFE_S))
                process.kill()
                process.join()
            process = context.Process(target=_serve, args=(_Address(api.url), home))
            process.start()
            _settle(api, Path(home))
            process.kill()
            process.join()
            return _counted(api, Path(home), rounds)
        finally:
            api.close()


def _write(api: BotApi, number: int, chat: int, chance: random.Random) -> None:
    """A question, a letter, a subscription; and a rating of a question that is already there."""
    api.say(f"问题甲{number}号", chat)
    api.say(f"/staff 留言乙{number}号", chat)
    api.say(f"/subscribe 订阅丙{number}号", chat)
    answered = [call for call in api.calls if call.text.startswith("答：") and call.buttons]
    if answered:
        call = chance.choice(answered)
        api.press(call.buttons[-2]["callback_data"], call.params["chat_id"])


def _settle(api: BotApi, home: Path) -> None:
    """Waits until every update is done."""
    end, calm = time.monotonic() + _PATIENCE_S, 0
    while time.monotonic() < end and calm < 5:
        time.sleep(0.2)
        with closing(Store.open(home / "wenzheng.db")) as store:
            waiting = store.database.rows("SELECT count(*) FROM updates WHERE done = 0")[0][0]
        calm = calm + 1 if not waiting and not api.pending else 0


def _counted(api: BotApi, home: Path, rounds: int) -> Toll:
    with closing(Store.open(home / "wenzheng.db")) as store:
        stored: Counter[str] = Counter()
        for table, column in (("questions", "text"), ("queue", "text"), ("subscriptions", "wanted")):
            stored.update(text for (text,) in store.database.rows(f"SELECT {column} FROM {table}"))
    wanted = [f"{kind}{n}号" for n in range(1, rounds + 1) for kind in ("问题甲", "留言乙", "订阅丙")]
    said = Counter(call.text for call in api.calls if call.method == "sendMessage" and not call.error)
    answers = [f"答：问题甲{n}号" for n in range(1, rounds + 1)]
    return Toll(
        kills=rounds,
        effects=len(wanted),
        lost=sum(not stored[text] for text in wanted),
        doubled=sum(stored[text] > 1 for text in wanted),
        unanswered=sum(not said[text] for text in answers),
        said_twice=sum(said[text] > 1 for text in answers),
    )
