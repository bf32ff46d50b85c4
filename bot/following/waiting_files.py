"""Files that watched folders and followed sites brought, until somebody of the staff decides on them."""

import json
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from bot.errors import UsageError
from bot.messages import arrivals as messages
from corpus.durable import locked, new_folder, private_folder

_ABOUT, _FILE = "about.json", "file"
_TOKEN = re.compile(r"[\w-]{22}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a file came from, and what was read in it when it came."""

    origin: str
    """Its address, or its path."""
    region: str = ""
    """As whoever follows named it; "" where the text has to tell."""
    replaces: str = ""
    """Number of the document in whose place it stands where it comes from; "" for none."""
    titles: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    came: str = ""
    """The day, ISO 8601."""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that waits."""

    token: str
    path: Path
    arrival: Arrival


class WaitingFiles:
    """The waiting files of a folder, each in a folder of its own that is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, path: Path, name: str, arrival: Arrival) -> str:
        """Takes a file in; the token that it is known by. What waits already is not taken twice.

        What came from the same place under the same name before waits no more.

        Raises:
            UsageError: the folder cannot be written.
        """
        try:
            with locked(self._folder):
                digest, waiting = _digest(path), self.all()
                same = next((file for file in waiting if file.arrival.sha256 == digest), None)
                if same is not None:
                    return same.token
                token = secrets.token_urlsafe(16)
                with new_folder(self._folder / token) as making:
                    private_folder(making / _FILE)
                    shutil.copyfile(path, making / _FILE / name)
                    about = {**asdict(arrival), "sha256": digest}
                    (making / _ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
                for file in waiting:
                    if (file.arrival.origin, file.path.name) == (arrival.origin, name):
                        self.discard(file.token)
                return token
        except OSError as error:
            raise UsageError(
                messages.STATE_FAILED.format(path=self._folder, cause=error.strerror or error)
            ) from error

    def all(self) -> tuple[WaitingFile, ...]:
        """The waiting files, the oldest first."""
        return tuple(sorted(self._every(), key=lambda file: (file.arrival.came, file.path.name)))

    def file(self, token: str) -> WaitingFile | None:
        """The file of a token; None where there is none any more."""
        return self._read(self._folder / token) if _TOKEN.fullmatch(token) else None

    def discard(self, token: str) -> None:
        """Removes the file of a token."""
        if _TOKEN.fullmatch(token):
            shutil.rmtree(self._folder / token, ignore_errors=True)

    def withdraw(self, digests: Collection[str]) -> None:
        """Removes the files of some digests: they are not there any more where they came from."""
        for file in self.all():
            if file.arrival.sha256 in digests:
                self.discard(file.token)

    def _every(self) -> Iterator[WaitingFile]:
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            file = self._read(path) if _TOKEN.fullmatch(path.name) else None
            if file is not None:
                yield file

    def _read(self, folder: Path) -> WaitingFile | None:
        try:
            about = json.loads((folder / _ABOUT).read_text("utf-8"))
            path = next((folder / _FILE).iterdir())
            about.update(titles=tuple(about["titles"]), numbers=tuple(about["numbers"]))
            return WaitingFile(folder.name, path, Arrival(**about))
        except (OSError, ValueError, TypeError, KeyError, StopIteration):
            return None


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
