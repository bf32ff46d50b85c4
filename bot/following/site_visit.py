"""One visit to a site that is followed: its lists, then what is new or changed on them, list by list."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.adding import ShipmentRow, ShippedOutcome
from bot.errors import FetchError
from bot.following.bringing import Bringer, origin_of, told, words_of
from bot.following.fetched_files import FetchedFiles
from bot.following.fetching import SiteFetcher
from bot.following.list_pages import ListEntry, listed_on
from bot.following.site_addresses import FollowedSite
from bot.following.site_state import KnownAddress, SiteState

_MOST_LISTS = 500
_PORTION = 20
"""Entries of a list fetched before they are taken in: a sitemap may name all of a site at once."""
_BARREN = 3
"""Lists in a row that name nothing new in this visit: whoever goes on turns pages in a circle."""
_MOST_FAULTS = 5
"""Addresses in a row that the site does not answer: it is away, or wants to be left alone."""


@dataclass
class VisitCounts:
    """What came of a visit."""

    stored: int = 0
    waiting: int = 0
    refused: int = 0
    failed: int = 0

    def add(self, rows: Sequence[ShipmentRow]) -> None:
        """Counts what came of files."""
        self.stored += sum(row.outcome is ShippedOutcome.STORED for row in rows)
        self.waiting += sum(row.outcome is ShippedOutcome.WAITING for row in rows)
        self.refused += sum(row.outcome is ShippedOutcome.REFUSED for row in rows)


@dataclass
class SiteVisit:
    """A visit; what is done stays done wherever it ends."""

    site: FollowedSite
    fetcher: SiteFetcher
    state: SiteState
    bringer: Bringer
    recheck_s: float = 0.0
    """A known page whose list says nothing new of it is asked for again after so long."""
    now: Callable[[], float] = time.time
    counts: VisitCounts = field(default_factory=VisitCounts)
    _faults: int = field(default=0, init=False)

    def run(self) -> Iterator[str]:
        """Visits the site; a line for all that was done or went wrong.

        Raises:
            FetchError: the first address gives nothing.
            WenzhengError: the data folder cannot be written.
        """
        lists, seen, barren = deque([self.site.start]), {self.site.start}, 0
        visited = 0
        while lists and visited < _MOST_LISTS and barren < _BARREN:
            url, visited = lists.popleft(), visited + 1
            try:
                entries = self._list(url)
            except FetchError as error:
                if url == self.site.start or self._is_over(error):
                    raise
                yield str(error)
                continue
            fresh = [entry for entry in entries if entry.url not in seen]
            seen.update(entry.url for entry in fresh)
            barren = 0 if fresh else barren + 1
            lists.extend(entry.url for entry in fresh if entry.is_list)
            pages = [entry for entry in fresh if not entry.is_list]
            for start in range(0, len(pages), _PORTION):
                yield from self._portion(pages[start : start + _PORTION])

    def _list(self, url: str) -> list[ListEntry]:
        """What a list names now; of one that has not changed, what it named then."""
        known = self.state.address(url) or KnownAddress(url)
        page = self.fetcher.fetch(url, etag=known.etag, modified=known.modified)
        if not page.is_unchanged:
            entries = listed_on(self.site, page)
            links = tuple((entry.url, entry.words) for entry in entries)
            known = KnownAddress(url, "", page.etag, page.modified, links=links)
        known = replace(known, checked=self.now())
        self.state.keep(known)
        return [ListEntry.of(self.site, url, link, words) for link, words in known.links]

    def _portion(self, entries: Sequence[ListEntry]) -> Iterator[str]:
        """Fetches what is due of some entries and takes it in; only then it counts as visited."""
        with self.bringer.staged.room() as folder:
            files, visited = FetchedFiles(folder, self.fetcher, self.state, self.now), []
            over: FetchError | None = None
            for entry in entries:
                if not self._is_due(entry):
                    continue
                try:
                    visited.append(files.visit(entry))
                    self._faults = 0
                except FetchError as error:
                    yield str(error)
                    if self._is_over(error):
                        over = error
                        break
                    visited.append(self._failed(entry, error))
                yield from files.faults()
            yield from self._taken_in(files, visited)
        if over is not None:
            raise over

    def _taken_in(self, files: FetchedFiles, visited: Sequence[KnownAddress]) -> Iterator[str]:
        known = {words for address in visited for words in address.words.split("\n") if words}
        rows = self.bringer.bring(files.paths, known) if files.paths else []
        self.counts.add(rows)
        yield from told(rows)
        kept = [*files.attached, *(self._with_rows(address, files, rows) for address in visited)]
        if kept:
            self.state.keep(*kept)

    def _with_rows(
        self, address: KnownAddress, files: FetchedFiles, rows: Sequence[ShipmentRow]
    ) -> KnownAddress:
        own = [row for row in rows if files.page_of(origin_of(row, files.paths)) == address.url]
        if not own:
            return address
        digests = dict.fromkeys((*address.digests, *(row.kept_as for row in own if row.kept_as)))
        words = "\n".join(filter(None, map(words_of, own)))
        return replace(address, digests=tuple(digests), words=words or address.words)

    def _is_due(self, entry: ListEntry) -> bool:
        known = self.state.address(entry.url)
        if known is None or known.stamp != entry.words:
            return True
        return self.now() - known.checked >= self.recheck_s

    def _failed(self, entry: ListEntry, error: FetchError) -> KnownAddress:
        """A page that gives nothing stays as it was known, and is asked for again the next time."""
        self.counts.failed += 1
        known = self.state.address(entry.url) or KnownAddress(entry.url)
        return replace(known, fault=error.why, checked=0.0)

    def _is_over(self, error: FetchError) -> bool:
        """Whether the visit ends with a fault: enough was fetched, or the site answers no more."""
        self._faults = self._faults + 1 if error.away else 0
        return error.over or error.status in (429, 503) or self._faults >= _MOST_FAULTS
