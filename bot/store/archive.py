"""A copy of all that is kept in one file, made while the bot runs, and taken back from it."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path, PurePosixPath

from bot.errors import UsageError
from bot.messages import store as messages
from bot.store.database import MIGRATIONS
from corpus.durable import private_folder

FORMAT = 1
_MANIFEST, _SETTINGS, _DATABASE = "manifest.json", "settings.json", "wenzheng.db"
_MADE_ANEW = frozenset({"index", "records", "uploads", "chat-history"})
"""What is not copied: it is made anew, or waits for somebody's word."""
_MAX_BYTES = 20_000_000_000


def backup(home: Path, target: Path, settings: Mapping[str, str]) -> int:
    """Writes everything kept in `home`, with `settings`, into a new file; returns how many files.

    The database is copied as it is at one moment, whoever writes meanwhile.

    Raises:
        UsageError: there is nothing to copy, the file exists, or it cannot be written.
    """
    if not (home / _DATABASE).is_file():
        raise UsageError(messages.BACKUP_NOTHING.format(path=home))
    if target.exists():
        raise UsageError(messages.BACKUP_EXISTS.format(path=target))
    try:
        with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".backup-") as folder:
            made = Path(folder, "made.zip")
            count = _write(home, made, Path(folder, _DATABASE), settings)
            made.chmod(0o600)
            os.replace(made, target)
    except (OSError, sqlite3.Error) as error:
        raise UsageError(messages.BACKUP_FAILED.format(path=target, cause=error)) from error
    return count


def restore(home: Path, source: Path) -> int:
    """Takes back what `backup` wrote, into a `home` that is not there or empty; returns how many files.

    Nothing is written into `home` before the whole archive was found good.

    Raises:
        UsageError: the folder is in use, or the archive is damaged, strange or of another version.
    """
    if home.exists() and any(home.iterdir()):
        raise UsageError(messages.RESTORE_IN_USE.format(path=home))
    try:
        private_folder(home.parent)
        with tempfile.TemporaryDirectory(dir=home.parent, prefix=".restore-") as folder:
            whole = Path(folder, "home")
            count = _unpacked(source, whole)
            _check_database(source, whole / _DATABASE)
            if home.exists():
                home.rmdir()
            os.replace(whole, home)
    except (OSError, zipfile.BadZipFile, zlib.error, ValueError, KeyError, TypeError, sqlite3.Error) as error:
        raise UsageError(messages.RESTORE_DAMAGED.format(path=source)) from error
    return count


def _write(home: Path, made: Path, database: Path, settings: Mapping[str, str]) -> int:
    with (
        closing(sqlite3.connect(home / _DATABASE)) as live,
        closing(sqlite3.connect(database)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    digests: dict[str, str] = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in [(_DATABASE, database), *_kept(home)]:
            archive.write(path, name)
            with archive.open(name) as stored:
                digests[name] = hashlib.file_digest(stored, "sha256").hexdigest()  # type: ignore[arg-type]
        archive.writestr(_SETTINGS, json.dumps(dict(settings), ensure_ascii=False, indent=1))
        manifest = {"format": FORMAT, "database": len(MIGRATIONS), "files": digests}
        archive.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return len(digests)


def _kept(home: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of every file that cannot be made anew, but the database."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        ours = name.parts[0] in _MADE_ANEW or (name.name.startswith(_DATABASE) and len(name.parts) == 1)
        if path.is_file() and not path.is_symlink() and not ours:
            yield name.as_posix(), path


def _unpacked(source: Path, whole: Path) -> int:
    with zipfile.ZipFile(source) as archive:
        manifest = json.loads(archive.read(_MANIFEST))
        if manifest["format"] != FORMAT or manifest["database"] > len(MIGRATIONS):
            raise UsageError(messages.RESTORE_OTHER.format(path=source))
        digests: dict[str, str] = manifest["files"]
        listed = [entry.filename for entry in archive.infolist()]
        size = sum(entry.file_size for entry in archive.infolist())
        if sorted(listed) != sorted([*digests, _MANIFEST, _SETTINGS]) or size > _MAX_BYTES:
            raise ValueError(source)
        for name, digest in digests.items():
            _take(archive, _safe(name, whole), name, digest)
    return len(digests)


def _safe(name: str, whole: Path) -> Path:
    """Where a file goes, within the folder."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or ":" in name or ".." in parts:
        raise ValueError(name)
    return whole.joinpath(*parts)


def _take(archive: zipfile.ZipFile, path: Path, name: str, digest: str) -> None:
    private_folder(path.parent)
    with archive.open(name) as stored, path.open("wb") as written:
        shutil.copyfileobj(stored, written)
    path.chmod(0o600)
    with path.open("rb") as again:
        if hashlib.file_digest(again, "sha256").hexdigest() != digest:
            raise ValueError(name)


def _check_database(source: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        if database.execute("PRAGMA user_version").fetchone()[0] > len(MIGRATIONS):
            raise UsageError(messages.RESTORE_OTHER.format(path=source))
        if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise ValueError(path)
