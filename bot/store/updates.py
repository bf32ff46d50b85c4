"""Updates taken over from Telegram: kept until they are answered, so that none is lost or answered twice."""

from bot.store.database import Database

KEEP_S = 2 * 24 * 3600
"""Source: core.telegram.org/bots/api, getUpdates: updates are kept no longer than 24 hours."""


class Updates:
    """Updates in the database, by their id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, number: int, body: str) -> bool:
        """Keeps an update; False where it was here before, answered or not."""
        with self._database.together():
            if self._database.rows("SELECT 1 FROM updates WHERE id = ?", (number,)):
                return False
            self._database.write(
                "INSERT INTO updates (id, taken, body, done) VALUES (?, ?, ?, 0)",
                (number, self._database.now(), body),
            )
        return True

    def done(self, number: int) -> None:
        """Notes that an update is answered; its words are removed, its id stays for a while."""
        self._database.write("UPDATE updates SET done = 1, body = '' WHERE id = ?", (number,))

    def waiting(self) -> tuple[str, ...]:
        """The updates of an earlier run that were not answered, oldest first."""
        self._database.write("DELETE FROM updates WHERE taken < ?", (self._database.now() - KEEP_S,))
        return tuple(
            body for (body,) in self._database.rows("SELECT body FROM updates WHERE done = 0 ORDER BY id")
        )
