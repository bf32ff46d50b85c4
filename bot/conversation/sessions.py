"""Where conversations are kept: in memory here, on disk in bot/store."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Protocol

from bot.conversation.focus import Focus

IDLE_S = 30 * 60
"""A conversation ends after this many seconds without a turn."""
MAX_SESSIONS = 10_000
"""Most conversations kept at once; the one silent longest is dropped first. Each takes a few kilobytes."""


class Sessions(Protocol):
    """Keeps where each conversation stands."""

    def load(self, key: str) -> Focus:
        """Where the conversation stands; an empty focus for a new one or one that has ended."""

    def save(self, key: str, focus: Focus) -> None:
        """Keeps where it stands now."""


class MemorySessions:
    """Conversations in memory, for a process that need not keep them after it ends."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MAX_SESSIONS) -> None:
        self._focuses: OrderedDict[str, tuple[float, Focus]] = OrderedDict()
        self._clock = clock
        self._most = most
        self._lock = Lock()

    def load(self, key: str) -> Focus:
        """Where the conversation stands."""
        with self._lock:
            spoken_s, focus = self._focuses.get(key, (0.0, Focus()))
            return focus if key in self._focuses and self._clock() - spoken_s <= IDLE_S else Focus()

    def save(self, key: str, focus: Focus) -> None:
        """Keeps where it stands now."""
        with self._lock:
            self._focuses[key] = (self._clock(), focus)
            self._focuses.move_to_end(key)
            while len(self._focuses) > self._most:
                self._focuses.popitem(last=False)
