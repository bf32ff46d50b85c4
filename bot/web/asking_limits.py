"""How many requests a client may make: a bucket that fills up again, one for each client."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

_MOST_CLIENTS = 10_000
"""Buckets kept; beyond it the full ones are forgotten, which changes nothing for anybody."""


@dataclass(slots=True)
class _Bucket:
    left: float
    seen_s: float


class Limiter:
    """Token buckets by client name."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """A client may spend a minute's worth at once, then as it comes in again."""
        self._size = float(per_minute)
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def wait_s(self, client: str) -> int:
        """0 where the request may pass, else the whole seconds until the next one may."""
        now_s = self._clock()
        bucket = self._buckets.get(client)
        if bucket is None:
            self._forget(now_s)
            bucket = self._buckets[client] = _Bucket(self._size, now_s)
        bucket.left = self._filled(bucket, now_s)
        bucket.seen_s = now_s
        if bucket.left < 1:
            return ceil((1 - bucket.left) * 60 / self._size)
        bucket.left -= 1
        return 0

    def _filled(self, bucket: _Bucket, now_s: float) -> float:
        return min(self._size, bucket.left + (now_s - bucket.seen_s) * self._size / 60)

    def _forget(self, now_s: float) -> None:
        if len(self._buckets) >= _MOST_CLIENTS:
            kept = {name: b for name, b in self._buckets.items() if self._filled(b, now_s) < self._size}
            self._buckets = kept if len(kept) < _MOST_CLIENTS else {}
