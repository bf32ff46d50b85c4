"""Logging, configured once: event and key=value, to standard error."""

import logging

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"

_QUIET = ("httpx", "httpcore", "telegram", "sentence_transformers", "faiss", "asyncio")
"""Below WARNING these log addresses, and the address of a Bot API call holds the token."""


def configure(level: str) -> None:
    """Sets the level of the whole process; libraries that log addresses stay at WARNING."""
    logging.basicConfig(level=level, format=_FORMAT, force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
