"""Updates taken over from Telegram: kept until they are answered, so that none is lost or answered twice."""

from bot.store.database import Database
from bot.store.full_disk import unkept

KEEP_S = 2 * 24 * 3600
"""Source: core.telegram.org/bots/api, getUpdates: updates are kept no longer than 24 hours."""
_TIDY_EVERY = 500
"""Updates taken between two removals of old ones."""

_ON_ITS_WAY = 2
"""Neither waiting (0) nor done (1): written to the line, not yet confirmed."""


class Updates:
    """Updates in the database, by their id."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._taken = 0

    def take(self, number: int, body: str) -> bool:
        """Keeps an update; False where it was here before, answered or not."""
        with self._database.together():
            if self._database.rows("SELECT 1 FROM updates WHERE id = ?", (number,)):
                return False
            self._database.write(
                "INSERT INTO updates (id, taken, body, done) VALUES (?, ?, ?, 0)",
                (number, self._database.now(), body),
            )
        self._taken += 1
        if self._taken % _TIDY_EVERY == 0:
            self._tidy()
        return True

    def sent(self, number: int) -> None:
        """Notes that the answer to an update is on its way."""
        self._database.write("UPDATE updates SET done = ? WHERE id = ?", (_ON_ITS_WAY, number))

    def unsent(self, number: int) -> None:
        """Notes that the answer that was on its way did not arrive."""
        self._database.write("UPDATE updates SET done = 0 WHERE id = ? AND done = ?", (number, _ON_ITS_WAY))

    def done(self, number: int) -> None:
        """Notes that an update is answered; its words are removed, its id stays for a while."""
        self._database.write("UPDATE updates SET done = 1, body = '' WHERE id = ?", (number,))

    def waiting(self) -> tuple[str, ...]:
        """The updates of an earlier run that were not answered, oldest first."""
        with unkept("tidying"):
            self._tidy()
            self._database.write("UPDATE updates SET done = 1, body = '' WHERE done = ?", (_ON_ITS_WAY,))
        return tuple(
            body
            for (body,) in self._database.rows(
                "SELECT body FROM updates WHERE done = 0 AND body <> '' ORDER BY id"
            )
        )

    def _tidy(self) -> None:
        """Removes what Telegram can no longer bring again, and what it changed once."""
        since = self._database.now() - KEEP_S
        self._database.write("DELETE FROM updates WHERE taken < ?", (since,))
        self._database.write("DELETE FROM effects WHERE at < ?", (since,))
