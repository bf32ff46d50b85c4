"""How long an answer took."""

import time
from collections.abc import Callable
from dataclasses import replace

from bot.answer import Answer, Ask
from bot.ports import Answering


class Timed:
    """Notes on every answer the seconds that it took."""

    def __init__(self, inner: Answering, clock: Callable[[], float] = time.perf_counter) -> None:
        self._inner = inner
        self._clock = clock

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question, with its time."""
        started_s = self._clock()
        answer = self._inner(ask)
        return replace(answer, seconds=self._clock() - started_s)
