"""A folder that is watched: which of its files are new, changed or gone between two looks.

It is looked at, not listened to: that works on network drives too. A file counts once two looks find it
with the same size and time, so that one that is still being copied is waited for; it is gone once two looks
miss it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.adding import files_below
from bot.errors import UsageError
from bot.messages import arrivals as messages
from corpus.durable import private_folder, replacing

_MANY = 10
_SHARE = 0.5
"""Where so many files, and so large a share, are gone at once, a drive is away or a folder was moved."""
_FEW = 3
"""So many may go at once and leave the folder empty."""


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file of the folder as it was taken in last."""

    size: int
    time_ns: int
    digests: tuple[str, ...] = ()
    """Of the files that are kept for it; of an archive, for those in it."""
    words: tuple[str, ...] = ()
    """Digests of what it says."""
    numbers: tuple[str, ...] = ()
    missed: int = 0
    """Looks in a row that did not find it."""


Look = Mapping[str, tuple[int, int]]
"""Path below the folder -> (bytes, time of the last change in ns)."""


@dataclass(frozen=True, slots=True)
class FolderChange:
    """What is to be done after a look."""

    taken: tuple[str, ...] = ()
    """Paths of files that are new or changed, and complete."""
    gone: tuple[str, ...] = ()
    held_back: int = 0
    """Files that seem gone but are too many at once."""


@dataclass
class WatchState:
    """What is known of a folder, in a file."""

    path: Path
    files: dict[str, WatchedFile] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "WatchState":
        """As it was written last; empty where it was not, or is damaged: everything is looked at anew."""
        try:
            stored = json.loads(path.read_text("utf-8"))
            return cls(path, {name: _file(about) for name, about in stored.items()})
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            return cls(path)

    def write(self) -> None:
        """Puts a whole new file in the place of the old one.

        Raises:
            UsageError: it cannot be written.
        """
        data = json.dumps({name: asdict(file) for name, file in self.files.items()}, ensure_ascii=False)
        try:
            private_folder(self.path.parent)
            with replacing(self.path) as file:
                file.write(data.encode("utf-8", "surrogateescape"))
        except OSError as error:
            cause = error.strerror or str(error)
            raise UsageError(messages.STATE_FAILED.format(path=self.path, cause=cause)) from error

    def unneeded(self, digests: Iterable[str]) -> set[str]:
        """Those of some digests that no file of the folder needs."""
        needed = {digest for file in self.files.values() for digest in file.digests}
        return set(digests) - needed


def look_at(folder: Path) -> Look | None:
    """The files of a folder as they are now; None where it is away."""
    try:
        if not folder.is_dir():
            return None
        seen = {}
        for path in files_below(folder):
            about = path.stat()
            seen[path.relative_to(folder).as_posix()] = (about.st_size, about.st_mtime_ns)
    except OSError:
        return None
    return seen


def compared(state: WatchState, before: Look, now: Look, *, sure: bool = False) -> FolderChange:
    """What two looks tell; files that are missed are counted in the state. `sure` allows any number to go."""
    taken = tuple(
        name
        for name, stamp in now.items()
        if before.get(name) == stamp and not _is_known(state.files.get(name), stamp)
    )
    for name, file in state.files.items():
        state.files[name] = replace(file, missed=0 if name in now else file.missed + 1)
    gone = tuple(name for name, file in state.files.items() if file.missed > 1)
    many = len(gone) >= _MANY and len(gone) > _SHARE * len(state.files)
    if not sure and (many or (len(gone) > _FEW and not now)):
        return FolderChange(taken, (), len(gone))
    return FolderChange(taken, gone)


def _is_known(file: WatchedFile | None, stamp: tuple[int, int]) -> bool:
    return file is not None and (file.size, file.time_ns) == stamp


def _file(about: Mapping[str, Any]) -> WatchedFile:
    return WatchedFile(
        int(about["size"]),
        int(about["time_ns"]),
        tuple(map(str, about["digests"])),
        tuple(map(str, about["words"])),
        tuple(map(str, about["numbers"])),
        int(about["missed"]),
    )
