"""Who wants to be told of new measures, what was told, and which measures are known."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.masking import nameless
from bot.store.retrying import begin_attempt, put_off
from corpus.records import Measure

READERS = 1 << 60
"""Chats from this number on are of people who read news with their next message; nobody writes at will.

No chat of Telegram has such a number. Source: core.telegram.org/bots/api, Chat: at most 52 significant bits.
"""
_PENDING = "chat = ? AND measure = ? AND sent IS NULL"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One wish to be told: a topic's words, a department, or a document."""

    id: int
    chat: int
    kind: str
    """topic, department or document."""
    wanted: str


def reader_chat(person: str) -> int:
    """The number under which somebody subscribes who reads news with their next message."""
    return READERS + int.from_bytes(hashlib.sha256(person.encode()).digest()[:7], "big")


class Subscriptions:
    """Subscriptions and deliveries in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: str, chat: int, kind: str, wanted: str, until: float | None = None) -> None:
        """Subscribes; a second time changes nothing.

        `until` is the end, in seconds since 1970, of what nobody may come back for: that of a browser.
        """
        self._database.write(
            "INSERT OR IGNORE INTO subscriptions (since, person, chat, kind, wanted, until)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self._database.now(), person, chat, kind, nameless(wanted), until),
        )

    def ends(self, person: str) -> tuple[float, ...]:
        """When each of a person's subscriptions ends, of those that do."""
        ending = "SELECT until FROM subscriptions WHERE person = ? AND until IS NOT NULL"
        return tuple(until for (until,) in self._database.rows(ending, (person,)))

    def ending(self) -> int:
        """How many there are that end by themselves, those of all browsers."""
        return int(self._database.rows("SELECT count(*) FROM subscriptions WHERE until IS NOT NULL")[0][0])

    def renew(self, person: str, until: float) -> None:
        """Puts off the end of what a person subscribed to; what has none goes on without."""
        self._database.write(
            "UPDATE subscriptions SET until = ? WHERE person = ? AND until IS NOT NULL", (until, person)
        )

    def lapse(self) -> None:
        """Ends what is over, with what waits for readers who follow nothing any more."""
        with self._database.together():
            self._database.write("DELETE FROM subscriptions WHERE until < ?", (self._database.now(),))
            self._database.write(
                "DELETE FROM deliveries WHERE chat >= ? AND sent IS NULL"
                " AND chat NOT IN (SELECT chat FROM subscriptions)",
                (READERS,),
            )

    def remove(self, chat: int, number: int) -> None:
        """Ends one subscription of a chat."""
        self._database.write("DELETE FROM subscriptions WHERE id = ? AND chat = ?", (number, chat))

    def of(self, chat: int) -> tuple[Subscription, ...]:
        """The subscriptions of a chat, oldest first."""
        return self._select("WHERE chat = ?", chat)

    def all(self) -> tuple[Subscription, ...]:
        """Every subscription, oldest first."""
        return self._select("")

    def fresh(self, measures: Iterable[Measure]) -> tuple[Measure, ...]:
        """The measures that are new or changed since they were last noted.

        The first time none is: whoever subscribes wants what comes, not what is.
        """
        known = dict(self._database.rows("SELECT measure, version FROM known"))
        if not known:
            self.note(measures)
            return ()
        return tuple(measure for measure in measures if known.get(measure.id) != version(measure))

    def note(self, measures: Iterable[Measure]) -> None:
        """Notes measures as known."""
        with self._database.together():
            for measure in measures:
                self._database.write(
                    "INSERT OR REPLACE INTO known (measure, version) VALUES (?, ?)",
                    (measure.id, version(measure)),
                )

    def begin(self, chat: int, measure: Measure) -> bool:
        """Plans a message: False where it was planned before, also before a crash."""
        with self._database.together():
            claimed = self._database.rows(
                "SELECT 1 FROM deliveries WHERE chat = ? AND measure = ? AND version = ?",
                (chat, measure.id, version(measure)),
            )
            if not claimed:
                self._database.write(
                    "INSERT INTO deliveries (chat, measure, version, begun) VALUES (?, ?, ?, ?)",
                    (chat, measure.id, version(measure), self._database.now()),
                )
        return not claimed

    def withdraw(self, chat: int, measure_id: str) -> None:
        """Takes a plan back that nothing is to come of: nobody there wants it, or the measure is gone."""
        self._database.write(f"DELETE FROM deliveries WHERE {_PENDING}", (chat, measure_id))

    def due(self) -> tuple[tuple[int, str], ...]:
        """(chat, measure id) of what is to be sent now to chats that are written to at will.

        In the order they were planned.
        """
        rows = self._database.rows(
            "SELECT chat, measure FROM deliveries WHERE sent IS NULL AND undeliverable IS NULL AND due <= ?"
            " AND chat < ? ORDER BY begun, rowid",
            (self._database.now(), READERS),
        )
        return tuple((chat, measure) for chat, measure in rows)

    def waiting(self, chat: int) -> tuple[str, ...]:
        """The ids of the measures that somebody in a chat was not told of, in the order they were planned."""
        rows = self._database.rows(
            "SELECT measure FROM deliveries WHERE chat = ? AND sent IS NULL ORDER BY begun, rowid", (chat,)
        )
        return tuple(measure for (measure,) in rows)

    def readers_waiting(self) -> tuple[str, ...]:
        """The people whom news wait for until they write."""
        rows = self._database.rows(
            "SELECT DISTINCT person FROM subscriptions WHERE chat IN"
            " (SELECT chat FROM deliveries WHERE chat >= ? AND sent IS NULL)",
            (READERS,),
        )
        return tuple(person for (person,) in rows)

    def sent(self, chat: int, measure_id: str) -> None:
        """Notes that a chat was told of a measure as it is now."""
        self._database.write(
            f"UPDATE deliveries SET sent = ? WHERE {_PENDING}", (self._database.now(), chat, measure_id)
        )

    def read(self, chat: int, until: float) -> None:
        """Notes that a chat was told of all that was planned up to a moment."""
        self._database.write(
            "UPDATE deliveries SET sent = ? WHERE chat = ? AND sent IS NULL AND begun <= ?",
            (self._database.now(), chat, until),
        )

    def refused(self, chat: int, measure_id: str, why: str, *, over: bool = False) -> None:
        """Notes that the chat does not take the message: tried later, or never again where it is `over`."""
        put_off(self._database, "deliveries", (_PENDING, (chat, measure_id)), why, over=over)

    def attempted(self, chat: int, measure_id: str) -> None:
        """Notes that the message is being sent; it is due again a little later unless it arrives."""
        begin_attempt(self._database, "deliveries", (_PENDING, (chat, measure_id)))

    def undeliverable(self, since: float) -> Sequence[tuple[str, int]]:
        """(why, how many) of the messages planned since then that never reach their chat, most first."""
        return self._database.rows(
            "SELECT undeliverable, count(*) FROM deliveries WHERE undeliverable IS NOT NULL AND begun >= ?"
            " GROUP BY undeliverable ORDER BY 2 DESC, 1",
            (since,),
        )

    def forget(self, person: str) -> None:
        """Ends all of a person's subscriptions."""
        self._database.write("DELETE FROM subscriptions WHERE person = ?", (person,))

    def _select(self, where: str, *values: object) -> tuple[Subscription, ...]:
        rows = self._database.rows(
            f"SELECT id, chat, kind, wanted FROM subscriptions {where} ORDER BY id", values
        )
        return tuple(Subscription(*row) for row in rows)


def version(measure: Measure) -> str:
    """What a measure says, in 16 characters: another text is another version."""
    return hashlib.sha256(measure.text.encode()).hexdigest()[:16]
