"""A search that remembers the results and readings of the most recent questions."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

from bot.ports import Finding, Search, Understood
from retrieval.text import plain

MAX_FINDINGS = 512
"""A finding takes about 3 kB: names and numbers of ten measures, whose texts the index holds anyway. A
reading takes less than 1 kB; most follow-ups, 电话呢 or 归谁管, are said by many."""

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class RememberingSearch:
    """Searches and reads each question once while it is among the most recent. Threads may share it.

    A new one is made for every state of the documents, so that no result outlives its index.
    """

    def __init__(self, search: Search, max_findings: int = MAX_FINDINGS) -> None:
        self._search = search
        self._findings: _LastUsed[tuple[Hashable, ...], Finding] = _LastUsed(max_findings)
        self._readings: _LastUsed[tuple[str, date], Understood | None] = _LastUsed(max_findings)

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""
        return self._search.syllables()

    def as_typed(self, question: str, as_of: date) -> Understood | None:
        """What a question says, read without searching; None where that takes a search."""
        return self._readings.of((question, as_of), lambda: self._search.as_typed(question, as_of))

    def search(
        self,
        question: str,
        *,
        region: str | None,
        as_of: date,
        top_k: int,
        exclude: frozenset[str] = frozenset(),
    ) -> Finding:
        """The measures for a question; spellings that differ in width, case or spaces share a result."""
        return self._findings.of(
            (plain(question), region, as_of, top_k, exclude),
            lambda: self._search.search(question, region=region, as_of=as_of, top_k=top_k, exclude=exclude),
        )


class _LastUsed(Generic[_Key, _Value]):
    """The values of the most recently used keys."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = Lock()

    def of(self, key: _Key, work: Callable[[], _Value]) -> _Value:
        """The value of a key, computed if it is not remembered."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        # Computed outside the lock: others go on meanwhile; at worst the same value is computed twice.
        value = work()
        with self._lock:
            self._values[key] = value
            if len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
