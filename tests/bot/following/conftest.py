"""A site on loopback, an empty home, and what visits and watches with them."""

import time

import pytest

from bot.adding import StagedReadings
from bot.following import (
    Bringer,
    FetchingLimits,
    FollowedSite,
    SiteFetcher,
    SiteState,
    SiteVisit,
    WaitingFiles,
)
from bot.networks import parse_networks
from tests.bot.shared_reading import shared_adder
from tests.served_site import ServedSite

LOOPBACK = parse_networks("127.0.0.1/32")


@pytest.fixture
def site():
    made = ServedSite().start()
    yield made
    made.close()


class Office:
    """The library of a test, with what is noted of it."""

    def __init__(self, settings):
        self.settings = settings
        self.adder = shared_adder(settings)
        self.noted = []

    def bringer(self, *, straight=True, region=None):
        """What takes files in and out."""
        return Bringer(
            self.adder,
            StagedReadings(self.settings.staged_folder),
            self.waiting,
            lambda *note: self.noted.append(note),
            straight,
            region,
        )

    @property
    def waiting(self):
        """What waits for the staff."""
        return WaitingFiles(self.settings.waiting_folder)

    def amounts(self):
        """Number -> the sentence of the first measure, of what was added and counts."""
        stock = self.adder.stock()
        added = [record for record in stock.current if record.number in stock.added]
        return {record.number: record.document.measures[0].text for record in added}

    def visit(self, url, *, straight=True, recheck_s=0.0, sleep=time.sleep, **limits):
        """One visit from an address on; the lines it says, then the visit."""
        state = SiteState(self.settings.following_folder / "site.db")
        try:
            own = FollowedSite(url)
            fetcher = SiteFetcher(
                own,
                FetchingLimits(**{"pause_s": 0.0, **limits}),
                LOOPBACK,
                resolve=lambda host, port: ["127.0.0.1"],
                sleep=sleep,
            )
            made = SiteVisit(own, fetcher, state, self.bringer(straight=straight), recheck_s=recheck_s)
            return list(made.run()), made
        finally:
            state.close()


@pytest.fixture
def office(settings):
    return Office(settings)
