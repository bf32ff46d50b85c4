"""All that is kept, over one database."""

from dataclasses import dataclass
from pathlib import Path

from bot.store.accounts import Accounts
from bot.store.audit import Audit
from bot.store.database import Database
from bot.store.desk_work import DeskWork
from bot.store.journal import Journal
from bot.store.people import People
from bot.store.staff_notices import Notices
from bot.store.stored_sessions import StoredSessions
from bot.store.subscriptions import Subscriptions
from bot.store.updates import Updates


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one database, each behind its own noun."""

    database: Database
    sessions: StoredSessions
    journal: Journal
    desk: DeskWork
    subscriptions: Subscriptions
    updates: Updates
    people: People
    accounts: Accounts
    audit: Audit
    notices: Notices

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Opens the database of that file.

        Raises:
            StoreError: it cannot be used.
        """
        database = Database(path)
        return cls(
            database=database,
            sessions=StoredSessions(database),
            journal=Journal(database),
            desk=DeskWork(database),
            subscriptions=Subscriptions(database),
            updates=Updates(database),
            people=People(database),
            accounts=Accounts(database),
            audit=Audit(database),
            notices=Notices(database),
        )

    def forget(self, person: str) -> None:
        """Removes all rows of a person; `person` is the end of the keys of their conversations."""
        self.journal.forget(person)
        self.desk.forget(person)
        self.subscriptions.forget(person)
        self.sessions.forget(person)

    def close(self) -> None:
        """Closes the database."""
        self.database.close()
