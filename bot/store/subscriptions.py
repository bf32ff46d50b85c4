"""Who wants to be told of new measures, what was told, and which measures are known."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.database import Database
from corpus.records import Measure


@dataclass(frozen=True, slots=True)
class Subscription:
    """One wish to be told: a topic's words, a department, or a document."""

    id: int
    chat: int
    kind: str
    """topic, department or document."""
    wanted: str


class Subscriptions:
    """Subscriptions and deliveries in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: str, chat: int, kind: str, wanted: str) -> None:
        """Subscribes; a second time changes nothing."""
        self._database.write(
            "INSERT OR IGNORE INTO subscriptions (since, person, chat, kind, wanted) VALUES (?, ?, ?, ?, ?)",
            (self._database.now(), person, chat, kind, wanted),
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
        """Claims a message before it is sent: False where it was claimed before, also before a crash."""
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

    def withdraw(self, chat: int, measure: Measure) -> None:
        """Gives a claim back where nothing was sent: it is tried again."""
        self._database.write(
            "DELETE FROM deliveries WHERE chat = ? AND measure = ? AND version = ?",
            (chat, measure.id, version(measure)),
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
