"""What people told about themselves: where they are."""

from bot.store.database import Database


class People:
    """Regions by person in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def region(self, person: str) -> str | None:
        """Where a person is; None where that was never told."""
        rows = self._database.rows("SELECT region FROM people WHERE person = ?", (person,))
        return rows[0][0] if rows else None

    def settle(self, person: str, region: str | None) -> None:
        """Notes where a person is."""
        self._database.write("INSERT OR REPLACE INTO people (person, region) VALUES (?, ?)", (person, region))
