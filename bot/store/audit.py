"""Who changed what and when: written with every change, never altered."""

from dataclasses import dataclass

from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One change as it was made."""

    at: float
    """Seconds since 1970, UTC."""
    who: str
    act: str
    """What kind of change, in words."""
    subject: str
    """What was changed: a document, an account, a phone."""
    before: str
    after: str


class Audit:
    """The log in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, who: str, act: str, subject: str, *, before: str = "", after: str = "") -> None:
        """Writes a change down."""
        self._database.write(
            "INSERT INTO audit (at, who, act, subject, was, became) VALUES (?, ?, ?, ?, ?, ?)",
            (self._database.now(), who, act, subject, before, after),
        )

    def changes(self, most: int, skip: int = 0) -> tuple[AuditRecord, ...]:
        """So many changes, newest first."""
        rows = self._database.rows(
            "SELECT at, who, act, subject, was, became FROM audit ORDER BY id DESC LIMIT ? OFFSET ?",
            (most, skip),
        )
        return tuple(AuditRecord(*row) for row in rows)
