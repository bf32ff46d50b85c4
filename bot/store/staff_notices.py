"""What the staff put on top of every answer, and whether answers are given at all."""

from dataclasses import dataclass
from datetime import date

from bot.store.database import Database


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
    """The one notice in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> Notice:
        """How it stands now."""
        rows = self._database.rows("SELECT text, issued, until, off, sentence FROM notices WHERE id = 1")
        if not rows:
            return Notice()
        text, issued, until, off, sentence = rows[0]
        return Notice(text, _day(issued), _day(until), bool(off), sentence)

    def put(self, notice: Notice) -> None:
        """Lets it stand so from now on."""
        self._database.write(
            "INSERT OR REPLACE INTO notices (id, text, issued, until, off, sentence)"
            " VALUES (1, ?, ?, ?, ?, ?)",
            (
                notice.text,
                notice.issued.isoformat() if notice.issued else None,
                notice.until.isoformat() if notice.until else None,
                int(notice.off),
                notice.sentence,
            ),
        )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
