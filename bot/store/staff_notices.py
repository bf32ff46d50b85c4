"""What the staff put on top of every answer, and whether answers are given at all."""

from dataclasses import dataclass, replace
from datetime import date

from bot.china_time import day_in_china
from bot.store.database import Database
from corpus.regions import nearest_first

WHOLE_BOT = ""
"""In place of a place for what holds wherever nothing nearer stands."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice and the switch as they stand."""

    text: str = ""
    """"" where there is none."""
    issued: date | None = None
    until: date | None = None
    """The last day it is shown; None: until it is taken away."""
    off: bool = False
    sentence: str = ""
    """What is said in place of answers while they are off."""

    def shown(self, today: date) -> bool:
        """Whether it stands on top of answers on a day."""
        return bool(self.text) and (self.until is None or today <= self.until)


class Notices:
    """The notices in the database: that of the whole bot, and those of places."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, place: str | None = None) -> Notice:
        """What stands now for somebody in a place: its own, else that of what it belongs to, else the bot's.

        Answers are off where they are off for any of these.
        """
        kept, today = self._kept(), day_in_china(self._database.now())
        around = [kept[one] for one in (*nearest_first(place, filter(None, kept)), WHOLE_BOT) if one in kept]
        shown = next((notice for notice in around if notice.shown(today)), Notice())
        off = next((notice for notice in around if notice.off), Notice())
        return replace(shown, off=off.off, sentence=off.sentence)

    def of(self, place: str) -> Notice:
        """What was put for a place itself, or for the whole bot, whether or not it still stands."""
        return self._kept().get(place, Notice())

    def _kept(self) -> dict[str, Notice]:
        rows = self._database.rows("SELECT place, text, issued, until, off, sentence FROM place_notices")
        return {
            place: Notice(text, _day(issued), _day(until), bool(off), sentence)
            for place, text, issued, until, off, sentence in rows
        }

    def put(self, notice: Notice, place: str = WHOLE_BOT) -> None:
        """Lets it stand so from now on in a place, or for the whole bot."""
        self._database.write(
            "INSERT OR REPLACE INTO place_notices (place, text, issued, until, off, sentence)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                place,
                notice.text,
                notice.issued.isoformat() if notice.issued else None,
                notice.until.isoformat() if notice.until else None,
                int(notice.off),
                notice.sentence,
            ),
        )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
