"""Where to ask what the documents do not answer: the tables of whom to call, and the hotline of the place."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.helplines import Helplines, shipped_helplines, way_on
from bot.place_table import CurrentPlaceTable, no_places


@dataclass(frozen=True, slots=True)
class WaysOn:
    """Says where to ask, by the tables as they are now."""

    helplines: Callable[[], Helplines] = shipped_helplines
    places: CurrentPlaceTable = no_places

    def of(self, question: str, region: str | None, said: str = "") -> str:
        """The line on where to ask, for somebody in a region; numbers that stand in `said` are left out."""
        return way_on(question, self.helplines(), said, self.places().hotline(region))


SHIPPED_WAYS = WaysOn()
"""Of a bot whose office has changed nothing."""
