"""Files and folders that are there whole or not at all, and folders that one process writes at a time.

What is new is written under another name in the same folder, flushed to the disk, and renamed: whoever
reads, and whoever comes after a crash, sees the old or the new.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import BinaryIO

_LOCK, _UNFINISHED, _BUILDING = ".lock", ".tmp", ".building-"
_OWNER_ONLY = 0o700
_ABANDONED_S = 3600
"""A file takes seconds to write; an unfinished one as old as this was left by a killed process."""


def bytes_of(path: Path) -> bytes:
    """What a file holds; nothing where it is gone."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def stat_of(path: Path) -> os.stat_result | None:
    """What the system knows of a file; None where it is gone."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


FileMark = tuple[int, int, int] | None
"""Inode, time of change and size; None where there is no file."""


def mark_of(path: Path) -> FileMark:
    """What differs once a file was written again.

    Raises:
        OSError: the system does not tell.
    """
    stat = stat_of(path)
    return (stat.st_ino, stat.st_mtime_ns, stat.st_size) if stat else None


def private_folder(path: Path) -> None:
    """Makes a folder and those missing above it for their owner alone; those that are there stay as they are.

    Raises:
        OSError: it cannot be made, or is a file.
    """
    missing = [folder for folder in path.parents if not folder.exists()]
    for folder in (*reversed(missing), path):
        folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` at the end of the block.

    It keeps the permissions of the file that it replaces; a new one has those of any new file. After an
    error in the block the old file is as it was and nothing of the new one is left. What a killed process
    left is removed by a later write of the same file.

    Raises:
        OSError: the folder is missing or cannot be written, or the disk is full.
    """
    _remove_abandoned(path)
    unfinished = path.with_name(f".{path.name}.{token_hex(4)}{_UNFINISHED}")
    with unfinished.open("xb") as file:
        try:
            yield file
            replaced = stat_of(path)
            if replaced is not None:
                os.fchmod(file.fileno(), S_IMODE(replaced.st_mode))
            file.flush()
            os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    _flush(path.parent)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which is called `path` at the end of the block; nothing of it is left after an error.

    For one writer at a time: what a killed one left in the same place is removed first.

    Raises:
        OSError: the folder above is missing or cannot be written, or `path` is there and not empty.
    """
    for left in path.parent.glob(f"{_BUILDING}*"):
        shutil.rmtree(left, ignore_errors=True)
    unfinished = path.parent / f"{_BUILDING}{token_hex(4)}"
    unfinished.mkdir(mode=_OWNER_ONLY)
    try:
        yield unfinished
        for inner in (*unfinished.rglob("*"), unfinished):
            _flush(inner)
        unfinished.rename(path)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _flush(path.parent)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder, made where it is missing, for one writer; others wait, a killed one lets go."""
    private_folder(folder)
    with (folder / _LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _remove_abandoned(path: Path) -> None:
    """Unfinished files of `path` that nobody writes any more."""
    for left in path.parent.glob(f".{escape(path.name)}.????????{_UNFINISHED}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                left.unlink()


def _flush(path: Path) -> None:
    """Waits until the disk has a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
