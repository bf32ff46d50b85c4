"""How often one client may come: a bucket of tokens for each, which fills up again evenly."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

MAX_CLIENTS = 10_000
"""Buckets kept at once; that of whoever was silent longest, which has filled up longest, goes first."""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """A client came too often."""

    wait_s: float
    """Seconds until the next token."""
    in_a_row: int
    """How often the client was refused since its last success; 1 the first time."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_s: float
    turned_away: int = 0


class TokenBuckets:
    """`burst` at once for each client, then `per_minute` evenly. For one thread."""

    def __init__(
        self, per_minute: int, burst: int | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Without a burst a client may spend a minute's worth at once."""
        self._per_minute = per_minute
        self._burst = float(burst or per_minute)
        self._clock = clock
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def take(self, client: Hashable, cost: float = 1.0) -> TooSoon | None:
        """Takes `cost` tokens, at most 1, from a client's bucket; None where there were as many."""
        bucket = self._filled(client)
        if bucket.tokens >= cost:
            bucket.tokens -= cost
            bucket.turned_away = 0
            return None
        bucket.turned_away += 1
        return TooSoon((cost - bucket.tokens) * 60 / self._per_minute, bucket.turned_away)

    def _filled(self, client: Hashable) -> _Bucket:
        """The bucket of a client, refilled for the time since it was last used."""
        now_s = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(self._burst, now_s))
        self._buckets.move_to_end(client)
        if len(self._buckets) > MAX_CLIENTS:
            self._buckets.popitem(last=False)
        came_in = (now_s - bucket.filled_s) * self._per_minute / 60
        bucket.tokens = min(self._burst, bucket.tokens + came_in)
        bucket.filled_s = now_s
        return bucket
