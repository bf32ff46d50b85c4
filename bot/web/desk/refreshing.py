"""Bringing the index up to date after a change, one process after the other, beside the answering."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Protocol

_log = logging.getLogger(__name__)


class Work(Protocol):
    """Something that another process does; `multiprocessing.Process` is one."""

    @property
    def exitcode(self) -> int | None:
        """0 where it went well; None while it runs."""

    def join(self) -> None:
        """Waits for its end."""

    def terminate(self) -> None:
        """Ends it; what it had not finished is as if it had never begun."""


class Refresher:
    """Starts the work when something changed; changes while it waits to start are taken along."""

    def __init__(self, begin: Callable[[], Work]) -> None:
        self._begin = begin
        self._watching = ThreadPoolExecutor(1, "desk-index")
        self._lock = Lock()
        self._next: Future[None] | None = None
        self._work: Work | None = None
        self._closed = False

    def refresh(self) -> str:
        """Starts updating the index with all changes so far; returns "" at once, without waiting."""
        with self._lock:
            if not self._closed and (self._next is None or self._next.running() or self._next.done()):
                self._next = self._watching.submit(self._run)
        return ""

    def close(self) -> None:
        """Ends what runs: the next start of the bot brings the index up to date."""
        with self._lock:
            self._closed = True
            if self._work is not None:
                self._work.terminate()
        self._watching.shutdown(cancel_futures=True)

    def _run(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._work = work = self._begin()
        work.join()
        if work.exitcode and not self._closed:
            _log.error("event=desk_refresh_failed exit=%d", work.exitcode)
