"""A search that remembers what it found for the questions asked last."""

from collections import OrderedDict
from datetime import date
from threading import Lock

from bot.ports import Finding, Search
from retrieval.text.normalise import plain

MAX_FINDINGS = 512
"""A finding takes about 3 kB: names and numbers of ten measures, whose texts the index holds anyway."""

_Key = tuple[str, str | None, date, int, frozenset[str]]


class RememberingSearch:
    """Searches each question once while it is among the last ones asked. Safe to call from several threads.

    Made anew with every state of the documents, so that nothing outlives the index that it was found in.
    """

    def __init__(self, search: Search, max_findings: int = MAX_FINDINGS) -> None:
        self._search = search
        self._max_findings = max_findings
        self._found: OrderedDict[_Key, Finding] = OrderedDict()
        self._lock = Lock()

    def search(
        self,
        question: str,
        *,
        region: str | None,
        as_of: date,
        top_k: int,
        exclude: frozenset[str] = frozenset(),
    ) -> Finding:
        """The measures for a question; two spellings that differ in width, case or spaces are one."""
        key = (plain(question), region, as_of, top_k, exclude)
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        # Searched outside the lock: others go on meanwhile, at worst the same is searched twice.
        finding = self._search.search(question, region=region, as_of=as_of, top_k=top_k, exclude=exclude)
        with self._lock:
            self._found[key] = finding
            if len(self._found) > self._max_findings:
                self._found.popitem(last=False)
        return finding
