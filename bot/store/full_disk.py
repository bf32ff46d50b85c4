"""What cannot be kept on a full disk must not stop what can be answered."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError
from bot.logs import OncePerMinute

_log = logging.getLogger(__name__)
_lines = OncePerMinute()


@contextmanager
def unkept(kind: str) -> Iterator[None]:
    """Goes on where the store cannot be written within; says so in the log, once a minute for each kind."""
    try:
        yield
    except StoreError as error:
        if _lines.is_due(kind):
            _log.error("event=not_kept kind=%s error=%s", kind, error)
