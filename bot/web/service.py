"""The assistant as the web asks it: off the event loop, a few questions at a time."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from fastapi import HTTPException

from bot.answer import Answer, Ask
from bot.chain import standing
from bot.china_time import today_in_china
from bot.conversation import IDLE_S
from bot.ports import Assistance
from bot.store import WEB_CHAT, Letter, OwnKind, OwnRecord, Store
from bot.web.offers.offered_questions import Offered
from bot.web.offers.searching import SearchEntry
from bot.web.offers.shelf import Shelf, Shelves
from bot.web.offers.start_page import StartPage
from bot.web.prometheus_metrics import Metrics
from bot.web.question_queue import QuestionQueue
from bot.web.recent_answers import RecentAnswers

_Result = TypeVar("_Result")

THREADS = 2
"""Questions worked on at once, one for each core of the machine it is meant for."""


def person_of(session: str | None) -> str:
    """Whoever asks on the page, as the store knows them; the end of the key of their conversation."""
    return f":{session or ''}"


EARLIER = 5
"""Earlier questions of a conversation that stay on the page."""


class Service:
    """Answers and look-ups without holding the event loop."""

    def __init__(
        self, assistance: Assistance, metrics: Metrics, threads: int = THREADS, *, store: Store | None = None
    ) -> None:
        """With a store, what the staff reply and announce is shown."""
        self.look_ups = assistance.look_ups
        self._ask = assistance.ask
        self.places = assistance.places
        self.store = store
        self._metrics = metrics
        self.recent = RecentAnswers()
        self._shelves = Shelves()
        self.start = StartPage(store.journal if store else None)
        self._pool = ThreadPoolExecutor(threads, "web")
        self.queue = QuestionQueue(threads)

    @property
    def shelf(self) -> Shelf:
        """The documents as they are now."""
        return self._shelves.over(self.look_ups.catalog, self.look_ups.syllables)

    async def ask(self, ask: Ask) -> Answer:
        """The answer to one question; sessions of the web never meet those of another channel.

        Raises:
            HTTPException: 503, at once, where it could not be answered within a few seconds.
        """
        if self.queue.is_crowded:
            raise HTTPException(503, headers=self.queue.turned_away())
        inside = replace(
            ask,
            session=f"web:{ask.session}" if ask.session else None,
            person=person_of(ask.session),
            chat=WEB_CHAT if ask.session else None,
        )
        answer = replace(await self.answered(lambda: self._ask(inside)), session=ask.session)
        if ask.session:
            self.recent.keep(ask.session, answer)
        return answer

    async def answered(self, call: Callable[[], Answer]) -> Answer:
        """The answer that a call gives, in a thread; it counts among the questions that wait."""
        started_s = time.perf_counter()
        answer = await self.run(self.queue.joined(call))
        self._metrics.answered(answer.status, time.perf_counter() - started_s)
        return answer

    async def offered(self, typed: str) -> tuple[Offered, ...]:
        """What may be asked, for what is typed so far; it does not wait behind questions."""
        shelf = self.shelf
        return await asyncio.to_thread(lambda: shelf.questions.matching(typed)) if typed.strip() else ()

    def replies(self, session: str) -> tuple[Letter, ...]:
        """What the staff replied to whom the page knows by this session.

        Words that tell of a danger are not said again: others may read the page of a device that is shared.
        """
        letters = self.store.desk.replies(person_of(session)) if self.store else ()
        return tuple(
            replace(letter, text="") if self.look_ups.danger(letter.text) else letter for letter in letters
        )

    def earlier(self, session: str, but: object) -> tuple[tuple[OwnRecord, SearchEntry | None], ...]:
        """What was asked before in a conversation that is not over, newest first, with what it found.

        Left out is the question of the number `but`, and what tells of a danger.
        """
        if self.store is None:
            return ()
        since = self.store.database.now() - IDLE_S
        asked = self.store.own.of(person_of(session), WEB_CHAT, OwnKind.QUESTION, EARLIER + 1, since)
        shelf = self.shelf
        shown = [one for one in asked if one.id != but and not self.look_ups.danger(one.text)][:EARLIER]
        return tuple((one, shelf.entry(one.measure) if one.measure in shelf.ids else None) for one in shown)

    def announcement(self, place: str | None) -> str:
        """What the staff want said in a place before anybody asks; "" where there is nothing."""
        return standing(self.store.notices.current(place), today_in_china()) if self.store else ""

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """Runs anything slow in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def close(self) -> None:
        """Waits for what is worked on."""
        self._pool.shutdown()
