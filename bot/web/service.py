"""The assistant as the web asks it: off the event loop, a few questions at a time."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from bot.answer import Answer, Ask
from bot.ports import Asker
from bot.web.metrics import Metrics
from bot.web.shelf import Shelf, Shelves

_Result = TypeVar("_Result")

THREADS = 2
"""Questions worked on at once, one for each core of the machine it is meant for."""


class Service:
    """Answers and look-ups without holding the event loop."""

    def __init__(self, asker: Asker, metrics: Metrics, threads: int = THREADS) -> None:
        self.asker = asker
        self._metrics = metrics
        self._shelves = Shelves()
        self._pool = ThreadPoolExecutor(threads, "web")

    @property
    def shelf(self) -> Shelf:
        """The documents as they are now."""
        return self._shelves.over(self.asker.library)

    async def ask(self, ask: Ask) -> Answer:
        """The answer to one question; sessions of the web never meet those of another channel."""
        started_s = time.perf_counter()
        inside = replace(ask, session=f"web:{ask.session}" if ask.session else None)
        answer = await self.run(lambda: self.asker.ask(inside))
        self._metrics.answered(answer.status, time.perf_counter() - started_s)
        return replace(answer, session=ask.session)

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """Runs anything slow in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def close(self) -> None:
        """Waits for what is worked on."""
        self._pool.shutdown()
