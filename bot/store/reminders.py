"""Which days of measures people asked to be reminded of, until they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.store.database import Database
from bot.store.retrying import begin_attempt, put_off
from bot.store.subscriptions import READERS

_COLUMNS = "person, chat, measure, words, day, tell_on, topic, address, counted_from, id"
_OF_ONE = "id = ?"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day of a measure, and from when on somebody is to be told of it."""

    person: str
    chat: int
    measure: str
    """Its id."""
    words: str
    """Its title when the person asked."""
    day: date
    tell_on: date
    topic: int | None = None
    """Of a forum."""
    address: str = ""
    """As whom the platform knows the person, sealed; empty where it is not needed or not kept."""
    counted_from: date | None = None
    """Since when working days count of which it is the last; None where the document prints the day."""
    id: int = 0
    """0 before it is kept."""


class Reminders:
    """Reminders in the database. Whoever was told is there no more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, wanted: Reminder) -> None:
        """Notes a reminder; a second time changes nothing."""
        self._database.write(
            "INSERT OR IGNORE INTO reminders"
            " (since, person, chat, topic, measure, words, day, tell_on, address, counted_from)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self._database.now(), wanted.person, wanted.chat, wanted.topic, wanted.measure),
                *(wanted.words, wanted.day.isoformat(), wanted.tell_on.isoformat(), wanted.address),
                wanted.counted_from.isoformat() if wanted.counted_from else None,
            ),
        )

    def all(self) -> tuple[Reminder, ...]:
        """Every reminder that nobody was told of, the earliest day first."""
        return self._select("")

    def due(self, today: date) -> tuple[Reminder, ...]:
        """What chats that are written to at will are to be told now."""
        return self._select(
            "WHERE tell_on <= ? AND chat < ? AND undeliverable IS NULL AND due <= ?",
            *(today.isoformat(), READERS, self._database.now()),
        )

    def waiting(self, chat: int, today: date) -> tuple[Reminder, ...]:
        """What somebody who is told with their next message is to be told now."""
        return self._select("WHERE tell_on <= ? AND chat = ?", today.isoformat(), chat)

    def readers_waiting(self, today: date) -> tuple[str, ...]:
        """The people who are to be told now and are not written to at will."""
        rows = self._database.rows(
            "SELECT DISTINCT person FROM reminders WHERE tell_on <= ? AND chat >= ?",
            (today.isoformat(), READERS),
        )
        return tuple(person for (person,) in rows)

    def hasten(self, number: int, today: date) -> None:
        """Lets a reminder be told now, where it was not due anyway."""
        self._database.write(
            "UPDATE reminders SET tell_on = min(tell_on, ?) WHERE id = ?", (today.isoformat(), number)
        )

    def attempted(self, number: int) -> None:
        """Notes that the message is being sent; it is due again a little later unless it arrives."""
        begin_attempt(self._database, "reminders", (_OF_ONE, (number,)))

    def told(self, number: int) -> None:
        """Notes that the person was told: nothing of it is kept."""
        self._database.write("DELETE FROM reminders WHERE id = ?", (number,))

    def refused(self, number: int, why: str, *, over: bool = False) -> None:
        """Notes that the chat does not take the message: tried later, or never again where it is `over`."""
        put_off(self._database, "reminders", (_OF_ONE, (number,)), why, over=over)

    def undeliverable(self) -> Sequence[tuple[str, int]]:
        """(why, how many) of those that never reach their chat, most first; until they are tidied away."""
        return self._database.rows(
            "SELECT undeliverable, count(*) FROM reminders WHERE undeliverable IS NOT NULL"
            " GROUP BY undeliverable ORDER BY 2 DESC, 1"
        )

    def tidy(self, before: date) -> None:
        """Removes reminders of days before a day, told or not."""
        self._database.write("DELETE FROM reminders WHERE day < ?", (before.isoformat(),))

    def forget(self, person: str) -> None:
        """Removes all of a person's reminders."""
        self._database.write("DELETE FROM reminders WHERE person = ?", (person,))

    def _select(self, where: str, *values: object) -> tuple[Reminder, ...]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM reminders {where} ORDER BY day, id", values)
        return tuple(
            Reminder(
                *(person, chat, name, words, date.fromisoformat(day), date.fromisoformat(on)),
                topic=topic,
                address=address,
                counted_from=date.fromisoformat(since) if since else None,
                id=number,
            )
            for person, chat, name, words, day, on, topic, address, since, number in rows
        )
