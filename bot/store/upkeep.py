"""All that is kept, over one database."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.store.accounts import Accounts
from bot.store.audit import Audit
from bot.store.database import Database
from bot.store.desk_work import DeskWork
from bot.store.effects import Effects
from bot.store.handovers import Handovers
from bot.store.hotline_cases import HotlineCases
from bot.store.journal import Journal
from bot.store.kept_fields import KeptFields
from bot.store.own_records import OwnRecords
from bot.store.people import People
from bot.store.reminders import Reminders
from bot.store.staff_notices import Notices
from bot.store.stored_sessions import StoredSessions
from bot.store.subscriptions import Subscriptions
from bot.store.task_progress import TaskProgress
from bot.store.updates import Updates


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one database, each behind its own noun."""

    database: Database
    sessions: StoredSessions
    journal: Journal
    desk: DeskWork
    subscriptions: Subscriptions
    reminders: Reminders
    updates: Updates
    people: People
    accounts: Accounts
    audit: Audit
    notices: Notices
    effects: Effects
    progress: TaskProgress
    fields: KeptFields
    hotline: HotlineCases
    handovers: Handovers
    own: OwnRecords

    @classmethod
    def open(cls, path: Path, clock: Callable[[], float] = time.time) -> "Store":
        """Opens the database of that file; `clock` gives seconds since 1970, UTC.

        Raises:
            StoreError: it cannot be used.
        """
        database = Database(path, clock)
        return cls(
            database=database,
            sessions=StoredSessions(database),
            journal=Journal(database),
            desk=DeskWork(database),
            subscriptions=Subscriptions(database),
            reminders=Reminders(database),
            updates=Updates(database),
            people=People(database),
            accounts=Accounts(database),
            audit=Audit(database),
            notices=Notices(database),
            effects=Effects(database),
            progress=TaskProgress(database),
            fields=KeptFields(database),
            hotline=HotlineCases(database),
            handovers=Handovers(database),
            own=OwnRecords(database),
        )

    def forget(self, person: str) -> None:
        """Removes all rows of a person; `person` is the end of the keys of their conversations.

        What was removed is overwritten in the file, and the log beside it is emptied.
        """
        with self.database.together():
            self.hotline.forget(person)
            self.handovers.forget(person)
            self.journal.forget(person)
            self.desk.forget(person)
            self.subscriptions.forget(person)
            self.reminders.forget(person)
            self.sessions.forget(person)
        self.database.wipe()

    def move_chat(self, old: int, new: int) -> None:
        """Lets everything that was to go to a chat go to the one that it became."""
        with self.database.together():
            for table in ("queue", "questions"):
                self.database.write(f"UPDATE {table} SET chat = ? WHERE chat = ?", (new, old))
            for table in ("subscriptions", "deliveries", "reminders"):
                self.database.write(f"UPDATE OR IGNORE {table} SET chat = ? WHERE chat = ?", (new, old))
                self.database.write(f"DELETE FROM {table} WHERE chat = ?", (old,))

    def close(self) -> None:
        """Closes the database."""
        self.database.close()
