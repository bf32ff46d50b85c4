"""What the page shows before anybody asks: what is in force now, by kind of asker, and what is asked most."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from bot.answering import is_superseded
from bot.china_time import today_in_china
from bot.store import Journal
from bot.web.offers.narrowing import search_address
from bot.web.offers.searching import Facet, SearchEntry, look_up
from bot.web.offers.shelf import Shelf
from corpus.records import State

LEAST_PEOPLE = 5
"""Of fewer people who asked about a measure nothing is shown: it could tell what one of them asked."""
SPAN_S = 30 * 24 * 3600
_RENEWED_S = 600.0
"""What is asked most is counted anew so often."""
_MOST_ASKED = 5
_PER_KIND = 4
_EXPLAINS = re.compile(
    r"(?:第[^条\s]{1,5}条)?\s*本(?:办法|细则|实施细则|规定|暂行规定|方案|意见|措施|政策|标准|通知|公告|条例)"
    r"(?:中?所(?:称|指)|由[^，。]*解释|自[^，。]*(?:施行|实施|执行|起))"
)
"""Articles that say what a word means, who explains the document, or since when it holds."""


@dataclass(frozen=True, slots=True)
class InForce:
    """Measures for one kind of asker whose term is printed and not over."""

    kind: str
    """What those who ask call themselves, such as 企业."""
    entries: tuple[SearchEntry, ...]
    """Those that grant something first, then those that end soonest; none that only states aims."""
    address: str
    """Where the search shows all of them."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is in force, as it was worked out for a state of the documents and a day."""

    shelf: Shelf
    day: date
    groups: tuple[InForce, ...]


class StartPage:
    """Worked out once a day and for each state of the documents. Safe to call from several threads."""

    def __init__(self, journal: Journal | None, today: Callable[[], date] = today_in_china) -> None:
        """Without a journal nothing is asked most."""
        self._journal = journal
        self._today = today
        self._lock = Lock()
        self._drawn: _Drawn | None = None
        self._asked: tuple[str, ...] = ()
        self._counted = 0.0

    def in_force(self, shelf: Shelf) -> tuple[InForce, ...]:
        """For each kind of asker that something in force is for."""
        day = self._today()
        with self._lock:
            if self._drawn is None or (self._drawn.shelf, self._drawn.day) != (shelf, day):
                self._drawn = _Drawn(shelf, day, _groups(shelf, day))
            return self._drawn.groups

    def asked_most(self, shelf: Shelf) -> tuple[SearchEntry, ...]:
        """The measures that most people were shown first of late, those asked about by most people first."""
        if self._journal is None:
            return ()
        with self._lock:
            now = self._journal.now()
            if not self._counted or now >= self._counted + _RENEWED_S:
                self._asked = self._journal.asked_most(now - SPAN_S, LEAST_PEOPLE, _MOST_ASKED)
                self._counted = now
            return tuple(shelf.entry(name) for name in self._asked if name in shelf.ids)


def _groups(shelf: Shelf, day: date) -> tuple[InForce, ...]:
    current = [
        entry
        for entry in shelf.entries
        if entry.term_on(day).state is State.IN_FORCE
        and entry.measure.applies
        and not entry.measure.aims
        and not _EXPLAINS.match(entry.words[1])
        and not is_superseded(shelf.catalog, entry.document, day)
    ]
    counts = dict(look_up(current, (), {}, day).counts[Facet.ASKER])
    return tuple(_group(kind, current, day) for kind in counts)


def _group(kind: str, current: Sequence[SearchEntry], day: date) -> InForce:
    meant = [entry for entry in current if kind in entry.askers]
    meant.sort(key=lambda entry: (not entry.support, entry.term_on(day).until or date.max))
    chosen = {Facet.STATE: State.IN_FORCE.value, Facet.ASKER: kind}
    return InForce(kind, tuple(meant[:_PER_KIND]), search_address("", chosen))
