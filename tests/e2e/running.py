"""A bot running in a thread against the strict Bot API server, for the tests of Telegram."""

import asyncio
import html
import re
import threading
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import SecretStr

from bot.answer import Answer, Ask, ShownMeasure, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.errors import ChannelError
from bot.helplines import Danger, shipped_helplines
from bot.place_table import no_places
from bot.settings import Settings
from bot.store import Store
from bot.telegram import telegram_bot
from tests.bot.fakes import FRIDGE, SHIPS, FakeCatalog, assistance, found
from tests.e2e.bot_api import TOKEN

TODAY = date(2026, 11, 21)
QUESTION = "家里旧冰箱想换新的，有补贴吗"
LONG_CLAUSE = "对符合条件的企业，给予一次性定额补助；"


def real_assistant():
    """The assistant over a small library; it finds the refrigerator and the ships."""
    return Assistant(FakeCatalog(), found(FRIDGE.id, SHIPS.id), today=lambda: TODAY)


def talk(catalog, search):
    """A conversation over a catalog and a search of the test's."""
    return Talk(Assistant(catalog, search, today=lambda: TODAY), MemorySessions())


@dataclass
class Scripted:
    """An assistant that says a question back, breaks on 坏, and waits on 慢 until released."""

    asked: list[str] = field(default_factory=list)
    sessions: list[str | None] = field(default_factory=list)
    started: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)
    shown: ShownMeasure | None = None

    def ask(self, ask: Ask) -> Answer:
        """What was asked, as a refusal that quotes it."""
        self.asked.append(ask.question)
        self.sessions.append(ask.session)
        if "坏" in ask.question:
            raise RuntimeError(ask.question)
        if "慢" in ask.question:
            self.started.set()
            assert self.release.wait(20)
        return Answer(ask.question, TODAY, Status.NOT_COVERED, f"答：{ask.question}")

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of the script."""
        return self.shown

    def offered(self, words: str, most: int) -> tuple[ShownMeasure, ...]:
        """None."""
        return ()

    def danger(self, words: str) -> Danger | None:
        """By the shipped tables."""
        return shipped_helplines().danger(words)

    def syllables(self) -> dict[str, str]:
        """None."""
        return {}

    def department(self, session: str) -> tuple[str, str] | None:
        """The one that the script talks about."""
        return ("周村", "区商务局")

    catalog = FakeCatalog()


def kept(inner, store, places=no_places):
    """What channels are given over an assistant, a talk or a script; a script is its own look-ups."""
    made = assistance(inner, store=store, places=places)
    return replace(made, look_ups=inner) if isinstance(inner, Scripted) else made


def settings(api, token=TOKEN):
    return Settings(telegram_token=SecretStr(token), telegram_api=api.url)


def opened(api):
    """The store of the bot's home."""
    return closing(Store.open(settings(api).database))


class Running:
    """A bot in a thread of its own."""

    def __init__(self, api, asker, *, full=False, places=no_places, **options):
        """With `full` its disk takes nothing from the start; the options are those of `serve`."""
        self._places = places
        self._given = (settings(api), asker)
        self._full = full
        self._options = {"start_tries": 1, **options}
        self._ready = threading.Event()
        self.error = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._ready.wait(20)

    async def _serve(self):
        given, asker = self._given
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        with closing(Store.open(given.database)) as store:
            self.store = store
            if self._full:
                store.database.rows("PRAGMA query_only = ON")
            self._ready.set()
            try:
                await telegram_bot.serve(
                    given, kept(asker, store, self._places), store, self._stop, **self._options
                )
            except ChannelError as error:
                self.error = error

    def ask_to_stop(self):
        """As a signal would."""
        self._loop.call_soon_threadsafe(self._stop.set)

    def join(self):
        """Returns when the bot has ended."""
        self._thread.join(20)
        assert not self._thread.is_alive()

    def stop(self):
        """Ends the bot."""
        if self._thread.is_alive():
            self.ask_to_stop()
        self.join()


@contextmanager
def running(api, asker, **options):
    bot = Running(api, asker, **options)
    try:
        yield bot
    finally:
        getattr(asker, "release", threading.Event()).set()
        bot.stop()


def plain(text):
    return html.unescape(re.sub(r"</?(?:b|i|blockquote|tg-time)(?: [^<>]*)?>", "", text))


def bare(text):
    return re.sub(r"\s", "", text)


def pressed(call, text):
    """The data of the button that says this."""
    return next(button["callback_data"] for button in call.buttons if button["text"] == text)
