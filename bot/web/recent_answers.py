"""The answers of late, so that one can be printed as it was read."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from bot.answer import Answer
from bot.conversation import IDLE_S

_MOST = 200
"""Answers kept; they share the texts of the documents, and take some kilobytes each."""


class RecentAnswers:
    """Answers by the conversation and the number of the question, as long as a conversation lives."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[str, int], tuple[float, Answer]] = OrderedDict()
        self._lock = Lock()

    def keep(self, session: str, answer: Answer) -> None:
        """Keeps an answer that has a number."""
        if answer.number is None:
            return
        with self._lock:
            self._kept[session, answer.number] = (self._clock(), answer)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def answer(self, session: str, number: int) -> Answer | None:
        """The answer of a conversation to the question of that number; None where it is over."""
        with self._lock:
            at, answer = self._kept.get((session, number), (0.0, None))
        return answer if answer and self._clock() - at <= IDLE_S else None

    def forget(self, session: str) -> None:
        """Drops the answers of a conversation."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == session]:
                del self._kept[key]
