"""What is known of a site that is followed: in a database of its own, every step written as it is done."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.errors import UsageError
from bot.messages import arrivals as messages
from corpus.durable import private_folder

_TABLE = """
CREATE TABLE IF NOT EXISTS address (
    url TEXT PRIMARY KEY, stamp TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
    checked REAL NOT NULL, words TEXT NOT NULL, digests TEXT NOT NULL, links TEXT NOT NULL,
    fault TEXT NOT NULL
)
"""
_FIELDS = "url, stamp, etag, modified, checked, words, digests, links, fault"


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """An address as it was when it was visited last."""

    url: str
    stamp: str = ""
    """What the list, the sitemap or the feed said of it: its title and its day."""
    etag: str = ""
    modified: str = ""
    checked: float = 0.0
    """When it was asked for last; seconds since 1970, UTC."""
    words: str = ""
    """Digests of what it said."""
    digests: tuple[str, ...] = ()
    """Of the files that are kept for it."""
    links: tuple[tuple[str, str], ...] = ()
    """(address, words) of its links: the entries of a list, the attachments of a page."""
    fault: str = ""
    """Why it gave nothing when it was asked last; "" where it did."""


class SiteState:
    """The known addresses of one site."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it.

        Raises:
            UsageError: it cannot be used.
        """
        self._path = path
        with self._guarded():
            private_folder(path.parent)
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute(_TABLE)

    def address(self, url: str) -> KnownAddress | None:
        """What is known of an address; None where it was never visited."""
        with (
            self._guarded(),
            closing(self._database.execute(f"SELECT {_FIELDS} FROM address WHERE url = ?", (url,))) as rows,
        ):
            row = rows.fetchone()
        if row is None:
            return None
        *plain, digests, links, fault = row
        named, stamp, etag, modified, checked, words = plain
        pairs = tuple((href, said) for href, said in json.loads(links))
        return KnownAddress(
            named, stamp, etag, modified, checked, words, tuple(json.loads(digests)), pairs, fault
        )

    def keep(self, *addresses: KnownAddress) -> None:
        """Writes what is known of addresses, all of it or none."""
        rows = [
            (
                a.url,
                a.stamp,
                a.etag,
                a.modified,
                a.checked,
                a.words,
                json.dumps(a.digests),
                json.dumps(a.links),
                a.fault,
            )
            for a in addresses
        ]
        with self._guarded(), self._database:
            self._database.execute("BEGIN")
            self._database.executemany(
                f"INSERT OR REPLACE INTO address ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )

    def close(self) -> None:
        """Lets the file go."""
        self._database.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise UsageError(messages.STATE_FAILED.format(path=self._path, cause=error)) from error
