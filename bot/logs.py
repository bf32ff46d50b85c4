"""Logging, configured once: event and key=value, to standard error."""

import logging
import time

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"

_QUIET = ("httpx", "httpcore", "telegram", "sentence_transformers", "faiss", "asyncio", "websockets")
"""Below WARNING these log addresses, and the address of a Bot API call holds the token."""

_MINUTE_S = 60.0


def configure(level: str) -> None:
    """Sets the level of the whole process; libraries that log addresses stay at WARNING."""
    logging.basicConfig(level=level, format=_FORMAT, force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


class OncePerMinute:
    """Lets one log line a minute of each kind through; a fault that goes on must not fill the disk."""

    def __init__(self) -> None:
        self._due_s: dict[str, float] = {}

    def is_due(self, kind: str = "") -> bool:
        """Whether no line of the kind was let through for a minute; one is now."""
        now_s = time.monotonic()
        if now_s < self._due_s.get(kind, now_s):
            return False
        self._due_s[kind] = now_s + _MINUTE_S
        return True
