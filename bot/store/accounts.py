"""Accounts of the staff, who is logged in, and who failed to log in too often."""

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from bot.errors import UsageError
from bot.messages import accounts as messages
from bot.store.database import Database

ABSOLUTE_S = 10 * 3600
"""A login ends after so long whatever is done: one working day."""
IDLE_S = 30 * 60
"""A login ends where nothing is done for so long. Source: OWASP Session Management, 15 to 30 minutes."""
_SEEN_EVERY_S = 60
"""Between two notes that somebody is still there."""

LOCK_S = 15 * 60
"""Failed logins count against a name and an address for this long."""
FAILURES_OF_NAME = 5
FAILURES_OF_ADDRESS = 20
"""Several people of an office may share an address."""

_NAME = re.compile(r"[\w.-]{1,32}")


class StaffRole(StrEnum):
    """What an account may do."""

    READER = "reader"
    """See everything."""
    EDITOR = "editor"
    """Change it too."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the staff."""

    name: str
    role: StaffRole
    made: float
    """Seconds since 1970, UTC."""


class Accounts:
    """Accounts, logins and failures in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Account, ...]:
        """Every account by name."""
        rows = self._database.rows("SELECT name, role, made FROM accounts ORDER BY name")
        return tuple(Account(name, StaffRole(role), made) for name, role, made in rows)

    def add(self, name: str, role: StaffRole, password: str) -> None:
        """Makes an account; `password` is hashed already.

        Raises:
            UsageError: the name cannot be used or is taken.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(messages.BAD_NAME.format(name=name))
        if self.password(name) is not None:
            raise UsageError(messages.NAME_TAKEN.format(name=name))
        self._database.write(
            "INSERT INTO accounts (name, role, password, made) VALUES (?, ?, ?, ?)",
            (name, role.value, password, self._database.now()),
        )

    def remove(self, name: str) -> None:
        """Removes an account; whoever is logged in with it is logged out.

        Raises:
            UsageError: there is none of that name.
        """
        self._known(name)
        with self._database.together():
            self._database.write("DELETE FROM accounts WHERE name = ?", (name,))
            self._database.write("DELETE FROM logins WHERE name = ?", (name,))

    def change(self, name: str, password: str) -> None:
        """Sets another password, hashed already; whoever is logged in is logged out.

        Raises:
            UsageError: there is no account of that name.
        """
        self._known(name)
        with self._database.together():
            self._database.write("UPDATE accounts SET password = ? WHERE name = ?", (password, name))
            self._database.write("DELETE FROM logins WHERE name = ?", (name,))

    def password(self, name: str) -> str | None:
        """The hash of an account's password; None where there is no such account."""
        rows = self._database.rows("SELECT password FROM accounts WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def login(self, name: str) -> str:
        """Begins a login; its token, of which the database keeps the digest alone."""
        token, now = secrets.token_urlsafe(32), self._database.now()
        self._database.write("DELETE FROM logins WHERE begun < ?", (now - ABSOLUTE_S,))
        self._database.write(
            "INSERT INTO logins (token, name, begun, seen) VALUES (?, ?, ?, ?)",
            (_digest(token), name, now, now),
        )
        return token

    def logged_in(self, token: str) -> Account | None:
        """Whose login a token stands for; None where it stands for none, or its time is over."""
        now = self._database.now()
        rows = self._database.rows(
            "SELECT name, role, made, seen FROM logins JOIN accounts USING (name)"
            " WHERE token = ? AND begun >= ? AND seen >= ?",
            (_digest(token), now - ABSOLUTE_S, now - IDLE_S),
        )
        if not rows:
            return None
        name, role, made, seen = rows[0]
        if now - seen >= _SEEN_EVERY_S:
            self._database.write("UPDATE logins SET seen = ? WHERE token = ?", (now, _digest(token)))
        return Account(name, StaffRole(role), made)

    def logout(self, token: str) -> None:
        """Ends a login."""
        self._database.write("DELETE FROM logins WHERE token = ?", (_digest(token),))

    def failed(self, name: str, address: str) -> None:
        """Notes an attempt to log in, a failure until it is forgiven, known account or not."""
        now = self._database.now()
        self._database.write("DELETE FROM failures WHERE failed < ?", (now - LOCK_S,))
        self._database.write(
            "INSERT INTO failures (failed, name, address) VALUES (?, ?, ?)", (now, name, address)
        )

    def is_locked(self, name: str, address: str) -> bool:
        """Whether a name or an address has failed too often of late."""
        since = self._database.now() - LOCK_S
        counts = (
            self._database.rows(
                f"SELECT count(*) FROM failures WHERE {column} = ? AND failed >= ?", (value, since)
            )[0][0]
            for column, value in (("name", name), ("address", address))
        )
        of_name, of_address = counts
        return bool(of_name >= FAILURES_OF_NAME or of_address >= FAILURES_OF_ADDRESS)

    def forgive(self, name: str) -> None:
        """Forgets the failures of a name that has logged in since."""
        self._database.write("DELETE FROM failures WHERE name = ?", (name,))

    def _known(self, name: str) -> None:
        if self.password(name) is None:
            raise UsageError(messages.NO_SUCH_ACCOUNT.format(name=name))


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
