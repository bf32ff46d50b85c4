"""Files that were read and are not stored yet, on disk: a command that is killed does not read them again."""

import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.durable import private_folder
from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.intake import Intake
from corpus.keeping.sealed import SealedValues

_ABANDONED_S = 14 * 24 * 3600
"""So long after the last command what was read for it is not wanted any more."""
_BYTES = ".bytes"
_ROOM = ".passing-"
_LEFT_S = 24 * 3600
"""So long after it was made no command is at work in a room."""


@dataclass(frozen=True, slots=True)
class StagedReading:
    """What reading a file gave: its documents, or why it was refused."""

    intake: Intake | None = None
    """Without its bytes."""
    records: tuple[DocumentRecord, ...] = ()
    refused: str = ""


class StagedReadings:
    """The readings of a folder, by the key of what was read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = SealedValues(folder, StagedReading)

    def reading(self, key: str) -> StagedReading | None:
        """What was read under a key; None where that is not kept."""
        return self._files.read(key)

    def keep(self, key: str, reading: StagedReading) -> None:
        """Keeps what was read."""
        self._files.write(key, reading)

    def take_bytes(self, key: str, path: Path) -> Path:
        """Takes in a file that will be gone when it is to be stored; where it is now."""
        kept = self._folder / f"{key}{_BYTES}"
        private_folder(self._folder)
        with suppress(OSError):
            shutil.move(path, kept)
        return kept

    @contextmanager
    def room(self) -> Iterator[Path]:
        """A folder for files that pass through; what a kill leaves of it goes with what is forgotten."""
        private_folder(self._folder)
        with TemporaryDirectory(dir=self._folder, prefix=_ROOM) as folder:
            yield Path(folder)

    def forget(self, keys: Collection[str]) -> None:
        """Removes what was read under keys, and what other commands left long ago."""
        names = {*keys, *(f"{key}{_BYTES}" for key in keys)}
        now_s = time.time()
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            with suppress(OSError):
                age_s = now_s - path.stat().st_mtime
                if path.name.startswith(_ROOM):
                    if age_s > _LEFT_S:
                        shutil.rmtree(path)
                elif path.name in names or age_s > _ABANDONED_S:
                    path.unlink()
