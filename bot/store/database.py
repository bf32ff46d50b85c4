"""One SQLite file: opened, brought up to date, shared by threads."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from bot.errors import StoreError
from bot.messages import store as messages
from corpus.durable import private_folder

BUSY_S = 5.0
"""How long one process waits for another's write."""
RETRY_S = 0.01
"""How long it waits between two tries where SQLite itself does not wait."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE sessions (key TEXT PRIMARY KEY, spoken REAL NOT NULL, focus TEXT NOT NULL);
    CREATE INDEX sessions_spoken ON sessions (spoken);
    CREATE TABLE questions (
        id INTEGER PRIMARY KEY, asked REAL NOT NULL, person TEXT NOT NULL, text TEXT, status TEXT NOT NULL,
        measures TEXT NOT NULL, scores TEXT NOT NULL, seconds REAL NOT NULL, corpus TEXT NOT NULL
    );
    CREATE INDEX questions_person ON questions (person);
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY, given REAL NOT NULL, person TEXT NOT NULL, question INTEGER NOT NULL,
        good INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
        UNIQUE (person, question)
    );
    CREATE TABLE queue (
        id INTEGER PRIMARY KEY, left_at REAL NOT NULL, person TEXT NOT NULL, chat INTEGER NOT NULL,
        text TEXT NOT NULL, reply TEXT, replied REAL, delivered REAL
    );
    CREATE TABLE subscriptions (
        id INTEGER PRIMARY KEY, since REAL NOT NULL, person TEXT NOT NULL, chat INTEGER NOT NULL,
        kind TEXT NOT NULL, wanted TEXT NOT NULL, UNIQUE (chat, person, kind, wanted)
    );
    CREATE TABLE deliveries (
        chat INTEGER NOT NULL, measure TEXT NOT NULL, version TEXT NOT NULL, begun REAL NOT NULL, sent REAL,
        PRIMARY KEY (chat, measure, version)
    );
    CREATE TABLE known (measure TEXT PRIMARY KEY, version TEXT NOT NULL);
    CREATE TABLE updates (
        id INTEGER PRIMARY KEY, taken REAL NOT NULL, body TEXT NOT NULL, done INTEGER NOT NULL
    );
    CREATE TABLE people (person TEXT PRIMARY KEY, region TEXT);
    """,
    """
    CREATE TABLE accounts (
        name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made REAL NOT NULL
    );
    CREATE TABLE logins (
        token TEXT PRIMARY KEY, name TEXT NOT NULL, begun REAL NOT NULL, seen REAL NOT NULL
    );
    CREATE TABLE failures (failed REAL NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL);
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
        subject TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL
    );
    CREATE TABLE notices (
        id INTEGER PRIMARY KEY, text TEXT NOT NULL, issued TEXT, until TEXT,
        off INTEGER NOT NULL, sentence TEXT NOT NULL
    );
    ALTER TABLE questions ADD COLUMN chat INTEGER;
    ALTER TABLE questions ADD COLUMN region TEXT;
    ALTER TABLE questions ADD COLUMN handled REAL;
    ALTER TABLE queue ADD COLUMN closed REAL;
    """,
    "CREATE INDEX questions_kept ON questions (asked) WHERE text IS NOT NULL",
    """
    ALTER TABLE queue ADD COLUMN department TEXT NOT NULL DEFAULT '';
    ALTER TABLE queue ADD COLUMN topic INTEGER;
    ALTER TABLE questions ADD COLUMN topic INTEGER
    """,
    """
    CREATE TABLE effects (
        source INTEGER NOT NULL, act TEXT NOT NULL, result INTEGER NOT NULL, at REAL NOT NULL,
        PRIMARY KEY (source, act)
    );
    ALTER TABLE queue ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE queue ADD COLUMN due REAL NOT NULL DEFAULT 0;
    ALTER TABLE queue ADD COLUMN undeliverable TEXT;
    ALTER TABLE deliveries ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE deliveries ADD COLUMN due REAL NOT NULL DEFAULT 0;
    ALTER TABLE deliveries ADD COLUMN undeliverable TEXT;
    UPDATE deliveries SET sent = begun
    """,
    """
    CREATE TABLE task_progress (
        id INTEGER PRIMARY KEY, measure TEXT NOT NULL, department TEXT NOT NULL, due TEXT NOT NULL,
        at REAL NOT NULL, who TEXT NOT NULL, said_by TEXT NOT NULL, words TEXT NOT NULL, done INTEGER NOT NULL
    );
    CREATE INDEX task_progress_task ON task_progress (measure, department, due)
    """,
    """
    CREATE TABLE staff_fields (
        measure TEXT NOT NULL, region TEXT NOT NULL, department TEXT NOT NULL, kind TEXT NOT NULL,
        words TEXT NOT NULL, by_whom TEXT NOT NULL, day TEXT NOT NULL,
        PRIMARY KEY (measure, region, department, kind)
    )
    """,
    """
    CREATE TABLE hotline_cases (
        id TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, department TEXT NOT NULL,
        region TEXT NOT NULL, source TEXT NOT NULL, approved_by TEXT NOT NULL, checked TEXT NOT NULL,
        changed REAL NOT NULL
    );
    CREATE TABLE handovers (
        letter INTEGER PRIMARY KEY, tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0,
        sent REAL, undeliverable TEXT
    );
    ALTER TABLE queue ADD COLUMN approved_by TEXT NOT NULL DEFAULT ''
    """,
    """
    CREATE TABLE reminders (
        id INTEGER PRIMARY KEY, since REAL NOT NULL, person TEXT NOT NULL, chat INTEGER NOT NULL,
        topic INTEGER, measure TEXT NOT NULL, words TEXT NOT NULL, day TEXT NOT NULL, tell_on TEXT NOT NULL,
        address TEXT NOT NULL DEFAULT '',
        tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0, undeliverable TEXT,
        UNIQUE (chat, person, measure, day)
    )
    """,
    """
    CREATE TABLE place_notices (
        place TEXT PRIMARY KEY, text TEXT NOT NULL, issued TEXT, until TEXT,
        off INTEGER NOT NULL, sentence TEXT NOT NULL
    );
    INSERT INTO place_notices SELECT '', text, issued, until, off, sentence FROM notices WHERE id = 1;
    DROP TABLE notices;
    ALTER TABLE queue ADD COLUMN region TEXT
    """,
    "ALTER TABLE reminders ADD COLUMN counted_from TEXT",
    "ALTER TABLE subscriptions ADD COLUMN until REAL",
)
"""Each brings the file one version further; its position, from 1, is the version it leads to. Append only."""

