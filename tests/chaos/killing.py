"""Ends the bot again and again while people write, and counts what was lost or done twice."""

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.settings import Settings
from bot.store import Store
from bot.telegram import keyboards, telegram_bot
from tests.e2e.bot_api import BotApi
from tests.e2e.running import Scripted, kept, settings

_FIRST_CHAT = 100
_PATIENCE_S = 60.0
_SETTLED_S = 600.0
"""How long the last life may take for what the others left; never reached on a calm machine."""


@dataclass(frozen=True)
class Toll:
    """What the ends cost."""

    effects: int
    """Questions, letters, subscriptions and ratings that were to be kept."""
    lost: int
    doubled: int
    unanswered: int
    """Updates after which nothing was said."""
    said_twice: int
    """Messages that were on the wire when the bot ended."""


@dataclass
class Lives:
    """A bot that lives many times over one home, and people who write to it."""

    home: Path
    chats: int
    api: BotApi = field(default_factory=lambda: BotApi().start())
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    _rounds: int = 0
    _thumbs: dict[tuple[int, int], bool] = field(default_factory=dict)
    _pressed: int = 0
    _logins_before: int = 0

    @contextmanager
    def life(self) -> Iterator[ForkServerProcess]:
        """The bot in a process of its own; killed where it still lives in the end."""
        self._logins_before = self._count_logins()
        context = get_context("forkserver")
        context.set_forkserver_preload([__name__])
        process = context.Process(target=_serve, args=(self.api.url, str(self.home)))
        process.start()
        try:
            yield process
        finally:
            process.kill()
            process.join()

    def await_login(self) -> None:
        """Returns when the life that was begun last has logged in."""
        end_s = time.monotonic() + _PATIENCE_S
        while self._count_logins() <= self._logins_before:
            assert time.monotonic() < end_s
            time.sleep(0.01)

    def write(self) -> None:
        """One chat: a question, a letter, a subscription; and a thumb under an answer that is there."""
        self._rounds += 1
        chat = _FIRST_CHAT + self.chance.randrange(self.chats)
        for text in ("问题甲", "/staff 留言乙", "/subscribe 订阅丙"):
            self.api.say(f"{text}{self._rounds}号", chat)
        answered = [call for call in self.api.calls if call.text.startswith("答：") and call.buttons]
        if answered:
            call = self.chance.choice(answered)
            good = self.chance.random() < 0.5
            data = call.buttons[-2 if good else -1]["callback_data"]
            self.api.press(data, call.params["chat_id"])
            self._pressed += 1
            self._thumbs[call.params["chat_id"], keyboards.number_in(data) or 0] = good

    def await_answer(self) -> None:
        """Returns when the life that was begun last has answered something."""
        self.await_login()
        end_s, before = time.monotonic() + _PATIENCE_S, self._count_answers()
        while self._count_answers() == before and time.monotonic() < end_s:
            time.sleep(0.01)

    def _count_answers(self) -> int:
        return sum(call.text.startswith("答：") for call in self.api.calls)

    def _count_logins(self) -> int:
        return sum(call.method == "setMyCommands" for call in self.api.calls)

    def settle(self) -> None:
        """A last life, until every update is done."""
        with self.life():
            end_s, calm = time.monotonic() + _SETTLED_S, 0
            while calm < 5:
                assert time.monotonic() < end_s
                time.sleep(0.2)
                with closing(Store.open(self.home / "wenzheng.db")) as store:
                    waiting = store.database.rows("SELECT count(*) FROM updates WHERE done = 0")[0][0]
                calm = calm + 1 if not waiting and not self.api.pending else 0

    def toll(self) -> Toll:
        """What was lost or done twice; of several thumbs under one answer the last is to stand."""
        stored: Counter[str] = Counter()
        with closing(Store.open(self.home / "wenzheng.db")) as store:
            for table, column in (("questions", "text"), ("queue", "text"), ("subscriptions", "wanted")):
                stored.update(text for (text,) in store.database.rows(f"SELECT {column} FROM {table}"))
            rows = store.database.rows("SELECT person, question, good FROM feedback")
            ((rated,),) = store.database.rows("SELECT count(*) FROM effects WHERE act = 'rating'")
        wanted = [
            f"{kind}{n}号" for n in range(1, self._rounds + 1) for kind in ("问题甲", "留言乙", "订阅丙")
        ]
        thumbs = {(int(person.strip(":")), question): bool(good) for person, question, good in rows}
        said = Counter(
            call.text for call in self.api.calls if call.method == "sendMessage" and not call.error
        )
        answers = [f"答：问题甲{n}号" for n in range(1, self._rounds + 1)]
        return Toll(
            effects=len(wanted) + self._pressed,
            lost=sum(not stored[text] for text in wanted)
            + sum(thumbs.get(key) is not good for key, good in self._thumbs.items()),
            doubled=sum(stored[text] > 1 for text in wanted) + max(0, rated - self._pressed),
            unanswered=sum(not said[text] for text in answers),
            said_twice=sum(said[text] > 1 for text in answers),
        )


@contextmanager
def lives(chats: int) -> Iterator[Lives]:
    """Lives over a home that is gone afterwards."""
    with tempfile.TemporaryDirectory() as home:
        made = Lives(Path(home), chats)
        try:
            yield made
        finally:
            made.api.close()


@dataclass(frozen=True)
class _Address:
    url: str


def _serve(url: str, home: str) -> None:
    """The bot until it is killed, or told to stop; what it says goes to files of its home."""
    os.environ["WENZHENG_HOME"] = home
    os.environ["WENZHENG_MESSAGE_BURST"] = "100000"
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it says hundreds of times that it is ready
    log = os.open(Path(home, "log"), os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.dup2(log, 2)
    given: Settings = settings(_Address(url))
    with closing(Store.open(given.database)) as store:
        asyncio.run(_until_told(given, store))


async def _until_told(given: Settings, store: Store) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await telegram_bot.serve(given, kept(Scripted(), store), store, stop)
