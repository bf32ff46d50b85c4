"""How long a question would wait, and what refuses it at once where that is too long."""

import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.guard import Teller

_Result = TypeVar("_Result")

PATIENCE_S = 1.0
"""A question that would wait longer is refused: 3 s are asked for 95 of 100 accepted."""
RETRY_S, RETRY_MOST_S = 5.0, 60.0
"""When to ask again, at the earliest and at the latest; at once would only make the crowd larger."""
_FIRST_GUESS_S = 0.2
_NEWEST_WEIGHT = 0.2
_QUESTIONS = ("/", "/answer", "/api/ask")


class QuestionQueue:
    """How many questions are waiting or worked on, and how long one takes of late. For many threads."""

    def __init__(self, threads: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._threads = threads
        self._clock = clock
        self._lock = Lock()
        self._count = 0
        self._takes_s = _FIRST_GUESS_S
        self._last_call_s = 0.0

    @property
    def wait_s(self) -> float:
        """How long one more question would wait, in seconds."""
        return max(0, self._count - self._threads + 1) * self._takes_s / self._threads

    @property
    def is_crowded(self) -> bool:
        """Whether one more question would wait for more than a few seconds."""
        return self.wait_s > PATIENCE_S

    def joined(self, work: Callable[[], _Result]) -> Callable[[], _Result]:
        """The work, which counts from now until it is done."""
        with self._lock:
            self._count += 1

        def counted() -> _Result:
            started_s = time.perf_counter()
            try:
                return work()
            finally:
                self._left(time.perf_counter() - started_s)

        return counted

    def turned_away(self) -> dict[str, str]:
        """The headers for a question that is refused: when to come again, over a new connection.

        Each is called a little later than the one before, as fast as questions are answered, so that a crowd
        does not come back in one moment. This connection would be closed as idle meanwhile.
        """
        with self._lock:
            now_s = self._clock()
            following_s = self._last_call_s + self._takes_s / self._threads
            self._last_call_s = min(max(following_s, now_s + RETRY_S), now_s + RETRY_MOST_S)
            return {"Retry-After": str(int(self._last_call_s - now_s)), "Connection": "close"}

    def _left(self, took_s: float) -> None:
        with self._lock:
            self._count -= 1
            self._takes_s += _NEWEST_WEIGHT * (took_s - self._takes_s)


class Crowd:
    """Turns questions away at once while too many wait, before anything else is done for them."""

    def __init__(self, app: ASGIApp, queue: QuestionQueue, teller: Teller) -> None:
        self._app = app
        self._queue = queue
        self._teller = teller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it with 503."""
        if scope["type"] != "http" or not _asks(scope) or not self._queue.is_crowded:
            await self._app(scope, receive, send)
            return
        response = self._teller(Request(scope), 503)
        response.headers.update(self._queue.turned_away())
        await response(scope, receive, send)


def _asks(scope: Scope) -> bool:
    return scope["path"] in _QUESTIONS and (scope["method"] == "POST" or b"q=" in scope["query_string"])