_WIPED_SINCE = 5
"""The version from which on removed rows are overwritten."""


class Database:
    """The file and its one connection. Every statement runs under a lock, so that threads may share it."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Opens the file, made where there is none, and brings it up to date.

        Raises:
            StoreError: it cannot be opened, is damaged, or was written by a newer version.
        """
        self.now = clock
        self._lock = RLock()
        self._path = path
        try:
            private_folder(path.parent)
            self._connection = sqlite3.connect(
                path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
            )
            self._write_ahead()
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA secure_delete = ON")
            path.chmod(0o600)
            before = self.version()
            self._migrate()
            if 0 < before < _WIPED_SINCE:
                self._connection.execute("VACUUM")  # what earlier versions removed was not overwritten
                self.wipe()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(messages.STORE_UNUSABLE.format(path=path, cause=error)) from error

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._connection.close()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement gives.

        Raises:
            StoreError: the file cannot be read or written.
        """
        with self._lock, self._as_store_errors():
            return self._connection.execute(statement, values).fetchall()

    def write(self, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> int:
        """Runs one statement; the id of the row it added.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._lock, self._as_store_errors():
            return self._connection.execute(statement, values).lastrowid or 0

    def wipe(self) -> None:
        """Empties the log beside the file: what was removed is then in neither, byte for byte.

        Where another process reads at that moment the log is emptied later.

        Raises:
            StoreError: the file cannot be written.
        """
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything written within is stored completely or not at all, with what encloses it."""
        with self._lock, self._as_store_errors():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk ends the transaction itself, or leaves it open when it is to be stored.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def version(self) -> int:
        """How many migrations the file has seen."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def _write_ahead(self) -> None:
        # SQLite does not wait for the lock of this change: of two that open a new file at once, one fails.
        deadline = time.monotonic() + BUSY_S
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(RETRY_S)

    def _migrate(self) -> None:
        # Another process may be opening the same new file: the version is read under the write lock.
        with self.together():
            version = self.version()
            if version > len(MIGRATIONS):
                raise StoreError(messages.STORE_NEWER.format(path=self._path, version=version))
            for number, script in enumerate(MIGRATIONS[version:], version + 1):
                for statement in filter(str.strip, script.split(";")):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number}")

    @contextmanager
    def _as_store_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(messages.STORE_UNUSABLE.format(path=self._path, cause=error)) from error
