"""Which questions left for the staff were handed over to the hotline, in the order in which they came."""

from collections.abc import Sequence

from bot.store.database import Database
from bot.store.retrying import begin_attempt, put_off

_WAITING = (
    "FROM queue LEFT JOIN handovers ON handovers.letter = queue.id"
    " WHERE reply IS NULL AND closed IS NULL AND sent IS NULL AND handovers.undeliverable IS NULL"
)


class Handovers:
    """The notes of it in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next(self) -> int | None:
        """The number of the first question that waits; None where none does, or it is not due yet.

        One behind it is never handed over before it, so that they arrive in order.
        """
        rows = self._database.rows(f"SELECT queue.id, handovers.due {_WAITING} ORDER BY queue.id LIMIT 1")
        if not rows or (rows[0][1] or 0) > self._database.now():
            return None
        return int(rows[0][0])

    def attempted(self, letter: int) -> None:
        """Notes that a question is being handed over; it is due again a little later unless that is noted."""
        self._database.write("INSERT OR IGNORE INTO handovers (letter) VALUES (?)", (letter,))
        begin_attempt(self._database, "handovers", ("letter = ?", (letter,)))

    def sent(self, letter: int) -> None:
        """Notes that the hotline has taken it."""
        self._database.write("UPDATE handovers SET sent = ? WHERE letter = ?", (self._database.now(), letter))

    def refused(self, letter: int, why: str) -> None:
        """Notes that the hotline has not taken it: tried after a wait that grows, in the end no more."""
        put_off(self._database, "handovers", ("letter = ?", (letter,)), why, over=False)

    def waiting(self) -> int:
        """How many wait."""
        return int(self._database.rows(f"SELECT count(*) {_WAITING}")[0][0])

    def given_up(self) -> Sequence[tuple[int, str]]:
        """(number, why) of open questions that are tried no more."""
        return self._database.rows(
            "SELECT letter, handovers.undeliverable FROM handovers JOIN queue ON queue.id = letter"
            " WHERE handovers.undeliverable IS NOT NULL AND reply IS NULL AND closed IS NULL ORDER BY letter"
        )

    def again(self) -> None:
        """Lets everything that was given up be tried from the beginning."""
        self._database.write("DELETE FROM handovers WHERE undeliverable IS NOT NULL")

    def forget(self, person: str) -> None:
        """Removes the notes on what a person left."""
        self._database.write(
            "DELETE FROM handovers WHERE letter IN (SELECT id FROM queue WHERE person = ?)", (person,)
        )
