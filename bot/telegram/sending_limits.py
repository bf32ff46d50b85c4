"""How often one person may write."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MAX_PEOPLE = 10_000
"""People remembered at once; who was silent longest is forgotten first."""


class Pass(StrEnum):
    """What becomes of a message."""

    ANSWER = "answer"
    NOTICE = "notice"
    """Too many: the first one is told so."""
    DROP = "drop"
    """Too many, and told."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_s: float
    told: bool = False


class SendingLimits:
    """A bucket for each person: `burst` at once, then `per_minute` evenly."""

    def __init__(self, per_minute: int, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def check(self, person: int) -> Pass:
        """Counts one message of a person."""
        now = self._clock()
        bucket = self._buckets.setdefault(person, _Bucket(self._burst, now))
        self._buckets.move_to_end(person)
        if len(self._buckets) > MAX_PEOPLE:
            self._buckets.popitem(last=False)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.filled_s) * self._rate)
        bucket.filled_s = now
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.told = False
            return Pass.ANSWER
        first, bucket.told = not bucket.told, True
        return Pass.NOTICE if first else Pass.DROP
