"""What an update changes is written once, together with the mark that it was."""

from collections.abc import Callable

from bot.store.database import Database


class Effects:
    """Marks in the database, by update and act."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def once(self, update: int | None, act: str, write: Callable[[], int]) -> int:
        """Writes, and what was written counts as the act of the update; the number that `write` gave.

        Of an update that did so before, in this run or one that was killed, nothing is written and the
        number of then is given. Without an update, as on the page, it is always written.

        Raises:
            StoreError: the file cannot be written; then neither the change nor its mark is there.
        """
        if update is None:
            return write()
        with self._database.together():
            marked = self._database.rows(
                "SELECT result FROM effects WHERE source = ? AND act = ?", (update, act)
            )
            if marked:
                return int(marked[0][0])
            result = write()
            self._database.write(
                "INSERT INTO effects (source, act, result, at) VALUES (?, ?, ?, ?)",
                (update, act, result, self._database.now()),
            )
        return result
