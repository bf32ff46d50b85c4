"""Answering from the newest index, which is switched to while the bot runs."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from bot.answer import Answer, Ask
from bot.chain.returning_memory import return_memory
from bot.ports import Answering

LOOK_EVERY_S = 1.0
"""Seconds between two checks of the index: a new document is used for answers at most a second later."""

_Over = TypeVar("_Over")


class Newest(Generic[_Over]):
    """Something built on the current index; built again whenever the index changes.

    Whoever already has the old one finishes with it.
    """

    def __init__(
        self,
        first: _Over,
        mark: Callable[[], object],
        renew: Callable[[], _Over | None],
        *,
        seen: object,
        clock: Callable[[], float] = time.monotonic,
        switched: Callable[[], None] = return_memory,
    ) -> None:
        """`mark` tells states of the index apart, `renew` gives what answers from the one in use.

        `switched` is called when that has taken the place of the one before. `seen` is the mark from before
        `first` was made: what changed meanwhile is then not missed.
        """
        self._current = first
        self._mark = mark
        self._renew = renew
        self._clock = clock
        self._seen = seen
        self._looked_s = clock()
        self._switched = switched
        self._looking = Lock()

    def __call__(self) -> _Over:
        """The newest; while another thread takes a new index up, the old one."""
        if self._clock() - self._looked_s >= LOOK_EVERY_S and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._current

    def _look(self) -> None:
        self._looked_s = self._clock()
        mark = self._mark()
        if mark != self._seen:
            self._seen = mark
            newer = self._renew()
            if newer is not None:
                self._current = newer
                self._switched()


class Renewed:
    """Answers each question by whatever answers from the newest index when it is asked."""

    def __init__(self, newest: Callable[[], Answering]) -> None:
        self._newest = newest

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question; it is finished by what began it."""
        return self._newest()(ask)
