"""What cannot be kept on a full disk must not stop what can be answered."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError

_EVERY_S = 60.0
_log = logging.getLogger(__name__)
_said: dict[str, float] = {}
"""When the log last told of each kind, by the monotonic clock."""


@contextmanager
def unkept(kind: str) -> Iterator[None]:
    """Goes on where the store cannot be written within; says so in the log, once a minute for each kind."""
    try:
        yield
    except StoreError as error:
        now_s = time.monotonic()
        if now_s - _said.get(kind, -_EVERY_S) >= _EVERY_S:
            _said[kind] = now_s
            _log.error("event=not_kept kind=%s error=%s", kind, error)
