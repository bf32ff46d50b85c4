"""The files that one command brings: those of folders, and those in archives."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.messages import shipping
from corpus.errors import SourceError
from corpus.unpacking import PACKED_SUFFIXES, Unpacked, is_left_by_systems

_FOLDERS = 2
"""Folders above an archive whose names stand above its files too: they may tell the region."""


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """One file to be read, or why there is none."""

    shown: str
    """Where it is, or was within an archive, for people."""
    path: Path | None
    """Where it lies now; None where it cannot be read."""
    why: str = ""
    """Why it cannot be read, or is not to be."""
    skipped: bool = False
    """Whether that is no fault."""
    passing: bool = False
    """Whether it is gone once the next one is taken."""


def files_below(folder: Path) -> list[Path]:
    """The files of a folder and of the folders in it, by name, without what systems leave.

    A link is none of them: whoever may write into the folder could make it lead to any file of the machine.

    Raises:
        OSError: the folder cannot be read.
    """
    return [
        path
        for path in sorted(folder.rglob("*"))
        if not is_left_by_systems(PurePosixPath(path.relative_to(folder).as_posix()))
        and path.is_file()
        and not path.is_symlink()
    ]


def is_packed(path: Path) -> bool:
    """Whether a file holds others."""
    return path.suffix.lower() in PACKED_SUFFIXES


def shipped(paths: Iterable[Path], unpack: Callable[[Path, Path], Unpacked]) -> Iterator[ShippedFile]:
    """The files at paths, those of archives in place of the archives, one archive unpacked at a time."""
    for path in paths:
        if is_packed(path):
            yield from _of_archive(path, unpack)
        else:
            yield ShippedFile(str(path), path)


def _of_archive(path: Path, unpack: Callable[[Path, Path], Unpacked]) -> Iterator[ShippedFile]:
    with ExitStack() as stack:
        try:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            above = [name for parent in list(path.absolute().parents)[:_FOLDERS] if (name := parent.name)]
            inner = folder.joinpath(*reversed(above), path.stem)
            inner.mkdir(parents=True)
            unpacked = unpack(path, inner)
        except SourceError as error:
            yield ShippedFile(str(path), None, str(error))
            return
        if unpacked == Unpacked(()):
            yield ShippedFile(str(path), None, shipping.NOTHING_INSIDE, skipped=True)
        for file in unpacked.files:
            yield ShippedFile(f"{path}/{file.inside}", file.path, passing=True)
        for inside, why in unpacked.refused:
            yield ShippedFile(f"{path}/{inside}", None, why)
        for inside, why in unpacked.skipped:
            yield ShippedFile(f"{path}/{inside}", None, why, skipped=True)
