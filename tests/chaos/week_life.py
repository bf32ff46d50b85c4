"""One life of the bot in the simulated week: from a start to a stop, in a process of its own."""

import asyncio
import gc
import os
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from bot import app
from bot.answer import Ask
from bot.ports import Assistance
from bot.settings import Settings
from bot.store import Store
from bot.web.application import make_application
from tests.bench.one_page_notices import write
from tests.chaos.serving_bot import questions
from tests.web.scripted import page_client

PEOPLE, THREADS = 2000, 2
_WEB = 0.1
_RATED, _LEFT, _FORGOT = 0.05, 0.02, 0.002


@dataclass(frozen=True, slots=True)
class Plan:
    """What a life is to do."""

    number: int
    home: Path
    begins: float
    """Seconds since 1970, by the simulated clock."""
    lasts_s: float
    questions: int
    documents: range
    """Positions of notices that are added, and removed again."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a life takes: in the middle, or at its end."""

    memory_mb: float
    files: int
    threads: int


@dataclass(frozen=True, slots=True)
class LifeReport:
    """What is left of a life."""

    documents: int
    """How many came and went."""
    middle: Footprint
    end: Footprint
    database_bytes: int
    other_bytes: int
    """All other files of the home but the documents, of which removed versions are kept on purpose."""
    kept_questions: int
    passing_rows: int
    """Conversations, updates and marks: what is kept for a while only."""
    errors: int


def live(plan: Plan, told: Connection) -> None:
    """Lives by the plan and tells what is left."""
    settings = Settings(home=plan.home, web_per_minute=10**7)
    life = _Life(plan, random.Random(plan.number))
    with closing(Store.open(settings.database, life.now)) as store:
        assistance = app.make_assistant(settings, store=store)
        changing = Thread(target=_change_documents, args=(settings, plan))
        changing.start()
        life.ask(assistance, store, settings, plan.questions // 2)
        middle = _footprint()
        changing.join()
        life.ask(assistance, store, settings, plan.questions - plan.questions // 2)
        end = _footprint()
        kept, passing = _rows(store)
        del assistance
    kept_folder = settings.library_folder
    others = [path for path in plan.home.rglob("*") if path.is_file() and kept_folder not in path.parents]
    told.send(
        LifeReport(
            len(plan.documents),
            middle,
            end,
            sum(path.stat().st_size for path in plan.home.glob("wenzheng.db*")),
            sum(path.stat().st_size for path in others if "wenzheng.db" not in path.name),
            kept,
            passing,
            life.errors,
        )
    )


class _Life:
    """Who asks what, and when."""

    def __init__(self, plan: Plan, chance: random.Random) -> None:
        self._plan = plan
        self._chance = chance
        self._pool = questions()
        self._asked = 0
        self.errors = 0

    def now(self) -> float:
        """The simulated clock: it goes on with every question."""
        return self._plan.begins + self._plan.lasts_s * self._asked / self._plan.questions

    def ask(self, assistance: Assistance, store: Store, settings: Settings, count: int) -> None:
        """So many questions, as by Telegram and by the page."""
        on_page = int(count * _WEB)
        with ThreadPoolExecutor(THREADS) as pool:
            turns = [self._turn(number) for number in range(count - on_page)]
            for done in pool.map(lambda turn: self._told(assistance, store, *turn), turns):
                self.errors += not done
        asyncio.run(self._on_page(assistance, store, settings, on_page))
        gc.collect()

    def _turn(self, number: int) -> tuple[int, int, str, float]:
        """Update, person, words, and the chance of what is done with the answer."""
        update = self._plan.number * 1_000_000 + self._asked + number
        return update, self._chance.randrange(PEOPLE), self._words(), self._chance.random()

    def _words(self) -> str:
        words = self._chance.choice(self._pool)
        kind = self._chance.random()
        return (
            words if kind < 0.8 else f"请问{words}" if kind < 0.9 else f"{words}{self._chance.randrange(100)}"
        )

    def _told(
        self, assistance: Assistance, store: Store, update: int, person: int, words: str, act: float
    ) -> bool:
        """One question as the Telegram channel asks it, and what its asker does then."""
        self._asked += 1
        who = f":{person}"
        store.updates.take(update, words)
        answer = assistance.ask(
            Ask(words, session=f"telegram:{person}{who}", person=who, chat=person, update=update)
        )
        store.updates.sent(update)
        if act < _RATED:
            store.effects.once(update, "rating", lambda: self._rated(store, who, answer.number or 0))
        elif act < _RATED + _LEFT:
            store.desk.reply(store.desk.leave(who, person, words, update=update), "请到窗口办理。")
        elif act < _RATED + _LEFT + _FORGOT:
            store.forget(who)
        store.updates.done(update)
        return bool(answer.text)

    @staticmethod
    def _rated(store: Store, who: str, question: int) -> int:
        store.journal.rated(who, question, good=True)
        return question

    async def _on_page(self, assistance: Assistance, store: Store, settings: Settings, count: int) -> None:
        application = make_application(settings, assistance, app.open_desk(settings, store))
        try:
            for start in range(0, count, 20):
                async with page_client(application) as browser:
                    for _ in range(start, min(start + 20, count)):
                        self._asked += 1
                        shown = await browser.get("/", params={"q": self._words()}, follow_redirects=True)
                        self.errors += shown.status_code != 200
        finally:
            application.close()


def _change_documents(settings: Settings, plan: Plan) -> None:
    """Adds the documents and takes them out again, the index following in a process of its own each time."""
    if not plan.documents:
        return
    adder = app.open_adder(settings, lambda: "")
    paths = write(plan.home / "brought", plan.documents)
    adder.add(adder.review([adder.read(path, "周村") for path in paths]))
    app.refresh_aside(settings).join()
    for position in plan.documents:
        adder.remove(f"周政办字〔{2015 + position // 600}〕{200 + position % 600}号")
    app.refresh_aside(settings).join()
    for path in paths:
        path.unlink()


def _footprint() -> Footprint:
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    memory_mb = int(status["VmRSS"].split()[0]) / 1024
    return Footprint(memory_mb, len(os.listdir("/proc/self/fd")), int(status["Threads"]))


def _rows(store: Store) -> Sequence[int]:
    """(questions kept, rows of what is kept for a while)."""
    counts = {
        table: store.database.rows(f"SELECT count(*) FROM {table}")[0][0]
        for table in ("questions", "sessions", "updates", "effects")
    }
    return counts.pop("questions"), sum(counts.values())
