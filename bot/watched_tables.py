"""Tables of an office that are read again when their files change, while the bot runs."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from corpus.durable import mark_of
from corpus.errors import WenzhengError

Read = TypeVar("Read")

_log = logging.getLogger(__name__)


class WatchedTables(Generic[Read]):
    """What is read from some files: one damaged meanwhile leaves what was read last."""

    def __init__(self, name: str, paths: Sequence[Path], read: Callable[[], Read]) -> None:
        """Reads for the first time; `name` stands in the log where a later reading fails.

        Raises:
            WenzhengError: what `read` raises.
        """
        self._name, self._paths, self._read = name, paths, read
        self._mark = self._now()
        self._last = read()

    def __call__(self) -> Read:
        """What the files say now; files that cannot be used are logged once."""
        mark = self._now()
        if mark != self._mark:
            self._mark = mark
            try:
                self._last = self._read()
            except WenzhengError as error:
                _log.warning("event=%s_unreadable reason=%s", self._name, error)
        return self._last

    def _now(self) -> tuple[object, ...]:
        return tuple(map(mark_of, self._paths))
