"""To which conversations the staff's notice was told, so that it is not said again at every turn."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from bot.conversation import IDLE_S, MAX_SESSIONS


class ToldNotices:
    """What each conversation was told last; a conversation ends after half an hour without a turn."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MAX_SESSIONS) -> None:
        self._told: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._clock = clock
        self._most = most
        self._lock = Lock()

    def is_new(self, session: str | None, words: str) -> bool:
        """Whether the conversation was not told these words yet; from then on it was.

        Outside conversations each question stands alone, and all is new.
        """
        if session is None:
            return True
        with self._lock:
            now_s = self._clock()
            turn_s, before = self._told.get(session, (now_s, ""))
            self._told[session] = (now_s, words)
            self._told.move_to_end(session)
            while len(self._told) > self._most:
                self._told.popitem(last=False)
            return before != words or now_s - turn_s > IDLE_S
